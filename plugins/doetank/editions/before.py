"""The reports that a report is put beside: those of the periods before it, as far back as these follow on each other."""

from collections.abc import Iterator

from ..edition import EarlierFigure, EarlierReport
from ..figures import MAIN, Counts, counts_of, figures_of
from ..library import Library
from ..records import Report
from ..records.report import Years
from .shown import ShownReport, counted_from

PERIODS = 4
"""How many, at most."""


def counts_before(library: Library, shown: ShownReport) -> tuple[Counts, ...]:
    """Newest first. A frozen report keeps standing beside the numbers of the day on which it was made."""
    edition = library.editions.get(shown.entry.ref)
    if edition is None:
        return earlier_counts(library, shown.report)
    return tuple(Counts(one.name, one.url, one.figures) for one in edition.before)


def earlier_counts(library: Library, report: Report) -> tuple[Counts, ...]:
    """What the reports of before count today, or counted when they were frozen; newest first."""
    return tuple(_before(library, report))


def as_kept(counts: Counts) -> EarlierReport:
    """What an edition keeps of a report that it is put beside: the numbers that are compared."""
    figures = (counts.figure(name) for name in MAIN)
    return EarlierReport(counts.name, counts.url, tuple(EarlierFigure(one.id, one.method, one.number) for one in figures))


def report_over(library: Library, years: Years) -> Report | None:
    """The report of exactly these years."""
    records = (entry.record for entry in library.all("report"))
    return next((record for record in records if isinstance(record, Report) and record.period == years), None)


def _before(library: Library, report: Report) -> Iterator[Counts]:
    for step in range(1, PERIODS + 1):
        earlier = report_over(library, report.period.moved(-step))
        if earlier is None:
            return
        yield counts_of(library, earlier, figures_of(counted_from(library, earlier.ref), earlier))
