"""What a list page shows, as a table beside it: the same records, in the same order."""

from collections.abc import Iterable, Iterator, Mapping

from . import urls
from .data_files import rows_of
from .library import Entry, Library
from .pages import File, Page
from .tables import SHARED, as_table, line_of, shared_line_of


def selections(library: Library, pages: Iterable[Page]) -> Iterator[File]:
    """One CSV for each page that lists records."""
    listing = [page for page in pages if page.selection]
    if not listing:
        return
    entries = {entry.url: entry for entry in library.everything()}
    shared = {url: shared_line_of(rows_of(library)[url], entry.record.when) for url, entry in entries.items()}
    alone = {url: line_of(entry.record.type, rows_of(library)[url]) for url, entry in entries.items()}
    made: dict[tuple[str, ...], bytes] = {}
    for page in listing:
        # The same list in another language is often the same table.
        made[page.selection] = made.get(page.selection) or _table(page.selection, entries, alone, shared)
        yield File(urls.selection(page.url), made[page.selection])


def _table(addresses: tuple[str, ...], entries: Mapping[str, Entry], alone: Mapping[str, str], shared: Mapping[str, str]) -> bytes:
    types = {entries[address].record.type for address in addresses}
    type_name, lines = (types.pop(), alone) if len(types) == 1 else (SHARED, shared)
    return as_table(type_name, (lines[address] for address in addresses))
