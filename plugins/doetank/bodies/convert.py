"""Markdown to HTML: one pass that converts, checks, resolves links and places notes."""

import re
from hashlib import sha256
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import slugify
from markdown.inlinepatterns import AUTOMAIL_RE, AutomailInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from ..problems import Problem, say
from .allowed import clean
from .body import Body, BodyLink
from .checks import Checks, Source
from .links import Places
from .pictures import by_address, place_pictures
from .plain import plain_body

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
_MAY_BE_INLINE = re.compile(r"[`\\\[\]!<>&*_\x02\x03]|  \n")
"""What every inline pattern of Markdown and its extensions needs to match."""
_MARKUP = re.compile(r"[*_`\[\]<>&\\!{}]|https?:")


class _Footnotes(FootnoteExtension):
    """Footnotes, of which a second text under the same name is a mistake and not the end of the first."""

    def __init__(self, checks: Checks) -> None:
        super().__init__(SEPARATOR="-")
        self.checks = checks

    def setFootnote(self, id: str, text: str) -> None:  # noqa: N802, A002 - Markdown's own names
        if id in self.footnotes:
            self.checks.repeated_note(id)
        super().setFootnote(id, text)


class _Inline(InlineProcessor):
    """Looks for inline markup only in a text that can have some; most texts cannot, and asking each pattern is slow."""

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - Markdown's own names
        if not _MAY_BE_INLINE.search(data):
            return data
        handled: str = super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc]
        return handled


class _Automail(AutomailInlineProcessor):
    """`<info@example.org>` as a plain link: nh3 undoes the disguise that Markdown makes."""

    # Markdown's own names, and the type of its own class
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802, ARG002
        link = Element("a", {"href": f"mailto:{m[1].removeprefix('mailto:')}"})
        link.text = AtomicString(m[1].removeprefix("mailto:"))
        return link, m.start(0), m.end(0)


class _CheckExtension(Extension):
    def __init__(self, places: Places) -> None:
        super().__init__()
        self.places = places

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's own name
        self.checks = Checks(md, self.places)
        md.treeprocessors.register(self.checks, "checks", 4)  # after toc (5) and attr_list (8), before unescape (0)
        md.treeprocessors.register(_Inline(md), "inline", 20)  # in the place of Markdown's own
        md.inlinePatterns.register(_Automail(AUTOMAIL_RE, md), "automail", 110)


class Converter:
    """Converts texts. Making one is slow and using it is not, so make one a process."""

    def __init__(self, places: Places) -> None:
        self.places = places
        checks, inline_checks = _CheckExtension(places), _CheckExtension(places)
        self._blocks = Markdown(extensions=[*_EXTENSIONS, checks], extension_configs=_SETTINGS, output_format="html")
        _Footnotes(checks.checks).extendMarkdown(self._blocks)
        self._inline = Markdown(extensions=[inline_checks], output_format="html")
        for name in ("empty", "indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference"):
            self._inline.parser.blockprocessors.deregister(name)
        self._inline.preprocessors.deregister("html_block")
        for name in ("html", "image_link", "image_reference", "short_image_ref", "reference", "short_reference", "linebreak", "automail"):
            self._inline.inlinePatterns.deregister(name)
        self._pictures = by_address(places.pictures.values())
        self._block_checks, self._inline_checks = checks.checks, inline_checks.checks

    def body(self, text: str, name: str, path: str, line: int, language: str) -> tuple[Body, tuple[Problem, ...]]:
        """A body that starts on `line` of the file `path` (`name` below the content folder)."""
        if not text.strip():
            return Body(), ()
        plain = plain_body(text, name, path, line, language, self.places, self._pictures)
        return (plain, ()) if plain else self.full_body(text, name, path, line, language)

    def full_body(self, text: str, name: str, path: str, line: int, language: str) -> tuple[Body, tuple[Problem, ...]]:
        """The same, of any text, by Python-Markdown."""
        checks = self._block_checks
        checks.begin(Source(text, name, path, line), language)
        checks.entities(text)
        try:
            html = place_pictures(clean(self._blocks.reset().convert(text)), self._pictures)
        except RecursionError:
            self._blocks.parser.state.clear()
            too_deep = say("lists or quotes stand too many levels deep inside each other to be read")
            return Body(), (Problem(path, line, 1, "", too_deep),)
        digest = sha256(text.strip().encode()).hexdigest()
        body = Body(html, tuple(checks.headings), tuple(checks.links), frozenset(checks.ids), digest)
        return body, tuple(checks.problems)

    def again(self, html: str) -> str:
        """A body that was converted at another time, from a file that anybody may have changed: made safe, with its pictures in place."""
        return place_pictures(clean(html), self._pictures)

    def inline(self, text: str, path: str, line: int) -> tuple[str | None, tuple[BodyLink, ...], tuple[Problem, ...]]:
        """One paragraph with emphasis, links and code only; any HTML in it is shown as text.

        None when the text has no markup: then it is shown as it is. Links count from the content folder.
        """
        if not _MARKUP.search(text):
            return None, (), ()
        checks = self._inline_checks
        checks.begin(Source(text, "", path, line), "nl")
        html = clean(self._inline.reset().convert(text)).removeprefix("<p>").removesuffix("</p>")
        return html, tuple(checks.links), tuple(checks.problems)
