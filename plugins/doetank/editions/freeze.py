"""A report becomes an edition: the records that it counts and shows, as they are now, and every figure with the records behind it."""

from collections.abc import Iterable, Mapping

from ..bodies import Body
from ..edition import EarlierReport, Edition, FrozenFigure, Snapshot
from ..figures import Figure, figures_of
from ..library import Entry, Library
from ..records import Person, Report
from ..records.fields import NETWORK, Ref
from ..records.report import Years
from ..records.walk import texts
from .digests import digest_of, stamp_of
from .nameless import nameless


def edition_of(library: Library, report: Entry, path: str, made_with: Mapping[str, str], before: Iterable[EarlierReport] = ()) -> Edition:
    """The edition of a report, with `path` as its file. `library` holds no drafts, and is not an edition's own."""
    record = report.record
    assert isinstance(record, Report)
    figures = frozen(figures_of(library, record))
    snapshots = snapshots_of(library, report, figures)
    used = {text for one in snapshots for text in texts(one.record)}
    inline = {text: html for text, html in sorted(library.inline.items()) if text in used}
    return Edition(report.ref, path, stamp_of(figures, snapshots), figures, tuple(before), snapshots, inline, made_with)


def frozen(figures: Iterable[Figure]) -> tuple[FrozenFigure, ...]:
    """Figures, as an edition keeps them."""
    return tuple(FrozenFigure(figure.id, figure.method, tuple(card.ref for card in figure.cards)) for figure in figures)


def snapshots_of(library: Library, report: Entry, figures: Iterable[FrozenFigure]) -> tuple[Snapshot, ...]:
    """Every record that a report with these figures counts or shows, in each of its languages."""
    record = report.record
    assert isinstance(record, Report)
    refs = _shown(library, {report.ref, *record.highlights, *(ref for figure in figures for ref in figure.records)})
    entries = (entry for ref in refs for entry in library.versions(library.entry(ref)))
    return tuple(_snapshot(entry, entry.ref == report.ref, record.period) for entry in entries)


def _shown(library: Library, refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """These, and all that they refer to, so that every card can be shown; not people, whose names stay theirs."""
    found = set(refs)
    found |= {other for ref in found for other in library.entry(ref).refers_to}
    return tuple(sorted(ref for ref in found if ref != NETWORK and ref.type != Person.type))


def _snapshot(entry: Entry, whole: bool, years: Years) -> Snapshot:
    """A record as it is, without names; of its body only the digest is kept, unless it is shown as a whole."""
    body = entry.body if whole else Body(digest=entry.body.digest)
    return Snapshot(nameless(entry.record), body, digest_of(entry.record, entry.body.digest, years))
