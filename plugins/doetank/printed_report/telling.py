"""What every section of a printed report tells with: texts of records, links, dates and marks in the language of the report."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from babel.numbers import format_decimal

from ..cards import Card
from ..catalogue import Catalogue, Label, catalogue
from ..dates import When, in_words
from ..editions.shown import ShownReport
from ..figures import Count, Counts
from ..library import Library
from ..paper.document import Blocks, Content, Foreign, Heading, Inline, Link, Mark, Paragraph, Styled
from ..paper.html_blocks import inline_content
from ..records import Report
from ..records.choices import Choice
from ..records.values import Source
from ..year_lessons import YearLessons

Told = tuple[Content, Blocks]
"""A day or a name, with what is told of it."""


@dataclass(frozen=True)
class Telling:
    """A report with what is counted for it, and the figures of the reports of the periods before, newest first."""

    shown: ShownReport
    before: tuple[Counts, ...]

    @property
    def counted(self) -> YearLessons:
        return self.shown.counted

    @property
    def library(self) -> Library:
        return self.shown.library

    @property
    def report(self) -> Report:
        return self.shown.report

    @cached_property
    def words(self) -> Catalogue:
        return catalogue(self.library.language)

    @property
    def address(self) -> str:
        """The whole address of the report's page."""
        return self.library.site.absolute(self.shown.entry.url)

    def label(self, text: str) -> str:
        """A label of ours in the language of the report; a record's own text as it is."""
        return self.words.gettext(text) if isinstance(text, Label) else text

    def text(self, value: str) -> Content:
        """A front-matter text with its markup and its language, or plainly that it was not recorded."""
        if value == "unknown":
            return (Styled("emph", (self.words.gettext("not recorded"),)),)
        html = self.library.inline.get(value)
        content: Content = (value,) if html is None else inline_content(html, self.address)
        language = self.library.foreign(value)
        return (Foreign(language, content),) if language else content

    def link(self, card: Card) -> Content:
        """A record's title as a link, with its language when that is another; then what a reader must know before going there."""
        title: Content = (self.label(card.title),)
        if card.language != self.library.language:
            title = (Foreign(card.language, title),)
        told = ", ".join(self.word(tag) for holds, tag in self._tags(card) if holds)
        return (Link(self.library.site.absolute(card.url), title), *((f" ({told})",) if told else ()))

    def _tags(self, card: Card) -> Iterable[tuple[bool, str]]:
        """But not that it is due for another look: that is so on a day, and paper has none."""
        text = self.words.gettext
        yield card.draft, text("Draft")
        yield card.retired, text("Retired")
        yield card.cancelled, text("Cancelled")
        yield card.corrected, text("Corrected since")

    def links(self, cards: Iterable[Card]) -> Content:
        """Records one behind the other, or plainly that there is none."""
        told = tuple(word for card in cards for word in (", ", *self.link(card)))[1:]
        return told or (self.words.gettext("None recorded."),)

    def mark(self, choice: Choice, number: int | None = None) -> Mark:
        """How something came out, and how often."""
        label = self.label(choice.label)
        return Mark(choice.value, label if number is None else f"{label}: {self.number(number)}")

    def date(self, when: When | None) -> str:
        return in_words(when, self.library.language) if when else self.words.gettext("Date not recorded")

    def number(self, value: int) -> str:
        text: str = format_decimal(value, locale=self.library.language)
        return text

    def count(self, count: Count) -> Inline:
        """A number that leads to the list of what it counts; none does where there is nothing to see."""
        number = self.number(count.number)
        return Link(self.library.site.absolute(count.url), (number,)) if count.number else number

    def word(self, text: str) -> str:
        """A label inside a sentence: the first letter small."""
        return self.label(text)[:1].lower() + self.label(text)[1:]

    def source(self, source: Source) -> Content:
        """The title of a source, with its address where it has one."""
        return (Link(source.url, (source.title,)) if source.url else source.title,)


def heading(level: int, *words: Inline) -> Heading:
    return Heading(level, words)


def with_number(level: int, title: str, number: Inline) -> Heading:
    """A heading with how many there are of what stands below it."""
    return Heading(level, (f"{title}: ", number))


def paragraph(*words: Inline) -> Paragraph:
    return Paragraph(words)


def lead_in(label: str, content: Content) -> Paragraph:
    """`**Doe nu:** …`: a paragraph that says first what it is."""
    return Paragraph((Styled("strong", (label,)), " ", *content))


def section(level: int, title: str, blocks: Blocks) -> Blocks:
    """Blocks under a heading; nothing when there are none."""
    return (heading(level, title), *blocks) if blocks else ()
