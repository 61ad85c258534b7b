"""All that a record says: its title, its texts and its body, without markup."""

import re
from collections.abc import Iterator, Mapping

from .bodies import Body
from .records import Record
from .records.fields import InlineMarkdown
from .records.walk import leaves

_TAG = re.compile(r"<[^>]*>")


def wording(record: Record, body: Body, inline: Mapping[str, str]) -> Iterator[str]:
    """Each text of a record; `inline` holds the HTML of those front-matter texts that have markup."""
    told = [str(leaf.value) for leaf in leaves(record) if InlineMarkdown in leaf.markers]
    return (_TAG.sub(" ", html) for html in (record.title, *(inline.get(text, text) for text in told), body.html))
