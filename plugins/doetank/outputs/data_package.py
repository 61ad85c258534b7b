"""The CSV files described for programs, as a Frictionless tabular data package."""

import json
from collections.abc import Iterable, Iterator

from .. import urls
from ..catalogue import N_, Catalogue, catalogue
from ..library import Library
from ..pages import File, Page
from ..records import RECORD_TYPES
from ..tables import Column, columns_of, last_changed


def pages(_library: Library) -> Iterable[Page]:
    """None; the page with open data names it."""
    return ()


def files(library: Library) -> Iterator[File]:
    """`datapackage.json` beside the files that it describes."""
    yield File(urls.DATA_PACKAGE, (json.dumps(_package(library), ensure_ascii=False, indent=2) + "\n").encode())


def _package(library: Library) -> dict[str, object]:
    """Its words are in the language of the site. A site whose records have no dates has a package without one."""
    site, words = library.site, catalogue(library.site.language)
    changed = last_changed(entry.record for name in RECORD_TYPES for entry in library.all(name))
    return {
        "profile": "tabular-data-package",
        "name": "data",
        "id": site.absolute(urls.DATA),
        "title": site.name,
        "description": words.gettext(N_("Everything on this site as data, with the meaning of every field.")),
        "homepage": site.absolute(urls.DATA),
        **({"version": changed.iso} if changed else {}),
        "licenses": [{"name": "CC-BY-4.0", "path": urls.CC_BY, "title": "Creative Commons Attribution 4.0"}],
        "resources": [_resource(name, words) for name in RECORD_TYPES],
    }


def _resource(type_name: str, words: Catalogue) -> dict[str, object]:
    return {
        "profile": "tabular-data-resource",
        "name": urls.TYPES[type_name].folder,
        "title": words.gettext(RECORD_TYPES[type_name].plural),
        "path": urls.data(type_name, "csv").rpartition("/")[2],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": {"fields": [_field(column, words) for column in columns_of(type_name)], "primaryKey": "id"},
    }


def _field(column: Column, words: Catalogue) -> dict[str, object]:
    field = column.field
    allowed = [value for value, _ in field.values] if not field.many else []
    limits = {**({"required": True} if field.required else {}), **({"enum": allowed} if allowed else {})}
    return {
        "name": field.name,
        "type": column.type,
        "title": words.gettext(field.label),
        "description": _description(column, words),
        **({"constraints": limits} if limits else {}),
    }


def _description(column: Column, words: Catalogue) -> str:
    said = [words.gettext(column.field.hint)] if column.field.hint else []
    said.append(f"{words.gettext(column.field.kind)}{'; ' + words.gettext(N_('more than one is possible')) if column.field.many else ''}.")
    return " ".join(said)
