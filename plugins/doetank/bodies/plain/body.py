"""A plain text to a body: its blocks one by one, each with its notes beside it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from html import escape
from typing import NamedTuple

from ...catalogue import catalogue
from ...pictures import Picture
from ..body import Body, BodyLink
from ..links import Places
from ..pictures import place_pictures
from .blocks import Blocks
from .inline import Inline, NotPlain
from .split import parted

# Raw HTML, entities and escapes, and whatever Python takes for white space or a control besides a space and the end of a line.
_NEVER = re.compile(r"[<&\\\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")

_USUAL = bytes({*range(0x20, 0x7F), ord("\n")} - {*b"<&\\"})

_PLACE_OF_NOTES = "///Footnotes Go Here///"
"""Where Python-Markdown would put them."""


class _Written(NamedTuple):
    """Where a body stands: the file's name below the content folder and in messages, and the line on which it starts."""

    name: str
    path: str
    line: int


class _Words(NamedTuple):
    note: str
    back: str
    table: str


@cache
def _words(language: str) -> _Words:
    word = catalogue(language).gettext
    return _Words(*(escape(word(text)) for text in ("Note", "Back to the text", "Table, scrolls sideways")))


def plain_body(text: str, name: str, path: str, line: int, language: str, places: Places, pictures: Mapping[str, Picture]) -> Body | None:
    """What `Converter.body` gives for a text in which everything is plain and nothing wrong; None for any other.

    What is written here needs no clean-up: the tags are ours, no `<` or `&` of an author passes, each `>` is escaped, and in attributes
    stand words of ours, addresses of letters that need no escape, and texts without a quotation mark.
    """
    if _NEVER.search(_unusual(text)) or " \n" in text or text.endswith(" ") or _PLACE_OF_NOTES in text:
        return None
    try:
        return _body(text, _Written(name, path, line), language, places, pictures)
    except NotPlain:
        return None


def _unusual(text: str) -> str:
    """What is left of a text without what most texts consist of: a pattern is slow to look through all of it."""
    return text.encode(errors="surrogatepass").translate(None, _USUAL).decode(errors="surrogatepass")


def _body(text: str, source: _Written, language: str, places: Places, pictures: Mapping[str, Picture]) -> Body:
    words = _words(language)
    blocks, notes = parted(text)
    inline = Inline(places, source.name, notes, words.note)
    writer = Blocks(inline, words.table)
    written = [(writer.html(block), inline.referred()) for block in blocks]
    if inline.unread:
        raise NotPlain
    shown = {name: _note(name, number, inline.html(note), words) for number, (name, note) in enumerate(notes.items(), 1)}
    html = "\n".join(_noted(html, [shown[name] for name in names]) if names else html for html, names in written)
    ids = [heading.id for heading in writer.headings] + [f"{kind}-{name}" for name in notes for kind in ("fn", "fnref")]
    if len(set(ids)) < len(ids):
        raise NotPlain
    digest = sha256(text.strip().encode()).hexdigest()
    return Body(place_pictures(html, pictures), tuple(writer.headings), tuple(_links(inline, text, source)), frozenset(ids), digest)


def _note(name: str, number: int, html: str, words: _Words) -> str:
    link = f'<a aria-label="{words.back}" class="note__back" href="#fnref-{name}">↩</a>'
    text = f'<span class="note__number">{number}</span> {html}&nbsp;{link}'
    return f'<div aria-label="{words.note} {number}" class="note" id="fn-{name}" role="note"><p>{text}</p>\n</div>\n'


def _noted(html: str, notes: Iterable[str]) -> str:
    return f'<div class="noted">{html}\n{"".join(notes)}</div>'


def _links(inline: Inline, text: str, source: _Written) -> Iterator[BodyLink]:
    """Each link is the next in the text with that address, as the checks count them."""
    after: dict[str, int] = {}
    for written, target in inline.links:
        if target.inside or target.fragment:
            at = text.index(written, after.get(written, 0))
            after[written] = at + 1
            line, column = source.line + text.count("\n", 0, at), at - text.rfind("\n", 0, at)
            yield BodyLink(source.path, line, column, target.inside, target.fragment)
