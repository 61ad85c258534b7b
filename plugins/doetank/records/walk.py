"""Every value in a record with its path, and what its field type says of it."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from ..validation import Value
from ..yaml_text import Path
from .fields import ForAddress, ForNames, InlineMarkdown, Ref
from .media_fields import MediaFile

_MARKERS = frozenset({ForAddress, ForNames, InlineMarkdown, MediaFile})
MAY_STAND = {ForNames: "name", ForAddress: "address"}
"""What looks private and is in its place, by the mark on the field that is there for it: kinds of privacy_rules.py."""


class Leaf(NamedTuple):
    """One value. `markers` are the marks on its field's type."""

    path: Path
    value: object
    markers: frozenset[type]

    @property
    def may_stand(self) -> frozenset[str]:
        """The kinds of private passages that the field is there for."""
        return frozenset(kind for mark, kind in MAY_STAND.items() if mark in self.markers)


def leaves(value: Value, of: type | None = None) -> tuple[Leaf, ...]:
    """All values in `value` that hold no others, in the order of the fields. Fields from the file's name are left out.

    With `of`, a mark or a type, only fields are looked at that have it.
    """
    found: list[Leaf] = []
    _gather(value, (), of, found)
    return tuple(found)


def references(value: Value) -> Iterator[tuple[Path, Ref]]:
    """Every reference in a record, with its path."""
    return ((leaf.path, leaf.value) for leaf in leaves(value, Ref) if isinstance(leaf.value, Ref))


def texts(value: Value) -> Iterator[str]:
    """Every text of an author in which emphasis, links and code may stand."""
    return (str(leaf.value) for leaf in leaves(value, InlineMarkdown))


def media(value: Value) -> Iterator[str]:
    """The names of the files that a record shows."""
    return (str(leaf.value) for leaf in leaves(value, MediaFile))


def _gather(value: Value, path: Path, of: type | None, found: list[Leaf]) -> None:
    told = vars(value)
    for name, key, markers, holds_values in _fields(type(value), of):
        one = told[name]
        if holds_values or type(one) is tuple:  # of a NamedTuple such as Ref it is not
            _gather_within(one, (*path, key), markers, of, found)
        elif one is not None:
            found.append(Leaf((*path, key), one, markers))


def _gather_within(value: object, path: Path, markers: frozenset[type], of: type | None, found: list[Leaf]) -> None:
    if isinstance(value, Value):
        _gather(value, path, of, found)
    elif type(value) is tuple:
        for index, item in enumerate(value):
            _gather_within(item, (*path, index), markers, of, found)
    elif value is not None:
        found.append(Leaf(path, value, markers))


@cache
def _fields(model: type[Value], of: type | None) -> tuple[tuple[str, str, frozenset[type], bool], ...]:
    """The name, the name that authors write, the marks, and whether there are values in it, of each field in which `of` may stand."""
    found = []
    for name, info in model.model_fields.items():
        types = frozenset((*_types(info.annotation), *_types(info)))
        models = [one for one in types if issubclass(one, Value)]
        if not (info.alias or "").startswith("@") and (of is None or of in types or any(_fields(one, of) for one in models)):
            found.append((name, info.alias or name, types & _MARKERS, bool(models)))
    return tuple(found)


def _types(annotation: Any) -> Iterator[type]:
    """All types in an annotation, those of the marks too."""
    if isinstance(annotation, type):
        yield annotation
    yield from (type(mark) for mark in (*getattr(annotation, "__metadata__", ()), *getattr(annotation, "metadata", ())))
    for argument in getattr(annotation, "__args__", ()):
        yield from _types(argument)
