"""Markdown to HTML: one pass that converts, checks, resolves links and places notes."""

import html as html_text
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import slugify
from markdown.inlinepatterns import AUTOMAIL_RE, AutomailInlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from ..catalogue import catalogue
from ..problems import Message, Problem, say
from ..yaml_text import invisible_characters
from .allowed import clean
from .links import Places, Target
from .notes import place_notes
from .tree import HeadingOrder, RawElements, element_mistakes, image_mistake, removed_markup, text_of

_EXTENSIONS = [
    "tables", "def_list", "abbr", "attr_list", "toc", "sane_lists", "admonition",
    "pymdownx.superfences", "pymdownx.highlight", "pymdownx.details", "pymdownx.saneheaders",
]  # fmt: skip
_SETTINGS: dict[str, dict[str, Any]] = {
    "toc": {"slugify": slugify, "permalink": False, "marker": ""},
    "tables": {"use_align_attribute": True},
    "pymdownx.superfences": {"css_class": ""},
    "pymdownx.highlight": {"use_pygments": False},
}
_WORD = re.compile(r"\w+")
_MARKUP = re.compile(r"[*_`\[\]<>&\\!{}]|https?:")
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_ENTITY = re.compile(r"&#?\w+;")


@dataclass(frozen=True)
class Heading:
    """A heading of a body, for a table of contents."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class BodyLink:
    """A link from a text to an address of the site, to be checked when all addresses are known; `field` is empty for a body."""

    path: str
    line: int
    column: int
    inside: str
    fragment: str
    field: str = ""


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
        self.seen: dict[str, tuple[int, int]] = {}

    def place_of(self, fragment: str, stay: bool = False) -> tuple[int, int]:
        """Line and column of the next `fragment` in the text, or of the text's start. With `stay` it is found again."""
        start, after = self.seen.get(fragment, (0, 0))
        for number in range(start, len(self.lines)):
            if fragment and (column := self.lines[number].find(fragment, after)) >= 0:
                if not stay:
                    self.seen[fragment] = (number, column + 1)
                return self.first_line + number, column + 1
            after = 0
        return self.first_line, 1

    def place_of_heading(self, text: str) -> tuple[int, int]:
        """The same for a heading, of which `text` is what its markup shows."""
        words = _WORD.findall(text)
        for number in range(self.seen.get("#", (-1, 0))[0] + 1, len(self.lines)):
            line = self.lines[number]
            if line.lstrip().startswith("#") and all(word in line for word in words):
                self.seen["#"] = (number, 0)
                return self.first_line + number, 1
        return self.place_of(text)


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
        self.order, self.raw_elements = HeadingOrder(), RawElements()
        for piece in self._in_reading_order(root):
            if isinstance(piece, str):
                self._raw(piece)
                continue
            self._element(str(piece.tag), piece.attrib, text_of(piece).strip() if piece.tag in _HEADINGS | {"h1"} else "")
            if piece.tag in _HEADINGS:
                if not text_of(piece).strip():
                    self._say("", say("a heading without text"), heading=True)
                self.headings.append(Heading(int(str(piece.tag)[1]), piece.get("id", ""), text_of(piece).strip()))
            elif piece.tag == "th":
                piece.set("scope", "col")
            if (align := piece.attrib.pop("align", None)) is not None:
                piece.set("class", f"align-{align}")
            if piece.tag == "img":
                piece.set("loading", "lazy")
        self._footnotes(root)
        place_notes(root, catalogue(self.language).gettext)
        _wrap_tables(root, catalogue(self.language).gettext("Table, scrolls sideways"))

    def _in_reading_order(self, root: Element) -> Iterator[Element | str]:
        """Every element and every piece of raw HTML; these Markdown keeps apart and leaves a mark in the text."""
        blocks = {str(number): block for number, block in enumerate(self.md.htmlStash.rawHtmlBlocks) if isinstance(block, str)}
        stack: list[Element | str | None] = [root]
        while stack:
            piece = stack.pop()
            if isinstance(piece, str):
                yield from (blocks.pop(number) for number in HTML_PLACEHOLDER_RE.findall(piece) if number in blocks)
            elif piece is not None:
                yield piece
                stack += reversed([piece.text, *(part for child in piece for part in (child, child.tail))])
        yield from blocks.values()

    def _raw(self, block: str) -> None:
        for fragment, message, notice in removed_markup(block):
            self._say(fragment, message, notice)
        for tag, attributes in self.raw_elements.read(block):
            self._element(tag, attributes, f"<{tag}", raw=True)

    def _element(self, tag: str, attributes: dict[str, Any], text: str, raw: bool = False) -> None:
        shown = attributes if raw or tag not in ("th", "td") else {name: value for name, value in attributes.items() if name != "align"}
        for fragment, message in element_mistakes(tag, shown):
            self._say(text if tag == "h1" else fragment, message, heading=tag == "h1" and not raw)
        if attributes.get("id"):
            self.ids.add(attributes["id"])
        if tag in _HEADINGS and (mistake := self.order.next(int(tag[1]), f"{text}>" if raw else text)):
            self._say(text, mistake, heading=not raw)
        if tag == "img":
            self._image(attributes, raw)
        for name in ("href", "cite"):
            if attributes.get(name) is not None and attributes.get("class") not in ("footnote-ref", "footnote-backref"):
                self._link(attributes, name, raw)

    def _image(self, attributes: dict[str, Any], raw: bool) -> None:
        source = attributes.get("src") or ""
        if message := image_mistake(attributes):
            place = self.source.place_of(source, stay=True)
            self.problems.append(Problem(self.source.path, *place, "", message))
        if re.match(r"(?i)(?:https?:)?//", source):
            self._say(source, say("`{found}`: an image from elsewhere tells others who reads; put it under `media/`", found=source[:60]))
        elif source.lower().startswith("data:"):
            self._say("data:", say("an image inside the text; put it under `media/`"))
        else:
            self._link(attributes, "src", raw)

    def _link(self, attributes: dict[str, Any], name: str, raw: bool) -> None:
        written = attributes[name]
        if not written.strip():
            self._say("]()", say("a link without an address"))
            return
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

    def _footnotes(self, root: Element) -> None:
        used = {link.get("href") for link in root.iter("a") if link.get("class") == "footnote-ref"}
        for item in root.iter("li"):
            name = item.get("id", "")
            if name.startswith("fn-") and f"#{name}" not in used:
                self._say(f"[^{name[3:]}]:", say("footnote `{name}` is not used in the text", name=name[3:]))
        for element in root.iter():
            texts = (None if element.tag in ("code", "pre") else element.text, element.tail)
            for match in (match for text in texts for match in re.finditer(r"\[\^([^\]\s]+)\](?!:)", text or "")):
                self._say(match[0], say("footnote `{name}` has no text; add a line `[^{name}]: …`", name=match[1]))

    def _say(self, fragment: str, message: Message, notice: bool = False, heading: bool = False) -> None:
        place = self.source.place_of_heading(fragment) if heading else self.source.place_of(fragment)
        self.problems.append(Problem(self.source.path, *place, "", message, notice))

    def repeated_note(self, name: str) -> None:
        """A footnote was defined already."""
        self.source.place_of(f"[^{name}]:")  # the first
        self._say(f"[^{name}]:", say("footnote `{name}` has a text already; give this one another name", name=name))

    def entities(self, text: str) -> None:
        """Characters that nobody sees, written as `&#x202e;`."""
        for match in _ENTITY.finditer(text):
            for problem in invisible_characters(html_text.unescape(match[0]), "", 1):
                self._say(match[0], problem.message)


class _Footnotes(FootnoteExtension):
    """Footnotes, of which a second text under the same name is a mistake and not the end of the first."""

    def __init__(self, checks: _Checks) -> None:
        super().__init__(SEPARATOR="-")
        self.checks = checks

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802, A002 - Markdown's own names
        if id in self.footnotes:
            self.checks.repeated_note(id)
        super().setFootnote(id, text)


class _Automail(AutomailInlineProcessor):
    """`<info@example.org>` as a plain link: nh3 undoes the disguise that Markdown makes."""

    # Markdown's own names, and the type of its own class
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802, ARG002
        link = Element("a", {"href": f"mailto:{m[1].removeprefix('mailto:')}"})
        link.text = AtomicString(m[1].removeprefix("mailto:"))
        return link, m.start(0), m.end(0)


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
        md.inlinePatterns.register(_Automail(AUTOMAIL_RE, md), "automail", 110)


class Converter:
    """Converts texts. Making one is slow and using it is not, so make one a process."""

    def __init__(self, places: Places) -> None:
        checks, inline_checks = _CheckExtension(places), _CheckExtension(places)
        self._blocks = Markdown(extensions=[*_EXTENSIONS, checks], extension_configs=_SETTINGS, output_format="html")
        _Footnotes(checks.checks).extendMarkdown(self._blocks)
        self._inline = Markdown(extensions=[inline_checks], output_format="html")
        for name in ("empty", "indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference"):
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
        checks.entities(text)
        try:
            html = clean(self._blocks.reset().convert(text))
        except RecursionError:
            self._blocks.parser.state.clear()
            too_deep = say("lists or quotes stand too many levels deep inside each other to be read")
            return Body(), (Problem(path, line, 1, "", too_deep),)
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
