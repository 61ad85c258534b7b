"""Open data: every record type as CSV and JSON Lines, all of it as one JSON, and what every field and value means."""

from collections.abc import Iterator
from dataclasses import dataclass

from .. import urls
from ..catalogue import LANGUAGES, N_, catalogue
from ..data_files import FORMAT, as_json, data_files, entries_of
from ..data_package import describe_tables
from ..dcat import PREFIXES, describe_data
from ..library import Library
from ..pages import File, Page
from ..rdf import as_json_ld, as_turtle
from ..record_page import HOME
from ..records import RECORD_TYPES
from ..records.describe import FieldDescription
from ..tables import fields_of, last_changed


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
    values = {
        "sets": sets,
        "count": sum(data.count for data in sets),
        "sizes": {file.url: file.size for file in data_files(library.speaking(library.site.language))},
        "described": _DESCRIBED,
        "terms": dict(library.vocabulary),
        "format": FORMAT,
        "changed": last_changed(entry.record for entry in entries_of(library, "")),
    }
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
    (urls.CODEBOOK, N_("What every field and value means, in Dutch and English: the codebook below for programs.")),
    (urls.DATA_PACKAGE, N_("The columns of the CSV files for programs, as a Data Package.")),
    (urls.DCAT_JSON_LD, N_("The files described for data portals, in DCAT-AP-NL 3.0, as JSON-LD.")),
    (urls.DCAT_TURTLE, N_("The same description, as Turtle.")),
)


def files(library: Library) -> Iterator[File]:
    """The data, and what describes them: for people, for programs and for data portals."""
    found = data_files(library)
    yield from (File(file.url, file.content) for file in found)
    yield File(urls.CODEBOOK, as_json(_codebook(library)))
    yield File(urls.DATA_PACKAGE, as_json(describe_tables(library, found)))
    described = describe_data(library, found)
    yield File(urls.DCAT_JSON_LD, as_json_ld(PREFIXES, described))
    yield File(urls.DCAT_TURTLE, as_turtle(PREFIXES, described))


def _codebook(library: Library) -> dict[str, object]:
    """The meaning of every field and value, in each language."""
    return {
        "format": FORMAT,
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
