"""What is aimed at, as ratios of medians of one run, and what came of it."""

from collections.abc import Iterator
from typing import NamedTuple

from .results import Results, Row, middle
from .scenarios import BODY, COLD, NOTHING, TITLE

SAVED = "the text of a lesson"
SAVED_RECORDS = 1000


class Target(NamedTuple):
    """A contestant in a scenario may take `at_most` so much as another; `per_record` where the numbers of records differ."""

    what: str
    against: str
    ours: tuple[str, str, int]
    other: tuple[str, str, int]
    at_most: float
    memory: bool = False
    per_record: bool = False


class Outcome(NamedTuple):
    """One line of the table of targets. `measured` tells the ratio and both numbers; it and `met` are empty where nothing was measured."""

    what: str
    against: str
    records: str
    at_most: str
    measured: str
    met: str


def _targets() -> Iterator[Target]:
    for records in (1000, 5000, 10000):
        yield Target("cold, benchmark templates", "Hugo", ("ours", COLD, records), ("hugo", COLD, records), 1.0)
    yield Target("cold, benchmark templates", "Eleventy", ("ours", COLD, 5000), ("eleventy", COLD, 5000), 0.6)
    yield Target("cold, benchmark templates", "stock Pelican", ("ours", COLD, 5000), ("pelican", COLD, 5000), 0.25)
    yield Target("cold, real theme and relations", "stock Pelican, minimal templates", ("real", COLD, 5000), ("pelican", COLD, 5000), 0.5)
    for name, form in _FORMS:
        for scenario, at_most in ((NOTHING, 0.15), (BODY, 0.2), (TITLE, 0.35)):
            yield Target(f"{scenario}, {form}", "Hugo full build", (name, scenario, 10000), ("hugo", COLD, 10000), at_most)
    for name, form in _FORMS:
        what = f"peak memory, cold, all processes together, {form}"
        yield Target(what, "Hugo", (name, COLD, 10000), ("hugo", COLD, 10000), 0.3, memory=True)
    for name, form in _FORMS:
        what = f"cold, seconds per record, {form}"
        yield Target(what, "ours at 1,000", (name, COLD, 10000), (name, COLD, 1000), 1.15, per_record=True)


_FORMS = (("ours", "benchmark templates"), ("real", "real theme"))
TARGETS = tuple(_targets())


def outcomes(results: Results) -> Iterator[Outcome]:
    """Every target with what was measured."""
    for target in TARGETS:
        ratio, numbers = _measured(target, results)
        yield Outcome(
            target.what,
            target.against,
            f"{target.ours[2]:,}",
            f"{target.at_most:.2f}",
            "" if ratio is None else f"{ratio:.2f} ({numbers})",
            _met(ratio, target.at_most),
        )
    seconds = results.saving.get(SAVED)
    shown = "" if seconds is None else f"{seconds:.2f} s"
    yield Outcome("save to new page in `serve`", "", f"{SAVED_RECORDS:,}, real theme", "0.3 s", shown, _met(seconds, 0.3))


def ratio_of(target: Target, ours: Row, other: Row) -> float | None:
    """What ours takes for each that the other takes; None when one of them was not measured."""
    one, two = _number(ours, target), _number(other, target)
    if one is None or two is None:
        return None
    return one / two * (other.records / ours.records if target.per_record else 1)


def _measured(target: Target, results: Results) -> tuple[float | None, str]:
    ours, other = results.row(*target.ours), results.row(*target.other)
    if ours is None or other is None:
        return None, ""
    return ratio_of(target, ours, other), f"{_shown(ours, target)} / {_shown(other, target)}"


def _number(row: Row, target: Target) -> float | None:
    return middle(row.memory if target.memory else row.wall)


def _shown(row: Row, target: Target) -> str:
    number = _number(row, target)
    if number is None:
        return ""
    return f"{number / 2**20:.0f} MiB" if target.memory else f"{number:.2f} s"


def _met(found: float | None, at_most: float) -> str:
    if found is None:
        return "not measured"
    return "met" if found <= at_most else "**not met**"
