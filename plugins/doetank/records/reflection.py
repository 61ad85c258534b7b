"""A reflection: the network looks at itself, several times a year."""

from typing import Any

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..problems import say
from ..validation import Broken, Value
from .choices import ChangeStatus, Subject
from .date_fields import Date, PeriodDate
from .fields import Inline, Summary
from .record import Record
from .rules import checked, in_order
from .values import Source


class Period(Value):
    """From and to, each as precise as it is known."""

    start: PeriodDate = Field(alias="from", title=N_("From"))
    end: PeriodDate = Field(alias="to", title=N_("To"))

    rules = (in_order("start", "end"),)


class ChangeFollowUp(Value):
    """What was known of a planned change on a date."""

    date: Date = Field(title=N_("Date"))
    status: ChangeStatus = Field(title=N_("Status"))
    note: Inline = Field(title=N_("Note"))
    source: Source | None = Field(None, title=N_("Source"))


class Change(Value):
    """What the network changes about itself, and what became of that."""

    what: Inline = Field(title=N_("What"))
    status: ChangeStatus = Field(title=N_("Status"))
    date: Date | None = Field(None, title=N_("Date"))
    because: Inline | None = Field(None, title=N_("Because"))
    follow_up: tuple[ChangeFollowUp, ...] = Field((), title=N_("What became of it"))

    @property
    def known(self) -> ChangeStatus:
        """The last status, by date; that of the reflection itself when nothing was told of it since."""
        latest = max(self.follow_up, key=lambda step: step.date, default=None)
        return latest.status if latest else self.status


@checked("changes", "date")
def _told_after_it_was_planned(reflection: Any) -> Broken:
    for index, change in enumerate(reflection.changes):
        for place, step in enumerate(change.follow_up):
            if step.date.last < reflection.date.first:
                yield ("changes", index, "follow_up", place, "date"), say("`{date}` is before the reflection itself", date=step.date)


class Reflection(Record):
    """What works, what does not, and what is changed."""

    type = "reflection"
    label = N_("Reflection")
    plural = N_("Reflections")

    date: Date = Field(title=N_("Date"))
    period: Period | None = Field(None, title=N_("Period"))
    subject: Subject = Field(title=N_("Subject"))
    summary: Summary = Field(title=N_("Summary"))
    works: tuple[Inline, ...] = Field((), title=N_("What works"))
    does_not_work: tuple[Inline, ...] = Field((), title=N_("What does not work"))
    changes: tuple[Change, ...] = Field((), title=N_("Changes"))

    rules = (*Record.rules, _told_after_it_was_planned)

    @property
    def when(self) -> When:
        """Its date."""
        return self.date
