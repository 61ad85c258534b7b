"""HTML to blocks to print: all that the allow-list in `bodies/` lets through."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from .document import (
    Aside,
    Block,
    Blocks,
    Content,
    Definitions,
    Foreign,
    Heading,
    InLanguage,
    Items,
    Listing,
    Paragraph,
    Quotation,
    Rule,
    Styled,
)
from .html_tables import table_of
from .html_text import Place, language_of, words_of
from .html_tree import Element, tree_of

BLOCKS = frozenset({
    "blockquote", "details", "div", "dl", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul",
})  # fmt: skip


def inline_content(html: str, base: str) -> Content:
    """A text with emphasis, links and code. `base` is the whole address of the page that it stands on."""
    return words_of(tree_of(html).children, Place(base))


def body_blocks(html: str, base: str, top: int = 2) -> Blocks:
    """A body. Its highest headings get the level `top`, and none is more than one level below the one before it."""
    root = tree_of(html)
    notes = {note.attributes.get("id", ""): note for note in root.all("div") if note.attributes.get("role") == "note"}
    return tuple(_in_order(_blocks(root, Place(base, notes)), top))


def _in_order(blocks: Iterator[Block], top: int) -> Iterator[Block]:
    before = top - 1
    for block in blocks:
        if isinstance(block, Heading):
            before = max(top, min(block.level - 2 + top, before + 1))
            yield Heading(before, block.content)
        else:
            yield block


def _blocks(parent: Element, place: Place) -> Iterator[Block]:
    """Words that stand loose between blocks are a paragraph."""
    for is_block, group in groupby(parent.children, lambda child: isinstance(child, Element) and child.tag in BLOCKS):
        if is_block:
            for element in group:
                assert isinstance(element, Element)
                yield from _told(element, place)
        elif words := words_of(group, place):
            yield Paragraph(words)


def _told(element: Element, place: Place) -> Iterator[Block]:
    language = language_of(element)
    for block in _READERS[element.tag](element, place):
        if not language:
            yield block
        elif isinstance(block, Heading):
            yield Heading(block.level, (Foreign(language, block.content),))
        else:
            yield InLanguage(language, (block,))


def _heading(element: Element, place: Place) -> Iterator[Block]:
    if words := words_of(element.children, place):
        yield Heading(int(element.tag[1]), words)


def _paragraph(element: Element, place: Place) -> Iterator[Block]:
    if words := words_of(element.children, place):
        yield Paragraph(words)


def _list(element: Element, place: Place) -> Iterator[Block]:
    items = tuple(blocks for group in _together(element.children, "li") if (blocks := _plain(group, place)))
    start = element.attributes.get("start", "1")
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
    yield Items(items, number if element.tag == "ol" else None)


def _definitions(element: Element, place: Place) -> Iterator[Block]:
    """Terms that share an explanation stand together; a term without one, or one without a term, stands alone."""
    told: list[tuple[Content, Blocks]] = []
    for group in _together(_unwrapped(element), "dt", "dd"):
        words, blocks = (words_of(group.children, place), ()) if group.tag == "dt" else ((), _plain(group, place))
        before = told[-1] if told and (group.tag != "dt" or not told[-1][1]) else None
        if before:
            told[-1] = ((*before[0], ", ", *words) if words else before[0], (*before[1], *blocks))
        else:
            told.append((words, blocks))
    yield Definitions(tuple(told))


def _unwrapped(element: Element) -> Iterator[Element | str]:
    """The children of a list of definitions; some stand in groups."""
    for child in element.children:
        yield from child.children if isinstance(child, Element) and child.tag == "div" else (child,)


def _together(children: Iterable[Element | str], *tags: str) -> Iterator[Element]:
    """Elements with such a tag; what stands loose between them is an element of its own."""
    for expected, group in groupby(children, lambda child: isinstance(child, Element) and child.tag in tags):
        if expected:
            yield from (child for child in group if isinstance(child, Element))
        elif loose := [child for child in group if not isinstance(child, str) or child.strip()]:
            yield Element("div", {}, loose)


def _quotation(element: Element, place: Place) -> Iterator[Block]:
    yield Quotation(_plain(element, place))


def _listing(element: Element, _place: Place) -> Iterator[Block]:
    yield Listing(element.text.rstrip("\n"))


def _table(element: Element, place: Place) -> Iterator[Block]:
    yield table_of(element, place)


def _rule(_element: Element, _place: Place) -> Iterator[Block]:
    yield Rule()


def _division(element: Element, place: Place) -> Iterator[Block]:
    if element.attributes.get("role") == "note":
        return  # it stands at the foot of the page
    if "admonition" in element.classes:
        title = next((child for child in element.elements if "admonition-title" in child.classes), Element("p"))
        rest = Element("div", {}, [child for child in element.children if child is not title])
        yield Aside(words_of(title.children, place), _plain(rest, place))
    else:
        yield from _blocks(element, place)


def _details(element: Element, place: Place) -> Iterator[Block]:
    """On paper nothing is folded away."""
    summary = next((child for child in element.elements if child.tag == "summary"), Element("summary"))
    rest = Element("div", {}, [child for child in element.children if child is not summary])
    yield Aside(words_of(summary.children, place), _plain(rest, place))


def _figure(element: Element, place: Place) -> Iterator[Block]:
    """A picture is told by its text, with what stands below it."""
    caption = next((child for child in element.elements if child.tag == "figcaption"), Element("figcaption"))
    shown = Element("div", {}, [child for child in element.children if child is not caption])
    below = words_of(caption.children, place)
    yield Quotation((*_plain(shown, place), *((Paragraph((Styled("emph", below),)),) if below else ())))


def _plain(element: Element, place: Place) -> Blocks:
    """Blocks inside something else, where a heading is no part of the order of the text."""
    found = _blocks(element, place)
    return tuple(Paragraph((Styled("strong", block.content),)) if isinstance(block, Heading) else block for block in found)


_READERS: Mapping[str, Callable[[Element, Place], Iterator[Block]]] = {
    "blockquote": _quotation, "details": _details, "div": _division, "dl": _definitions, "figure": _figure, "hr": _rule, "ol": _list,
    "p": _paragraph, "pre": _listing, "table": _table, "ul": _list, **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), _heading),
}  # fmt: skip
