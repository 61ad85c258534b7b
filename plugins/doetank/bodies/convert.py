"""Markdown to HTML: one pass that converts, checks, resolves links and places notes."""

import re
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify
from markdown.treeprocessors import Treeprocessor

from ..catalogue import catalogue
from ..problems import Message, Problem, say
from .allowed import clean
from .links import Places, Target
from .notes import place_notes
from .tree import HeadingOrder, element_mistakes, image_mistake, raw_elements, text_of

_EXTENSIONS = [
    "tables", "footnotes", "def_list", "abbr", "attr_list", "toc", "sane_lists", "admonition",
    "pymdownx.superfences", "pymdownx.highlight", "pymdownx.details", "pymdownx.saneheaders",
]  # fmt: skip
_SETTINGS = {
    "footnotes": {"SEPARATOR": "-"},
    "toc": {"slugify": slugify, "permalink": False, "marker": ""},
    "tables": {"use_align_attribute": True},
    "pymdownx.superfences": {"css_class": ""},
    "pymdownx.highlight": {"use_pygments": False},
}
_WORD = re.compile(r"\w+")
_MARKUP = re.compile(r"[*_`\[\]<>&\\!{}]|https?:")
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}


@dataclass(frozen=True)
class Heading:
    """A heading of a body, for a table of contents."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class BodyLink:
    """A link from a text to an address of the site, to be checked when all addresses are known."""

    path: str
    line: int
    column: int
    inside: str
    fragment: str


@dataclass(frozen=True)
class Body:
    """A converted text. `html` is safe to show; `ids` are the fragments that may be linked to."""

    html: str = ""
    headings: tuple[Heading, ...] = ()
    links: tuple[BodyLink, ...] = ()
    ids: frozenset[str] = frozenset()
    words: int = 0


class _Source:
    """The text as written, to tell on which line something stands."""

    def __init__(self, text: str, name: str, path: str, line: int) -> None:
        self.lines = text.split("\n")
        self.name, self.path, self.first_line = name, path, line
        self.seen: dict[str, int] = {}

    def place_of(self, fragment: str) -> tuple[int, int]:
        """Line and column of the next `fragment` in the text, or of the text's start."""
        start = self.seen.get(fragment, 0)
        for number in range(start, len(self.lines)):
            if fragment and (column := self.lines[number].find(fragment)) >= 0:
                self.seen[fragment] = number + 1
                return self.first_line + number, column + 1
        return self.first_line, 1


class _Checks(Treeprocessor):
    """Asks the rules of every element and resolves links. Runs when the tree is complete."""

    def __init__(self, md: Markdown, places: Places) -> None:
        super().__init__(md)
        self.places = places
        self.begin(_Source("", "", "", 1), "nl")

    def begin(self, source: _Source, language: str) -> None:
        self.source, self.language = source, language
        self.problems: list[Problem] = []
        self.links: list[BodyLink] = []
        self.ids: set[str] = set()
        self.headings: list[Heading] = []

    def run(self, root: Element) -> None:
        order = HeadingOrder()
        for element in root.iter():
            self._element(str(element.tag), element.attrib)
            if element.tag in _HEADINGS:
                self._heading(order, element)
            elif element.tag == "th":
                element.set("scope", "col")
            if (align := element.attrib.pop("align", None)) is not None:
                element.set("class", f"align-{align}")
            if element.tag == "img":
                element.set("loading", "lazy")
        for block in self.md.htmlStash.rawHtmlBlocks:
            for tag, attributes in raw_elements(block) if isinstance(block, str) else ():
                self._element(tag, attributes, raw=True)
        self._footnotes(root)
        place_notes(root, catalogue(self.language).gettext)
        _wrap_tables(root, catalogue(self.language).gettext("Table, scrolls sideways"))

    def _element(self, tag: str, attributes: dict[str, Any], raw: bool = False) -> None:
        shown = {name: value for name, value in attributes.items() if name != "align"} if tag in ("th", "td") else attributes
        for fragment, message in element_mistakes(tag, shown):
            self._say(fragment, message)
        if attributes.get("id"):
            self.ids.add(attributes["id"])
        if tag == "img":
            self._image(attributes, raw)
        if tag == "a" and attributes.get("href"):
            self._link(attributes, "href", raw)

    def _image(self, attributes: dict[str, Any], raw: bool) -> None:
        source = attributes.get("src") or ""
        if message := image_mistake(attributes):
            self._say(source, message)
        if re.match(r"(?i)(?:https?:)?//", source):
            self._say(source, say("`{found}`: an image from elsewhere tells others who reads; put it under `media/`", found=source[:60]))
        elif source.lower().startswith("data:"):
            self._say("data:", say("an image inside the text; put it under `media/`"))
        else:
            self._link(attributes, "src", raw)

    def _link(self, attributes: dict[str, Any], name: str, raw: bool) -> None:
        written = attributes[name]
        target = self.places.target(written, self.source.name)
        if not isinstance(target, Target):
            self._say(written, target)
            return
        if raw and target.href != written:
            self._say(written, say("`{found}` works in Markdown only; write `[text](…)`", found=written))
            return
        attributes[name] = target.href
        if target.inside or target.fragment:
            self.links.append(BodyLink(self.source.path, *self.source.place_of(written), target.inside, target.fragment))

    def _heading(self, order: HeadingOrder, element: Element) -> None:
        text = text_of(element).strip()
        level = int(str(element.tag)[1])
        if not text:
            self._say("#", say("a heading without text"))
        if message := order.next(level, text):
            self._say(text, message)
        self.headings.append(Heading(level, element.get("id", ""), text))

    def _footnotes(self, root: Element) -> None:
        used = {link.get("href") for link in root.iter("a") if link.get("class") == "footnote-ref"}
        for item in root.iter("li"):
            name = item.get("id", "")
            if name.startswith("fn-") and f"#{name}" not in used:
                self._say(f"[^{name[3:]}]:", say("footnote `{name}` is not used in the text", name=name[3:]))
        for element in root.iter():
            if element.tag in ("code", "pre"):
                continue
            for match in re.finditer(r"\[\^([^\]\s]+)\](?!:)", f"{element.text or ''} {element.tail or ''}"):
                self._say(match[0], say("footnote `{name}` has no text; add a line `[^{name}]: …`", name=match[1]))

    def _say(self, fragment: str, message: Message) -> None:
        self.problems.append(Problem(self.source.path, *self.source.place_of(fragment), "", message))


def _wrap_tables(root: Element, label: str) -> None:
    """A wide table scrolls in a region of its own, which a keyboard can reach."""
    for parent in list(root.iter()):
        for index, child in enumerate(list(parent)):
            if child.tag == "table":
                region = Element("div", {"class": "table-region", "role": "region", "tabindex": "0", "aria-label": label})
                region.append(child)
                region.tail, child.tail = child.tail, None
                parent[index] = region


class _CheckExtension(Extension):
    def __init__(self, places: Places) -> None:
        super().__init__()
        self.places = places

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        self.checks = _Checks(md, self.places)
        md.treeprocessors.register(self.checks, "checks", 4)  # after toc (5) and attr_list (8), before unescape (0)


class Converter:
    """Converts texts. Making one is slow and using it is not, so make one a process."""

    def __init__(self, places: Places) -> None:
        checks, inline_checks = _CheckExtension(places), _CheckExtension(places)
        self._blocks = Markdown(extensions=[*_EXTENSIONS, checks], extension_configs=_SETTINGS, output_format="html")
        self._inline = Markdown(extensions=[inline_checks], output_format="html")
        for name in [item.name for item in self._inline.parser.blockprocessors._priority if item.name != "paragraph"]:
            self._inline.parser.blockprocessors.deregister(name)
        self._inline.preprocessors.deregister("html_block")
        for name in ("html", "image_link", "image_reference", "short_image_ref", "reference", "short_reference", "linebreak", "automail"):
            self._inline.inlinePatterns.deregister(name)
        self._block_checks, self._inline_checks = checks.checks, inline_checks.checks

    def body(self, text: str, name: str, path: str, line: int, language: str) -> tuple[Body, tuple[Problem, ...]]:
        """A body that starts on `line` of the file `path` (`name` below the content folder)."""
        if not text.strip():
            return Body(), ()
        checks = self._block_checks
        checks.begin(_Source(text, name, path, line), language)
        html = clean(self._blocks.reset().convert(text))
        words = len(_WORD.findall(text))
        body = Body(html, tuple(checks.headings), tuple(checks.links), frozenset(checks.ids), words)
        return body, tuple(checks.problems)

    def inline(self, text: str, path: str, line: int) -> tuple[str | None, tuple[BodyLink, ...], tuple[Problem, ...]]:
        """One paragraph with emphasis, links and code only; any HTML in it is shown as text.

        None when the text has no markup: then it is shown as it is. Links count from the content folder.
        """
        if not _MARKUP.search(text):
            return None, (), ()
        checks = self._inline_checks
        checks.begin(_Source(text, "", path, line), "nl")
        html = clean(self._inline.reset().convert(text)).removeprefix("<p>").removesuffix("</p>")
        return html, tuple(checks.links), tuple(checks.problems)
