"""Files that are there whole or not at all."""

import os
from pathlib import Path


def write_new(file: Path, content: bytes) -> None:
    """Write a file that is not there yet. Raises FileExistsError when it is, also when it came in between."""
    file.parent.mkdir(exist_ok=True)
    beside = _beside(file, content)
    try:
        os.link(beside, file)
    finally:
        beside.unlink()


def replace_file(file: Path, content: bytes) -> None:
    """Put other content in a file, with the same permissions; who reads it meanwhile sees the old or the new."""
    beside = _beside(file, content)
    beside.chmod(file.stat().st_mode)
    beside.replace(file)


def _beside(file: Path, content: bytes) -> Path:
    # The process id keeps two at once out of each other's way.
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    beside.write_bytes(content)
    return beside
