"""A record as plain data: its fields by the names that authors write, without those that were not given."""

from typing import Any

from ..dates import When
from ..validation import FROM_THE_FILE, Value
from .fields import Ref


def as_written(value: Value, without: frozenset[str] = frozenset(), defaults: bool = True) -> dict[str, Any]:
    """The fields of a value and of the values in it.

    `without` are names that are left out wherever they stand; without `defaults` what says the same as saying nothing is left out too.
    """
    told = {}
    for field, info in type(value).model_fields.items():
        name, found = info.alias or field, getattr(value, field)
        if name.startswith(FROM_THE_FILE) or name in without or found in (None, ()) or (not defaults and found == info.default):
            continue
        told[name] = _plain(found, without, defaults)
    return told


def _plain(value: Any, without: frozenset[str], defaults: bool) -> Any:
    if isinstance(value, Value):
        return as_written(value, without, defaults)
    if isinstance(value, (When, Ref)):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item, without, defaults) for item in value]
    return value
