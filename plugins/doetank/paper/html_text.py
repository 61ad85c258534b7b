"""HTML to the words of a paragraph: emphasis, links, notes; and what has no place on paper is told in words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin, urlsplit

from .document import Break, Code, Content, Footnote, Foreign, Inline, Link, Style, Styled
from .html_tree import Element

STYLES: Mapping[str, Style] = {
    "strong": "strong", "b": "strong", "em": "emph", "i": "emph", "cite": "emph", "dfn": "emph", "var": "emph", "del": "strike",
    "s": "strike", "ins": "underline", "u": "underline", "mark": "highlight", "sub": "sub", "sup": "super",
}  # fmt: skip
CODE = frozenset({"code", "kbd", "samp"})
APART = frozenset({
    "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p",
    "pre", "summary", "table", "td", "th", "tr", "ul",
})  # fmt: skip
"""Blocks: where they stand among words, their words do not touch those beside them."""
HIDDEN = frozenset({"visually-hidden", "note__number", "note__back"})
SCHEMES = frozenset({"http", "https", "mailto"})
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=-|$)")
_ENDS = " \xa0"
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass
class Place:
    """Where a text stands: the whole address of its page, its notes by id, and the abbreviations that were explained already."""

    base: str
    notes: Mapping[str, Element] = field(default_factory=dict)
    explained: set[str] = field(default_factory=set)

    def address(self, written: str) -> str:
        """A whole address, in characters that every reader knows; empty where it leads nowhere from paper."""
        try:
            whole = urljoin(self.base, written.strip())
            leads = bool(written.strip()) and urlsplit(whole).scheme in SCHEMES
        except ValueError:  # half an address of IPv6
            return ""
        return quote(whole, safe="!#$%&'()*+,/:;=?@[]~") if leads else ""


def words_of(children: Iterable[Element | str], place: Place) -> Content:
    """The words of some children, without the spaces at their ends; before a link back there is one that does not break."""
    return _trimmed(_joined(word for child in children for word in _words(child, place)))


def language_of(element: Element) -> str:
    """The language that an element names, as two or three letters; empty where it names none."""
    match = _LANGUAGE.match(element.attributes.get("lang", "").lower())
    return match[0] if match else ""


def _words(child: Element | str, place: Place) -> Iterator[Inline]:
    if isinstance(child, str):
        yield _SPACES.sub(" ", child)
        return
    if child.classes & HIDDEN:
        return
    words = tuple(_element(child, place))
    language = language_of(child)
    apart = (" ",) if child.tag in APART else ()
    yield from (*apart, *((Foreign(language, words),) if language and words else words), *apart)


def _element(element: Element, place: Place) -> Iterator[Inline]:
    if "note-ref" in element.classes:
        yield from _note(element, place)
    elif element.tag in CODE:
        yield Code(element.text)
    elif element.tag == "br":
        yield Break()
    elif element.tag == "wbr":
        yield "\u200b"
    elif element.tag == "img":
        yield from filter(None, [element.attributes.get("alt", "")])
    else:
        yield from _around(element, _joined(word for child in element.children for word in _words(child, place)), place)


def _around(element: Element, words: Content, place: Place) -> Iterator[Inline]:
    """Words with what their element says of them."""
    if not words:
        return
    if element.tag in STYLES:
        yield Styled(STYLES[element.tag], words)
    elif element.tag == "a" and (address := place.address(element.attributes.get("href", ""))):
        yield Link(address, words)
    elif element.tag == "q":
        yield from ("“", *words, "”")
    else:
        yield from words
        meaning = element.attributes.get("title", "") if element.tag == "abbr" else ""
        if meaning and meaning not in place.explained:
            place.explained.add(meaning)
            yield f" ({meaning})"


def _note(reference: Element, place: Place) -> Iterator[Inline]:
    """A note becomes one at the foot of the page; a note in a note stands in it, between brackets."""
    name = next((link.attributes.get("href", "")[1:] for link in reference.all("a")), "")
    if name in place.notes:
        inside = Place(place.base, {other: note for other, note in place.notes.items() if other != name}, place.explained)
        words = _flat(words_of(_lines(place.notes[name]), inside))
        yield Footnote(words)


def _lines(note: Element) -> Iterator[Element | str]:
    """The paragraphs of a note, each on a line of its own."""
    for number, block in enumerate(note.elements):
        yield from (Element("br"),) if number else ()
        yield block


def _flat(words: Content) -> Content:
    parts = ((" (", *word.content, ")") if isinstance(word, Footnote) else (word,) for word in words)
    return tuple(word for part in parts for word in part)


def _joined(words: Iterable[Inline]) -> Content:
    """Texts that touch become one, with one space where two meet, and none at the ends of a line."""
    found: list[Inline] = []
    for word in words:
        last = found[-1] if found else ""
        if isinstance(word, str) and isinstance(last, str):
            found[-1:] = [_SPACES.sub(" ", last + word)]
        elif isinstance(word, str) and isinstance(last, Break):
            found.append(word.lstrip(" "))
        elif isinstance(word, Break) and isinstance(last, str):
            found[-1:] = [last.rstrip(_ENDS), word]
        else:
            found.append(word)
    return tuple(word for word in found if word != "")


def _trimmed(words: Content) -> Content:
    found = list(words)
    if found and isinstance(found[0], str):
        found[0] = found[0].lstrip(_ENDS)
    if found and isinstance(found[-1], str):
        found[-1] = found[-1].rstrip(_ENDS)
    return tuple(word for word in found if word != "")
