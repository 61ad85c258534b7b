"""The outputs of the site: one module each, with `pages(library)` and `files(library)`; some with `papers(library)`.

Where each page and file is made of one record, these are `pages_of(library, entries)` and `files_of(library, entries)`.

Each of them is asked once a language of the site, with the library in that language.
"""

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from ..library import Entry, Library
from ..pages import File, Page, Paper


class Output(Protocol):
    """What a module in this folder offers."""

    def pages(self, library: Library, /) -> Iterable[Page]: ...

    def files(self, library: Library, /) -> Iterable[File]: ...


@runtime_checkable
class PerRecord(Protocol):
    """What a module offers of which each page and file is made of one record: those of some records."""

    def pages_of(self, library: Library, entries: Iterable[Entry], /) -> Iterable[Page]: ...

    def files_of(self, library: Library, entries: Iterable[Entry], /) -> Iterable[File]: ...


class Printed(Protocol):
    """What a module that makes a PDF offers besides: the documents, where they are printed, and their addresses, also where not."""

    def printed(self, library: Library, /) -> Iterable[str]: ...

    def papers(self, library: Library, /) -> Iterable[Paper]: ...


__all__ = ["File", "Output", "Page", "Paper", "PerRecord", "Printed"]
