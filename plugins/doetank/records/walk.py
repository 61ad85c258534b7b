"""Every value in a record with its path, and what its field type says of it."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from ..validation import Value
from ..yaml_text import Path
from .fields import ForAddress, ForNames, InlineMarkdown, Ref
from .media_fields import MediaFile

_MARKERS = (ForAddress, ForNames, InlineMarkdown, MediaFile)
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


def leaves(value: Value, path: Path = ()) -> Iterator[Leaf]:
    """All values in `value` that hold no others, in the order of the fields. Fields from the file's name are left out."""
    for name, key, markers in _fields(type(value)):
        yield from _within(getattr(value, name), (*path, key), markers)


def references(value: Value) -> Iterator[tuple[Path, Ref]]:
    """Every reference in a record, with its path."""
    return ((leaf.path, leaf.value) for leaf in leaves(value) if isinstance(leaf.value, Ref))


def texts(value: Value) -> Iterator[str]:
    """Every text of an author in which emphasis, links and code may stand."""
    return (str(leaf.value) for leaf in leaves(value) if InlineMarkdown in leaf.markers)


def _within(value: object, path: Path, markers: frozenset[type]) -> Iterator[Leaf]:
    if isinstance(value, Value):
        yield from leaves(value, path)
    elif isinstance(value, tuple) and not isinstance(value, Ref):
        for index, item in enumerate(value):
            yield from _within(item, (*path, index), markers)
    elif value is not None:
        yield Leaf(path, value, markers)


@cache
def _fields(model: type[Value]) -> tuple[tuple[str, str, frozenset[type]], ...]:
    return tuple(
        (name, info.alias or name, frozenset(_marks(info.annotation)) | frozenset(_marks(info)))
        for name, info in model.model_fields.items()
        if not (info.alias or "").startswith("@")
    )


def _marks(annotation: Any) -> Iterator[type]:
    yield from (type(mark) for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, _MARKERS))
    yield from (type(mark) for mark in getattr(annotation, "metadata", ()) if isinstance(mark, _MARKERS))
    for argument in getattr(annotation, "__args__", ()):
        yield from _marks(argument)
