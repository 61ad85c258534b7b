"""A record as it was known on the last day of a period: answers and uses of later are left out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from .dates import When
from .library import Entry
from .records import Lesson, Recommendation, Record, Reflection
from .records.reflection import Change
from .records.report import Years


class Dated(Protocol):
    """Something that became known on a date."""

    @property
    def date(self) -> When: ...


Told = TypeVar("Told", bound=Dated)


def known_entry(entry: Entry, years: Years) -> Entry:
    """The record in its place, as it was known."""
    return replace(entry, record=known_record(entry.record, years))


def known_change(change: Change, years: Years) -> Change:
    """A change of the network, as it was known."""
    return change.model_copy(update={"follow_up": up_to(change.follow_up, years)})


def up_to(steps: Iterable[Told], years: Years) -> tuple[Told, ...]:
    """What was known on the last day of the period, oldest first."""
    return tuple(sorted((step for step in steps if step.date.year <= years.end), key=lambda step: step.date))


def known_record(record: Record, years: Years) -> Record:
    """A record, as it was known."""
    if isinstance(record, Recommendation):
        return record.model_copy(update={"follow_up": up_to(record.follow_up, years)})
    if isinstance(record, Lesson):
        return record.model_copy(update={"reuse": up_to(record.reuse, years)})
    if isinstance(record, Reflection):
        return record.model_copy(update={"changes": tuple(known_change(change, years) for change in record.changes)})
    return record
