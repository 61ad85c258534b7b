"""The main figures of a period beside those of others: only where the same was counted in the same way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .edition import EarlierFigure
from .figures import MAIN, Count, Counts, Figure
from .year_lessons import YearLessons


@dataclass(frozen=True)
class ComparedRow:
    """One figure in every period, in the order of the columns."""

    label: str
    counts: tuple[Count, ...]


@dataclass(frozen=True)
class Comparison:
    """Periods beside each other. `otherwise` are the figures that the two reports counted in different ways, and so are not compared."""

    names: tuple[str, ...]
    rows: tuple[ComparedRow, ...]
    otherwise: tuple[str, ...] = ()


def comparison(counted: YearLessons, before: Sequence[Counts]) -> Comparison | None:
    """A report of one period beside the one before it, which comes first in `before`; None when that is not there."""
    if not before:
        return None
    earlier = before[0]
    pairs = tuple(_pairs(counted, earlier))
    rows = (
        ComparedRow(now.label, (earlier.shown(other), counted.counts.shown(now))) for now, other in pairs if other and same_way(now, other)
    )
    otherwise = tuple(now.label for now, other in pairs if not (other and same_way(now, other)))
    return Comparison((earlier.name, counted.counts.name), tuple(rows), otherwise)


def year_to_year(counted: YearLessons) -> Comparison | None:
    """The years of a report of several; None for that of one."""
    years = counted.years.each
    if len(years) == 1:
        return None
    rows = (ComparedRow(counted.figure(name).label, tuple(counted.count(f"year-{year.name}-{name}") for year in years)) for name in MAIN)
    return Comparison(tuple(year.name for year in years), tuple(rows))


def same_way(one: Figure, other: Figure | EarlierFigure) -> bool:
    """Whether two figures may be compared."""
    return one.method == other.method


def _pairs(now: YearLessons, earlier: Counts) -> Iterator[tuple[Figure, Figure | EarlierFigure | None]]:
    there = {figure.id: figure for figure in earlier.figures}
    return ((now.figure(name), there.get(name)) for name in MAIN)
