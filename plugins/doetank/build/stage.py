"""Build beside the last good output, and swap the two when everything is there."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARK = "manifest.json"
"""A folder that holds this file was written by us and may be replaced."""


class NotOurs(Exception):
    """The output folder holds files that this program did not write. The message is the folder."""


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """A new folder beside `output` that takes its place when the block ends well, and disappears when it does not."""
    if output.exists() and any(output.iterdir()) and not (output / MARK).exists():
        raise NotOurs(str(output))
    # The process id keeps two builds at once out of each other's way.
    stage = output.with_name(f".{output.name}.{os.getpid()}.new")
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    try:
        yield stage
        _swap(stage, output)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _swap(stage: Path, output: Path) -> None:
    old = output.with_name(f".{output.name}.{os.getpid()}.old")
    shutil.rmtree(old, ignore_errors=True)
    if output.exists():
        output.rename(old)
    try:
        stage.rename(output)
    except OSError:
        if old.exists():
            old.rename(output)
        raise
    shutil.rmtree(old, ignore_errors=True)
