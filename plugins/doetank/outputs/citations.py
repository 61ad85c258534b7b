"""Beside every listed record's page: how to cite it, for reference managers."""

from collections.abc import Iterable, Iterator

from .. import urls
from ..citations import bibtex, ris
from ..library import Library
from ..pages import File, Page


def pages(_library: Library) -> Iterable[Page]:
    """None."""
    return ()


def files(library: Library) -> Iterator[File]:
    """One BibTeX and one RIS file a record, in each of its languages."""
    for entry in library.told():
        if not entry.record.is_retired and not entry.record.is_draft:
            yield File(urls.citation(entry.url, "bib"), bibtex(library, entry))
            yield File(urls.citation(entry.url, "ris"), ris(library, entry))
