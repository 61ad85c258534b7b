"""The pages of the benchmark templates: one a record."""

from collections.abc import Iterable, Iterator

from doetank.library import Entry, Library
from doetank.pages import File, Page

from .ours_outputs import line


def pages_of(library: Library, entries: Iterable[Entry]) -> Iterator[Page]:
    """In the language of the site only. They are not described for machines, as no peer does that."""
    if library.language == library.site.language:
        yield from (_page(library, entry) for entry in entries)


def files_of(_library: Library, _entries: Iterable[Entry]) -> Iterable[File]:
    """None."""
    return ()


def _page(library: Library, entry: Entry) -> Page:
    record, told = entry.record, line(entry)
    doetank = library.entry(next((ref for ref in entry.refers_to if ref.type == "doetank"), entry.ref))
    values = {"body": entry.body, "date": told.date, "themes": record.themes, "doetank": {"id": doetank.ref.id, "url": doetank.url}}
    return Page(entry.url, "record", record.title, told.summary, values, path=record.path, listed=False)
