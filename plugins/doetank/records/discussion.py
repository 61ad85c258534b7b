"""A discussion: a question put to colleagues, and what they answered."""

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from .fields import Address, AnyRef, Date, Inline, RoleTerm, Summary
from .record import Record


class Discussion(Record):
    """A question to the LinkedIn group, and what it led to."""

    type = "discussion"
    label = N_("Question")
    plural = N_("Questions")

    date: Date = Field(title=N_("Date"))
    question: Inline = Field(title=N_("Question"))
    summary: Summary = Field(title=N_("What colleagues answered"))
    asked_by: RoleTerm | None = Field(None, title=N_("Asked by"))
    url: Address | None = Field(None, title=N_("Address"))
    led_to: tuple[AnyRef, ...] = Field((), title=N_("Led to"))

    @property
    def when(self) -> When:
        """When it was asked."""
        return self.date
