"""White space that means nothing, and empty lines that Markdown likes to have."""

import re

from ..problems import say
from .text import Step, Text, outside_code

_HEADING = re.compile(r"#{1,6} +\S")


def head_ends(text: Text) -> Step:
    """Without white space at the end of the lines of the fields."""
    return _step(text, (*(line.rstrip(" \t") for line in text.head), *text.body))


def body_ends(text: Text) -> Step:
    """Without white space at the end of lines. Two spaces are a line break in Markdown, and in code every space counts."""
    loose = set(outside_code(text.body))
    return _step(text, (*text.head, *(_without_end(line) if number in loose else line for number, line in enumerate(text.body))))


def _without_end(line: str) -> str:
    plain = line.rstrip(" \t")
    return line if plain and line.endswith("  ") else plain


def _step(text: Text, lines: tuple[str, ...]) -> Step:
    old = (*text.head, *text.body)
    changed = [str(number) for number, (one, other) in enumerate(zip(old, lines, strict=True), 1) if one != other]
    done = (say("white space at the end of line {numbers}", numbers=", ".join(changed)),) if changed else ()
    return Step("\n".join(lines), done)


def end_of_file(text: Text) -> Step:
    """With one line end at the end."""
    ended = text.whole.rstrip("\n") + "\n"
    return Step(ended, (say("one line end at the end of the file"),) if ended != text.whole else ())


def empty_line_before(number: int, text: Text) -> Step:
    """With an empty line before a line of the body."""
    line = len(text.head) + number
    lines = (*text.head, *text.body)
    return Step("\n".join((*lines[:line], "", *lines[line:])), (say("an empty line before line {number}", number=line + 1),))


def wanted(body: tuple[str, ...]) -> tuple[int, ...]:
    """Before which lines of a body an empty one is wanted: the first, a heading, and what stands below one. From last to first."""
    headings = {number for number in outside_code(body) if _HEADING.match(body[number])}
    near = headings | {number + 1 for number in headings} | {0}
    found = {number for number in near if number < len(body) and body[number].strip() and (number == 0 or body[number - 1].strip())}
    return tuple(sorted(found, reverse=True))
