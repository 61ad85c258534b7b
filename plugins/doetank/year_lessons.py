"""What is counted in a yearly report: every figure with the records behind it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .became import Promise, promises
from .cards import Card, cards
from .catalogue import N_
from .library import Entry, Library
from .records import Cafe, Doetank, Experiment, Lesson, Post, Reflection, Report
from .records.choices import Level, Outcome, Verdict
from .records.reflection import Change
from .records.report import Years
from .records.values import Source
from .relations import oldest


@dataclass(frozen=True)
class Figure:
    """A number and the records it counts; there is no number without them."""

    id: str
    label: str
    cards: tuple[Card, ...]
    method: int = 1

    @property
    def number(self) -> int:
        return len(self.cards)


@dataclass(frozen=True)
class LevelLessons:
    """The lessons of one level, by verdict: every verdict has a place, also when it is empty."""

    level: Level
    verdicts: tuple[tuple[Verdict, tuple[Entry, ...]], ...]


@dataclass(frozen=True)
class Rate:
    """How many experiments worked, of how many whose outcome is known."""

    worked: int
    known: int


@dataclass(frozen=True)
class YearLessons:
    """Everything that a report of a period counts and shows; all of it computed from the records."""

    years: Years
    lessons: tuple[Entry, ...]
    figures: tuple[Figure, ...]
    levels: tuple[LevelLessons, ...]
    outcomes: tuple[tuple[Outcome, tuple[Entry, ...]], ...]
    rate: Rate | None
    undated_experiments: tuple[Entry, ...]
    reflections: tuple[tuple[Entry, Reflection], ...]
    changes: tuple[tuple[Entry, Change], ...]
    recommendations: tuple[Entry, ...]
    promises: tuple[Promise, ...]
    sources: tuple[Source, ...]

    @property
    def rate_withheld(self) -> bool:
        """There are finished experiments, but of more than half of them the outcome is not recorded."""
        return self.rate is None and any(entries for outcome, entries in self.outcomes if outcome is Outcome.UNKNOWN)


def year_lessons(library: Library, report: Report) -> YearLessons:
    """Count the period of a report. A record counts in the year it is dated with; an experiment in the year it ended."""
    years = report.period
    lessons = _dated(library, "lesson", years)
    experiments = tuple(entry for entry in library.all("experiment") if _ended_in(entry, years))
    outcomes = tuple((outcome, tuple(entry for entry in experiments if _outcome(entry) is outcome)) for outcome in Outcome)
    reflections = tuple((entry, entry.record) for entry in _dated(library, "reflection", years) if isinstance(entry.record, Reflection))
    recommendations = _dated(library, "recommendation", years)
    return YearLessons(
        years=years,
        lessons=lessons,
        figures=tuple(_figures(library, years, lessons, experiments)),
        levels=tuple(_levels(lessons)),
        outcomes=outcomes,
        rate=_rate(experiments),
        undated_experiments=tuple(entry for entry in library.all("experiment") if entry.record.when is None),
        reflections=reflections,
        changes=tuple((entry, change) for entry, reflection in reflections for change in reflection.changes),
        recommendations=recommendations,
        promises=promises(library, years),
        sources=_sources([*lessons, *recommendations, *(entry for entry, _ in reflections)]),
    )


def _dated(library: Library, type_name: str, years: Years) -> tuple[Entry, ...]:
    return oldest(entry for entry in library.all(type_name) if entry.record.when and entry.record.when.year in years)


def _ended_in(entry: Entry, years: Years) -> bool:
    assert isinstance(entry.record, Experiment)
    ended = entry.record.end or entry.record.start
    return ended is not None and ended.year in years


def _outcome(entry: Entry) -> Outcome:
    assert isinstance(entry.record, Experiment)
    return entry.record.outcome


def _rate(experiments: Iterable[Entry]) -> Rate | None:
    """None while more than half of the finished experiments have no recorded outcome: a share of the rest would mislead."""
    finished = [_outcome(entry) for entry in experiments if _outcome(entry) is not Outcome.RUNNING]
    known = [outcome for outcome in finished if outcome is not Outcome.UNKNOWN]
    if not known or len(finished) - len(known) > len(finished) / 2:
        return None
    return Rate(sum(outcome is Outcome.WORKED for outcome in known), len(known))


def _levels(lessons: Iterable[Entry]) -> Iterator[LevelLessons]:
    lessons = tuple(lessons)
    for level in Level:
        here = [(entry, entry.record) for entry in lessons if isinstance(entry.record, Lesson) and entry.record.level is level]
        yield LevelLessons(
            level, tuple((verdict, tuple(entry for entry, lesson in here if lesson.verdict is verdict)) for verdict in Verdict)
        )


def _figures(library: Library, years: Years, lessons: tuple[Entry, ...], experiments: tuple[Entry, ...]) -> Iterator[Figure]:
    yield Figure("doetanks", N_("Doetanks at work"), cards(oldest(entry for entry in library.all("doetank") if _at_work(entry, years))))
    yield Figure("experiments", N_("Experiments"), cards(oldest(experiments)))
    yield Figure("lessons", N_("Lessons"), cards(lessons))
    for verdict in Verdict:
        found = [entry for entry in lessons if isinstance(entry.record, Lesson) and entry.record.verdict is verdict]
        yield Figure(f"lessons-{verdict}", _VERDICT_LABELS[verdict], cards(found))
    yield Figure("recommendations", N_("Recommendations"), cards(_dated(library, "recommendation", years)))
    held = [entry for entry in _dated(library, "cafe", years) if isinstance(entry.record, Cafe) and not entry.record.cancelled]
    yield Figure("cafes", N_("Cafés and other meetings"), cards(held))
    yield Figure("posts", N_("Posts"), cards(entry for entry in _dated(library, "post", years) if isinstance(entry.record, Post)))
    yield Figure("reflections", N_("Reflections"), cards(_dated(library, "reflection", years)))


_VERDICT_LABELS = {
    Verdict.WORKS: N_("Lessons: works"),
    Verdict.UNDER_CONDITIONS: N_("Lessons: works under conditions"),
    Verdict.DOES_NOT_WORK: N_("Lessons: does not work"),
}


def _at_work(entry: Entry, years: Years) -> bool:
    """A Doetank counts in every year from its first to its last known date."""
    doetank = entry.record
    assert isinstance(doetank, Doetank)
    known = [*(event.date for event in doetank.events)]
    known += [when for stretch in doetank.phases if not stretch.planned for when in (stretch.start, stretch.end) if when]
    known += [doetank.ended] if doetank.ended else []
    return bool(known) and min(known).first.year <= years.end and max(when.last for when in known).year >= years.start


def _sources(entries: Iterable[Entry]) -> tuple[Source, ...]:
    found: dict[tuple[str, str | None], Source] = {}
    for entry in entries:
        for source in entry.record.sources:
            found.setdefault((source.title, source.url), source)
    return tuple(sorted(found.values(), key=lambda source: (source.date.iso if source.date else "9999", source.title)))
