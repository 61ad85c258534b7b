"""Which records are of a period, and which are of it or of before it."""

from collections.abc import Iterator

from ..dates import When
from ..library import Entry, Library
from ..records import Experiment
from ..records.report import Years
from ..relations import oldest_of
from ..urls import LISTED


def of_period(library: Library, years: Years, *types: str) -> tuple[Entry, ...]:
    """What is dated in the period, oldest first."""
    return tuple(entry for entry in _all(library, types) if (when := counted_on(entry)) and when.year in years)


def until_end(library: Library, years: Years, *types: str) -> tuple[Entry, ...]:
    """What is dated in the period or before it, oldest first, and what has no date."""
    return tuple(entry for entry in _all(library, types) if (when := counted_on(entry)) is None or when.year <= years.end)


def dated_years(library: Library) -> tuple[int, ...]:
    """Every year in which a record is dated, oldest first. A report is about its years, and dated in none."""
    dates = (counted_on(entry) for entry in _all(library, tuple(name for name in LISTED if name != "report")))
    return tuple(sorted({when.year for when in dates if when}))


def counted_on(entry: Entry) -> When | None:
    """The date a record counts on: that of a report too, where an experiment counts when it ended."""
    record = entry.record
    return record.end or record.start if isinstance(record, Experiment) else record.when


def _all(library: Library, types: tuple[str, ...]) -> Iterator[Entry]:
    return (entry for name in types for entry in oldest_of(library, name))
