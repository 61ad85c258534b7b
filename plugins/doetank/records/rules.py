"""Rules between fields, as values: checked here, and told as JSON Schema to who checks them elsewhere."""

from collections.abc import Callable
from typing import Any

from ..problems import Message, say
from ..validation import Broken, Clause, Rule, written

IN_ORDER = "x-in-order"
"""A word of ours in JSON Schema: the names of two dates, of which the second is not before the first."""


def required_when(field: str, other: str, *values: object) -> Rule:
    """`field` must be given when `other` is one of `values`."""

    def check(record: Any) -> Broken:
        found = getattr(record, other)
        if found in values and getattr(record, field) in (None, ()):
            yield (field,), message(found)

    def message(found: object) -> Message:
        shown = str(found).lower() if isinstance(found, bool) else str(found)
        return say("is required when `{other}` is `{value}`", other=other, value=shown)

    clauses = (Clause(field, _when(other, (value,), {"required": [field]}), message(value)) for value in values)
    return Rule((field, other), check, tuple(clauses))


def allowed_when(field: str, other: str, values: tuple[object, ...], message: Message) -> Rule:
    """`field` may be given only when `other` is one of `values`, none of which is what it is when it is not given."""

    def check(record: Any) -> Broken:
        if getattr(record, field) not in (None, ()) and getattr(record, other) not in values:
            yield (field,), message

    clause = {**_when(other, values, {}), "else": {"properties": {field: False}}}
    return Rule((field, other), check, (Clause(field, clause, message),))


def refused_when(field: str, other: str, value: object, message: Message) -> Rule:
    """`field` may not be given when `other` is `value`."""

    def check(record: Any) -> Broken:
        if getattr(record, field) not in (None, ()) and getattr(record, other) == value:
            yield (field,), message

    return Rule((field, other), check, (Clause(field, _when(other, (value,), {"properties": {field: False}}), message),))


def required_unless(field: str, flag: str, message: Message) -> Rule:
    """`field` must be given unless `flag` is true."""

    def check(record: Any) -> Broken:
        if getattr(record, field) is None and not getattr(record, flag):
            yield (field,), message

    return Rule((field, flag), check, (Clause(field, {**_when(flag, (True,), {}), "else": {"required": [field]}}, message),))


def not_together(one: str, other: str) -> Rule:
    """At most one of the two."""
    message = say("cannot stand beside `{other}`; keep one of them", other=one)

    def check(record: Any) -> Broken:
        if getattr(record, one) is not None and getattr(record, other) is not None:
            yield (other,), message

    return Rule((one, other), check, (Clause(other, {"not": {"required": [one, other]}}, message),))


def one_of(*fields: str) -> Rule:
    """At least one of the fields."""
    message = say("is missing; give one of {names}", names=", ".join(fields))

    def check(record: Any) -> Broken:
        if all(getattr(record, field) in (None, ()) for field in fields):
            yield (fields[0],), message

    return Rule(fields, check, (Clause(fields[0], {"anyOf": [{"required": [field]} for field in fields]}, message),))


def in_order(start: str, end: str) -> Rule:
    """The end is not before the start, however precise the two are."""

    def check(record: Any) -> Broken:
        first, last = getattr(record, start), getattr(record, end)
        if first is not None and last is not None and _before(last, first):
            yield (end,), message._replace(values={"end": last, "start": first, "field": written(record, start)})

    message = say("`{end}` is before `{field}` (`{start}`)", field=start, end="{end}", start="{start}")
    return Rule((start, end), check, (Clause(end, {IN_ORDER: [start, end]}, message),))


def _before(end: Any, start: Any) -> bool:
    if getattr(end, "moment", None) and getattr(start, "moment", None):
        return bool(end.moment < start.moment)
    return bool(end.last < start.first) if hasattr(end, "last") else bool(end < start)


def only_with(field: str, other: str) -> Rule:
    """`field` means nothing without `other`."""
    message = say("stands without `{other}`; give both or neither", other=other)

    def check(record: Any) -> Broken:
        if getattr(record, field) is not None and getattr(record, other) is None:
            yield (field,), message

    return Rule((field, other), check, (Clause(field, {"dependentRequired": {field: [other]}}, message),))


def checked(*fields: str, clauses: tuple[Clause, ...] = ()) -> Callable[[Callable[[Any], Broken]], Rule]:
    """A rule of one type only, as a function of the record; `clauses` say the same as far as that can be said."""
    return lambda check: Rule(fields, check, clauses)


def _when(other: str, values: tuple[object, ...], then: dict[str, object]) -> dict[str, object]:
    plain = [value if isinstance(value, bool) else str(value) for value in values]
    return {"if": {"properties": {other: {"enum": plain}}, "required": [other]}, "then": then}
