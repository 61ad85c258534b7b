"""What keeps a report from being published: nothing promised is left unanswered, nothing is highlighted that says too little."""

from collections.abc import Iterator
from typing import NamedTuple

from .figures import Group
from .library import Entry, Library
from .problems import Message, say
from .records import Lesson, Report
from .review import promised
from .yaml_text import Path
from .year_lessons import year_lessons

NEEDED = ("happened", "advice")
"""What a highlight tells on the report's page. That nobody recorded what was expected, or why, is shown there and stops nothing."""


class Stop(NamedTuple):
    """One thing to mend first: the record, the field, and what to write there."""

    path: str
    field: Path
    message: Message


def stops(library: Library, report: Entry) -> Iterator[Stop]:
    """Everything that keeps a report from being published. `library` holds no drafts."""
    record = report.record
    assert isinstance(record, Report)
    counted = year_lessons(library, record)
    if report.record.is_draft:
        yield Stop(record.path, ("status",), say("is `draft`; remove the line when the report is ready to be published"))
    if not any(figure.number for figure in counted.group(Group.TOTAL)):
        yield Stop(record.path, ("period",), say("no record is dated in {years}, so there is nothing to report", years=record.period.name))
    for item in (*promised.recommendations(library, record.period), *promised.changes(library, record.period)):
        yield Stop(item.path, item.field, item.message)
    for ref in record.highlights:
        lesson = library.entry(ref).record
        assert isinstance(lesson, Lesson)
        if lesson.is_draft:
            yield Stop(
                lesson.path, ("status",), say("is `draft`, and the report of {years} highlights this lesson", years=record.period.name)
            )
        yield from (Stop(lesson.path, (name,), _too_little(record)) for name in NEEDED if getattr(lesson, name) == "unknown")


def _too_little(report: Report) -> Message:
    return say("is `unknown`, and the report of {years} highlights this lesson; fill it in, or choose another", years=report.period.name)
