"""What to look at in lessons: what is not recorded, what is weak, what is old, and what nobody used."""

from collections.abc import Iterator
from datetime import date

from ..library import Entry, Library
from ..problems import say
from ..records import Lesson
from ..records.choices import Evidence
from ..records.report import Years
from .items import Item, item
from .period import of_period, until_end

_REQUIRED = ("summary", "expected", "happened", "because", "advice")


def not_recorded(library: Library, years: Years) -> Iterator[Item]:
    """Lessons of the period with `unknown` in a required text. The cursor goes to the first."""
    for entry, lesson in _lessons(of_period(library, years, "lesson")):
        fields = [name for name in _REQUIRED if getattr(lesson, name) == "unknown"]
        if fields:
            message = say("nobody recorded {fields}", fields=", ".join(f"`{name}`" for name in fields))
            yield item(library, entry, (fields[0],), message)


def weak_evidence(library: Library, years: Years) -> Iterator[Item]:
    """Lessons of the period that do not say how they are known, or name no source while they are not from own experience."""
    for entry, lesson in _lessons(of_period(library, years, "lesson")):
        if lesson.evidence is Evidence.UNKNOWN:
            yield item(library, entry, ("evidence",), say("`evidence` is `unknown`: nobody recorded how this is known"))
        elif lesson.evidence is not Evidence.EXPERIENCE and not lesson.sources:
            message = say("`evidence` is `{evidence}`, and no source is named", evidence=lesson.evidence)
            yield item(library, entry, ("evidence",), message)


def due_for_review(library: Library, years: Years) -> Iterator[Item]:
    """Lessons of the period and before it whose day for another look has passed, or passes within the period."""
    end = max(library.site.today, date(years.end, 12, 31))
    for entry, lesson in _lessons(until_end(library, years, "lesson")):
        if lesson.review_by and lesson.review_by.last < end:
            yield item(library, entry, ("review_by",), say("was to be looked at again before {date}", date=lesson.review_by.iso))


def never_reused(library: Library, years: Years) -> Iterator[Item]:
    """Lessons of the period of which no use elsewhere is recorded."""
    for entry, lesson in _lessons(of_period(library, years, "lesson")):
        if not lesson.reuse:
            yield item(library, entry, ("reuse",), say("no use elsewhere is recorded; ask who tried it, and how that came out"))


def _lessons(entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, Lesson]]:
    return ((entry, entry.record) for entry in entries if isinstance(entry.record, Lesson))
