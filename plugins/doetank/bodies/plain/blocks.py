"""What empty lines part, each as Python-Markdown writes it: headings, quotes and code here, the others in modules of their own."""

import re

from markdown.extensions.toc import slugify

from ..body import Heading
from ..tree import HeadingOrder
from .inline import Inline, NotPlain, escaped, has_markup
from .lists import bullets, numbered
from .paragraphs import paragraph
from .tables import table

_HEADING = re.compile(r"(#{2,6}) +(\S.*)(?<!#)")
_CODE = re.compile(r"```([a-z]*)\n(.+)\n```", re.DOTALL)
_KIND = re.compile(r"(#)|(\|)|(```)|(>)|([-*] )|(\d+\. )")
_GROWING = 4
"""From here on in `_KIND` come quotes and lists, to which Python-Markdown adds the next one behind an empty line."""


class Blocks:
    """Writes the blocks of one body, one after the other, and remembers its headings."""

    def __init__(self, inline: Inline, table_label: str) -> None:
        self._inline, self._table_label = inline, table_label
        self._writers = (self._paragraph, self._heading, self._table, _code, self._quote, self._bullets, self._numbered)
        self._order, self._before = HeadingOrder(), 0
        self.headings: list[Heading] = []

    def html(self, block: str) -> str:
        """Raises NotPlain."""
        found = _KIND.match(block)
        kind = found.lastindex or 0 if found else 0
        if kind == self._before and kind >= _GROWING:
            raise NotPlain
        self._before = kind
        return self._writers[kind](block)

    def _paragraph(self, block: str) -> str:
        return paragraph(block, self._inline)

    def _heading(self, block: str) -> str:
        found = _HEADING.fullmatch(block)
        if found is None or has_markup(found[2]):
            raise NotPlain
        level, text = len(found[1]), found[2]
        name = slugify(text, "-")
        if not name or self._order.next(level, text):
            raise NotPlain
        self.headings.append(Heading(level, name, text))
        return f'<h{level} id="{name}">{escaped(text)}</h{level}>'

    def _table(self, block: str) -> str:
        return table(block, self._inline, self._table_label)

    def _quote(self, block: str) -> str:
        lines = block.split("\n")
        if not all(line == ">" or line.startswith("> ") for line in lines):
            raise NotPlain
        parts = "\n".join(line[2:] for line in lines).split("\n\n")
        return "<blockquote>\n" + "\n".join(paragraph(part, self._inline) for part in parts) + "\n</blockquote>"

    def _bullets(self, block: str) -> str:
        return bullets(block, self._inline)

    def _numbered(self, block: str) -> str:
        return numbered(block, self._inline)


def _code(block: str) -> str:
    found = _CODE.fullmatch(block)
    if found is None or "```" in found[2]:
        raise NotPlain
    language = ' class=""' if found[1] else ""  # the clean-up takes its name away
    return f'<pre class=""><code{language}>{escaped(found[2])}</code></pre>'
