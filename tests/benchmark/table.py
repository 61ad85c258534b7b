"""What was measured as Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from .results import Results, Row, Way, middle
from .targets import outcomes

README = Path(__file__).with_name("README.md")
BEGIN = "<!-- What follows is written by `python3 tasks.py benchmark -- --write`. -->\n"
LEAST = 0.01
"""The part of a whole build from which a step is shown."""
BUSY = 0.5
"""The load from which other programs must have run beside the benchmark."""


def write_readme(results: Results, titles: Mapping[str, str]) -> None:
    """Put the tables in the place of those before."""
    text, begin, _ = README.read_text(encoding="utf-8").partition(BEGIN)
    README.write_text(f"{text}{begin}\n{markdown(results, titles)}", encoding="utf-8")


def markdown(results: Results, titles: Mapping[str, str]) -> str:
    """The targets, then for each number of records what everybody took, and the steps of our builds. `titles` are of the contestants."""
    blocks = ["## Measured", _about(results), "### Targets", _targets(results)]
    for records in sorted({row.records for row in results.rows}):
        rows = [row for row in results.rows if row.records == records]
        blocks += [f"### {records:,} records", _builds(rows, titles)]
        for row in rows:
            if row.steps:
                blocks += [f"#### Steps of a cold build: {titles[row.contestant]}, {records:,} records", _steps(row)]
    return "\n\n".join(blocks) + "\n"


def _about(results: Results) -> str:
    lines = [
        f"- {results.date}; the median of {results.runs} {'run' if results.runs == 1 else 'runs'}.",
        f"- {results.machine}",
        f"- {results.versions}",
    ]
    if results.load > BUSY:
        busy = f"- The load of the machine was {results.load:.1f} when it began: others worked on it meanwhile"
        lines.append(f"{busy}, so the ratios are rough and the seconds too high.")
    return "\n".join(lines)


def _targets(results: Results) -> str:
    head = ("What", "Against", "Records", "At most", "Measured", "")
    return _table(head, outcomes(results))


def _builds(rows: Iterable[Row], titles: Mapping[str, str]) -> str:
    head = ("Who", "Scenario", "Seconds", "Seconds of processor", "Peak MiB", "Files written", "MB written")
    return _table(head, (cells for row in rows for cells in _build(row, titles[row.contestant])))


def _build(row: Row, title: str) -> Iterator[Sequence[str]]:
    yield (title, row.scenario, _number(row.wall), _number(row.cpu), _mebibytes(row), f"{row.files:,}", f"{row.size / 1e6:.1f}")
    search = [seconds for way, seconds in row.steps if way[-1] == SEARCH]
    if search and median(search[0]) > LEAST:
        yield (title, f"{row.scenario}: of which the search index", _number(search[0]), "", "", "", "")


SEARCH = "write_index"


def _steps(row: Row) -> str:
    """Each step below the one that calls it, after the start of Python and Pelican and their end, which is what our part leaves."""
    whole = middle(row.wall) or 0
    shown = [(way, median(seconds)) for way, seconds in _in_order(row.steps) if median(seconds) >= LEAST * whole]
    ours = sum(seconds for way, seconds in shown if len(way) == 1)
    lines = [("Python and Pelican start and end", f"{whole - ours:.2f}")]
    lines += ((f"{'&emsp;' * (len(way) - 1)}`{way[-1]}`", f"{seconds:.2f}") for way, seconds in shown)
    return _table(("Step", "Seconds"), lines)


def _in_order(steps: Iterable[tuple[Way, tuple[float, ...]]]) -> list[tuple[Way, tuple[float, ...]]]:
    """Every way after the way to it, and otherwise as they came."""
    steps = tuple(steps)
    place = {way: number for number, (way, _) in enumerate(steps)}
    return sorted(steps, key=lambda step: [place[step[0][: length + 1]] for length in range(len(step[0]))])


def _number(values: Sequence[float]) -> str:
    found = middle(values)
    return "" if found is None else f"{found:.2f}"


def _mebibytes(row: Row) -> str:
    found = middle(row.memory)
    return "" if found is None else f"{found / 2**20:.0f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
