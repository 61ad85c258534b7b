"""A lesson: success and failure have the same required fields. That is the point of the site."""

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..validation import Value
from .choices import Evidence, Level, Outcome, Verdict
from .date_fields import Date, Day, PeriodDate
from .fields import CauseTerm, Inline, OrganisationRef, PhaseTerm, Subject, Summary
from .record import Record
from .rules import required_when
from .values import Expected, Happened, Source


class Reuse(Value):
    """Somebody else used the lesson."""

    organisation: OrganisationRef = Field(title=N_("Organisation"), description=N_("Who used it."))
    date: Date = Field(title=N_("Date"), description=N_("When, as precise as you know."), examples=["2024-09"])
    result: Outcome = Field(title=N_("Result"), description=N_("How it came out there."))
    note: Inline = Field(
        title=N_("Note"),
        description=N_("What was the same there, and what was not."),
        examples=[N_("With two questions in one letter it still worked.")],
    )
    source: Source | None = Field(None, title=N_("Source"), description=N_("Where that can be read."))


class Lesson(Record):
    """What was learned, from what, and what to do with it."""

    type = "lesson"
    label = N_("Lesson")
    plural = N_("Lessons")

    summary: Summary = Field(
        title=N_("Summary"),
        description=N_("The lesson in one sentence."),
        examples=[N_("A letter with one question is answered more often than a letter with six.")],
    )
    verdict: Verdict = Field(title=N_("Verdict"), description=N_("What you would tell a colleague who wants to do the same."))
    level: Level = Field(title=N_("Level"), description=N_("Whether it is about the issue itself, the way of working, or the network."))
    about: tuple[Subject, ...] = Field(
        title=N_("About"),
        min_length=1,
        description=N_("From which Doetank, experiment or Café it was learned; “network” when it was the network as a whole."),
        examples=["network"],
    )
    learned: PeriodDate = Field(title=N_("Learned"), description=N_("When you knew it. A year or a month is enough."), examples=["2024-05"])
    phase: PhaseTerm | None = Field(None, title=N_("Phase"), description=N_("In which phase of the work."))
    expected: Expected
    happened: Happened
    because: Inline = Field(
        title=N_("Why"),
        description=N_("Why you think it went that way."),
        examples=[N_("Among six questions there is always one that somebody has to look up.")],
    )
    advice: Inline = Field(
        title=N_("What to do now"),
        description=N_("What a colleague should do tomorrow. Begin with a verb."),
        examples=[N_("Ask one question per letter, and begin with the one on which the rest depends.")],
    )
    causes: tuple[CauseTerm, ...] = Field((), title=N_("Causes"), description=N_("What lay behind it, from the list of the editors."))
    conditions: Inline | None = Field(
        None,
        title=N_("Conditions"),
        description=N_("When it does work, and when it does not."),
        examples=[N_("Only when the answers do not depend on each other.")],
    )
    transferable_to: Inline | None = Field(
        None, title=N_("Useful for"), description=N_("Who else may use this."), examples=[N_("Everybody who writes to citizens.")]
    )
    evidence: Evidence = Field(title=N_("Evidence"), description=N_("How sure this is."))
    review_by: Day | None = Field(
        None,
        title=N_("Look again before"),
        description=N_("After this day the page says that the lesson needs another look."),
        examples=["2027-01-01"],
    )
    reuse: tuple[Reuse, ...] = Field(
        (), title=N_("Used elsewhere"), description=N_("Other organisations that used this lesson, with what came of it.")
    )

    rules = (*Record.rules, required_when("conditions", "verdict", Verdict.UNDER_CONDITIONS))

    @property
    def when(self) -> When:
        """When it was learned."""
        return self.learned
