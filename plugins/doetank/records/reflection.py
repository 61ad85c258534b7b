"""A reflection: the network looks at itself, several times a year."""

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..validation import Value
from .choices import ChangeStatus, Subject
from .fields import Date, Inline, PeriodDate, Summary
from .record import Record
from .rules import in_order


class Period(Value):
    """From and to, each as precise as it is known."""

    start: PeriodDate = Field(alias="from", title=N_("From"))
    end: PeriodDate = Field(alias="to", title=N_("To"))

    rules = (in_order("start", "end"),)


class Change(Value):
    """What the network changes about itself."""

    what: Inline = Field(title=N_("What"))
    status: ChangeStatus = Field(title=N_("Status"))
    date: Date | None = Field(None, title=N_("Date"))
    because: Inline | None = Field(None, title=N_("Because"))


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

    @property
    def when(self) -> When:
        """Its date."""
        return self.date
