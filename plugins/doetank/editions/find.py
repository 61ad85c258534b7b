"""The editions among the content: one file beside each report that was frozen."""

from pathlib import Path

from ..bodies import Converter
from ..edition import Edition
from ..problems import Problem, say
from ..records import Report
from ..records.fields import Reading
from ..urls import TYPES
from .file import read_edition
from .form import SUFFIX

FOLDER = TYPES[Report.type].folder


def read_editions(content: Path, shown_as: str, reading: Reading, converter: Converter) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """Every edition below `content`, and what is wrong with the others. A damaged one gives one problem."""
    found = [_read(location, content, shown_as, reading, converter) for location in edition_files(content)]
    return tuple(one for one in found if isinstance(one, Edition)), tuple(one for one in found if isinstance(one, Problem))


def edition_files(content: Path) -> list[Path]:
    """Every file that is meant to be one, by name."""
    return sorted(content.rglob(f"*{SUFFIX}"))


def edition_file(content: Path, name: str) -> Path:
    """Where the edition of a report belongs."""
    return content / FOLDER / f"{name}{SUFFIX}"


def _read(location: Path, content: Path, shown_as: str, reading: Reading, converter: Converter) -> Edition | Problem:
    name = location.name.removesuffix(SUFFIX)
    path = f"{shown_as}/{location.relative_to(content).as_posix()}"
    if location != edition_file(content, name) or location.is_symlink():
        return Problem(path, 1, 1, "", say("an edition stands beside its report, as {file}", file=f"{FOLDER}/{name}{SUFFIX}"))
    return read_edition(location.read_bytes(), path, name, reading, converter)
