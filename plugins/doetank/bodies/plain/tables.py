"""Tables of which every row has a bar at both ends and as many cells as the first."""

import re
from collections.abc import Iterable

from .inline import Inline, NotPlain

_ROW = re.compile(r"\|(.*)\|")
_COLUMN = re.compile(r" *(:?)-+(:?) *")
_PLACES = {("", ""): "", (":", ""): ' class="align-left"', ("", ":"): ' class="align-right"', (":", ":"): ' class="align-center"'}


def table(block: str, inline: Inline, label: str) -> str:
    """A table in the region in which it scrolls. Raises NotPlain."""
    rows = [_cells(line) for line in block.split("\n")]
    if len(rows) < 3 or any(len(row) != len(rows[0]) for row in rows):
        raise NotPlain
    places = [_place(cell) for cell in rows[1]]
    head = _row([f'<th{place} scope="col">' for place in places], rows[0], "</th>", inline)
    data = [f"<td{place}>" for place in places]
    body = "\n".join(_row(data, row, "</td>", inline) for row in rows[2:])
    shown = f"<table>\n<thead>\n{head}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    return f'<div aria-label="{label}" class="table-region" role="region" tabindex="0">{shown}</div>'


def _cells(line: str) -> list[str]:
    found = _ROW.fullmatch(line)
    if found is None:
        raise NotPlain
    return found[1].split("|")


def _place(cell: str) -> str:
    found = _COLUMN.fullmatch(cell)
    if found is None:
        raise NotPlain
    return _PLACES[found[1], found[2]]


def _row(begins: Iterable[str], cells: Iterable[str], end: str, inline: Inline) -> str:
    shown = "\n".join(f"{begin}{inline.html(cell.strip())}{end}" for begin, cell in zip(begins, cells, strict=True))
    return f"<tr>\n{shown}\n</tr>"
