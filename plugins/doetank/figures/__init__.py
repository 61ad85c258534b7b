"""What a report counts: every figure with its records and how it was counted, in one order."""

from collections.abc import Iterator
from dataclasses import replace

from ..library import Library
from ..records import Report
from ..records.report import Years
from .afterwards import afterwards, promise_card
from .counts import Count, Counts, Piece, VerdictRow, counts_of, plain, sentence, verdict_rows
from .experiments import experiment_figures
from .figure import Figure, Group, Measure
from .lessons import lesson_figures
from .network import network_figures
from .published import as_published
from .totals import total_figures
from .year_records import year_records

HEADLINE = ("lessons-works", "lessons-works-under-conditions", "lessons-does-not-work", "experiments", "promises-answered")
"""The five figures that matter."""
MAIN = (
    "doetanks", "experiments", "lessons", "lessons-works", "lessons-works-under-conditions", "lessons-does-not-work",
    "recommendations", "promises-answered", "reuse", "changes", "cafes", "posts", "reflections",
)  # fmt: skip
"""What one period is put beside another by."""


def figures_of(library: Library, report: Report) -> tuple[Figure, ...]:
    """Every figure of a report, with labels in the language of the library; that of several years has those of each year too."""
    figures = tuple(_of_period(library, report.period))
    figures = figures if report.period.length == 1 else (*figures, *_of_each_year(library, report.period))
    return as_published(library, figures, library.edition) if library.edition else figures


def _of_period(library: Library, years: Years) -> Iterator[Figure]:
    records = year_records(library, years)
    yield from total_figures(library, records)
    yield from lesson_figures(library, records)
    yield from experiment_figures(library, records)
    yield from afterwards(library, records)
    yield from network_figures(library, records)


def _of_each_year(library: Library, years: Years) -> Iterator[Figure]:
    """The main figures of every year by itself."""
    for year in years.each:
        found = {figure.id: figure for figure in _of_period(library, year)}
        for figure in map(found.__getitem__, MAIN):
            measure = replace(figure.measure, group=Group.YEAR)
            yield replace(figure, id=f"year-{year.name}-{figure.id}", label=f"{year.name}: {figure.label}", measure=measure)


__all__ = [
    "HEADLINE", "MAIN", "Count", "Counts", "Figure", "Group", "Measure", "Piece", "VerdictRow", "counts_of", "figures_of",
    "plain", "promise_card", "sentence", "verdict_rows",
]  # fmt: skip
