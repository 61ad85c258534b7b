"""What was measured, as values that can be kept."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Any

from .measure import Taken

Way = tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """One contestant in one scenario: what each run took, and what the last one wrote. `steps` are seconds by way, for a build of ours."""

    contestant: str
    scenario: str
    records: int
    wall: tuple[float, ...] = ()
    cpu: tuple[float, ...] = ()
    memory: tuple[int, ...] = ()
    files: int = 0
    size: int = 0
    steps: tuple[tuple[Way, tuple[float, ...]], ...] = ()

    def timed(self, taken: Taken, files: int, size: int, steps: Iterable[tuple[Way, float]] = ()) -> "Row":
        """With one run more."""
        known = dict(self.steps)
        followed = tuple((way, (*known.get(way, ()), seconds)) for way, seconds in steps)
        return replace(
            self, wall=(*self.wall, taken.wall), cpu=(*self.cpu, taken.cpu), files=files, size=size, steps=followed or self.steps
        )

    def watched(self, taken: Taken) -> "Row":
        """With the memory of one run more, which was not timed."""
        return replace(self, memory=(*self.memory, taken.memory))


@dataclass(frozen=True)
class Results:
    """Everything of one run of the benchmark. `saving` is seconds from saving a file to its new page, by what was saved."""

    date: str
    machine: str
    versions: str
    runs: int
    load: float
    rows: tuple[Row, ...] = ()
    saving: dict[str, float] = field(default_factory=dict)

    def row(self, contestant: str, scenario: str, records: int) -> Row | None:
        wanted = (contestant, scenario, records)
        return next((row for row in self.rows if (row.contestant, row.scenario, row.records) == wanted), None)

    def write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")


def read_results(path: Path) -> Results:
    """What `Results.write` wrote."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Results(**{**kept, "rows": tuple(_row(row) for row in kept["rows"])})


def _row(kept: dict[str, Any]) -> Row:
    numbers = {name: tuple(kept[name]) for name in ("wall", "cpu", "memory")}
    return Row(**{**kept, **numbers, "steps": tuple((tuple(way), tuple(seconds)) for way, seconds in kept["steps"])})


def middle(values: Sequence[float]) -> float | None:
    """The median; None of nothing."""
    return median(values) if values else None
