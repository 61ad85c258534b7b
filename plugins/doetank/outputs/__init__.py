"""Everything the site consists of: one module an output, each with `pages(library)` and `files(library)`."""

from collections.abc import Iterable
from typing import Protocol

from ..library import Library
from ..pages import File, Page
from . import (
    agenda,
    citations,
    contribute,
    data_package,
    doetanks,
    feeds,
    home,
    lists,
    open_data,
    overviews,
    patterns,
    phases,
    records,
    redirects,
    service,
    year_report,
)


class Output(Protocol):
    """What a module in this folder offers."""

    def pages(self, library: Library, /) -> Iterable[Page]: ...

    def files(self, library: Library, /) -> Iterable[File]: ...


OUTPUTS: tuple[Output, ...] = (
    home, doetanks, records, phases, year_report, lists, overviews, agenda, contribute, open_data, data_package, feeds, citations,
    redirects, service, patterns,
)  # fmt: skip

__all__ = ["OUTPUTS", "File", "Page"]
