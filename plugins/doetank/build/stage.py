"""Build beside the last good output, and swap the two when everything is there."""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

MARK = "manifest.json"
"""A folder that holds this file was written by us and may be replaced."""
_HERE, _EXCHANGE = -100, 2
"""Of Linux: a name counts from the current folder, and two of them change places."""


class NotOurs(Exception):
    """The output folder holds files that this program did not write. The message is the folder."""


@contextmanager
def staged(output: Path, spare: Path | None = None) -> Iterator[Path]:
    """A folder beside `output` that takes its place when the block ends well, and disappears when it does not.

    Where `output` is a link, that stays, and what it leads to is replaced.
    The folder is new, or what the last build put at `spare`: the output that was replaced then, with all that stood in it.
    """
    output = output.resolve()
    if output.exists() and any(output.iterdir()) and not (output / MARK).exists():
        raise NotOurs(str(output))
    output.parent.mkdir(parents=True, exist_ok=True)
    _tidy(output)
    # The process id keeps two builds at once out of each other's way.
    stage = output.with_name(f".{output.name}.{os.getpid()}.new")
    shutil.rmtree(stage, ignore_errors=True)
    if not _moved(spare, stage):
        stage.mkdir()
    try:
        with _held(stage):
            yield stage
            _swap(stage, output)
    finally:
        if not _moved(stage, spare):
            shutil.rmtree(stage, ignore_errors=True)


def _swap(stage: Path, output: Path) -> None:
    """In one step where the system can, so that nobody finds the folder missing. After that the last output, if any, is at `stage`."""
    if _exchanged(stage, output):
        return
    old = stage.with_suffix(".old")
    shutil.rmtree(old, ignore_errors=True)
    if output.exists():
        output.rename(old)
    try:
        stage.rename(output)
    except OSError:
        if old.exists():
            old.rename(output)
        raise
    if old.exists():
        old.rename(stage)


def _moved(folder: Path | None, place: Path | None) -> bool:
    """Whether a folder could be put in a place: not where there is none, where another stands there, and on another disk."""
    if folder is None or place is None or folder.is_symlink() or not folder.is_dir():
        return False
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(place)
        return True
    return False


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders changed places. Not so where one of them is missing, and where the system or the disk cannot do it."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return rename is not None and rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0


def _tidy(output: Path) -> None:
    """Clear away what builds left that were killed, and put back an output that one of them had just taken away."""
    for left in sorted(output.parent.glob(f".{output.name}.*.old")):
        if not output.exists():
            left.rename(output)
    for left in (path for ending in ("new", "old") for path in output.parent.glob(f".{output.name}.*.{ending}")):
        with suppress(OSError), _held(left):  # another build holds its own
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder, for as long as this process lives. Raises OSError when another one does."""
    if sys.platform == "win32":
        yield  # there a folder that is written in cannot be removed
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)
