"""Changed pages as a person, a pull request or a program reads them."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from ...catalogue import N_, Catalogue, Label
from ...github_markdown import code, fenced, fitting, folded
from ...page_changes import KINDS, Kind, PageChange

NAMES: Mapping[Kind, Label] = {"new": N_("New"), "changed": N_("Changed"), "gone": N_("Gone")}
MOST_BYTES = 900_000
"""The summary of a run takes 1 MiB."""


def as_text(changes: Sequence[PageChange], words: Catalogue) -> str:
    """A line for each page with its changed lines below it, and their number first."""
    lines = [_number(changes, words)]
    for change in changes:
        lines += ["", f"{words.gettext(NAMES[change.kind])}: {change.address}", *(f"    {line}" for line in _shown(change, words))]
    return "\n".join(lines)


def as_markdown(changes: Sequence[PageChange], words: Catalogue) -> str:
    """The same for a pull request or the summary of a run, as far as GitHub takes it."""
    return fitting(blocks(changes, words), MOST_BYTES, words.gettext("This is not all of it: more pages changed than can be shown here."))


def blocks(changes: Sequence[PageChange], words: Catalogue) -> tuple[str, ...]:
    """The number of pages, and a part for each that can be left out."""
    return (_number(changes, words), *(_block(change, words) for change in changes))


def as_json(changes: Sequence[PageChange], _words: Catalogue) -> str:
    """A list of objects with address, kind, lines and left_out."""
    return json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[PageChange], Catalogue], str]] = {"text": as_text, "markdown": as_markdown, "json": as_json}


def _number(changes: Sequence[PageChange], words: Catalogue) -> str:
    if not changes:
        return words.gettext("Readers see no difference on any page.")
    numbers: dict[str, int] = {kind: sum(change.kind == kind for change in changes) for kind in KINDS}
    return words.gettext("Pages that readers find new: {new}; changed: {changed}; gone: {gone}.").format_map(numbers)


def _block(change: PageChange, words: Catalogue) -> str:
    name = words.gettext(NAMES[change.kind])
    lines = _shown(change, words)
    return folded(f"{name}:", change.address, fenced(lines, "diff")) if lines else f"{name}: {code(change.address)}"


def _shown(change: PageChange, words: Catalogue) -> tuple[str, ...]:
    cut = words.ngettext("… and {n} more line", "… and {n} more lines", change.left_out).format(n=change.left_out)
    return (*change.lines, *([cut] if change.left_out else ()))
