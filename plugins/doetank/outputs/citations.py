"""Beside every listed record's page: how to cite it, for reference managers."""

from collections.abc import Iterable, Iterator

from .. import urls
from ..citations import bibtex, ris
from ..library import Entry, Library
from ..pages import File, Page


def pages_of(_library: Library, _entries: Iterable[Entry]) -> Iterable[Page]:
    """None."""
    return ()


def files_of(library: Library, entries: Iterable[Entry]) -> Iterator[File]:
    """One BibTeX and one RIS file a record, in each of its languages."""
    for entry in entries:
        if not entry.record.is_retired and not entry.record.is_draft:
            yield File(urls.citation(entry.url, "bib"), bibtex(library, entry))
            yield File(urls.citation(entry.url, "ris"), ris(library, entry))
