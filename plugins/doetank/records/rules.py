"""Rules between fields, as values: checked here, and readable by what derives forms from them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..problems import say
from ..validation import Broken, Rule, written


@dataclass(frozen=True)
class RequiredWhen(Rule):
    """`field` must be given when `other` has one of `values`."""

    field: str = ""
    other: str = ""
    values: tuple[object, ...] = ()


def required_when(field: str, other: str, *values: object) -> RequiredWhen:
    """`field` must be given when `other` is one of `values`."""

    def check(record: Any) -> Broken:
        found = getattr(record, other)
        if found in values and getattr(record, field) in (None, ()):
            shown = str(found).lower() if isinstance(found, bool) else str(found)
            yield (field,), say("is required when `{other}` is `{value}`", other=other, value=shown)

    return RequiredWhen((field, other), check, field, other, values)


def not_together(one: str, other: str) -> Rule:
    """At most one of the two."""

    def check(record: Any) -> Broken:
        if getattr(record, one) is not None and getattr(record, other) is not None:
            yield (other,), say("cannot stand beside `{other}`; keep one of them", other=one)

    return Rule((one, other), check)


def one_of(*fields: str) -> Rule:
    """At least one of the fields."""

    def check(record: Any) -> Broken:
        if all(getattr(record, field) in (None, ()) for field in fields):
            yield (fields[0],), say("is missing; give one of {names}", names=", ".join(fields))

    return Rule(fields, check)


def in_order(start: str, end: str) -> Rule:
    """The end is not before the start, however precise the two are."""

    def check(record: Any) -> Broken:
        first, last = getattr(record, start), getattr(record, end)
        if first is not None and last is not None and _before(last, first):
            yield (end,), say("`{end}` is before `{field}` (`{start}`)", end=last, start=first, field=written(record, start))

    return Rule((start, end), check)


def _before(end: Any, start: Any) -> bool:
    if getattr(end, "moment", None) and getattr(start, "moment", None):
        return bool(end.moment < start.moment)
    return bool(end.last < start.first) if hasattr(end, "last") else bool(end < start)


def only_with(field: str, other: str) -> Rule:
    """`field` means nothing without `other`."""

    def check(record: Any) -> Broken:
        if getattr(record, field) is not None and getattr(record, other) is None:
            yield (field,), say("stands without `{other}`; give both or neither", other=other)

    return Rule((field, other), check)


def checked(*fields: str) -> Callable[[Callable[[Any], Broken]], Rule]:
    """A rule of one type only, as a function of the record."""
    return lambda check: Rule(fields, check)
