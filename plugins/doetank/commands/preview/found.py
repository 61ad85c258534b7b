"""What the check of a pull request left behind: mistakes and changed pages. Anybody may have written it, so only its form is believed."""

import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TypeVar
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from pydantic import TypeAdapter, ValidationError

from ...page_changes import PageChange

PROBLEMS, PAGES = "problems.json", "pages.json"
"""The only two files that are read, from memory; nothing of an archive is written anywhere."""
MOST_BYTES = 2_000_000
"""Of an archive, and of each file in it."""
_ENCRYPTED = 1
T = TypeVar("T")


@dataclass(frozen=True)
class Told:
    """A mistake or an advice, as `check --format json` tells it."""

    path: str
    line: int
    column: int
    field: str
    message: str
    notice: bool


@dataclass(frozen=True)
class Findings:
    """What was told. The check did not end when `problems` is None, and nothing was built or compared when `pages` is."""

    problems: tuple[Told, ...] | None = None
    pages: tuple[PageChange, ...] | None = None


def read_findings(archive: bytes) -> Findings:
    """What can be read of an archive; what has another form or is too large is as if it were not there."""
    try:
        with ZipFile(BytesIO(archive)) as files:
            return Findings(_rows(files, PROBLEMS, tuple[Told, ...]), _rows(files, PAGES, tuple[PageChange, ...]))
    except BadZipFile:
        return Findings()


def _rows(files: ZipFile, name: str, form: type[T]) -> T | None:
    try:
        return TypeAdapter(form).validate_json(_content(files, name))
    except ValidationError:
        return None


def _content(files: ZipFile, name: str) -> bytes:
    """Empty when there is nothing that may be read: an archive may say that a file is small, and unpack without end."""
    listed = [info for info in files.infolist() if info.filename == name]
    if len(listed) != 1 or listed[0].flag_bits & _ENCRYPTED or listed[0].compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return b""
    try:
        with files.open(listed[0]) as file:
            content = file.read(MOST_BYTES + 1)
    except (BadZipFile, EOFError, zlib.error):
        return b""
    return content if len(content) <= MOST_BYTES else b""
