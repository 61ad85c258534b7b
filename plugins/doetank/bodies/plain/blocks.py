"""What empty lines part, each as Python-Markdown writes it: headings, quotes and code here, the others in modules of their own."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from markdown.extensions.toc import slugify

from ..body import Heading
from ..tree import HeadingOrder
from .inline import Inline, NotPlain
from .lists import bullets, numbered
from .paragraphs import paragraph
from .tables import table

_KIND = re.compile(r"(#)|(\|)|(>)|([-*] )|(\d+\. )|(```)")
_HEADING = re.compile(r"(#{2,6}) +(\S.*)(?<!#)")
_CODE = re.compile(r"```([a-z]*)\n(.+)\n```", re.DOTALL)


class Blocks:
    """Writes the blocks of one body and remembers its headings."""

    def __init__(self, inline: Inline, table_label: str) -> None:
        self._inline, self._table_label = inline, table_label
        self._order = HeadingOrder()
        self.headings: list[Heading] = []

    def html(self, blocks: Iterable[str]) -> Iterator[str]:
        """One after the other, so that between two of them `Inline` can tell what the last referred to. Raises NotPlain."""
        writers = (self._paragraphs, self._headings, self._tables, self._quote, self._bullets, self._numbered, self._codes)
        for kind, alike in groupby(blocks, _kind_of):
            yield from writers[kind](alike)

    def _paragraphs(self, blocks: Iterable[str]) -> Iterator[str]:
        return (paragraph(block, self._inline) for block in blocks)

    def _headings(self, blocks: Iterable[str]) -> Iterator[str]:
        for block in blocks:
            found = _HEADING.fullmatch(block)
            if found is None:
                raise NotPlain
            level, text = len(found[1]), found[2]
            html, name = self._inline.bare(text), slugify(text, "-")
            if not name or self._order.next(level, text):
                raise NotPlain
            self.headings.append(Heading(level, name, text))
            yield f'<h{level} id="{name}">{html}</h{level}>'

    def _tables(self, blocks: Iterable[str]) -> Iterator[str]:
        return (table(block, self._inline, self._table_label) for block in blocks)

    def _quote(self, blocks: Iterable[str]) -> Iterator[str]:
        """Quotes that only empty lines part are one."""
        parts = [part for block in blocks for part in _unquoted(block).split("\n\n")]
        yield "<blockquote>\n" + "\n".join(paragraph(part, self._inline) for part in parts) + "\n</blockquote>"

    def _bullets(self, blocks: Iterable[str]) -> Iterator[str]:
        yield bullets(list(blocks), self._inline)

    def _numbered(self, blocks: Iterable[str]) -> Iterator[str]:
        yield numbered(list(blocks), self._inline)

    def _codes(self, blocks: Iterable[str]) -> Iterator[str]:
        return map(_code, blocks)


def _kind_of(block: str) -> int:
    """Which of the writers: a paragraph when it begins as nothing else."""
    found = _KIND.match(block)
    return found.lastindex or 0 if found else 0


def _unquoted(block: str) -> str:
    lines = block.split("\n")
    if not all(line == ">" or line.startswith("> ") for line in lines):
        raise NotPlain
    return "\n".join(line[2:] for line in lines)


def _code(block: str) -> str:
    found = _CODE.fullmatch(block)
    if found is None or "```" in found[2]:
        raise NotPlain
    language = ' class=""' if found[1] else ""  # the clean-up takes its name away
    return f'<pre class=""><code{language}>{found[2].replace(">", "&gt;")}</code></pre>'
