"""Lists in which each item is one line."""

import re

from .inline import Inline, NotPlain
from .paragraphs import OTHERWISE

_BULLET = re.compile(rf"[-*] +(?!{OTHERWISE})(.+)")
_NUMBER = re.compile(rf"\d+\. +(?!{OTHERWISE})(.+)")


def bullets(block: str, inline: Inline) -> str:
    """Raises NotPlain."""
    return f"<ul>\n{_items(block, _BULLET, inline)}\n</ul>"


def numbered(block: str, inline: Inline) -> str:
    """A list that starts at 1; the other numbers do not matter. Raises NotPlain."""
    if not block.startswith("1. "):
        raise NotPlain
    return f"<ol>\n{_items(block, _NUMBER, inline)}\n</ol>"


def _items(block: str, form: re.Pattern[str], inline: Inline) -> str:
    items = []
    for line in block.split("\n"):
        found = form.fullmatch(line)
        if found is None:
            raise NotPlain
        items.append(f"<li>{inline.html(found[1])}</li>")
    return "\n".join(items)
