"""Lessons as dots on a time line: a dot for a day, a stretch where only the month or the year is known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from babel.dates import format_date

from .cards import Card, card
from .charts import FILLS
from .dates import When
from .library import Entry
from .records import Lesson
from .records.choices import Verdict
from .scale import Tick, YearScale
from .year_lessons import YearLessons

TOP, LANE, NAME = 30, 20, 28
CLOSE = 4.5
"""Percent of the width that a dot needs to itself, on a phone."""


@dataclass(frozen=True)
class Dot:
    """What was learned on one date. `width` is zero for a day, and a month or a year wide otherwise; `y` is the middle."""

    when: When
    left: float
    width: float
    y: int
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class DotRow:
    """The dots of one verdict; `y` is the foot of its name."""

    verdict: Verdict
    fill: str
    dots: tuple[Dot, ...]
    y: int

    @property
    def number(self) -> int:
        """Of lessons."""
        return sum(len(dot.cards) for dot in self.dots)


@dataclass(frozen=True)
class DotChart:
    """`first` and `last` are the dates between which everything was learned."""

    rows: tuple[DotRow, ...]
    ticks: tuple[Tick, ...]
    height: int
    first: When
    last: When


def dot_chart(counted: YearLessons, language: str) -> DotChart | None:
    """The lessons of a year by verdict, each verdict on a row of its own; None without lessons, and for several years, which bars tell."""
    dated = [entry.record.when for entry in counted.lessons if entry.record.when]
    if not dated or counted.years.length > 1:
        return None
    scale = YearScale(counted.years.start, counted.years.end)
    rows: list[DotRow] = []
    top = TOP
    for verdict in Verdict:
        found = [entry for entry in counted.lessons if _is(entry, verdict)]
        dots = _dots(scale, found, top + NAME + LANE // 2)
        rows.append(DotRow(verdict, FILLS[verdict], dots, top + 18))
        top = max((dot.y for dot in dots), default=top + NAME) + LANE
    return DotChart(tuple(rows), _ticks(scale, language), top, min(dated), max(dated))


def _is(entry: Entry, verdict: Verdict) -> bool:
    return isinstance(entry.record, Lesson) and entry.record.verdict is verdict


def _dots(scale: YearScale, entries: Iterable[Entry], top: int) -> tuple[Dot, ...]:
    """One a date, in as many lanes as keep them from touching."""
    lanes: list[float] = []
    dots: list[Dot] = []
    dated = sorted(((entry.record.when, entry) for entry in entries if entry.record.when), key=lambda pair: (pair[0], pair[1].ref))
    for when, found in groupby(dated, key=lambda pair: pair[0]):
        bar = scale.bar(when.first, when.last, "about")
        precise = when.first == when.last
        left, width = (round(bar.left + bar.width / 2, 2), 0.0) if precise else (bar.left, bar.width)
        lane = next((index for index, end in enumerate(lanes) if end <= left), len(lanes))
        lanes[lane : lane + 1] = [left + max(width, CLOSE)]
        dots.append(Dot(when, left, width, top + LANE * lane, tuple(card(entry) for _, entry in found)))
    return tuple(dots)


def _ticks(scale: YearScale, language: str) -> tuple[Tick, ...]:
    """The quarters of the year."""
    starts = [date(scale.first, month, 1) for month in (1, 4, 7, 10)]
    return tuple(Tick(scale.at(start), format_date(start, "MMM", locale=language).rstrip(".")) for start in starts)
