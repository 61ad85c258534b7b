"""Clean HTML of ours as a tree of elements and texts."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})


@dataclass
class Element:
    """An element with what is in it, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.attributes.get("class", "").split())

    @property
    def elements(self) -> tuple["Element", ...]:
        return tuple(child for child in self.children if isinstance(child, Element))

    def all(self, *tags: str) -> tuple["Element", ...]:
        """Every element below this one with such a tag, in reading order."""
        found = ((*((child,) if child.tag in tags else ()), *child.all(*tags)) for child in self.elements)
        return tuple(element for group in found for element in group)

    @property
    def text(self) -> str:
        """The text as it stands, line ends and all."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


def tree_of(html: str) -> Element:
    """The root has no tag. What nh3 let through is well formed: each element that is opened is closed."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.open[0]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) > 1 and self.open[-1].tag == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
