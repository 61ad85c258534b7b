"""Records and editions that an earlier build of this process read: a file with the same bytes need not be read again."""

from collections.abc import Sequence
from pathlib import Path

from ..edition import Edition
from ..editions.find import edition_files, read_editions
from ..problems import Problem
from ..reading import Parsed, Reader
from ..sources import Source
from .read_kept import as_before

Editions = tuple[tuple[Edition, ...], tuple[Problem, ...]]


class ReadBefore:
    """What was read, for as long as everything else that its meaning depends on stays the same."""

    def __init__(self) -> None:
        self._reader: Reader | None = None
        self._read: dict[Source, tuple[bytes, Parsed]] = {}
        self._editions: tuple[dict[Path, bytes], Editions] | None = None

    def parsed(self, reader: Reader, sources: Sequence[Source], _workers: int) -> list[Parsed]:
        """`[reader.read(source) for source in sources]`. In one process: few of them are new."""
        reader = self._same(reader)
        self._read = {source: self._one(reader, source) for source in sources}
        return [parsed for _, parsed in self._read.values()]

    def editions(self, content: Path, shown_as: str, reader: Reader) -> Editions:
        """`read_editions`, with what the reader has."""
        reader = self._same(reader)
        found = {file: file.read_bytes() for file in edition_files(content)}
        if self._editions is None or self._editions[0] != found:
            self._editions = found, read_editions(content, shown_as, reader.reading, reader.converter)
        return self._editions[1]

    def _same(self, reader: Reader) -> Reader:
        if self._reader is None or _surroundings(self._reader) != _surroundings(reader):
            self._reader, self._read, self._editions = reader, {}, None
        elif _places(self._reader) != _places(reader):
            kept = {source: read for source, read in self._read.items() if not read[1].problems and as_before(read[1], reader)}
            self._reader, self._read, self._editions = reader, kept, None
        return self._reader

    def _one(self, reader: Reader, source: Source) -> tuple[bytes, Parsed]:
        content = source.read()
        before = self._read.get(source)
        return before if before and before[0] == content else (content, reader.read(source, content))


def _surroundings(reader: Reader) -> tuple[object, ...]:
    return reader.reading, reader.converter.places.pictures, reader.default_language, reader.mailboxes


def _places(reader: Reader) -> tuple[object, ...]:
    """Where records and media are: of those that refer to one that came, went or moved, the texts are read again."""
    return reader.converter.places.addresses, reader.media
