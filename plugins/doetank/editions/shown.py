"""Each report with what it is counted from: its edition, when it was frozen, and else the records of today."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..edition import Edition
from ..library import Entry, Library
from ..records import Report
from ..records.fields import Ref
from .freeze import edition_of

OF_TODAY = frozenset(
    {"id", "path", "site_lang", "status", "retired_because", "replaced_by", "aliases", "contact", "contributors", "created", "modified",
     "released", "errata", "image", "links", "tags", "privacy_ok"}
)  # fmt: skip
"""Fields of a frozen report that are told as they are now: where it stands, who made it, and what is said of it since."""


@dataclass(frozen=True)
class ShownReport:
    """A report as readers see it. `library` holds what it counts, and `stamp` is the digest of that: two with one stamp say the same."""

    library: Library
    entry: Entry
    stamp: str
    frozen: bool

    @property
    def report(self) -> Report:
        assert isinstance(self.entry.record, Report)
        return self.entry.record


def shown_reports(library: Library) -> Iterator[ShownReport]:
    """Every report that has a page in the language of the library."""
    today = library.published()
    for entry in library.told():
        if isinstance(entry.record, Report):
            edition = library.editions.get(entry.ref)
            yield _frozen(library, edition, entry) if edition else ShownReport(today, entry, edition_of(today, entry, "", {}).stamp, False)


def counted_from(library: Library, report: Ref) -> Library:
    """What a report is counted from."""
    edition = library.editions.get(report)
    return library.in_edition(edition) if edition else library.published()


def _frozen(library: Library, edition: Edition, today: Entry) -> ShownReport:
    held = library.in_edition(edition)
    return ShownReport(held, _as_frozen(held, today), edition.stamp, True)


def _as_frozen(held: Library, today: Entry) -> Entry:
    """A translation that came later is shown as it is."""
    kept = next((one for one in held.every[today.ref] if one.record.site_lang == today.record.site_lang), None)
    if kept is None:
        return today
    names = type(today.record).model_fields.keys() - OF_TODAY
    record = today.record.model_copy(update={name: getattr(kept.record, name) for name in sorted(names)})
    return Entry(record, kept.body, today.url, kept.refers_to | today.refers_to, today.parts)
