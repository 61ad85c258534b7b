"""What became of what was recommended and planned before a period: nothing that was promised drops out of sight."""

from collections.abc import Iterator
from dataclasses import dataclass

from .library import Entry, Library
from .records import Lesson, Recommendation, Reflection
from .records.choices import ChangeStatus, FollowUpStatus, Level
from .records.recommendation import FollowUp
from .records.reflection import Change, ChangeFollowUp
from .records.report import Years
from .relations import oldest

Answer = FollowUp | ChangeFollowUp
_FINAL = (FollowUpStatus.IMPLEMENTED, FollowUpStatus.REJECTED, ChangeStatus.DONE, ChangeStatus.REVERTED)


@dataclass(frozen=True)
class Promise:
    """A recommendation, or a change that the network planned: `change` is that one of the reflection, and `index` its place there.

    `latest` is the last that was known on the last day of the period, `answer` the last that was said in the period.
    `settled` says that it was done or turned down before the period began, so that nobody has to ask again.
    """

    entry: Entry
    change: Change | None
    index: int
    levels: tuple[Level, ...]
    latest: Answer | None
    answer: Answer | None
    settled: bool

    @property
    def unanswered(self) -> bool:
        """Whether somebody still has to say what became of it. That nobody knows is an answer; silence is not."""
        return not self.settled and self.answer is None


def promises(library: Library, years: Years) -> tuple[Promise, ...]:
    """Every recommendation and planned change of before the period, oldest first: recommendations, then changes."""
    return (*_recommendations(library, years), *_changes(library, years))


def _recommendations(library: Library, years: Years) -> Iterator[Promise]:
    for entry in oldest(library.all("recommendation")):
        record = entry.record
        assert isinstance(record, Recommendation)
        if record.made.year < years.start:
            yield _promise(entry, None, 0, _levels(library, record), record.follow_up, years)


def _changes(library: Library, years: Years) -> Iterator[Promise]:
    for entry in oldest(library.all("reflection")):
        record = entry.record
        assert isinstance(record, Reflection)
        if record.date.year < years.start:
            for index, change in enumerate(record.changes):
                if change.status is ChangeStatus.PLANNED:
                    yield _promise(entry, change, index, (Level.NETWORK,), change.follow_up, years)


def _promise(
    entry: Entry, change: Change | None, index: int, levels: tuple[Level, ...], steps: tuple[Answer, ...], years: Years
) -> Promise:
    known = sorted((step for step in steps if step.date.year <= years.end), key=lambda step: step.date)
    before = [step for step in known if step.date.year < years.start]
    here = [step for step in known if step.date.year >= years.start]
    settled = bool(before) and before[-1].status in _FINAL
    return Promise(entry, change, index, levels, known[-1] if known else None, here[-1] if here else None, settled)


def _levels(library: Library, recommendation: Recommendation) -> tuple[Level, ...]:
    """Those of the lessons that it follows from."""
    lessons = [library.entry(ref).record for ref in recommendation.follows_from]
    found = {lesson.level for lesson in lessons if isinstance(lesson, Lesson)}
    return tuple(level for level in Level if level in found)
