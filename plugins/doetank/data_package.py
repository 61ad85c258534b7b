"""The CSV files described for programs, as a Data Package, version 2: https://datapackage.org/.

It names no foreign keys: a reference is `type:id`, and a list of references is one cell.
"""

from collections.abc import Iterable

from . import urls
from .catalogue import N_, Catalogue, catalogue
from .data_files import FORMAT, DataFile, entries_of
from .library import Library
from .records import RECORD_TYPES
from .tables import Column, columns_of, last_changed

_PROFILES = "https://datapackage.org/profiles/2.0"


def describe_tables(library: Library, files: Iterable[DataFile]) -> dict[str, object]:
    """The package. Its words are in the language of the site; one whose records have no dates is not dated."""
    site, words = library.site, catalogue(library.site.language)
    changed = last_changed(entry.record for entry in entries_of(library, ""))
    return {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": "data",
        "id": site.absolute(urls.DATA),
        "title": site.name,
        "description": words.gettext(N_("Everything on this site as data, with the meaning of every field.")),
        "homepage": site.absolute(urls.DATA),
        "version": f"{FORMAT}.0",
        **({"modified": changed.iso} if changed else {}),
        "licenses": [{"name": "CC-BY-4.0", "path": urls.CC_BY, "title": "Creative Commons Attribution 4.0"}],
        "resources": [_resource(file, words) for file in files if file.form == "csv"],
    }


def _resource(file: DataFile, words: Catalogue) -> dict[str, object]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": urls.TYPES[file.type].folder,
        "type": "table",
        "title": words.gettext(RECORD_TYPES[file.type].plural),
        "path": file.url.rpartition("/")[2],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.checksum}",
        "dialect": {
            "$schema": f"{_PROFILES}/tabledialect.json",
            "header": True,
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
        },
        "schema": {
            "$schema": f"{_PROFILES}/tableschema.json",
            "fields": [_field(column, words) for column in columns_of(file.type)],
            "primaryKey": ["id"],
        },
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
