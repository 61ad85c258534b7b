"""What a list page shows, as a table beside it: the same records, in the same order."""

from collections.abc import Iterable, Iterator

from . import urls
from .library import Entry, Library
from .pages import File, Page
from .site import Site
from .tables import as_shared_table, as_table


def selections(library: Library, pages: Iterable[Page]) -> Iterator[File]:
    """One CSV for each page that lists records."""
    entries = {entry.url: entry for entry in library.everything()}
    for page in pages:
        if page.selection:
            yield File(urls.selection(page.url), _table(library.site, tuple(entries[address] for address in page.selection)))


def _table(site: Site, entries: tuple[Entry, ...]) -> bytes:
    types = {entry.record.type for entry in entries}
    return as_table(site, types.pop(), entries) if len(types) == 1 else as_shared_table(site, entries)
