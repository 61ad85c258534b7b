"""Open data: every record type as JSON Lines, with a codebook from the record types."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .. import urls
from ..catalogue import N_
from ..dates import When
from ..library import Library
from ..pages import File, Page
from ..record_page import HOME
from ..records import RECORD_TYPES, Record
from ..records.describe import FieldDescription, describe_fields
from ..records.fields import Ref
from ..validation import Value


@dataclass(frozen=True)
class DataSet:
    """One type's data and codebook."""

    type: str
    title: str
    url: str
    count: int
    fields: tuple[FieldDescription, ...]


def pages(library: Library) -> Iterator[Page]:
    """One page, with the codebook."""
    sets = tuple(
        DataSet(name, record_type.plural, _address(name), len(library.all(name)), describe_fields(record_type))
        for name, record_type in RECORD_TYPES.items()
    )
    values = {"sets": sets, "terms": dict(library.vocabulary)}
    yield Page(
        urls.DATA,
        "data",
        N_("Open data"),
        N_("Everything on this site as data, with the meaning of every field."),
        values,
        crumbs=(HOME,),
        section="data",
    )


def files(library: Library) -> Iterator[File]:
    """One file a type; a type without records has an empty one."""
    for name in RECORD_TYPES:
        rows = (
            {"url": library.site.absolute(entry.url), **as_data(entry.record)}
            for entry in sorted(library.all(name), key=lambda entry: entry.record.id)
        )
        yield File(_address(name), "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode())


def as_data(record: Record) -> dict[str, Any]:
    """A record as its author wrote it, with the id; what was not given is left out, and so are consent and waivers."""
    return {"id": record.id, "type": record.type, "language": record.site_lang, **_plain(record)}


_PRIVATE = frozenset({"consent", "privacy_ok"})


def _plain(value: Any) -> Any:
    if isinstance(value, Value):
        named = ((info.alias or name, getattr(value, name)) for name, info in type(value).model_fields.items())
        return {
            name: _plain(found) for name, found in named if not name.startswith("@") and name not in _PRIVATE and found not in (None, ())
        }
    if isinstance(value, (When, Ref)):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _address(type_name: str) -> str:
    return f"{urls.DATA}{urls.TYPES[type_name].folder}.jsonl"
