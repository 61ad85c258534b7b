"""A report: the lessons of a year or of several; everything but the preface is computed."""

import re
from typing import Any, Self

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..problems import say
from ..validation import Broken, Value
from .choices import ChangeScore, Level
from .date_fields import Day, Year
from .fields import Inline, LessonRef, Subject, Summary
from .record import Record
from .rules import checked, in_order
from .values import Contributor


class Years(Value):
    """The first and the last year, both counted."""

    start: Year = Field(alias="from", title=N_("From"))
    end: Year = Field(alias="to", title=N_("To"))

    rules = (in_order("start", "end"),)

    def __contains__(self, year: int) -> bool:
        return self.start <= year <= self.end

    @property
    def name(self) -> str:
        """`2014`, or `2012-2014`: how a report of these years is called."""
        return str(self.start) if self.start == self.end else f"{self.start}-{self.end}"

    @property
    def length(self) -> int:
        """The number of years."""
        return self.end - self.start + 1

    @property
    def each(self) -> tuple[Self, ...]:
        """Every year as a period of its own."""
        return tuple(self.model_copy(update={"start": year, "end": year}) for year in range(self.start, self.end + 1))

    def moved(self, steps: int) -> Self:
        """A period of the same length, so many periods later; earlier when it is below zero."""
        years = steps * self.length
        return self.model_copy(update={"start": self.start + years, "end": self.end + years})

    @classmethod
    def named(cls, name: str) -> Self | None:
        """The years that a report's name stands for, or None when it stands for none."""
        match = re.fullmatch(r"((?:19|20)[0-9]{2})(?:-((?:19|20)[0-9]{2}))?", name)
        if not match or (match[2] and match[2] <= match[1]):
            return None
        return cls.model_validate({"from": match[1], "to": match[2] or match[1]})


class Erratum(Value):
    """A correction after publication."""

    date: Day = Field(title=N_("Date"))
    text: Inline = Field(title=N_("Text"))
    about: tuple[Subject, ...] = Field(
        (), title=N_("About"), description=N_("The records that were changed, such as `lesson:begin-small`.")
    )


class LevelScore(Value):
    """Whether things became better on one level, in the judgement of the makers of the report, and why."""

    level: Level = Field(title=N_("Level"))
    score: ChangeScore = Field(title=N_("Change"))
    because: Inline = Field(title=N_("Because"))


@checked("change_scores")
def _one_score_a_level(report: Any) -> Broken:
    levels = [score.level for score in report.change_scores]
    for index, level in enumerate(levels):
        if level in levels[:index]:
            yield ("change_scores", index, "level"), say("`{level}` has a score already; keep one of them", level=level)


@checked("period")
def _named_after_its_years(report: Any) -> Broken:
    years = report.period
    if report.id != years.name and years.start <= years.end:
        yield ("period",), say("the file is named `{id}.md` but the period is `{name}`; make them the same", id=report.id, name=years.name)


class Report(Record):
    """The yearly lessons."""

    type = "report"
    label = N_("Yearly lessons")
    plural = N_("Yearly lessons")

    summary: Summary = Field(title=N_("Summary"))
    period: Years = Field(title=N_("Period"))
    contributors: tuple[Contributor, ...] = Field((), title=N_("Contributors"))
    highlights: tuple[LessonRef, ...] = Field((), title=N_("Highlights"))
    change_scores: tuple[LevelScore, ...] = Field((), title=N_("What changed on each level"))
    released: Day | None = Field(None, title=N_("Published on"))
    errata: tuple[Erratum, ...] = Field((), title=N_("Errata"))

    rules = (*Record.rules, _named_after_its_years, _one_score_a_level)

    @classmethod
    def over(cls, years: Years) -> Self:
        """A report of these years that nobody wrote yet, to count what it would hold."""
        return cls.model_validate({"@id": years.name, "@path": "", "@site_lang": "nl", "title": years.name, "summary": "", "period": years})

    @property
    def when(self) -> When | None:
        """When it was published."""
        return self.released
