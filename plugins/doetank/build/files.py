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
    """Write a new file below a folder. One that stands there is removed first: it may have another name elsewhere."""
    place = f"{folder}/{name}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(place, flags, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(place), exist_ok=True)
        descriptor = os.open(place, flags, 0o666)
    except FileExistsError:
        Path(place).unlink()
        descriptor = os.open(place, flags, 0o666)
    with open(descriptor, "wb", buffering=0) as file:
        file.write(content)
        changed = os.fstat(descriptor).st_mtime_ns
    return Seen(len(content), changed, hashlib.sha256(content).hexdigest())


def place(old: Path, new: Path, name: str, seen: Seen, stands: bool = False) -> bool:
    """Put a file of a folder in another too, if it is there as it was seen; nothing is left to do where it `stands` there."""
    here, there = f"{old}/{name}", f"{new}/{name}"
    try:
        found = os.stat(here, follow_symlinks=False)
    except OSError:
        return False
    if (found.st_size, found.st_mtime_ns) != seen[:2]:
        return False
    if stands:
        return True
    os.makedirs(os.path.dirname(there), exist_ok=True)
    try:
        os.link(here, there)
    except OSError:  # another disk, or one without links
        shutil.copy2(here, there)
    return True


def found_in(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Every file below a folder: its name from there, with `/`; its size, and when it was changed. None where there is no folder."""
    for name, entry in _entries(folder):
        status = entry.stat(follow_symlinks=False)
        yield name, status.st_size, status.st_mtime_ns


def numbers_in(folder: Path) -> Iterator[tuple[str, int]]:
    """Every file below a folder with its number on the disk: equal names with equal numbers are one and the same file."""
    return ((name, entry.inode()) for name, entry in _entries(folder))


def _entries(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
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
                yield f"{above}{entry.name}", entry


def contents_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file below a folder, by name, with the digest of what is in it: its time is not believed, which may stand still."""
    for name in sorted(_names(folder.as_posix())):
        with open(name, "rb", buffering=0) as file:
            yield name, hashlib.sha256(file.readall()).hexdigest()


def _names(folder: str) -> Iterator[str]:
    """What Python compiled is no content. Links to folders are followed, each folder once: Pelican copies what is there."""
    waiting, linked = [folder], {os.path.realpath(folder)}
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
            elif entry.is_dir() and (place := os.path.realpath(entry.path)) not in linked:
                linked.add(place)
                waiting.append(entry.path)
