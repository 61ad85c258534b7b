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
    """The record in its place, as it was known; itself when nothing came later."""
    record = known_record(entry.record, years)
    return entry if record is entry.record else replace(entry, record=record)


def known_change(change: Change, years: Years) -> Change:
    """A change of the network, as it was known."""
    return change.model_copy(update={"follow_up": up_to(change.follow_up, years)})


def up_to(steps: Iterable[Told], years: Years) -> tuple[Told, ...]:
    """What was known on the last day of the period, oldest first."""
    return tuple(sorted((step for step in steps if step.date.year <= years.end), key=lambda step: step.date))


def known_record(record: Record, years: Years) -> Record:
    """A record, as it was known."""
    if isinstance(record, Recommendation):
        return _with(record, "follow_up", record.follow_up, up_to(record.follow_up, years))
    if isinstance(record, Lesson):
        return _with(record, "reuse", record.reuse, up_to(record.reuse, years))
    if isinstance(record, Reflection):
        return _with(record, "changes", record.changes, tuple(known_change(change, years) for change in record.changes))
    return record


def _with(record: Record, name: str, told: object, known: object) -> Record:
    return record if known == told else record.model_copy(update={name: known})
