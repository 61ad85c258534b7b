"""The records as files for programs: every type as CSV and JSON Lines, and all of it as one JSON."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from json.encoder import encode_basestring

from . import urls
from .library import Entry, Library
from .once import once
from .records import RECORD_TYPES
from .tables import Row, as_data, last_changed, table_of

FORMAT = "1.1"
"""The version of the form of these files: a new column counts after the dot; one that goes, or means something else, before it."""


@dataclass(frozen=True)
class DataFile:
    """One file. `type` is a record type, or empty for all of them; `form` is how its name ends."""

    type: str
    form: str
    url: str
    content: bytes
    count: int

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content)

    @property
    def checksum(self) -> str:
        """SHA-256, in small letters."""
        return hashlib.sha256(self.content).hexdigest()


@once
def data_files(library: Library) -> tuple[DataFile, ...]:
    """Two files a type, a type without records too, and one with everything; records in the order of their ids."""
    return tuple(_files(library))


@once
def rows_of(library: Library) -> Mapping[str, Row]:
    """The data of every record that has a page, in every language, by the address of that page."""
    return {entry.url: as_data(library.site, entry) for entry in library.everything()}


def entries_of(library: Library, type_name: str) -> tuple[Entry, ...]:
    """What stands in the data of a type, or of all types for an empty name, in its order there."""
    names = (type_name,) if type_name else tuple(RECORD_TYPES)
    return tuple(entry for name in names for entry in sorted(library.all(name), key=lambda entry: entry.record.id))


def as_json(value: object) -> bytes:
    """For people too: indented, and with the letters as they are."""
    return (_indented(value, "\n") + "\n").encode()


def _indented(value: object, line: str) -> str:
    """What `json.dumps` with `indent=2` gives, several times as fast; `line` begins a line outside the value."""
    if isinstance(value, str):
        return encode_basestring(value)
    inside = f"{line}  "
    if isinstance(value, Mapping) and value:
        parts = (f"{inside}{encode_basestring(key)}: {_indented(part, inside)}" for key, part in value.items())
        return f"{{{','.join(parts)}{line}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{','.join([f'{inside}{_indented(part, inside)}' for part in value])}{line}]"
    return json.dumps(value)


def _files(library: Library) -> Iterator[DataFile]:
    everything: dict[str, list[Row]] = {}
    for name in RECORD_TYPES:
        entries = entries_of(library, name)
        everything[name] = [rows_of(library)[entry.url] for entry in entries]
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in everything[name])
        yield DataFile(name, "csv", urls.data(name, "csv"), table_of(name, everything[name]), len(entries))
        yield DataFile(name, "jsonl", urls.data(name, "jsonl"), "".join(lines).encode(), len(entries))
    changed = last_changed(entry.record for entry in entries_of(library, ""))
    dated = {"modified": changed.iso} if changed else {}
    head = {"format": FORMAT, "site": library.site.absolute(urls.HOME), "license": urls.CC_BY, **dated}
    count = sum(len(rows) for rows in everything.values())
    yield DataFile("", "json", urls.ALL_DATA, as_json({**head, "records": everything}), count)
