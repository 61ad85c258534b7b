"""A discussion: a question put to colleagues, and what they answered."""

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from .date_fields import Date
from .fields import Address, AnyRef, Inline, RoleTerm, Summary
from .record import Record


class Discussion(Record):
    """A question to the LinkedIn group, and what it led to."""

    type = "discussion"
    label = N_("Question")
    plural = N_("Questions")

    date: Date = Field(title=N_("Date"), description=N_("When it was asked."), examples=["2024-05-14"])
    question: Inline = Field(
        title=N_("Question"),
        description=N_("The question itself, in the words in which it was put."),
        examples=[N_("How do you get answers to letters?")],
    )
    summary: Summary = Field(
        title=N_("What colleagues answered"),
        description=N_("What came out of it, without names; “unknown” when that is not recorded."),
        examples=[N_("Colleagues advised to ask one thing at a time.")],
    )
    asked_by: RoleTerm | None = Field(None, title=N_("Asked by"), description=N_("The role of who asked, not the name."))
    url: Address | None = Field(
        None, title=N_("Address"), description=N_("Where the conversation can be read."), examples=["https://example.org/gesprek"]
    )
    led_to: tuple[AnyRef, ...] = Field((), title=N_("Led to"), description=N_("What came of it later: a Doetank, a Café, a lesson."))

    @property
    def when(self) -> When:
        """When it was asked."""
        return self.date
