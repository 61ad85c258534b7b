"""The options that several commands have: where the content and the settings are, and in which language one is answered."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..catalogue import LANGUAGES

_OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "content": {"default": "content", "help": "the content folder (default: content)"},
    "settings": {"default": "pelicanconf.py", "help": "the site's settings (default: pelicanconf.py)"},
    "lang": {"choices": LANGUAGES, "help": "the language of what is told (default: the site's)"},
}


def add_options(parser: argparse.ArgumentParser, *names: str) -> None:
    """Let a command take these."""
    for name in names:
        parser.add_argument(f"--{name}", **_OPTIONS[name])


def refuse_missing(parser: argparse.ArgumentParser, paths: Sequence[str]) -> None:
    """Ends the program with 2 when there is no such file or folder."""
    for path in paths:
        if not Path(path).exists():
            parser.error(f"there is no file or folder {path}")


def is_among(path: Path, chosen: Sequence[str]) -> bool:
    """Whether a file is one of those that were named, or lies in one of these folders; when none was named, every file is."""
    return not chosen or any(path.resolve().is_relative_to(Path(name).resolve()) for name in chosen)
