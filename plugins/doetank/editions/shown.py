"""Each report with what it is counted from: its edition, when it was frozen, and else the records of today."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..edition import Edition
from ..library import Entry, Library
from ..records import Report
from ..records.fields import Ref
from ..year_lessons import YearLessons, year_lessons
from .digests import stamp_of
from .freeze import frozen, snapshots_of

OF_TODAY = frozenset(
    {"id", "path", "site_lang", "status", "retired_because", "replaced_by", "aliases", "contact", "contributors", "created", "modified",
     "released", "errata", "image", "links", "tags", "privacy_ok"}
)  # fmt: skip
"""Fields of a frozen report that are told as they are now: where it stands, who made it, and what is said of it since."""


@dataclass(frozen=True)
class ShownReport:
    """A report as readers see it, with what it counts in `library`.

    `stamp` is the digest of all that is counted and shown: two with one stamp say the same.
    """

    library: Library
    entry: Entry
    counted: YearLessons
    stamp: str
    frozen: bool

    @property
    def report(self) -> Report:
        assert isinstance(self.entry.record, Report)
        return self.entry.record


def shown_reports(library: Library) -> Iterator[ShownReport]:
    """Every report that has a page in the language of the library."""
    for entry in library.told():
        if isinstance(entry.record, Report):
            edition = library.editions.get(entry.ref)
            yield _frozen(library, edition, entry, entry.record) if edition else _of_today(library.published, entry, entry.record)


def counted_from(library: Library, report: Ref) -> Library:
    """What a report is counted from."""
    edition = library.editions.get(report)
    return library.in_edition(edition) if edition else library.published


def _of_today(today: Library, entry: Entry, report: Report) -> ShownReport:
    counted = year_lessons(today, report)
    figures = frozen(counted.figures)
    return ShownReport(today, entry, counted, stamp_of(figures, snapshots_of(today, entry, figures)), False)


def _frozen(library: Library, edition: Edition, today: Entry, report: Report) -> ShownReport:
    """A translation that came later is shown as it is."""
    held = library.in_edition(edition)
    kept = next((one for one in held.every[today.ref] if one.record.site_lang == today.record.site_lang), None)
    if kept is None:
        return ShownReport(held, today, year_lessons(held, report), edition.stamp, True)
    names = type(report).model_fields.keys() - OF_TODAY
    record = report.model_copy(update={name: getattr(kept.record, name) for name in sorted(names)})
    entry = Entry(record, kept.body, today.url, kept.refers_to | today.refers_to, today.parts)
    return ShownReport(held, entry, year_lessons(held, record), edition.stamp, True)
