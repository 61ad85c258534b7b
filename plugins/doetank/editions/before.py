"""The reports that a report is put beside: those of the periods before it, as far back as these follow on each other."""

from collections.abc import Iterator, Mapping

from ..edition import EarlierFigure, EarlierReport
from ..figures import MAIN, Counts, counts_of, figures_of
from ..library import Entry, Library
from ..records import Report
from ..records.fields import Ref
from ..records.report import Years
from .shown import ShownReport, counted_from

NONE: Mapping[Years, Counts] = {}
PERIODS = 4
"""How many, at most."""


def counts_before(library: Library, shown: ShownReport, known: Mapping[Years, Counts] = NONE) -> tuple[Counts, ...]:
    """Newest first; those that are `known` are not counted again.

    A frozen report keeps standing beside the numbers of the day on which it was made.
    """
    edition = library.editions.get(shown.entry.ref)
    if edition is None:
        return earlier_counts(library, shown.report, known)
    return tuple(Counts(one.name, one.url, one.figures) for one in edition.before)


def earlier_counts(library: Library, report: Report, known: Mapping[Years, Counts] = NONE) -> tuple[Counts, ...]:
    """What the reports of before count today, or counted when they were frozen; newest first."""
    return tuple(_before(library, report, known))


def as_kept(counts: Counts) -> EarlierReport:
    """What an edition keeps of a report that it is put beside: the numbers that are compared."""
    figures = (counts.figure(name) for name in MAIN)
    return EarlierReport(
        name=counts.name,
        url=counts.url,
        figures=tuple(EarlierFigure(id=one.id, method=one.method, number=one.number) for one in figures),
    )


def report_over(library: Library, years: Years) -> Entry | None:
    """The report of exactly these years, after which it is named; not one that was retired."""
    entry = library.entries.get(Ref(Report.type, years.name))
    return None if entry is None or entry.record.is_retired else entry


def _before(library: Library, report: Report, known: Mapping[Years, Counts]) -> Iterator[Counts]:
    for step in range(1, PERIODS + 1):
        years = report.period.moved(-step)
        entry = report_over(library, years)
        if entry is None:
            return
        yield known.get(years) or _counts(library, entry)


def _counts(library: Library, entry: Entry) -> Counts:
    assert isinstance(entry.record, Report)
    return counts_of(library, entry.record, figures_of(counted_from(library, entry.ref), entry.record))
