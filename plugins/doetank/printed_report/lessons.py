"""The lessons of a printed report: in equal form and length, whatever came out."""

from collections.abc import Iterable, Iterator

from ..cards import card
from ..charts import phase_chart
from ..library import Entry
from ..paper.document import Aside, Block, Blocks, Heading, Paragraph
from ..records import Lesson
from ..records.choices import Verdict
from .charted import charts
from .telling import Telling, heading, lead_in, paragraph, section


def highlights(telling: Telling) -> Blocks:
    """The most important lessons with their advice, in the order of the report's makers."""
    chosen = (telling.library.entry(ref) for ref in telling.report.highlights)
    return section(
        1, telling.words.gettext("The most important lessons"), tuple(block for entry in chosen for block in _large(telling, entry))
    )


def lessons_compared(telling: Telling) -> Blocks:
    """All lessons, by level and verdict; every verdict has its place, also when it is empty."""
    levels = tuple(
        block
        for level in telling.counted.levels
        for block in (heading(2, telling.label(level.level.label)), *_verdicts(telling, level.verdicts))
    )
    drawn = charts(telling, phase_chart(telling.counted, telling.library.language))
    return section(1, telling.words.gettext("What worked, and what did not"), (*drawn, *levels))


def _verdicts(telling: Telling, verdicts: Iterable[tuple[Verdict, tuple[Entry, ...]]]) -> Iterator[Block]:
    for verdict, entries in verdicts:
        yield heading(3, telling.mark(verdict, len(entries)))
        if not entries:
            yield paragraph(telling.words.gettext("No lessons recorded."))
        for entry in entries:
            yield from _small(telling, entry)


def _small(telling: Telling, entry: Entry) -> Iterator[Block]:
    lesson = _lesson(entry)
    yield Heading(4, telling.link(card(entry)))
    yield Paragraph(telling.text(lesson.summary), kept=True)
    yield lead_in(telling.words.gettext("What to do now:"), telling.text(lesson.advice))


def _large(telling: Telling, entry: Entry) -> Iterator[Block]:
    lesson = _lesson(entry)
    yield Heading(2, telling.link(card(entry)))
    yield Paragraph((telling.mark(lesson.verdict),), kept=True)
    yield Paragraph(telling.text(lesson.summary), kept=True)
    yield Aside((telling.words.gettext("What to do now:"),), (Paragraph(telling.text(lesson.advice)),))


def _lesson(entry: Entry) -> Lesson:
    assert isinstance(entry.record, Lesson)
    return entry.record
