"""Files as the build handles them, tens of thousands at a time: written, looked at, and put in a second folder without a copy."""

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Seen(NamedTuple):
    """A file as it was written. `changed` is in nanoseconds."""

    size: int
    changed: int
    sha256: str


def put(folder: Path, name: str, content: bytes) -> Seen:
    """Write a file below a folder."""
    place = f"{folder}/{name}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(place, flags, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        descriptor = os.open(place, flags, 0o666)
    with open(descriptor, "wb", buffering=0) as file:
        file.write(content)
        changed = os.fstat(descriptor).st_mtime_ns
    return Seen(len(content), changed, hashlib.sha256(content).hexdigest())


def place(old: Path, new: Path, name: str, seen: Seen) -> bool:
    """Put a file of a folder in another too, if it is there as it was seen."""
    here, there = f"{old}/{name}", f"{new}/{name}"
    try:
        found = os.stat(here, follow_symlinks=False)
    except OSError:
        return False
    if (found.st_size, found.st_mtime_ns) != seen[:2]:
        return False
    os.makedirs(os.path.dirname(there), exist_ok=True)
    try:
        os.link(here, there)
    except OSError:  # another disk, or one without links
        shutil.copy2(here, there)
    return True


def found_in(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Every file below a folder: its name from there, with `/`; its size, and when it was changed. None where there is no folder."""
    waiting = [""]
    while waiting:
        above = waiting.pop()
        try:
            entries = list(os.scandir(f"{folder}/{above}"))
        except FileNotFoundError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{above}{entry.name}/")
            else:
                status = entry.stat(follow_symlinks=False)
                yield f"{above}{entry.name}", status.st_size, status.st_mtime_ns


def contents_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file below a folder, by name, with the digest of what is in it: its time is not believed, which may stand still."""
    for name in sorted(_names(folder.as_posix())):
        with open(name, "rb", buffering=0) as file:
            yield name, hashlib.sha256(file.readall()).hexdigest()


def _names(folder: str) -> Iterator[str]:
    """What Python compiled is no content."""
    waiting = [folder]
    while waiting:
        above = waiting.pop()
        try:
            entries = list(os.scandir(above))
        except FileNotFoundError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting += [entry.path] if entry.name != "__pycache__" else []
            elif entry.is_file():
                yield entry.path
