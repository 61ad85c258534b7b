"""A report: the lessons of a year or of several; everything but the preface is computed."""

from typing import Any

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..problems import say
from ..validation import Broken, Value
from .fields import Day, Inline, LessonRef, Summary, Year
from .record import Record
from .rules import checked
from .values import Contributor


@checked("start", "end")
def _in_order(years: Any) -> Broken:
    if years.end < years.start:
        yield ("end",), say("`{end}` is before `{field}` (`{start}`)", end=years.end, start=years.start, field="from")


class Years(Value):
    """The first and the last year, both counted."""

    start: Year = Field(alias="from", title=N_("From"))
    end: Year = Field(alias="to", title=N_("To"))

    rules = (_in_order,)

    def __contains__(self, year: int) -> bool:
        return self.start <= year <= self.end


class Erratum(Value):
    """A correction after publication."""

    date: Day = Field(title=N_("Date"))
    text: Inline = Field(title=N_("Text"))


@checked("period")
def _named_after_its_years(report: Any) -> Broken:
    years = report.period
    name = str(years.start) if years.start == years.end else f"{years.start}-{years.end}"
    if report.id != name and years.start <= years.end:
        yield ("period",), say("the file is named `{id}.md` but the period is `{name}`; make them the same", id=report.id, name=name)


class Report(Record):
    """The yearly lessons."""

    type = "report"
    label = N_("Yearly lessons")
    plural = N_("Yearly lessons")

    summary: Summary = Field(title=N_("Summary"))
    period: Years = Field(title=N_("Period"))
    contributors: tuple[Contributor, ...] = Field((), title=N_("Contributors"))
    highlights: tuple[LessonRef, ...] = Field((), title=N_("Highlights"))
    released: Day | None = Field(None, title=N_("Published on"))
    errata: tuple[Erratum, ...] = Field((), title=N_("Errata"))

    rules = (*Record.rules, _named_after_its_years)

    @property
    def when(self) -> When | None:
        """When it was published."""
        return self.released
