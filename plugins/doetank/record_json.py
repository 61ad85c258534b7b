"""Records as JSON and back, exactly as they were and without being validated again: for a cache of ours, which checks what it holds."""

import json
from datetime import datetime, tzinfo
from functools import cache
from typing import Any, TypeVar

from .dates import When, parse_when
from .records import RECORD_TYPES  # noqa: F401 - every kind of value is known once these are imported
from .records.choices import Choice
from .records.fields import Ref
from .validation import Value

Kind = TypeVar("Kind")
_REF, _WHEN, _CHOICE, _VALUE = "@", "~", "=", "#"


class NotPlain(TypeError):
    """A value of a kind that has no form here. The message is its type."""


def as_json(value: object, zone: tzinfo) -> str:
    """A record, or tuples of what records hold. `zone` is that in which moments without one were read. Raises NotPlain."""
    return json.dumps(_plain(value, zone), ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, zone: tzinfo) -> Any:
    """What `as_json` was given. Raises ValueError, KeyError or TypeError for any other text."""

    def read(found: dict[str, Any]) -> object:
        if _VALUE in found:
            return _value(found)
        if _REF in found:
            return Ref(*found[_REF])
        if _WHEN in found:
            return _when(found[_WHEN], zone)
        name, word = found[_CHOICE]
        return _choices()[name][word]

    return _tuples(json.loads(text, object_hook=read))


def _plain(value: object, zone: tzinfo) -> object:
    kind = type(value)
    if value is None or kind is str or kind is bool or kind is int:
        return value
    if kind is tuple:
        return [_plain(item, zone) for item in value]  # type: ignore[attr-defined]
    if isinstance(value, Ref):
        return {_REF: [value.type, value.id]}
    if isinstance(value, When):
        return {_WHEN: _written(value, zone)}
    if isinstance(value, Choice):
        return {_CHOICE: [kind.__name__, value.value]}
    if isinstance(value, Value) and _values().get(_name(kind)) is kind:
        told = value.__dict__
        return {_VALUE: _name(kind), **{name: _plain(told[name], zone) for name, usual in _defaults(kind) if told[name] is not usual}}
    raise NotPlain(kind.__name__)


def _written(when: When, zone: tzinfo) -> str | list[str]:
    """A moment that was read without a zone is told without one, and has the same again."""
    here = when.moment is not None and when.moment.tzinfo is zone
    return [when.moment.replace(tzinfo=None).isoformat()] if here and when.moment else when.iso


def _when(written: str | list[str], zone: tzinfo) -> When:
    if isinstance(written, str):
        return parse_when(written, zone)
    moment = datetime.fromisoformat(written[0]).replace(tzinfo=zone)
    return When(moment.isoformat(), "minute", moment.date(), moment.date(), moment)


def _value(found: dict[str, Any]) -> Value:
    kind = _values()[found.pop(_VALUE)]
    return kind.model_construct(None, **{name: _tuples(value) for name, value in found.items()})


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if type(value) is list else value


def _name(kind: type) -> str:
    return f"{kind.__module__.rpartition('.')[2]}.{kind.__qualname__}"


@cache
def _defaults(kind: type[Value]) -> tuple[tuple[str, object], ...]:
    """Each field, and what it has when nobody wrote it; what is required is never left out."""
    return tuple((name, info.default) for name, info in kind.model_fields.items())


@cache
def _values() -> dict[str, type[Value]]:
    return {_name(kind): kind for kind in _below(Value)}


@cache
def _choices() -> dict[str, dict[str, Choice]]:
    return {kind.__name__: {one.value: one for one in kind} for kind in _below(Choice)}


def _below(kind: type[Kind]) -> list[type[Kind]]:
    return [one for below in kind.__subclasses__() for one in (below, *_below(below))]
