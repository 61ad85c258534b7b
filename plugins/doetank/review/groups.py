"""The questions of the review pack, in their order, each with the records that it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..catalogue import N_, Label
from ..library import Library
from ..records.report import Years
from . import of_lessons, of_others, promised
from .items import Item

Find = Callable[[Library, Years], Iterator[Item]]


@dataclass(frozen=True)
class Group:
    """One question. `id` is its place on a page; `stops` says that `report build` waits for the answers."""

    id: str
    title: Label
    stops: bool
    items: tuple[Item, ...]


_QUESTIONS: tuple[tuple[str, Label, bool, Find], ...] = (
    ("aanbevelingen", N_("Earlier recommendations without an answer"), True, promised.recommendations),
    ("plannen", N_("Changes that the network planned and did not report on"), True, promised.changes),
    ("doetanks", N_("Doetanks without lessons"), False, of_others.doetanks_without_lessons),
    ("experimenten", N_("Experiments without an outcome"), False, of_others.experiments_without_outcome),
    ("niet-vastgelegd", N_("Lessons in which something is not recorded"), False, of_lessons.not_recorded),
    ("onderbouwing", N_("Lessons with weak evidence"), False, of_lessons.weak_evidence),
    ("nieuwe-blik", N_("Lessons that are due for another look"), False, of_lessons.due_for_review),
    ("niet-gebruikt", N_("Lessons that nobody has used yet"), False, of_lessons.never_reused),
    ("bronnen", N_("Records without sources"), False, of_others.without_sources),
)


def groups(library: Library, years: Years) -> tuple[Group, ...]:
    """Every question with what it finds, which may be nothing."""
    return tuple(Group(name, title, stops, tuple(find(library, years))) for name, title, stops, find in _QUESTIONS)
