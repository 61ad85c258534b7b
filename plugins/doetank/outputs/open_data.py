"""Open data: every record type as CSV and JSON Lines, all of it as one JSON, and what every field and value means."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from .. import urls
from ..catalogue import LANGUAGES, N_, catalogue
from ..library import Entry, Library
from ..pages import File, Page
from ..record_page import HOME
from ..records import RECORD_TYPES
from ..records.describe import FieldDescription
from ..tables import as_data, as_table, fields_of


@dataclass(frozen=True)
class DataSet:
    """One type's data and codebook."""

    type: str
    title: str
    csv: str
    lines: str
    count: int
    fields: tuple[FieldDescription, ...]


def pages(library: Library) -> Iterator[Page]:
    """One page, with the codebook."""
    sets = tuple(
        DataSet(name, record_type.plural, urls.data(name, "csv"), urls.data(name, "jsonl"), len(library.all(name)), fields_of(name))
        for name, record_type in RECORD_TYPES.items()
    )
    whole = ((urls.ALL_DATA, N_("Every record of every type, as one JSON.")), *_DESCRIBED)
    values = {"sets": sets, "whole": whole, "terms": dict(library.vocabulary)}
    yield Page(
        urls.DATA,
        "data",
        N_("Open data"),
        N_("Everything on this site as data, with the meaning of every field."),
        values,
        crumbs=(HOME,),
        section="data",
    )


_DESCRIBED = (
    (urls.CODEBOOK, N_("The codebook below, in Dutch and English.")),
    (urls.DATA_PACKAGE, N_("A description of the CSV files for programs, as a Frictionless Data Package.")),
)


def files(library: Library) -> Iterator[File]:
    """Two files a type, a type without records too; all of it in one; and the codebook."""
    everything = {}
    for name in RECORD_TYPES:
        entries = _in_order(library, name)
        everything[name] = [as_data(library.site, entry) for entry in entries]
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in everything[name])
        yield File(urls.data(name, "csv"), as_table(library.site, name, entries))
        yield File(urls.data(name, "jsonl"), "".join(lines).encode())
    yield File(urls.ALL_DATA, _as_json({"site": library.site.absolute(urls.HOME), "license": urls.CC_BY, "records": everything}))
    yield File(urls.CODEBOOK, _as_json(_codebook(library)))


def _in_order(library: Library, type_name: str) -> tuple[Entry, ...]:
    return tuple(sorted(library.all(type_name), key=lambda entry: entry.record.id))


def _codebook(library: Library) -> dict[str, object]:
    """The meaning of every field and value, in each language."""
    return {
        "types": {
            name: {"title": _in_each(record_type.plural), "fields": [_explained(field) for field in fields_of(name)]}
            for name, record_type in RECORD_TYPES.items()
        },
        "lists": {
            name: [{"value": term.id, "title": term.label.model_dump(), "meaning": term.definition.model_dump()} for term in terms]
            for name, terms in dict(library.vocabulary).items()
        },
    }


def _explained(field: FieldDescription) -> dict[str, object]:
    """What does not apply to a field is left out."""
    said = {
        "name": field.name,
        "title": _in_each(field.label),
        "meaning": _in_each(field.hint) if field.hint else None,
        "type": _in_each(field.kind),
        "required": field.required,
        "many": field.many,
        "values": [{"value": value, "title": _in_each(label)} for value, label in field.values],
        "list": field.list_name,
        "refers_to": field.refers_to,
        "fields": [_explained(inner) for inner in field.fields],
    }
    return {name: value for name, value in said.items() if value not in (None, "", [])}


def _in_each(text: str) -> dict[str, str]:
    return {language: catalogue(language).gettext(text) for language in LANGUAGES}


def _as_json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
