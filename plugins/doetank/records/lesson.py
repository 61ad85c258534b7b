"""A lesson: success and failure have the same required fields. That is the point of the site."""

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..validation import Value
from .choices import Evidence, Level, Outcome, Verdict
from .fields import CauseTerm, Date, Day, Inline, OrganisationRef, PeriodDate, PhaseTerm, Subject, Summary
from .record import Record
from .rules import required_when
from .values import Source


class Reuse(Value):
    """Somebody else used the lesson."""

    organisation: OrganisationRef = Field(title=N_("Organisation"))
    date: Date = Field(title=N_("Date"))
    result: Outcome = Field(title=N_("Result"))
    note: Inline = Field(title=N_("Note"))
    source: Source | None = Field(None, title=N_("Source"))


class Lesson(Record):
    """What was learned, from what, and what to do with it."""

    type = "lesson"
    label = N_("Lesson")
    plural = N_("Lessons")

    summary: Summary = Field(title=N_("Summary"), description=N_("The lesson in one sentence."))
    verdict: Verdict = Field(title=N_("Verdict"))
    level: Level = Field(title=N_("Level"))
    about: tuple[Subject, ...] = Field(title=N_("About"), min_length=1)
    learned: PeriodDate = Field(title=N_("Learned"))
    phase: PhaseTerm | None = Field(None, title=N_("Phase"))
    expected: Inline = Field(title=N_("What was expected"))
    happened: Inline = Field(title=N_("What happened"))
    because: Inline = Field(title=N_("Why"))
    advice: Inline = Field(title=N_("What to do now"))
    causes: tuple[CauseTerm, ...] = Field((), title=N_("Causes"))
    conditions: Inline | None = Field(None, title=N_("Conditions"))
    transferable_to: Inline | None = Field(None, title=N_("Useful for"))
    evidence: Evidence = Field(title=N_("Evidence"))
    review_by: Day | None = Field(None, title=N_("Look again before"))
    reuse: tuple[Reuse, ...] = Field((), title=N_("Used elsewhere"))

    rules = (*Record.rules, required_when("conditions", "verdict", Verdict.UNDER_CONDITIONS))

    @property
    def when(self) -> When:
        """When it was learned."""
        return self.learned
