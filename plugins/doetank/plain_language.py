"""Advice on plain language: how long a sentence may be, and simpler words for difficult ones, from theme/contribute/."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parents[2] / "theme" / "contribute" / "plain_language.yml"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def _written() -> dict[str, Any]:
    written: dict[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 - both are safe loaders
    return written


def language_rules(language: str) -> dict[str, Any]:
    """The advice on texts in a language, for `contribute/language.js`; of one that has no list only long sentences are told."""
    written = _written()
    listed = written["words"].get(language, {})
    return {
        "longest_sentence": written["longest_sentence"],
        "abbreviations": written["abbreviations"],
        "words": {form: simple for word, (simple, *others) in listed.items() for form in (word, *others)},
    }
