"""What was changed since an edition was made. That may be; it is to be told under its errata, and the edition stays as it was."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from ..edition import Edition, FrozenFigure, Snapshot
from ..figures import figures_of
from ..library import Entry, Library
from ..records import Experiment, Record, Report
from ..records.choices import Outcome
from ..records.fields import Ref
from ..records.report import Years
from .digests import digest_of
from .freeze import frozen

_CARRIED = re.compile(r"promises(-settled)?$|(recommendation|plan)-|unused$|outcome-undated$")
"""Figures with records of other years: each is named in the edition of its own year, and need not be in all that come after."""


@dataclass(frozen=True)
class Later:
    """A record that is not as the edition has it: changed, gone, or new in its period; `told` says that an erratum names it."""

    ref: Ref
    what: Literal["changed", "gone", "new"]
    told: bool = False
    line: int = 1


def later_changes(library: Library, edition: Edition) -> tuple[Later, ...]:
    """Every record that counts in the edition, or would today, and is not the same. `library` is that of today, without drafts."""
    report = library.entry(edition.report).record
    assert isinstance(report, Report)
    kept = _of_the_period(edition.figures) | {edition.report, *report.highlights}
    today = _of_the_period(frozen(figures_of(library, report)))
    changed = tuple(_changed(library, edition, report, kept))
    new = (Later(ref, "new", _is_told(report, library.entry(ref).record)) for ref in sorted(today - kept))
    return (*changed, *new)


def _of_the_period(figures: Iterable[FrozenFigure]) -> set[Ref]:
    return {ref for figure in figures if not _CARRIED.match(figure.id) for ref in figure.records}


def _changed(library: Library, edition: Edition, report: Report, counted: set[Ref]) -> Iterator[Later]:
    kept: dict[Ref, list[Snapshot]] = defaultdict(list)
    for one in edition.snapshots:
        kept[one.record.ref].append(one)
    for ref in sorted(counted & kept.keys()):
        versions = {entry.record.site_lang: entry for entry in library.every.get(ref, ())}
        if not versions:
            yield Later(ref, "gone", line=kept[ref][0].line)
        elif not all(_is_as_it_was(one, versions.get(one.record.site_lang), report) for one in kept[ref]):
            yield Later(ref, "changed", _is_told(report, library.entry(ref).record))


def _is_as_it_was(one: Snapshot, entry: Entry | None, report: Report) -> bool:
    if entry is None:
        return False
    years = report.period
    return _came_out_later(one.record, entry.record, years) or digest_of(entry.record, entry.body.digest, years) == one.digest


def _came_out_later(then: Record, now: Record, years: Years) -> bool:
    """An experiment that was running and has ended since: its story went on."""
    running = isinstance(then, Experiment) and then.outcome is Outcome.RUNNING
    return running and isinstance(now, Experiment) and now.end is not None and now.end.year > years.end


def _is_told(report: Report, record: Record) -> bool:
    """Whether an erratum names the record, and is not older than its last change as far as that has a date."""
    return any(
        record.ref in erratum.about and (record.modified is None or erratum.date.last >= record.modified.first) for erratum in report.errata
    )
