"""A record as plain data: its fields by the names that authors write, without those that were not given."""

from functools import cache
from typing import Any

from ..dates import When
from ..validation import FROM_THE_FILE, Value
from .fields import Ref


def as_written(value: Value, without: frozenset[str] = frozenset(), defaults: bool = True) -> dict[str, Any]:
    """The fields of a value and of the values in it.

    `without` are names that are left out wherever they stand; without `defaults` what says the same as saying nothing is left out too.
    """
    told, given = {}, vars(value)
    for field, name, default in _fields(type(value)):
        found = given[field]
        if name in without or found is None or found == () or (not defaults and found == default):
            continue
        told[name] = _plain(found, without, defaults)
    return told


@cache
def _fields(kind: type[Value]) -> tuple[tuple[str, str, Any], ...]:
    """Each field with the name that authors write and its default; not what the file itself tells."""
    named = ((field, info.alias or field, info.default) for field, info in kind.model_fields.items())
    return tuple((field, name, default) for field, name, default in named if not name.startswith(FROM_THE_FILE))


def _plain(value: Any, without: frozenset[str], defaults: bool) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Value):
        return as_written(value, without, defaults)
    if isinstance(value, (When, Ref)):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item, without, defaults) for item in value]
    return value
