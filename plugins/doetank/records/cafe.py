"""A Café: an announcement before its date, a report after it, the same file."""

from typing import Any

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..problems import say
from ..validation import Broken, Clause, Value
from .choices import CafeKind, RoundName
from .date_fields import Date, Moment
from .fields import Address, DoetankRef, Flag, Inline, OrganisationRef, PublicPlace, Summary, Text
from .record import Record
from .rules import checked, in_order, required_unless
from .values import Attendance, Film


class Round(Value):
    """One of the three rounds of a Café."""

    round: RoundName = Field(title=N_("Round"), description=N_("Which of the three."))
    text: Inline = Field(
        title=N_("Text"), description=N_("What happened in this round."), examples=[N_("Three teams told what they had tried.")]
    )


_NO_DATE = say("is missing; give `{one}`, or `{other}`", one="date", other="start + end")
_TWO_DATES = say("cannot stand beside `{other}`; keep one of them", other="date")
_NO_END = say("stands without `{other}`; give both or neither", other="end")
_NO_START = say("stands without `{other}`; give both or neither", other="start")


@checked(
    "date",
    "start",
    "end",
    clauses=(
        Clause("date", {"anyOf": [{"required": ["date"]}, {"required": ["start"]}, {"required": ["end"]}]}, _NO_DATE),
        Clause("start", {"not": {"required": ["date", "start"]}}, _TWO_DATES),
        Clause("start", {"if": {"required": ["date"]}, "else": {"dependentRequired": {"start": ["end"]}}}, _NO_END),
        Clause("end", {"dependentRequired": {"end": ["start"]}}, _NO_START),
    ),
)
def _when(cafe: Any) -> Broken:
    if cafe.date is None and cafe.start is None and cafe.end is None:
        yield ("date",), _NO_DATE
    elif cafe.date is not None and cafe.start is not None:
        yield ("start",), _TWO_DATES
    elif cafe.start is not None and cafe.end is None:
        yield ("start",), _NO_END
    elif cafe.end is not None and cafe.start is None:
        yield ("end",), _NO_START


_WHERE = required_unless("city", "online", say("is missing; write the city, `unknown`, or `online: true`"))


class Cafe(Record):
    """Where and when people met, and what came of it."""

    type = "cafe"
    label = N_("Café")
    plural = N_("Cafés")

    date: Date | None = Field(
        None, title=N_("Date"), description=N_("The day, when you do not know from when to when."), examples=["2024-04-25"]
    )
    start: Moment | None = Field(
        None, title=N_("Start"), description=N_("The day and the time at which it starts."), examples=["2024-04-25T19:30"]
    )
    end: Moment | None = Field(
        None, title=N_("End"), description=N_("The day and the time at which it ends."), examples=["2024-04-25T21:30"]
    )
    kind: CafeKind = Field(title=N_("Kind"), description=N_("What sort of meeting."))
    venue: PublicPlace | None = Field(
        None, title=N_("Venue"), description=N_("The building or the room."), examples=[N_("The old town hall")]
    )
    city: Text | None = Field(None, title=N_("City"), description=N_("The place; “unknown” when no source tells it."), examples=["Almere"])
    online: Flag = Field(False, title=N_("Online"), description=N_("Whether it was, or is, on the internet only."))
    theme: Text | None = Field(
        None,
        title=N_("Theme of the meeting"),
        description=N_("What the evening was about, in a few words."),
        examples=[N_("What does not work yet")],
    )
    summary: Summary = Field(
        title=N_("Summary"),
        description=N_("Before the meeting: what will happen. After it: what came of it."),
        examples=[N_("Three teams showed what did not work yet, and went home with advice.")],
    )
    film: Film | None = Field(None, title=N_("Film"), description=N_("A film of the meeting, with captions and a text of what is said."))
    attendance: Attendance | None = Field(None, title=N_("Attendance"), description=N_("How many people came, and who counted them."))
    rounds: tuple[Round, ...] = Field((), title=N_("Rounds"), description=N_("What happened in each of the three rounds."))
    doetanks: tuple[DoetankRef, ...] = Field((), title=N_("Doetanks"), description=N_("Which Doetanks told about their work."))
    hosts: tuple[OrganisationRef, ...] = Field((), title=N_("Hosts"), description=N_("Which organisations received the guests."))
    registration: Address | None = Field(
        None, title=N_("Registration"), description=N_("Where people sign up."), examples=["https://example.org/aanmelden"]
    )
    cancelled: Flag = Field(False, title=N_("Cancelled"), description=N_("The meeting is announced and does not take place."))

    rules = (*Record.rules, _when, in_order("start", "end"), _WHERE)

    @property
    def when(self) -> When:
        """Its date, or the moment it starts."""
        when = self.date or self.start
        assert when is not None  # a rule of this type
        return when
