"""A recommendation: what should change at large, and what became of that."""

from typing import Any

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..problems import say
from ..validation import Broken, Value
from .choices import FollowUpStatus
from .date_fields import Date, PeriodDate
from .fields import Inline, LessonRef, Name, OrganisationRef, Summary
from .record import Record
from .rules import checked, not_together, one_of
from .values import Source


class Addressee(Value):
    """Who is asked to act."""

    organisation: OrganisationRef | None = Field(None, title=N_("Organisation"))
    name: Name | None = Field(None, title=N_("Name"))

    rules = (one_of("organisation", "name"), not_together("organisation", "name"))


class FollowUp(Value):
    """What was known on a date."""

    date: Date = Field(title=N_("Date"))
    status: FollowUpStatus = Field(title=N_("Status"))
    note: Inline = Field(title=N_("Note"))
    source: Source | None = Field(None, title=N_("Source"))


@checked("follow_up", "made")
def _after_it_was_made(recommendation: Any) -> Broken:
    for index, step in enumerate(recommendation.follow_up):
        if step.date.last < recommendation.made.first:
            yield ("follow_up", index, "date"), say("`{date}` is before the recommendation was made", date=step.date)


class Recommendation(Record):
    """Follows from lessons, is addressed to somebody, and gets an answer."""

    type = "recommendation"
    label = N_("Recommendation")
    plural = N_("Recommendations")

    summary: Summary = Field(title=N_("Summary"))
    follows_from: tuple[LessonRef, ...] = Field(title=N_("Follows from"), min_length=1)
    addressed_to: tuple[Addressee, ...] = Field((), title=N_("Addressed to"))
    made: PeriodDate = Field(title=N_("Made"))
    follow_up: tuple[FollowUp, ...] = Field((), title=N_("What became of it"))

    rules = (*Record.rules, _after_it_was_made)

    @property
    def latest(self) -> FollowUp | None:
        """The last answer, by date."""
        return max(self.follow_up, key=lambda step: step.date, default=None)

    @property
    def when(self) -> When:
        """When it was made."""
        return self.made
