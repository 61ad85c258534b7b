"""Lists in which each item is one line."""

import re
from collections.abc import Sequence

from .inline import Inline, NotPlain
from .paragraphs import OTHERWISE

_BULLET = re.compile(rf"[-*] +(?!{OTHERWISE})(.+)")
_NUMBER = re.compile(rf"[0-9]+\. +(?!{OTHERWISE})(.+)")


def bullets(blocks: Sequence[str], inline: Inline) -> str:
    """Blocks that only empty lines part are one list. Raises NotPlain."""
    return f"<ul>\n{_items(blocks, _BULLET, inline)}\n</ul>"


def numbered(blocks: Sequence[str], inline: Inline) -> str:
    """The same with numbers, of which only the first counts. Raises NotPlain."""
    if not blocks[0].startswith("1. "):
        raise NotPlain
    return f"<ol>\n{_items(blocks, _NUMBER, inline)}\n</ol>"


def _items(blocks: Sequence[str], form: re.Pattern[str], inline: Inline) -> str:
    """An item with an empty line beside it is a paragraph."""
    items = []
    for number, block in enumerate(blocks):
        lines = block.split("\n")
        for index, line in enumerate(lines):
            found = form.fullmatch(line)
            if found is None:
                raise NotPlain
            html = inline.html(found[1])
            apart = (number > 0 and index == 0) or (number < len(blocks) - 1 and index == len(lines) - 1)
            items.append(f"<li>\n<p>{html}</p>\n</li>" if apart else f"<li>{html}</li>")
    return "\n".join(items)
