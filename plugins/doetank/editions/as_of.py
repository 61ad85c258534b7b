"""A record as it was on a day: what is dated later is left out, so that a story that goes on is not a correction."""

from collections.abc import Iterable
from datetime import date
from functools import singledispatch
from typing import Any, TypeVar

from ..records import Doetank, Lesson, Recommendation, Record, Reflection
from ..records.choices import State
from ..records.doetank import PhaseEntry
from ..records.reflection import Change

Dated = TypeVar("Dated", bound=Any)


@singledispatch
def as_of(record: Record, _day: date) -> Record:
    """The record as it was at the end of a day. A date that may be on that day counts as before."""
    return record


@as_of.register
def _(record: Lesson, day: date) -> Record:
    return record.model_copy(update={"reuse": _until(record.reuse, day)})


@as_of.register
def _(record: Recommendation, day: date) -> Record:
    return record.model_copy(update={"follow_up": _until(record.follow_up, day)})


@as_of.register
def _(record: Reflection, day: date) -> Record:
    return record.model_copy(update={"changes": tuple(_change(change, day) for change in record.changes)})


@as_of.register
def _(record: Doetank, day: date) -> Record:
    begun = tuple(_phase(entry, day) for entry in record.phases if entry.start is None or entry.start.first <= day)
    told: dict[str, object] = {"phases": begun, "events": _until(record.events, day)}
    if record.ended and record.ended.first > day:
        told |= {"state": State.RUNNING, "state_because": None, "ended": None}
    return record.model_copy(update=told)


def _until(items: Iterable[Dated], day: date) -> tuple[Dated, ...]:
    return tuple(item for item in items if item.date.first <= day)


def _change(change: Change, day: date) -> Change:
    return change.model_copy(update={"follow_up": _until(change.follow_up, day)})


def _phase(entry: PhaseEntry, day: date) -> PhaseEntry:
    later = entry.end is not None and entry.end.first > day
    return entry.model_copy(update={"end": None, "because": None}) if later else entry
