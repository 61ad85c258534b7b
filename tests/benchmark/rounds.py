"""Everybody's builds of the same number of records, in turn."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from .contestants.contestant import Contestant
from .measure import Taken, files_in, measure, written
from .results import Row, Way
from .scenarios import COLD, EVERY, change
from .steps import FILE

WATCHED = 3
"""In how many rounds a cold build is done once more with its memory watched."""


class Rounds:
    """A project of each contestant below `folder`, and what was measured in them. What earlier builds made is put beside that."""

    def __init__(self, folder: Path, chosen: Sequence[Contestant], records: int) -> None:
        self._folder, self._chosen, self._records = folder, chosen, records
        self._rows: dict[tuple[str, str], Row] = {}
        self._away = folder.parent / "away"
        for one in chosen:
            one.write(folder / one.name, records)

    @property
    def rows(self) -> tuple[Row, ...]:
        """By contestant, each in the order of the scenarios."""
        return tuple(self._rows[one.name, name] for one in self._chosen for name in EVERY if (one.name, name) in self._rows)

    def once(self, run: int) -> None:
        """Every scenario once, and in each every contestant: a machine that slows down slows all."""
        if run <= WATCHED:
            for one in self._chosen:
                self._watch(one)
        for scenario in EVERY:
            for one in self._chosen:
                if scenario in one.scenarios:
                    self._time(one, scenario, run)

    def _watch(self, one: Contestant) -> None:
        self._remove_made(one)
        taken = measure(one.command(warm=False), self._project(one), memory=True)
        self._rows[one.name, COLD] = self._row(one, COLD).watched(taken)

    def _time(self, one: Contestant, scenario: str, run: int) -> None:
        project, output = self._project(one), self._project(one) / one.output
        cold = scenario == COLD
        if cold:
            self._remove_made(one)
        change(one, scenario, project, self._records, run)
        before = files_in(output)
        steps = project / "steps.json"
        taken = measure(one.command(warm=not cold), project, {FILE: str(steps)})
        row = self._row(one, scenario).timed(taken, *written(before, files_in(output)), _steps(steps) if cold else ())
        self._rows[one.name, scenario] = row
        print(f"{self._records} records, run {run}: {one.title}, {scenario}: {_told(taken)}", flush=True)
        if cold and one.warms_up:
            subprocess.run(one.command(warm=True), cwd=project, check=True, capture_output=True)

    def _remove_made(self, one: Contestant) -> None:
        """Put it away. Removing it would make the files of the next build dear: ext4 passes over what was removed minutes ago."""
        for name in one.made:
            path = self._project(one) / name
            if path.exists():
                self._away.mkdir(exist_ok=True)
                path.rename(self._away / f"{one.name}-{sum(1 for _ in self._away.iterdir())}")

    def _project(self, one: Contestant) -> Path:
        return self._folder / one.name

    def _row(self, one: Contestant, scenario: str) -> Row:
        return self._rows.get((one.name, scenario), Row(one.name, scenario, self._records))


def _steps(file: Path) -> Iterator[tuple[Way, float]]:
    """What a build of ours wrote of its steps; nobody else writes that."""
    if file.exists():
        for way, seconds in json.loads(file.read_text(encoding="utf-8")):
            yield tuple(way), seconds


def _told(taken: Taken) -> str:
    return f"{taken.wall:.2f} s, {taken.cpu:.2f} s of processor"
