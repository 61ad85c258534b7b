"""What a list page shows, as a table beside it: the same records, in the same order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from . import urls
from .library import Entry, Library
from .pages import File, Page
from .tables import Row, as_data, shared_table_of, table_of


def selections(library: Library, pages: Iterable[Page]) -> Iterator[File]:
    """One CSV for each page that lists records."""
    listing = [page for page in pages if page.selection]
    if not listing:
        return
    entries = {entry.url: entry for entry in library.everything()}
    rows = {url: as_data(library.site, entry) for url, entry in entries.items()}
    for page in listing:
        yield File(urls.selection(page.url), _table(page.selection, entries, rows))


def _table(addresses: Sequence[str], entries: Mapping[str, Entry], rows: Mapping[str, Row]) -> bytes:
    shown = [entries[address].record for address in addresses]
    types = {record.type for record in shown}
    told = [rows[address] for address in addresses]
    return table_of(types.pop(), told) if len(types) == 1 else shared_table_of(zip(told, (record.when for record in shown), strict=True))
