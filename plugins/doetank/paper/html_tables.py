"""An HTML table as rows of equal length: what spans several places is told in each of them."""

from .document import Content, Styled, Table
from .html_text import Place, words_of
from .html_tree import Element

MOST = 40
"""A cell spans no more than this."""


def table_of(element: Element, place: Place) -> Table:
    """The rows of `thead`, or a first row of nothing but header cells, become the header."""
    groups = [part for part in element.elements if part.tag in ("thead", "tbody", "tfoot")]
    rows = tuple(row for group in groups for row in group.elements if row.tag == "tr")
    heads = {id(row) for group in groups if group.tag == "thead" for row in group.elements}
    if not heads and rows and all(cell.tag == "th" for cell in _cells(rows[0])):
        heads = {id(rows[0])}
    told = _filled(rows, place, frozenset(heads))
    width = max((len(row) for row in told), default=0)
    even = [(*row, *((),) * (width - len(row))) for row in told]
    head = [row for row, element_row in zip(even, rows, strict=True) if id(element_row) in heads]
    body = [row for row, element_row in zip(even, rows, strict=True) if id(element_row) not in heads]
    captions = [part for part in element.elements if part.tag == "caption"]
    caption = words_of(captions[0].children, place) if captions else ()
    return Table(_merged(head), tuple(body), caption, _numbers(rows))


def _cells(row: Element) -> tuple[Element, ...]:
    return tuple(cell for cell in row.elements if cell.tag in ("th", "td"))


def _filled(rows: tuple[Element, ...], place: Place, heads: frozenset[int]) -> list[tuple[Content, ...]]:
    """Every row with its cells in their columns; a cell that comes from a row above keeps its place."""
    taken: dict[tuple[int, int], Content] = {}
    told: list[tuple[Content, ...]] = []
    for y, row in enumerate(rows):
        x = 0
        for cell in _cells(row):
            while (x, y) in taken:
                x += 1
            words = words_of(cell.children, place)
            shown = (Styled("strong", words),) if words and cell.tag == "th" and id(row) not in heads else words
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            taken |= {(x + right, y + down): shown for right in range(wide) for down in range(high)}
        last = max((column for column, line in taken if line == y), default=-1)
        told.append(tuple(taken.get((column, y), ()) for column in range(last + 1)))
    return told


def _span(cell: Element, name: str) -> int:
    written = cell.attributes.get(name, "1")
    return min(max(int(written), 1), MOST) if written.isascii() and written.isdigit() and len(written) < 9 else 1


def _merged(head: list[tuple[Content, ...]]) -> tuple[Content, ...]:
    """Several header rows become one: what a cell says twice is said once."""
    columns = zip(*head, strict=True)
    return tuple(tuple(word for cell in dict.fromkeys(column) for word in (*cell, " "))[:-1] for column in columns)


def _numbers(rows: tuple[Element, ...]) -> tuple[int, ...]:
    """The columns that their author set to the right."""
    first = _cells(rows[0]) if rows else ()
    return tuple(at for at, cell in enumerate(first) if "align-right" in cell.classes)
