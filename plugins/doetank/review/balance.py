"""How many lessons of each verdict a period has, level by level, beside the years before it; and what that says."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..library import Library
from ..problems import Message, say
from ..records import Lesson
from ..records.choices import Level, Verdict
from ..records.report import Years

EARLIER = 5
"""How many years back are looked at."""


@dataclass(frozen=True)
class Balance:
    """A table: for each level and verdict the number of lessons in each of the years."""

    years: tuple[int, ...]
    levels: tuple[tuple[Level, tuple[tuple[Verdict, tuple[int, ...]], ...]], ...]

    def number(self, verdict: Verdict, years: Years) -> int:
        """How many lessons of a verdict there are in some of the years, on all levels."""
        rows = (numbers for _, verdicts in self.levels for found, numbers in verdicts if found is verdict)
        return sum(number for numbers in rows for year, number in zip(self.years, numbers, strict=True) if year in years)


def balance_of(library: Library, period: Years) -> Balance:
    """The years of the period, and those of the five before it that have lessons."""
    lessons = [entry.record for entry in library.all("lesson") if isinstance(entry.record, Lesson)]
    number = Counter((lesson.level, lesson.verdict, lesson.learned.year) for lesson in lessons)
    with_lessons = {year for _, _, year in number}
    years = tuple(year for year in range(period.start - EARLIER, period.end + 1) if year in period or year in with_lessons)
    levels = tuple(
        (level, tuple((verdict, tuple(number[level, verdict, year] for year in years)) for verdict in Verdict)) for level in Level
    )
    return Balance(years, levels)


def notices(balance: Balance, period: Years) -> Iterator[Message]:
    """What the numbers say that no record does: that there is no lesson, or none about a failure."""
    if not any(balance.number(verdict, period) for verdict in Verdict):
        yield say("{period} has no lessons yet; ask what was learned", period=period.name)
    elif not balance.number(Verdict.DOES_NOT_WORK, period):
        text = say("{period} reports only successes: no lesson says that something does not work; ask what failed", period=period.name)
        yield text
