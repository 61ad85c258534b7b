"""An experiment: something tried small, in one concrete practice."""

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from .choices import Outcome
from .date_fields import PeriodDate
from .fields import DoetankRef, Inline, MethodRef, PhaseTerm, Summary, Text
from .record import Record
from .rules import in_order, required_when
from .values import Expected, Happened


class Experiment(Record):
    """What was expected, what happened, and how it came out."""

    type = "experiment"
    label = N_("Experiment")
    plural = N_("Experiments")

    summary: Summary = Field(
        title=N_("Summary"),
        description=N_("What you tried and how it came out, in one or two sentences."),
        examples=[N_("One question per letter brought back nearly all letters.")],
    )
    doetank: DoetankRef = Field(title=N_("Doetank"), description=N_("The team that did it."))
    phase: PhaseTerm = Field(
        "experiment", title=N_("Phase"), validate_default=True, description=N_("Only when it was not in the phase of experimenting.")
    )
    hypothesis: Inline = Field(
        title=N_("Hypothesis"),
        description=N_("If we do this, then that will happen, because …"),
        examples=[N_("If we ask one question per letter, more letters come back, because answering takes less time.")],
    )
    methods: tuple[MethodRef, ...] = Field((), title=N_("Methods"), description=N_("Which methods of the network you used."))
    scale: Inline | None = Field(
        None,
        title=N_("Scale"),
        description=N_("How small you tried it: how many people, how long, where."),
        examples=[N_("Two hundred letters in one neighbourhood, six weeks.")],
    )
    start: PeriodDate | None = Field(None, title=N_("Start"), description=N_("As precise as you know."), examples=["2024-03"])
    end: PeriodDate | None = Field(
        None, title=N_("End"), description=N_("As precise as you know; leave it out while it runs."), examples=["2024-05"]
    )
    expected: Expected
    happened: Happened
    unexpected: Inline | None = Field(
        None,
        title=N_("What nobody expected"),
        description=N_("What surprised you, good or bad."),
        examples=[N_("People called to say thank you.")],
    )
    outcome: Outcome = Field(title=N_("Outcome"), description=N_("Compared with what you expected."))
    because: Inline | None = Field(
        None,
        title=N_("Why"),
        description=N_("Why you think it went that way."),
        examples=[N_("Among six questions there is always one that somebody has to look up.")],
    )
    cost: Text | None = Field(
        None, title=N_("Cost"), description=N_("Hours and money, roughly."), examples=[N_("Three days of work and the postage.")]
    )

    rules = (
        *Record.rules,
        in_order("start", "end"),
        required_when("because", "outcome", Outcome.WORKED, Outcome.PARTLY, Outcome.DID_NOT_WORK),
    )

    @property
    def when(self) -> When | None:
        """When it started, or else when it ended."""
        return self.start or self.end
