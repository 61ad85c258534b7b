"""The records that belong to a period, as they were known on its last day."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..as_known import known_entry
from ..library import Entry, Library
from ..once import once
from ..records import Cafe, Doetank, Experiment
from ..records.report import Years
from ..relations import oldest_of


@dataclass(frozen=True)
class YearRecords:
    """The records of a period, each kind oldest first. `undated` are experiments without a date, which no period has."""

    years: Years
    doetanks: tuple[Entry, ...]
    experiments: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    lessons: tuple[Entry, ...]
    recommendations: tuple[Entry, ...]
    cafes: tuple[Entry, ...]
    posts: tuple[Entry, ...]
    reflections: tuple[Entry, ...]


@once
def year_records(library: Library, years: Years) -> YearRecords:
    """A record belongs to the year it is dated with, and an experiment to the year it ended."""
    experiments = known(library, "experiment", years)
    return YearRecords(
        years=years,
        doetanks=tuple(entry for entry in known(library, "doetank", years) if _at_work(entry, years)),
        experiments=tuple(entry for entry in experiments if _ended_in(entry, years)),
        undated=tuple(entry for entry in experiments if entry.record.when is None),
        lessons=_dated(library, "lesson", years),
        recommendations=_dated(library, "recommendation", years),
        cafes=tuple(entry for entry in _dated(library, "cafe", years) if isinstance(entry.record, Cafe) and not entry.record.cancelled),
        posts=_dated(library, "post", years),
        reflections=_dated(library, "reflection", years),
    )


@once
def known(library: Library, type_name: str, years: Years) -> tuple[Entry, ...]:
    """Every record of a type, of any date, as it was known; oldest first."""
    return tuple(known_entry(entry, years) for entry in oldest_of(library, type_name))


def _dated(library: Library, type_name: str, years: Years) -> tuple[Entry, ...]:
    return tuple(_within(known(library, type_name, years), years))


def _within(entries: Iterable[Entry], years: Years) -> Iterable[Entry]:
    return (entry for entry in entries if entry.record.when and entry.record.when.year in years)


def _ended_in(entry: Entry, years: Years) -> bool:
    assert isinstance(entry.record, Experiment)
    ended = entry.record.end or entry.record.start
    return ended is not None and ended.year in years


def _at_work(entry: Entry, years: Years) -> bool:
    """A Doetank counts in every year from its first to its last known date; an event of after the period proves nothing yet."""
    doetank = entry.record
    assert isinstance(doetank, Doetank)
    dates = [event.date for event in doetank.events if event.date.year <= years.end]
    dates += [when for stretch in doetank.phases if not stretch.planned for when in (stretch.start, stretch.end) if when]
    dates += [doetank.ended] if doetank.ended else []
    return bool(dates) and min(dates).first.year <= years.end and max(when.last for when in dates).year >= years.start
