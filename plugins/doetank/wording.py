"""All that a record says: its title, its texts and its body, without markup."""

import re
from collections.abc import Iterator, Mapping

from .bodies import Body
from .records import Record
from .records.walk import texts

_TAG = re.compile(r"<[^>]*>↩?")
"""A tag, with the arrow by which a note leads back."""


def wording(record: Record, body: Body, inline: Mapping[str, str]) -> Iterator[str]:
    """Each text of a record; `inline` holds the HTML of those front-matter texts that have markup."""
    return (_TAG.sub(" ", html) for html in (record.title, *(inline.get(text, text) for text in texts(record)), body.html))
