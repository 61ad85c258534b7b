"""What stands in the main part of a page, as plain lines: headings, points of lists, tables and links."""

import re
from itertools import pairwise

from .paper.html_tree import Element, tree_of

_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_PARTS = frozenset({"article", "aside", "details", "div", "fieldset", "figure", "footer", "form", "header", "main", "nav", "section"})
_TEXTS = frozenset({"address", "blockquote", "caption", "dd", "dt", "figcaption", "hr", "p", "pre", "summary"})
_LISTS = frozenset({"dl", "li", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"})
_BLOCKS = _PARTS.union(_TEXTS, _LISTS, _HEADINGS)
"""What begins on a line of its own."""
_UNSEEN = frozenset({"script", "style", "svg", "template"})
_END_OF_SENTENCE = re.compile(r"(?<=[.!?]) (?=[^a-z])")


def text_of(html: str) -> tuple[str, ...]:
    """A line for each sentence, so that a changed sentence is a changed line; nothing when there is no main part."""
    reader = _Reader()
    for main in tree_of(html).all("main"):
        reader.read(main)
    return tuple(reader.lines)


class _Reader:
    """The lines so far, what is heard of the next one, and what it begins with."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._heard: list[str] = []
        self._begin = ""

    def read(self, element: Element) -> None:
        """The element and all in it, in order."""
        if element.tag not in _BLOCKS:
            self._read_inside(element)
            return
        self._end_line()
        before, seen = self._begin, len(self.lines)
        self._begin += _HEADINGS.get(element.tag, "- " if element.tag == "li" else "")
        self._read_inside(element)
        self._end_line()
        # What had nothing in it leaves the dash of the point around it to what comes next.
        self._begin = before if len(self.lines) == seen else ""

    def _read_inside(self, element: Element) -> None:
        before, after = _around(element)
        self._heard.append(before)
        for previous, child in pairwise(("", *filter(_is_seen, element.children))):
            if isinstance(child, str):
                self._heard.append(child)
                continue
            if isinstance(previous, Element):
                # A style sheet keeps two apart that have nothing between them.
                self._heard.append(" ")
            self.read(child)
        self._heard.append(after)

    def _end_line(self) -> None:
        text = " ".join("".join(self._heard).replace("\N{SOFT HYPHEN}", "").split())
        self._heard.clear()
        if text:
            first, *others = _END_OF_SENTENCE.split(text)
            indent = "  " if self._begin.startswith("- ") else ""
            self.lines += [self._begin + first, *(indent + sentence for sentence in others)]
            self._begin = ""


def _is_seen(child: Element | str) -> bool:
    return isinstance(child, str) or (child.tag not in _UNSEEN and "hidden" not in child.attributes)


def _around(element: Element) -> tuple[str, str]:
    """What a reader of plain text needs to see of a link, a picture, a cell and a new line."""
    match element.tag:
        case "a" if "href" in element.attributes:
            return "[", f"]({element.attributes['href']})"
        case "img":
            return f"![{element.attributes.get('alt', '')}]", ""
        case "td" | "th":
            return "| ", " "
        case "br":
            return " ", ""
        case _:
            return "", ""
