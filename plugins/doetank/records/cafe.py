"""A Café: an announcement before its date, a report after it, the same file."""

from typing import Any

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..problems import say
from ..validation import Broken, Value
from .choices import CafeKind, RoundName
from .fields import Address, Date, DoetankRef, Flag, Inline, Moment, OrganisationRef, PublicPlace, Summary, Text
from .record import Record
from .rules import checked, in_order
from .values import Attendance, Film


class Round(Value):
    """One of the three rounds of a Café."""

    round: RoundName = Field(title=N_("Round"))
    text: Inline = Field(title=N_("Text"))


@checked("date", "start", "end")
def _when(cafe: Any) -> Broken:
    if cafe.date is None and cafe.start is None and cafe.end is None:
        yield ("date",), say("is missing; give `{one}`, or `{other}`", one="date", other="start + end")
    elif cafe.date is not None and cafe.start is not None:
        yield ("start",), say("cannot stand beside `{other}`; keep one of them", other="date")
    elif cafe.start is not None and cafe.end is None:
        yield ("start",), say("stands without `{other}`; give both or neither", other="end")
    elif cafe.end is not None and cafe.start is None:
        yield ("end",), say("stands without `{other}`; give both or neither", other="start")


@checked("city", "online")
def _where(cafe: Any) -> Broken:
    if cafe.city is None and not cafe.online:
        yield ("city",), say("is missing; write the city, `unknown`, or `online: true`")


class Cafe(Record):
    """Where and when people met, and what came of it."""

    type = "cafe"
    label = N_("Café")
    plural = N_("Cafés")

    date: Date | None = Field(None, title=N_("Date"))
    start: Moment | None = Field(None, title=N_("Start"))
    end: Moment | None = Field(None, title=N_("End"))
    kind: CafeKind = Field(title=N_("Kind"))
    venue: PublicPlace | None = Field(None, title=N_("Venue"))
    city: Text | None = Field(None, title=N_("City"))
    online: Flag = Field(False, title=N_("Online"))
    theme: Text | None = Field(None, title=N_("Theme of the meeting"))
    summary: Summary = Field(title=N_("Summary"))
    film: Film | None = Field(None, title=N_("Film"))
    attendance: Attendance | None = Field(None, title=N_("Attendance"))
    rounds: tuple[Round, ...] = Field((), title=N_("Rounds"))
    doetanks: tuple[DoetankRef, ...] = Field((), title=N_("Doetanks"))
    hosts: tuple[OrganisationRef, ...] = Field((), title=N_("Hosts"))
    registration: Address | None = Field(None, title=N_("Registration"))
    cancelled: Flag = Field(False, title=N_("Cancelled"))

    rules = (*Record.rules, _when, in_order("start", "end"), _where)

    @property
    def when(self) -> When:
        """Its date, or the moment it starts."""
        when = self.date or self.start
        assert when is not None  # a rule of this type
        return when
