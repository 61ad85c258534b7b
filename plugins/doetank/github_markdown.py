"""What somebody else wrote, in Markdown on GitHub: it stays text, calls nobody, and points nowhere."""

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|&~$])")
_LIVE = re.compile(r"(@|#|GH(?=-)|www(?=\.)|:(?=//))", re.IGNORECASE)
"""GitHub makes links of names, numbers of issues and addresses after the Markdown is read, so a backslash does not stop it."""
_APART = "<!-- -->"


def literal(text: str) -> str:
    """A text in a line, as it was written. It may not begin a line: there, a dash or a number would begin a list."""
    return _LIVE.sub(rf"\1{_APART}", _MARKUP.sub(r"\\\1", one_line(text)))


def code(text: str) -> str:
    """A text in a line, as code; GitHub makes nothing of what is in there."""
    # Two fences without anything between them would be one, and code would begin where it should end.
    plain = one_line(text) or " "
    fence = "`" * (_longest_run(plain) + 1)
    space = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{space}{plain}{space}{fence}"


def fenced(lines: tuple[str, ...], language: str = "") -> str:
    """Lines as a block of code, in a fence that none of them can close."""
    plain = [_printable(line) for line in lines]
    fence = "`" * max((3, *(_longest_run(line) + 1 for line in plain)))
    return "\n".join([fence + language, *plain, fence])


def folded(before: str, name: str, content: str) -> str:
    """A part that opens when it is asked for: a word of ours, a name of theirs, and Markdown that is safe already."""
    return f"<details><summary>{escape(before)} <code>{escape(one_line(name))}</code></summary>\n\n{content}\n\n</details>"


def fitting(blocks: Iterable[str], most_bytes: int, cut: str) -> str:
    """As many whole blocks as there is room for, with an empty line between them, and `cut` at the end when that is not all."""
    kept: list[str] = []
    room = most_bytes - len(cut.encode())
    for block in blocks:
        room -= len(f"{block}\n\n".encode())
        if room < 0:
            return "\n\n".join([*kept, cut])
        kept.append(block)
    return "\n\n".join(kept)


def one_line(text: str) -> str:
    """Without line ends, and without characters that nobody sees or that turn the direction of a text."""
    return " ".join(_printable(text).split())


def _printable(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in text)


def _longest_run(text: str) -> int:
    return max((len(list(run)) for character, run in groupby(text) if character == "`"), default=0)
