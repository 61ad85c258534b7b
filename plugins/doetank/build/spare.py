"""The output before the last, made into the next: what stands there already, of thousands of pages, need not be put there again."""

import os
from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path

from .files import numbers_in


def standing(folder: Path, last: Path, names: Collection[str]) -> frozenset[str]:
    """Of these names those under which `folder` has the very file that `last` has. All else that stands there is removed."""
    there = {name: number for name, number in numbers_in(last) if name in names}
    found = frozenset(name for name, number in numbers_in(folder) if there.get(name) == number)
    _clear(str(folder), "", found)
    return found


def remove(folder: Path, names: Iterable[str]) -> None:
    """Remove files, and the folders that are empty then."""
    for name in names:
        place = folder / name
        place.unlink()
        with suppress(OSError):  # something else is in it
            while (place := place.parent) != folder:
                place.rmdir()


def _clear(folder: str, above: str, kept: frozenset[str]) -> bool:
    """Remove all but these files, and say whether that leaves nothing."""
    empty = True
    for entry in list(os.scandir(f"{folder}/{above}")):
        name = f"{above}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if _clear(folder, f"{name}/", kept):
                Path(entry.path).rmdir()
            else:
                empty = False
        elif name in kept:
            empty = False
        else:
            Path(entry.path).unlink()
    return empty
