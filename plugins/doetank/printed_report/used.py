"""Who used the lessons elsewhere and with what result, and which lessons nobody has used yet."""

from collections.abc import Iterator

from ..cards import card, card_of
from ..library import Entry
from ..paper.document import Block, Blocks, Definitions, Items, Link, Paragraph
from ..records.lesson import Reuse
from ..urls import CONTRIBUTE
from .answers import origin
from .telling import Telling, paragraph, section, with_number


def who_used(telling: Telling) -> Blocks:
    """Every use in the period, oldest first; then the lessons without one."""
    words, lessons = telling.words, telling.counted
    uses = tuple(((telling.date(use.date),), tuple(_use(telling, entry, use))) for entry, use in lessons.uses)
    told = Definitions(uses) if uses else paragraph(words.gettext("Nobody has reported using a lesson elsewhere in this period."))
    used = with_number(2, words.gettext("Lessons used elsewhere"), telling.count(lessons.count("reuse")))
    unused = with_number(2, words.gettext("Lessons that nobody has used yet"), telling.count(lessons.count("unused")))
    return section(1, words.gettext("Who used the lessons"), (used, told, unused, *_unused(telling)))


def _use(telling: Telling, entry: Entry, use: Reuse) -> Iterator[Block]:
    organisation = telling.link(card_of(telling.library, use.organisation))
    yield Paragraph((telling.mark(use.result), ": ", *telling.link(card(entry)), " (", *organisation, ")"))
    yield Paragraph(telling.text(use.note))
    yield from origin(telling, use.source)


def _unused(telling: Telling) -> Iterator[Block]:
    words, cards = telling.words, telling.counted.figure("unused").cards
    if not cards:
        yield paragraph(words.gettext("None recorded."))
        return
    intro = words.gettext("No use elsewhere of these lessons was recorded up to the end of {year}.").format(year=telling.report.period.end)
    tell = Link(telling.library.site.absolute(telling.library.address(CONTRIBUTE)), (words.gettext("Tell us if you did"),))
    yield Paragraph((intro, " ", tell, "."))
    yield Items(tuple((Paragraph(telling.link(card)),) for card in cards))
