"""A Doetank: a small team that takes on an issue from its own practice."""

from typing import Any

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..problems import say
from ..validation import Broken, Value
from .choices import Origin, State
from .date_fields import Date, PeriodDate
from .fields import Address, AnyRef, Flag, Inline, OrganisationRef, PhaseTerm, Summary, Text, Title
from .record import Record
from .rules import checked, in_order, refused_when, required_when
from .values import Contributor, Source


class PhaseEntry(Value):
    """A stretch of work in one phase; a team may come back to a phase."""

    phase: PhaseTerm = Field(title=N_("Phase"))
    start: PeriodDate | None = Field(None, title=N_("Start"))
    end: PeriodDate | None = Field(None, title=N_("End"))
    because: Inline | None = Field(None, title=N_("Why the team moved on or stopped"))
    note: Inline | None = Field(None, title=N_("Note"))
    planned: Flag = Field(False, title=N_("Planned"))

    rules = (in_order("start", "end"),)


class Event(Value):
    """Something that happened on a date."""

    date: Date = Field(title=N_("Date"))
    title: Title = Field(title=N_("Title"))
    text: Inline | None = Field(None, title=N_("Text"))
    phase: PhaseTerm | None = Field(None, title=N_("Phase"))
    url: Address | None = Field(None, title=N_("Address"))


@checked("phases")
def _no_overlap(doetank: Any) -> Broken:
    for index, entry in enumerate(doetank.phases):
        for earlier in doetank.phases[:index]:
            if entry.phase == earlier.phase and _overlap(entry, earlier):
                yield (
                    ("phases", index),
                    say("this stretch of `{phase}` overlaps an earlier one; make them one, or mend the dates", phase=entry.phase),
                )
                break


def _overlap(one: PhaseEntry, other: PhaseEntry) -> bool:
    """Only what the dates prove: a month that both touch may hold the end of one and the start of the other."""
    if one.start is None or other.start is None:
        return False
    first, second = (one, other) if one.start <= other.start else (other, one)
    return first.end is not None and second.start is not None and second.start.last < first.end.first


_NO_END_YET = say("a running Doetank has no end; mend `state`, or remove `ended`")


class Doetank(Record):
    """The team, its question, and its way through the phases."""

    type = "doetank"
    label = N_("Doetank")
    plural = N_("Doetanks")

    summary: Summary = Field(title=N_("Summary"))
    question: Inline = Field(title=N_("Question"), description=N_("The issue, in the members' own words."))
    state: State = Field(title=N_("State"))
    state_because: Inline | None = Field(None, title=N_("Why it is so"))
    ended: PeriodDate | None = Field(None, title=N_("Ended"))
    origin: Origin = Field(title=N_("Where it came from"))
    origin_record: AnyRef | None = Field(None, title=N_("The record it came from"))
    also_known_as: tuple[Text, ...] = Field((), title=N_("Also known as"))
    organisations: tuple[OrganisationRef, ...] = Field((), title=N_("Organisations"))
    members: tuple[Contributor, ...] = Field((), title=N_("Members"))
    citizens_involved: Inline | None = Field(None, title=N_("Citizens involved"))
    phases: tuple[PhaseEntry, ...] = Field((), title=N_("Phases"))
    events: tuple[Event, ...] = Field((), title=N_("Events"))
    sources: tuple[Source, ...] = Field(title=N_("Sources"), description=N_("At least one."), min_length=1)

    rules = (
        *Record.rules,
        required_when("state_because", "state", State.STOPPED),
        _no_overlap,
        refused_when("ended", "state", State.RUNNING, _NO_END_YET),
    )

    @property
    def when(self) -> When | None:
        """Its first known date: of a phase, or else of an event."""
        return min((entry.start for entry in self.phases if entry.start and not entry.planned), default=None) or min(
            (event.date for event in self.events), default=None
        )
