"""The pages of records that were changed, which are made and shown before all others."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

from ..library import Entry, Library
from ..outputs import PerRecord
from ..pages import Page
from ..pipeline import Part, check_addresses
from ..problems import ContentError
from ..records.fields import Ref
from ..whole_site import OUTPUTS

MANY = 8
"""When more records than this are changed at once, nobody waits for one of them: all pages follow together."""


def pages_ahead(before: Library, told: Sequence[Library]) -> tuple[Page, ...]:
    """The pages of the records in `told` that are new or other than `before`, as far as each is made of one record."""
    refs = {entry.ref for entry in _changed(before, told[0])}
    return tuple(_pages(told, refs)) if len(refs) <= MANY else ()


def fit(told: Sequence[Library], pages: Sequence[Page], before: Iterable[Page], files: Iterable[str]) -> bool:
    """Whether all addresses and links are right with these pages in the place of those from `before`, beside the same files."""
    new = {page.url for page in pages}
    try:
        check_addresses(told, (*pages, *(page for page in before if page.url not in new)), files)
    except ContentError:
        return False
    return True


def _changed(before: Library, now: Library) -> Iterator[Entry]:
    known: Mapping[str, Entry] = {entry.url: entry for entry in before.everything()}
    # What was not read again is the same record, so few of them are compared field by field.
    return (entry for entry in now.everything() if entry.url not in known or _other(known[entry.url], entry))


def _other(before: Entry, entry: Entry) -> bool:
    return (before.record, before.body, before.parts) != (entry.record, entry.body, entry.parts)


def _pages(told: Sequence[Library], refs: Collection[Ref]) -> Iterator[Page]:
    for library in told:
        entries = tuple(entry for entry in library.told() if entry.ref in refs)
        for output in OUTPUTS if entries else ():
            if isinstance(output, PerRecord):
                yield from Part(library, partial(output.pages_of, library, entries), tuple).pages()
