"""Everything the site consists of: one module an output, each with `pages(library)` and `files(library)`.

Both are asked once a language of the site, with the library in that language.
"""

from collections.abc import Iterable
from typing import Protocol

from ..library import Library
from ..pages import File, Page
from . import (
    agenda,
    citations,
    contribute,
    doetanks,
    feeds,
    home,
    known_words,
    lists,
    open_data,
    overviews,
    patterns,
    phases,
    records,
    redirects,
    review_pack,
    service,
    year_report,
)


class Output(Protocol):
    """What a module in this folder offers."""

    def pages(self, library: Library, /) -> Iterable[Page]: ...

    def files(self, library: Library, /) -> Iterable[File]: ...


OUTPUTS: tuple[Output, ...] = (
    home, doetanks, records, phases, year_report, lists, overviews, agenda, contribute, open_data, feeds, citations,
    redirects, service, known_words, review_pack, patterns,
)  # fmt: skip
ONCE: tuple[Output, ...] = (open_data, service, patterns)
"""The outputs whose files are the same in every language, and are made in that of the site only."""

__all__ = ["ONCE", "OUTPUTS", "File", "Page"]
