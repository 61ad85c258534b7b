"""A report becomes an edition: the records that it counts and shows, as they are now, and every figure with the records behind it."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..bodies import Body
from ..edition import Edition, FrozenFigure, Snapshot
from ..library import Entry, Library
from ..records import Person, Record, Report
from ..records.fields import NETWORK, Ref
from ..records.walk import texts
from ..year_lessons import year_lessons
from .as_of import as_of
from .digests import digest_of, stamp_of
from .nameless import nameless


def edition_of(library: Library, report: Entry, path: str, made_with: dict[str, str]) -> Edition:
    """The edition of a report, with `path` as its file. `library` holds no drafts, and is not an edition's own."""
    record = report.record
    assert isinstance(record, Report)
    figures = figures_of(library, record)
    counted = {ref for figure in figures for ref in figure.records}
    refs = _shown(library, {report.ref, *record.highlights, *counted})
    snapshots = tuple(_snapshots(library, refs, report.ref, record.period.last_day))
    used = {text for one in snapshots for text in texts(one.record)}
    inline = {text: html for text, html in sorted(library.inline.items()) if text in used}
    return Edition(report.ref, path, stamp_of(figures, snapshots), figures, snapshots, inline, made_with)


def figures_of(library: Library, report: Report) -> tuple[FrozenFigure, ...]:
    """Every figure of a report, as an edition keeps it."""
    counted = year_lessons(library, report)
    return tuple(FrozenFigure(figure.id, figure.method, tuple(card.ref for card in figure.cards)) for figure in counted.figures)


def snapshot_of(record: Record, body: Body, day: date) -> Snapshot:
    """A record as it was at the end of a day; of its body only the digest is kept."""
    kept = nameless(as_of(record, day))
    return Snapshot(kept, Body(digest=body.digest), digest_of(record, body.digest, day))


def _shown(library: Library, refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """These, and all that they refer to, so that every card can be shown; not people, whose names stay theirs."""
    found = set(refs)
    found |= {other for ref in found for other in library.entry(ref).refers_to}
    return tuple(sorted(ref for ref in found if ref != NETWORK and ref.type != Person.type))


def _snapshots(library: Library, refs: Iterable[Ref], report: Ref, day: date) -> Iterator[Snapshot]:
    for ref in refs:
        for entry in library.versions(library.entry(ref)):
            made = snapshot_of(entry.record, entry.body, day)
            yield Snapshot(made.record, entry.body, made.digest) if ref == report else made
