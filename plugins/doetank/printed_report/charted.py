"""The charts of a report for paper: the same numbers, bars and headlines as on its page."""

from collections.abc import Iterator

from ..charts import Chart, Row
from ..paper.document import BarChart, Blocks, ChartRow
from .telling import Telling


def charts(telling: Telling, *drawn: Chart | None) -> Blocks:
    """Those charts that have something to show."""
    return tuple(_chart(telling, chart) for chart in drawn if chart)


def _chart(telling: Telling, chart: Chart) -> BarChart:
    return BarChart(
        headline=chart.headline,
        measure=telling.label(chart.measure),
        legend=tuple((fill, telling.label(label)) for _, label, fill in chart.columns),
        rows=tuple(ChartRow(f"{row.label}: {telling.number(row.total)}", _numbers(telling, row), row.pieces) for row in chart.rows),
        ticks=chart.ticks,
        alternative=" ".join(_told(telling, chart)),
    )


def _numbers(telling: Telling, row: Row) -> str:
    """The numbers that a bar is made of, in the order of the legend; a bar of one piece has its number in its label."""
    return " · ".join(map(telling.number, row.numbers)) if len(row.numbers) > 1 else ""


def _told(telling: Telling, chart: Chart) -> Iterator[str]:
    """All that can be seen, for who does not see it."""
    yield f"{telling.label(chart.measure)}."
    names = [telling.label(label) for _, label, _ in chart.columns]
    for row in chart.rows:
        numbers = list(map(telling.number, row.numbers))
        told = [f"{telling.word(name)} {number}" for name, number in zip(names, numbers, strict=True)]
        yield f"{row.label}: {', '.join(told if len(names) > 1 else numbers)}."
