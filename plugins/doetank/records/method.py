"""A method (werkvorm): a way of working that a team can use."""

from pydantic import Field

from ..catalogue import N_
from .fields import MethodCategoryTerm, PhaseTerm, Summary
from .record import Record
from .rules import one_of
from .values import Source


class Method(Record):
    """One method, and where it comes from. Where it was used is computed."""

    type = "method"
    label = N_("Method")
    plural = N_("Methods")

    category: MethodCategoryTerm = Field(title=N_("Category"))
    summary: Summary | None = Field(None, title=N_("Summary"))
    phases: tuple[PhaseTerm, ...] = Field((), title=N_("Phases"))
    source: Source | None = Field(None, title=N_("Source"))

    rules = (*Record.rules, one_of("source", "sources"))
