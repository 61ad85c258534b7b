"""A record's file as lines, and whether two of them say the same."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..bodies import Converter
from ..front_matter import read_document
from ..problems import Message
from ..yaml_plain import Plain
from ..yaml_text import Fields

_AT_AN_END = re.compile(r"[ \t]+(?=\n|</(?:p|li|h[1-6]|td|th|dt|dd)>)")
"""White space that no browser shows."""
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


class Step(NamedTuple):
    """A text after one thing was mended, and what that was. `data` is what the fields say then, when that is not the same."""

    text: str
    done: tuple[Message, ...] = ()
    data: Mapping[str, object] | None = None


@dataclass(frozen=True)
class Text:
    """A file without mistakes in its form. `head` are its lines up to and with the second `---`, `body` those below."""

    whole: str
    head: tuple[str, ...]
    body: tuple[str, ...]
    fields: Fields
    html: str

    @classmethod
    def of(cls, whole: str, convert: Callable[[str], str]) -> "Text | None":
        """The file, or None for one that cannot be read without a mistake."""
        document, problems = read_document(whole.encode(), "")
        if problems or not document or document.fields is None:
            return None
        lines = whole.split("\n")
        head, body = lines[: document.body_line - 1], lines[document.body_line - 1 :]
        return cls(whole, tuple(head), tuple(body), document.fields, _trimmed(convert("\n".join(body))))

    @property
    def letters(self) -> str:
        """The body as an edition knows it again."""
        return "\n".join(self.body).strip()

    def says(self, data: Mapping[str, object], html: str) -> bool:
        """Whether the fields hold this and the page shows this, but for white space that no browser shows."""
        return same(self.fields.data, data) and self.html == html


Mender = Callable[[Text], Step]


def convert_with(converter: Converter) -> Callable[[str], str]:
    """What turns a body into HTML; its mistakes are for `check`."""
    return lambda body: converter.body(body, "", "", 1, "nl")[0].html


def same(one: object, other: object) -> bool:
    """Equal, also in what stood between quotes: `"true"` is a text and `true` is not."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other and isinstance(one, Plain) == isinstance(other, Plain)


def outside_code(lines: tuple[str, ...]) -> tuple[int, ...]:
    """The lines that are not code: neither between fences nor indented as code is."""
    found, fence = [], ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        elif not fence and not line.startswith(("    ", "\t")):
            found.append(number)
    return tuple(found)


def _trimmed(html: str) -> str:
    return _AT_AN_END.sub("", html)
