"""What stands within a line: emphasis, code, links, images and references to notes. Whatever else might be markup is not plain."""

import re
from collections.abc import Iterable

from ..links import Places, Target


class NotPlain(Exception):
    """This is for Python-Markdown, which knows all of it, or for the checks, which have something to say about it."""


_TEXT = r"[^\s*_`\[\]{}](?:[^*_`\[\]{}\n]*[^\s*_`\[\]{}])?"
_DOMAIN = r"(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}"
_REST = r"[A-Za-z0-9._~/?#=%+,:;@!$-]*"
_ADDRESS = rf"https?://{_DOMAIN}(?:[/?#]{_REST})?|mailto:[A-Za-z0-9._+-]+@{_DOMAIN}|(?:\{{filename\}}|\{{static\}}|/|\#){_REST}"
# Each kind begins with a letter of its own, so that Python looks for those letters only, which is fast.
_PIECE = re.compile(
    rf"""
    `                  ([^`\n]+) ` (?!`)            # 1: code
    |\*\* (?<![^\s(]\*\*) ({_TEXT}) \*\* (?![\w*])  # 2: strong emphasis, not within a word and not in another
    |\* (?<![^\s(]\*)  ({_TEXT}) \*  (?![\w*])      # 3: emphasis
    |_  (?<![^\s(]_)   ({_TEXT}) _   (?!\w)         # 4: the same
    |\[\^             ([A-Za-z0-9-]+) \] (?![ ]?:) # 5: a reference to a note
    |\[ (?<!!\[)       ({_TEXT}) \]\(({_ADDRESS})\) # 6, 7: a link
    |!\[               ([^\s"*_`\[\]{{}}][^"`\[\]{{}}\n]*) \]\(({_ADDRESS})\) # 8, 9: an image
    |\*|_|`|\[|\]|\{{|\}}
    """,
    re.VERBOSE,
)
_MARKS = "*_`[]{}"
"""What `_PIECE` looks for. Each by itself is found faster than all at once, and most texts have none."""
_WRITABLE = re.compile(rf"(?:https?://|mailto:|/(?!/)|\#){_REST}")
"""What an address looks like that stands in an attribute as it is."""


def has_markup(text: str) -> bool:
    return bool(_PIECE.search(text))


def escaped(text: str) -> str:
    """A text of which nobody wrote `<` or `&`, as HTML says it."""
    return text.replace(">", "&gt;")


class Inline:
    """The lines of one body. Remembers in order where links lead, as they were written, and which notes are referred to."""

    def __init__(self, places: Places, source: str, notes: Iterable[str], word: str) -> None:
        self._places, self._source, self._word = places, source, word
        self.unread = {name: number for number, name in enumerate(notes, 1)}
        self.links: list[tuple[str, Target]] = []
        self._referred: list[str] = []

    def referred(self) -> list[str]:
        """The notes that were referred to since this was asked."""
        referred, self._referred = self._referred, []
        return referred

    def html(self, text: str) -> str:
        """A text of which nobody wrote `<`, `&` or a backslash. Raises NotPlain."""
        text = escaped(text)
        return _PIECE.sub(self._piece, text) if any(map(text.__contains__, _MARKS)) else text

    def _piece(self, found: re.Match[str]) -> str:
        match found.lastindex:
            case 1:
                return f"<code>{found[1].strip()}</code>"
            case 2:
                return f"<strong>{found[2]}</strong>"
            case 3 | 4:
                return f"<em>{found[3] or found[4]}</em>"
            case 5:
                return self._reference(found[5])
            case 7:
                return f'<a href="{self._address(found[7])}">{found[6]}</a>'
            case 9 if not found[9].startswith(("http", "mailto:", "#")):
                return f'<img alt="{found[8]}" src="{self._address(found[9])}">'
        raise NotPlain

    def _address(self, written: str) -> str:
        target = self._places.target(written, self._source)
        if not isinstance(target, Target) or not _WRITABLE.fullmatch(target.href):
            raise NotPlain
        self.links.append((written, target))
        return target.href

    def _reference(self, name: str) -> str:
        if name not in self.unread:
            raise NotPlain
        self._referred.append(name)
        shown = f'<span class="visually-hidden">{self._word} </span>{self.unread.pop(name)}'
        return f'<sup class="note-ref" id="fnref-{name}"><a href="#fn-{name}">{shown}</a></sup>'
