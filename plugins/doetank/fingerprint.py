"""Values to fingerprints: equal values have the same one in every process, and values that differ in anything have another."""

import dataclasses
import hashlib
import marshal
from collections.abc import Callable, Mapping
from datetime import date, tzinfo
from decimal import Decimal
from enum import Enum
from operator import attrgetter, itemgetter
from typing import Any

Plain = Any
"""None, a truth value, a number, a text, bytes, or a tuple of these, which `marshal` tells apart; it is never read back."""
_AS_THEY_ARE = frozenset({type(None), bool, int, float, bytes})
_SIMPLE = _AS_THEY_ARE | {str}
_UNSHARED = 2
"""The last version of that format in which equal values have equal bytes: later ones tell which parts are one object."""


class Fingerprints:
    """`said` is what is known of some texts elsewhere: a value that holds such a text depends on that too.

    What was looked at is kept alive, so that each frozen value is looked through once.
    """

    def __init__(self, said: Mapping[str, str] | None = None) -> None:
        self._said = said or {}
        self._seen: dict[int, tuple[object, Plain]] = {}
        self._ways: dict[type, Callable[[Any], Plain]] = {}
        self._bases: Mapping[type, Callable[[Any], Plain]] = {
            Enum: lambda value: value.name,
            str: lambda value: self.plain(str(value)),
            Mapping: lambda value: (self._each(tuple(value)), self._each(tuple(value.values()))),
            tuple: lambda value: self._each(tuple(value)),
            list: lambda value: self._each(tuple(value)),
            frozenset: lambda value: sorted(repr(self.plain(item)) for item in value),
            **dict.fromkeys((date, Decimal, tzinfo), str),
        }

    def of(self, *values: object) -> str:
        """The fingerprint of these values. Raises TypeError for a value that cannot be compared, such as a function."""
        return fingerprint(*map(self.plain, values))

    def plain(self, value: Any) -> Plain:
        """The value as nested tuples of texts and numbers."""
        kind = type(value)
        if kind is str:
            said = self._said.get(value)
            return value if said is None else ("said", value, said)
        if kind in _AS_THEY_ARE:
            return value
        if kind is tuple:
            return self._each(value)
        way = self._ways.get(kind)
        if way is None:
            way = self._ways[kind] = self._way(kind)
        return way(value)

    def _each(self, values: tuple[object, ...]) -> Plain:
        """The same, without a look at each of them where nothing is to be said of any; most values are so."""
        if _SIMPLE.issuperset(map(type, values)) and self._said.keys().isdisjoint(values):
            return values
        return tuple(map(self.plain, values))

    def _way(self, kind: type) -> Callable[[Any], Plain]:
        """How values of a kind are told; of what holds a fixed set of values each is looked through once."""
        name = f"{kind.__module__}.{kind.__qualname__}"
        # A `Value`, told by what it has: its class is not loaded for a build that has nothing to do.
        if hasattr(kind, "model_fields"):
            fields = _several(itemgetter, tuple(kind.model_fields))
            return self._once(lambda value: (name, self._each(fields(value.__dict__))))
        if dataclasses.is_dataclass(kind):
            attributes = _several(attrgetter, tuple(field.name for field in dataclasses.fields(kind)))
            return self._once(lambda value: (name, self._each(attributes(value))))
        tell = next((tell for base, tell in self._bases.items() if issubclass(kind, base)), None)
        if tell is None:
            raise TypeError(f"{name} has no fingerprint")
        return lambda value: (name, tell(value))

    def _once(self, way: Callable[[Any], Plain]) -> Callable[[Any], Plain]:
        def kept(value: object) -> Plain:
            seen = self._seen.get(id(value))
            if seen is None:
                seen = self._seen[id(value)] = value, fingerprint(way(value))
            return seen[1]

        return kept


def _several(getter: Callable[..., Callable[[Any], Any]], names: tuple[str, ...]) -> Callable[[Any], tuple[object, ...]]:
    """What gives the values under all these names; Python's own gives no tuple for fewer than two."""
    if len(names) > 1:
        return getter(*names)
    return lambda value: tuple(getter(name)(value) for name in names)


def fingerprint(*plain: Plain) -> str:
    """Of texts, numbers and tuples of them."""
    return hashlib.sha256(marshal.dumps(plain, _UNSHARED)).hexdigest()
