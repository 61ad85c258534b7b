"""Which pages of a site readers find new, changed or gone, and which words of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Literal

from .page_text import text_of
from .urls import PATTERNS

Kind = Literal["new", "changed", "gone"]
KINDS: tuple[Kind, ...] = ("new", "changed", "gone")
MOST_LINES = 80
LONGEST_LINE = 400
_AROUND = 2
"""How many lines before and after a change are shown, to see where it is."""


@dataclass(frozen=True)
class PageChange:
    """A page with the lines that came and went, `left_out` lines excepted; of a page that is gone there are none."""

    address: str
    kind: Kind
    lines: tuple[str, ...] = ()
    left_out: int = 0


def page_changes(old: Path, new: Path) -> tuple[PageChange, ...]:
    """New pages first, then what changed most. Pages are compared by what is to be read in them, not by their bytes."""
    before, after = _pages(old), _pages(new)
    found = [change for address in {**before, **after} if (change := _change(address, before.get(address), after.get(address)))]
    return tuple(sorted(found, key=lambda change: (KINDS.index(change.kind), -len(change.lines) - change.left_out, change.address)))


def _pages(site: Path) -> dict[str, Path]:
    """Those that readers see: pages with the patterns of the theme are in a development build only."""
    found = {"/" + file.relative_to(site).as_posix().removesuffix("index.html"): file for file in site.rglob("*.html")}
    return {address: file for address, file in found.items() if not address.startswith(PATTERNS)}


def _change(address: str, old: Path | None, new: Path | None) -> PageChange | None:
    if new is None:
        return PageChange(address, "gone")
    if old is not None and old.read_bytes() == new.read_bytes():
        return None
    lines = tuple(_differences(_text(old), _text(new)))
    if not lines and old is not None:
        return None
    shown = tuple(line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + "…" for line in lines[:MOST_LINES])
    return PageChange(address, "new" if old is None else "changed", shown, len(lines) - len(shown))


def _text(page: Path | None) -> tuple[str, ...]:
    return text_of(page.read_text(encoding="utf-8")) if page else ()


def _differences(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[str]:
    """Lines that begin with + or -, and those around them; `…` where something in between is as it was."""
    # The first two lines name the files, and each part begins with the numbers of its lines.
    parts = list(unified_diff(old, new, n=_AROUND, lineterm=""))[2:]
    for number, line in enumerate(parts):
        if not line.startswith("@@"):
            yield line
        elif number:
            yield "…"
