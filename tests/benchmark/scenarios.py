"""What is changed before a build, and how that is done in a project of any contestant."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from .corpus import RECORDS_PER_DOETANK, THEMES, name_of

if TYPE_CHECKING:
    from .contestants.contestant import Contestant

COLD = "cold"
NOTHING = "nothing changed"
BODY = "one body changed"
TITLE = "one title changed"
TEMPLATE = "one template changed"
VOCABULARY = "one label of the vocabulary changed"
EVERY = (COLD, NOTHING, BODY, TITLE, TEMPLATE, VOCABULARY)
"""In the order in which they are measured; each starts from what the one before it left."""

_LABEL = next(iter(THEMES.values()))
_LESSON = 7
"""The place of a lesson among the records of its Doetank."""


def change(contestant: "Contestant", scenario: str, folder: Path, count: int, run: int) -> None:
    """Change what the scenario names, otherwise in each run."""
    record = folder / contestant.source(_record(count))
    if scenario == BODY:
        _rewrite(record, r"(\nEen zin, nummer \d+\.\n)?\Z", f"\nEen zin, nummer {run}.\n")
    elif scenario == TITLE:
        _rewrite(record, r"(?mi)^(title): .*$", rf"\1: Titel nummer {run}")
    elif scenario == TEMPLATE:
        # Of every page, and such that every page is another one after it.
        _rewrite(folder / contestant.template, r"(<!-- \d+ -->)?</body>", f"<!-- {run} --></body>")
    elif scenario == VOCABULARY:
        _rewrite(folder / contestant.vocabulary, rf"{re.escape(_LABEL)}( \d+)?", f"{_LABEL} {run}")


def _record(count: int) -> str:
    """A lesson halfway."""
    return name_of(count // 2 // RECORDS_PER_DOETANK * RECORDS_PER_DOETANK + _LESSON)


def _rewrite(path: Path, found: str, new: str) -> None:
    """Raises ValueError where there is nothing to change."""
    text = path.read_text(encoding="utf-8")
    changed = re.sub(found, new, text, count=1)
    if changed == text:
        raise ValueError(f"{path}: found no {found}")
    path.write_text(changed, encoding="utf-8")
