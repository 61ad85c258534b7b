"""An experiment: something tried small, in one concrete practice."""

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from .choices import Outcome
from .fields import DoetankRef, Inline, MethodRef, PeriodDate, PhaseTerm, Summary, Text
from .record import Record
from .rules import in_order, required_when


class Experiment(Record):
    """What was expected, what happened, and how it came out."""

    type = "experiment"
    label = N_("Experiment")
    plural = N_("Experiments")

    summary: Summary = Field(title=N_("Summary"))
    doetank: DoetankRef = Field(title=N_("Doetank"))
    phase: PhaseTerm = Field("experiment", title=N_("Phase"), validate_default=True)
    hypothesis: Inline = Field(title=N_("Hypothesis"))
    methods: tuple[MethodRef, ...] = Field((), title=N_("Methods"))
    scale: Inline | None = Field(None, title=N_("Scale"))
    start: PeriodDate | None = Field(None, title=N_("Start"))
    end: PeriodDate | None = Field(None, title=N_("End"))
    expected: Inline = Field(title=N_("What was expected"))
    happened: Inline = Field(title=N_("What happened"))
    unexpected: Inline | None = Field(None, title=N_("What nobody expected"))
    outcome: Outcome = Field(title=N_("Outcome"))
    because: Inline | None = Field(None, title=N_("Why"))
    cost: Text | None = Field(None, title=N_("Cost"))

    rules = (
        *Record.rules,
        in_order("start", "end"),
        required_when("because", "outcome", Outcome.WORKED, Outcome.PARTLY, Outcome.DID_NOT_WORK),
    )

    @property
    def when(self) -> When | None:
        """When it started, or else when it ended."""
        return self.start or self.end
