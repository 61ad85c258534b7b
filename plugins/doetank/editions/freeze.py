"""A report becomes an edition: the records that it counts and shows, as they are now, and every figure with the records behind it."""

from collections.abc import Iterable, Iterator, Mapping

from ..bodies import Body
from ..edition import EarlierReport, Edition, FrozenFigure, Snapshot
from ..figures import figures_of
from ..library import Entry, Library
from ..records import Person, Record, Report
from ..records.fields import NETWORK, Ref
from ..records.report import Years
from ..records.walk import texts
from .digests import digest_of, stamp_of
from .nameless import nameless


def edition_of(library: Library, report: Entry, path: str, made_with: Mapping[str, str], before: Iterable[EarlierReport] = ()) -> Edition:
    """The edition of a report, with `path` as its file. `library` holds no drafts, and is not an edition's own."""
    record = report.record
    assert isinstance(record, Report)
    figures = frozen_figures(library, record)
    counted = {ref for figure in figures for ref in figure.records}
    refs = _shown(library, {report.ref, *record.highlights, *counted})
    snapshots = tuple(_snapshots(library, refs, report.ref, record.period))
    used = {text for one in snapshots for text in texts(one.record)}
    inline = {text: html for text, html in sorted(library.inline.items()) if text in used}
    return Edition(report.ref, path, stamp_of(figures, snapshots), figures, tuple(before), snapshots, inline, made_with)


def frozen_figures(library: Library, report: Report) -> tuple[FrozenFigure, ...]:
    """Every figure of a report, as an edition keeps it."""
    figures = figures_of(library, report)
    return tuple(FrozenFigure(figure.id, figure.measure.method, tuple(card.ref for card in figure.cards)) for figure in figures)


def snapshot_of(record: Record, body: Body, years: Years) -> Snapshot:
    """A record as it is, without names; of its body only the digest is kept."""
    return Snapshot(nameless(record), Body(digest=body.digest), digest_of(record, body.digest, years))


def _shown(library: Library, refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """These, and all that they refer to, so that every card can be shown; not people, whose names stay theirs."""
    found = set(refs)
    found |= {other for ref in found for other in library.entry(ref).refers_to}
    return tuple(sorted(ref for ref in found if ref != NETWORK and ref.type != Person.type))


def _snapshots(library: Library, refs: Iterable[Ref], report: Ref, years: Years) -> Iterator[Snapshot]:
    for ref in refs:
        for entry in library.versions(library.entry(ref)):
            made = snapshot_of(entry.record, entry.body, years)
            yield Snapshot(made.record, entry.body, made.digest) if ref == report else made
