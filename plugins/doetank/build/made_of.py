"""Fingerprints of what a build is made of: our own program, and all that goes in."""

import hashlib
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import distributions
from pathlib import Path
from types import ModuleType
from typing import Any

from ..catalogue import FOLDER as TRANSLATIONS
from ..fingerprint import Fingerprints, fingerprint
from ..site import Site

PROGRAM = Path(__file__).parents[1]


def program() -> str:
    """Of our code and catalogues, Python, and every package that is installed."""
    packages = sorted((one.metadata["Name"], one.version) for one in distributions())
    return fingerprint(platform.python_version(), tuple(packages), *_files((PROGRAM, TRANSLATIONS)))


def made_of(code: str, settings: Mapping[str, Any], site: Site) -> str:
    """Of `code`, all choices, the texts and the theme. Empty when a choice has no fingerprint, and so may be another every time."""
    prints = Fingerprints()
    try:
        chosen = tuple((name, prints.plain(_named(settings[name]))) for name in sorted(settings) if name.isupper())
        return fingerprint(code, chosen, prints.plain(site), *_files((Path(settings["PATH"]), Path(settings["THEME"]))))
    except TypeError:
        return ""


def _files(folders: Iterable[Path]) -> Iterable[tuple[str, str]]:
    for folder in folders:
        for name in sorted(path.as_posix() for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
            yield name, hashlib.sha256(Path(name).read_bytes()).hexdigest()


def _named(value: object) -> object:
    """Code by its name: what is in our own is told apart."""
    if isinstance(value, ModuleType):
        return value.__name__
    if hasattr(value, "__qualname__"):
        return f"{value.__module__}.{value.__qualname__}"
    if isinstance(value, dict):
        return {key: _named(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_named(item) for item in value]
    return value
