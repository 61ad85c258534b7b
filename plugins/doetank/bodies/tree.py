"""The rules for a body, asked of every element: Markdown's own tree and the raw HTML in it."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from ..problems import Message, say
from .allowed import ADMONITIONS, ATTRIBUTES, AUTHORS_CLASSES, COMMON, TAGS

_GENERATED = frozenset({"admonition", "admonition-title", "footnote", "footnote-ref", "footnote-backref", "highlight"})
Found = tuple[str, Message]
"""A text to look for in the source, to tell the line; and the message."""


def element_mistakes(tag: str, attributes: Mapping[str, str | None]) -> Iterator[Found]:
    """An element or an attribute that may not stand in a body."""
    if tag not in TAGS:
        if tag == "h1":
            yield "#", say("a heading of level 1; the title of the page is that, so start at `##`")
        else:
            yield f"<{tag}", say("`<{tag}>` may not stand in a text; remove it", tag=tag)
        return
    for name, value in attributes.items():
        if name not in COMMON and name not in ATTRIBUTES.get(tag, frozenset()):
            yield name, say("`{name}` may not stand on `<{tag}>`; remove it", name=name, tag=tag)
        elif name == "class":
            yield from _class_mistakes(value or "")


def _class_mistakes(value: str) -> Iterator[Found]:
    allowed = AUTHORS_CLASSES | ADMONITIONS | _GENERATED
    for name in value.split():
        if name not in allowed and not name.startswith("language-"):
            known = ", ".join(sorted(AUTHORS_CLASSES | ADMONITIONS))
            yield name, say("there is no class `{name}`; choose from {names}", name=name, names=known)


def image_mistake(attributes: Mapping[str, str | None]) -> Message | None:
    """An image without a text alternative, unless it is marked as decoration."""
    decorative = "decorative" in (attributes.get("class") or "").split()
    if not (attributes.get("alt") or "").strip() and not decorative:
        return say("an image without a text; write `![what it shows](…)`, or add `{{: .decorative}}` when it adds nothing")
    return None


class HeadingOrder:
    """Headings start at level 2 and skip no level."""

    def __init__(self) -> None:
        self._level = 1

    def next(self, level: int, text: str) -> Message | None:
        before, self._level = self._level, level
        if level <= before + 1:
            return None
        return say(
            "heading “{text}” has level {level}, but level {expected} was expected; write `{marks}`",
            text=text,
            level=level,
            expected=before + 1,
            marks="#" * (before + 1),
        )


def removed_markup(html: str) -> Iterator[tuple[str, Message, bool]]:
    """What is neither text nor element and will not be shown; True when that is advice only."""
    if html.startswith("<!--"):
        yield "<!--", say("this comment is not shown on the page, but stays readable in the source"), True
    elif html.startswith(("<?", "<!")):
        yield html[:2], say("`{found}` may not stand in a text; remove it", found=html[:40].split("\n", maxsplit=1)[0]), False


_SWALLOWS = frozenset({"form", "iframe", "math", "object", "script", "select", "style", "svg", "template", "video", "audio"})


class RawElements(HTMLParser):
    """The start tags of raw HTML, piece by piece; of what is removed as a whole, the outermost only."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.inside = ""

    def read(self, html: str) -> list[tuple[str, dict[str, str | None]]]:
        """Every start tag in the next piece, with its attributes, in order."""
        self.found = []
        self.feed(html)
        self.close()
        return self.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.inside:
            self.found.append((tag, dict(attrs)))
            self.inside = tag if tag in _SWALLOWS else ""

    def parse_html_declaration(self, i: int) -> int:
        try:
            return super().parse_html_declaration(i)
        except AssertionError:  # what Python's parser gives for a `<![` that opens nothing
            return i + 2

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == self.inside else self.inside


def text_of(element: Element) -> str:
    """All text in an element."""
    return "".join(element.itertext())
