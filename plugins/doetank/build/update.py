"""A folder brought up to date file by file, each of them whole or not at all: for a site that is looked at while it is written."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple


class Copy(NamedTuple):
    """A file as it was when its folder was looked through."""

    source: Path
    changed: int
    size: int


Wanted = Mapping[str, bytes | Copy]
"""What is to stand under each name."""
Contents = Mapping[str, "bytes | Copy | None"]
"""What stands under each name; None for what was found there, whatever it is."""


def copy_of(source: Path) -> Copy:
    """Raises FileNotFoundError."""
    found = source.stat()
    return Copy(source, found.st_mtime_ns, found.st_size)


def found_in(folder: Path, without: str) -> Contents:
    """The files that an earlier program left; those in the folder `without` are not ours to touch."""
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    return {name: None for name in names if not name.startswith(f"{without}/")}


def update(folder: Path, before: Contents, wanted: Wanted) -> tuple[str, ...]:
    """Write what is new or other than before, remove what is no longer there, and return the names of both."""
    changed = tuple(name for name, what in wanted.items() if name not in before or before[name] != what)
    gone = tuple(name for name in before if name not in wanted)
    for name in changed:
        _put(folder / name, wanted[name])
    for name in gone:
        (folder / name).unlink(missing_ok=True)
        with suppress(OSError):  # other files stand in it
            (folder / name).parent.rmdir()
    return changed + gone


def _put(place: Path, what: bytes | Copy) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.{os.getpid()}")
    if isinstance(what, bytes):
        new.write_bytes(what)
    else:
        shutil.copyfile(what.source, new)
    new.replace(place)
