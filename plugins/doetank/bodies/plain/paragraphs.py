"""Text that is nothing else than text."""

import re

from .inline import Inline, NotPlain

OTHERWISE = r"[ \n#=:>?|~+-]|!(?!\[)|\*[ ]|\d+\.[ ]"
"""How a line begins that may be something else than text."""
_BEGINS_OTHERWISE = re.compile(rf"{OTHERWISE}|\Z")
_GOES_ON_OTHERWISE = re.compile(rf"\n(?:{OTHERWISE}|\Z)")


def paragraph(block: str, inline: Inline) -> str:
    """Raises NotPlain."""
    if _BEGINS_OTHERWISE.match(block) or _GOES_ON_OTHERWISE.search(block):
        raise NotPlain
    return f"<p>{inline.html(block)}</p>"
