"""The lessons of a printed report: in equal form and length, whatever came out."""

from collections.abc import Iterator

from ..cards import Card
from ..charts import phase_chart, share_chart, year_chart
from ..figures import Group
from ..paper.document import Aside, Block, Blocks, Heading, Paragraph
from ..records import Lesson
from ..report_values import Column, chosen, levels
from .charted import charts
from .number_tables import verdict_table
from .telling import Telling, heading, lead_in, paragraph, section


def highlights(telling: Telling) -> Blocks:
    """The most important lessons with their advice, in the order of the report's makers."""
    told = (block for card, lesson, unknown in chosen(telling.report, telling.counted) for block in _large(telling, card, lesson, unknown))
    return section(1, telling.words.gettext("The most important lessons"), tuple(told))


def lessons_compared(telling: Telling) -> Blocks:
    """All lessons, by level and verdict; every verdict has its place, also when it is empty. Then per theme and per phase."""
    return section(1, telling.words.gettext("What worked, and what did not"), tuple(_compared(telling)))


def _compared(telling: Telling) -> Iterator[Block]:
    lessons, words, language = telling.counted, telling.words, telling.library.language
    drawn = (share_chart(lessons, language), year_chart(lessons, telling.before, language), phase_chart(lessons, language))
    yield from charts(telling, *drawn)
    for level, columns in levels(telling.report, lessons):
        yield heading(2, telling.label(level.label))
        for column in columns:
            yield from _verdict(telling, column)
    several = Paragraph((words.gettext("A lesson with several themes counts in each of them."),), kept=True)
    themes = verdict_table(telling, Group.THEME, words.gettext("Theme"), words.gettext("Lessons per theme, by verdict"))
    yield from section(2, words.gettext("Per theme"), (several, *themes) if themes else ())
    phases = verdict_table(telling, Group.PHASE, words.gettext("Phase"), words.gettext("Lessons per phase, by verdict"))
    yield from section(2, words.gettext("Per phase"), phases)


def _verdict(telling: Telling, column: Column) -> Iterator[Block]:
    verdict, number, lessons = column
    yield heading(3, telling.mark(verdict), ": ", telling.count(number))
    if not lessons:
        yield paragraph(telling.words.gettext("No lessons recorded."))
    for card, lesson in lessons:
        yield Heading(4, telling.link(card))
        yield Paragraph(telling.text(lesson.summary), kept=True)
        yield lead_in(telling.words.gettext("What to do now:"), telling.text(lesson.advice))


def _large(telling: Telling, card: Card, lesson: Lesson, unknown: tuple[str, ...]) -> Iterator[Block]:
    yield Heading(2, telling.link(card))
    yield Paragraph((telling.mark(lesson.verdict),), kept=True)
    yield Paragraph(telling.text(lesson.summary), kept=True)
    if unknown:
        yield Paragraph((f"{telling.words.gettext('Not recorded:')} {', '.join(map(telling.word, unknown))}.",), kept=True)
    yield Aside((telling.words.gettext("What to do now:"),), (Paragraph(telling.text(lesson.advice)),))
