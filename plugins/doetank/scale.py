"""Where things stand on a drawing, in percent of its width: on a scale of whole years, or of numbers from zero."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .dates import When

DAY = timedelta(days=1)
MOST_TEXTS = 5


@dataclass(frozen=True)
class Tick:
    """A line of the axis with its text."""

    at: float
    label: str


@dataclass(frozen=True)
class Bar:
    """A piece of a bar. `kind` says what it stands for: `known`, `about` (somewhere in this year or month) or `planned`."""

    left: float
    width: float
    kind: str


@dataclass(frozen=True)
class YearScale:
    """From the first day of one year to the last day of another."""

    first: int
    last: int

    def at(self, day: date) -> float:
        start = date(self.first, 1, 1)
        return percent((day - start).days, (date(self.last, 12, 31) - start).days + 1)

    def bar(self, first: date, last: date, kind: str) -> Bar:
        """Both days are counted."""
        left = self.at(first)
        return Bar(left, round(self.at(last + DAY) - left, 2), kind)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """A line every year; texts as many years apart as keeps them from touching on a phone."""
        years = range(self.first, self.last + 1)
        step = -(-len(years) // MOST_TEXTS)
        return tuple(Tick(self.at(date(year, 1, 1)), "" if index % step else str(year)) for index, year in enumerate(years))


@dataclass(frozen=True)
class NumberScale:
    """From zero to the first round number that holds `highest`."""

    highest: int

    @property
    def step(self) -> int:
        size = 1
        while True:
            for step in (size, 2 * size, 5 * size):
                if step * 5 >= self.highest:
                    return step
            size *= 10

    @property
    def top(self) -> int:
        return max(1, -(-self.highest // self.step)) * self.step

    def at(self, number: int) -> float:
        return percent(number, self.top)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        return tuple(Tick(self.at(number), str(number)) for number in range(0, self.top + 1, self.step))


@dataclass(frozen=True)
class ShareScale:
    """From nothing to all of `whole`."""

    whole: int

    def at(self, number: int) -> float:
        return percent(number, self.whole)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Quarters; the text of a share is the same in each of our languages."""
        return tuple(Tick(float(share), f"{share}%") for share in (0, 25, 50, 75, 100))


def percent(part: int, whole: int) -> float:
    """Rounded, so that equal input gives equal bytes."""
    return round(100 * part / whole, 2)


def bars(scale: YearScale, start: When | None, end: When | None, planned: bool = False, until: date | None = None) -> tuple[Bar, ...]:
    """What the dates prove, and no more: a year that holds the start or the end is `about` as a whole.

    Without an end a stretch goes on `until` that day, when there is one; or else nothing but its start is drawn.
    """
    return tuple(scale.bar(first, last, "planned" if planned else kind) for first, last, kind in _pieces(start, end, until))


def _pieces(start: When | None, end: When | None, until: date | None) -> Iterator[tuple[date, date, str]]:
    if start is None or (end is None and (until is None or until < start.first)):
        only = start or end
        if only:
            yield only.first, only.last, "about"
        return
    last = end.last if end else until or start.last
    begun = start.first
    if start.precision == "year":
        begun = min(start.last, last) + DAY
    sure = max(end.first, start.first) - DAY if end and end.precision == "year" else last
    if begun > sure and (begun > start.first or sure < last):
        yield start.first, last, "about"
        return
    if begun > start.first:
        yield start.first, begun - DAY, "about"
    yield begun, sure, "known"
    if sure < last:
        yield sure + DAY, last, "about"
