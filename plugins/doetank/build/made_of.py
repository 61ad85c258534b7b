"""Fingerprints of what a build is made of: our own program, and all that goes in."""

import platform
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from .. import catalogue
from ..fingerprint import Fingerprints, fingerprint
from ..site import Site
from .files import contents_of

PROGRAM = Path(__file__).parents[1]
_KNOWN = frozenset({__name__.partition(".")[0], "builtins", "jinja2", "markdown", "pelican"})
"""Packages of which the version counts, and our own code."""
_OF_A_BUILD = frozenset({"BUILD_CACHE", "OUTPUT_PATH", "WORKERS", "WRITE"})
"""What differs between builds that make the same."""


def program() -> str:
    """Of our code and catalogues, Python, and every package that is installed."""
    return fingerprint(platform.python_version(), tuple(sorted(_packages())), *contents_of(PROGRAM), *contents_of(catalogue.FOLDER))


def chosen(code: str, settings: Mapping[str, Any], site: Site) -> str:
    """Of `code` and all choices. Empty when a choice has no fingerprint, such as a function of the site's own."""
    try:
        named = {name: _named(settings[name]) for name in sorted(settings) if name.isupper() and name not in _OF_A_BUILD}
        return Fingerprints().of(code, named, site)
    except TypeError:
        return ""


def made_of(choices: str, settings: Mapping[str, Any]) -> str:
    """Of all choices, the texts and the theme."""
    return fingerprint(choices, *contents_of(Path(settings["PATH"])), *contents_of(Path(settings["THEME"])))


def _packages() -> Iterable[str]:
    """The names of what tells of each package, which have its version in them. Python's own way reads every one of them."""
    return (path.name for folder in sys.path for path in Path(folder).glob("*.*-info"))


def _named(value: object) -> object:
    """Code by its name, when it is that of a package or our own, which are told apart. Raises TypeError for other code."""
    if isinstance(value, ModuleType) or hasattr(value, "__qualname__"):
        name = value.__name__ if isinstance(value, ModuleType) else f"{value.__module__}.{value.__qualname__}"
        if name.partition(".")[0] not in _KNOWN:
            raise TypeError(name)
        return name
    if isinstance(value, dict):
        return {key: _named(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_named(item) for item in value]
    return value
