"""The rules for a body in one walk through Markdown's finished tree: what may stand there, where links lead, which notes there are."""

import html as html_text
import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from ..catalogue import catalogue
from ..problems import Message, Problem, say
from ..yaml_text import invisible_characters
from .body import BodyLink, Heading
from .links import Places, Target
from .notes import place_notes
from .tree import HeadingOrder, RawElements, element_mistakes, image_mistake, removed_markup, text_of

_WORD = re.compile(r"\w+")
_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_ENTITY = re.compile(r"&#?\w+;")


class Source:
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


class Checks(Treeprocessor):
    """Asks the rules of every element and resolves links. Runs when the tree is complete."""

    def __init__(self, md: Markdown, places: Places) -> None:
        super().__init__(md)
        self.places = places
        self.begin(Source("", "", "", 1), "nl")

    def begin(self, source: Source, language: str) -> None:
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
        self._footnotes(root)
        _caption_images(root)
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
        if raw and target.href != written and name == "src":
            self._say(written, say("`{found}` works in Markdown only; write `![what it shows](…)`", found=written))
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


def _caption_images(root: Element) -> None:
    """An image that stands alone and has a title becomes a figure; the title is what stands below it."""
    for block in root.iter("p"):
        image = block[0] if len(block) == 1 and not (block.text or "").strip() else None
        if image is not None and image.tag == "img" and image.get("title") and not (image.tail or "").strip():
            block.tag, block.attrib = "figure", {"class": "figure"}
            SubElement(block, "figcaption", {"class": "figure__caption"}).text = image.attrib.pop("title")


def _wrap_tables(root: Element, label: str) -> None:
    """A wide table scrolls in a region of its own, which a keyboard can reach."""
    for parent in list(root.iter()):
        for index, child in enumerate(list(parent)):
            if child.tag == "table":
                region = Element("div", {"class": "table-region", "role": "region", "tabindex": "0", "aria-label": label})
                region.append(child)
                region.tail, child.tail = child.tail, None
                parent[index] = region
