"""Records as data: as their author wrote them, as rows of a table, and what every column means.

Whether a name may stand here is between the author and the check: consent and waivers are no part of the data.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from .catalogue import N_
from .dates import When
from .library import Entry
from .records import RECORD_TYPES, Record
from .records.as_written import as_written
from .records.describe import CODE, FLAG, NUMBER, PARAGRAPH, TEXT, FieldDescription, describe_fields
from .site import Site
from .spreadsheets import as_json, csv_line, joined, with_head
from .urls import LISTED

_PRIVATE = frozenset({"consent", "privacy_ok"})
_OWN = (
    FieldDescription("page", N_("Page"), N_("The address of the record on the site; `url` is an address elsewhere."), TEXT, True, False),
    FieldDescription("id", N_("Id"), N_("The name of the record's file, unique within its type."), TEXT, True, False),
    FieldDescription("type", N_("Type"), "", CODE, True, False),
    FieldDescription("language", N_("Language of the page"), N_("The language of the page on which the record stands."), TEXT, True, False),
)
"""What every row has beside its author's fields."""
_DATED = FieldDescription("dated", N_("Date"), "", CODE, False, False)
"""What a table of several types has too: the date that lists go by, which each type calls its own way."""
SHARED = ""
"""In the place of a type: a table of several types."""


Row = Mapping[str, Any]
"""A record as data: its fields by name."""


@dataclass(frozen=True)
class Column:
    """One column of a type's table. `type` is a word of Table Schema."""

    field: FieldDescription
    type: Literal["string", "integer", "boolean", "array", "object"]

    @property
    def name(self) -> str:
        return self.field.name


@cache
def fields_of(type_name: str) -> tuple[FieldDescription, ...]:
    """Every field of a type's data, in the order of its columns."""
    record_type = RECORD_TYPES[type_name]
    own = tuple(replace(field, values=((type_name, record_type.label),)) if field.name == "type" else field for field in _OWN)
    return own + _public(describe_fields(record_type))


@cache
def columns_of(type_name: str) -> tuple[Column, ...]:
    """The columns of a type's table: always all of them, also those that no record fills."""
    return tuple(Column(field, _column_type(field)) for field in fields_of(type_name))


def as_data(site: Site, entry: Entry) -> Row:
    """A record as its author wrote it, with where it stands; what was not given is left out."""
    record = entry.record
    return {
        "page": site.absolute(entry.url),
        "id": record.id,
        "type": record.type,
        "language": record.site_lang,
        **as_written(record, without=_PRIVATE),
    }


def table_of(type_name: str, rows: Iterable[Row]) -> bytes:
    """The data of records of one type as CSV, in their order."""
    return as_table(type_name, (line_of(type_name, row) for row in rows))


def as_table(type_name: str, lines: Iterable[str]) -> bytes:
    """The same of lines that are there already."""
    return with_head(tuple(_kinds(type_name)), lines)


def line_of(type_name: str, row: Row) -> str:
    """The line of a record in the table of its type."""
    kinds = _kinds(type_name)
    return csv_line(tuple(kinds), {name: _cell(kinds[name], value) for name, value in row.items()})


def shared_line_of(row: Row, when: When | None) -> str:
    """The line of a record in a table of several types, with its date."""
    dated = {**row, _DATED.name: str(when or "")}
    return line_of(SHARED, {name: dated[name] for name in _kinds(SHARED) if name in dated})


def last_changed(records: Iterable[Record]) -> When | None:
    """The newest day on which a record says that it was made or changed."""
    return max((found for record in records if (found := record.modified or record.created)), default=None)


@cache
def _kinds(type_name: str) -> Mapping[str, str]:
    """The columns of a table, each with its type."""
    return {column.name: column.type for column in (_shared_columns() if type_name == SHARED else columns_of(type_name))}


def _shared_columns() -> Iterator[Column]:
    """Those that every listed type has, and the date."""
    names = set.intersection(*({column.name for column in columns_of(type_name)} for type_name in LISTED))
    yield from (column for column in columns_of(LISTED[0]) if column.name in names)
    yield Column(_DATED, "string")


def _public(fields: Iterable[FieldDescription]) -> tuple[FieldDescription, ...]:
    return tuple(replace(field, fields=_public(field.fields)) for field in fields if field.name not in _PRIVATE)


def _column_type(field: FieldDescription) -> Literal["string", "integer", "boolean", "array", "object"]:
    if field.fields or (field.many and _is_free(field)):
        return "array" if field.many else "object"
    simple: Mapping[str, Literal["integer", "boolean"]] = {FLAG: "boolean", NUMBER: "integer"}
    return "string" if field.many else simple.get(field.kind, "string")


def _is_free(field: FieldDescription) -> bool:
    """Whether a value may hold a semicolon of its own; codes, references and addresses hold no space."""
    return field.kind in (TEXT, PARAGRAPH)


def _cell(kind: str, value: Any) -> object:
    if kind in ("array", "object"):
        return as_json(value)
    return joined(value) if isinstance(value, list) else value
