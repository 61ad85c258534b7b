"""A text to its blocks, and the notes that stood among them."""

import re
from collections.abc import Iterator

from .inline import NotPlain
from .paragraphs import OTHERWISE

_NOTE = re.compile(rf"\[\^([A-Za-z0-9-]+)\]: +(?!{OTHERWISE})(.+)")
_MORE = re.compile(rf" {{4}}(?!{OTHERWISE})(.+)")


def parted(text: str) -> tuple[list[str], dict[str, str]]:
    """The blocks without the notes, and the notes by name. Raises NotPlain."""
    blocks: list[str] = []
    notes: dict[str, str] = {}
    parts = iter(text.strip("\n").split("\n\n"))
    for part in parts:
        block = part.lstrip("\n")
        if block.startswith("#"):
            head, _, block = block.partition("\n")
            blocks.append(head)
        if block.startswith("```"):
            block = _whole_code(block, parts)
        if _NOTE.match(block):
            _take_notes(block, notes)
        elif block:
            blocks.append(block)
    return blocks, notes


def _whole_code(block: str, parts: Iterator[str]) -> str:
    """An empty line within code parts nothing."""
    lines = [block]
    while not lines[-1].endswith("\n```"):
        more = next(parts, None)
        if more is None:
            raise NotPlain
        lines.append(more)
    return "\n\n".join(lines)


def _take_notes(block: str, notes: dict[str, str]) -> None:
    """Notes that stand directly below each other; further lines of one are indented."""
    name = ""
    for line in block.split("\n"):
        found, more = _NOTE.fullmatch(line), _MORE.fullmatch(line)
        if found and found[1] not in notes:
            name = found[1]
            notes[name] = found[2]
        elif more:
            notes[name] += f"\n{more[1]}"
        else:
            raise NotPlain
