"""What a report counts and shows: its figures, and the records behind them in the form in which they are told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .as_known import known_entry
from .became import Promise, promises
from .figures import HEADLINE, Count, Counts, Figure, Group, counts_of, figures_of
from .figures.year_records import known, year_records
from .library import Entry, Library
from .records import Experiment, Lesson, Reflection, Report
from .records.choices import ChangeScore, Level, Outcome, Subject, Verdict
from .records.lesson import Reuse
from .records.reflection import Change
from .records.report import LevelScore, Years
from .records.values import Source


@dataclass(frozen=True)
class LevelLessons:
    """The lessons of one level, by verdict: every verdict has a place, also when it is empty; and whether things became better."""

    level: Level
    verdicts: tuple[tuple[Verdict, tuple[Entry, ...]], ...]
    score: LevelScore


@dataclass(frozen=True)
class Rate:
    """How many experiments worked, of how many whose outcome is known."""

    worked: int
    known: int


@dataclass(frozen=True)
class YearLessons:
    """Everything that a report of a period counts and shows, as it was known on its last day; all of it computed from the records.

    `counts` are the `figures` with the way to what each of them counts.
    """

    years: Years
    figures: tuple[Figure, ...]
    counts: Counts
    lessons: tuple[Entry, ...]
    highlights: tuple[Entry, ...]
    levels: tuple[LevelLessons, ...]
    outcomes: tuple[tuple[Outcome, tuple[Entry, ...]], ...]
    rate: Rate | None
    undated_experiments: tuple[Entry, ...]
    reflections: tuple[tuple[Entry, Reflection], ...]
    changes: tuple[tuple[Entry, Change], ...]
    recommendations: tuple[Entry, ...]
    promises: tuple[Promise, ...]
    uses: tuple[tuple[Entry, Reuse], ...]
    sources: tuple[Source, ...]

    @property
    def headline(self) -> tuple[Figure, ...]:
        """The five figures that matter."""
        return tuple(map(self.figure, HEADLINE))

    @property
    def rate_withheld(self) -> bool:
        """There are finished experiments, but of more than half of them the outcome is not recorded."""
        return self.rate is None and self.figure(f"outcome-{Outcome.UNKNOWN}").number > 0

    @property
    def unanswered(self) -> tuple[Promise, ...]:
        """What was promised before, and of which somebody still has to say what became of it."""
        return tuple(promise for promise in self.promises if promise.unanswered)

    @property
    def answered(self) -> tuple[Promise, ...]:
        """What was promised before, and told of in this period."""
        return tuple(promise for promise in self.promises if promise.answer)

    @property
    def settled(self) -> tuple[Promise, ...]:
        """What was promised before, and was done or turned down before this period."""
        return tuple(promise for promise in self.promises if promise.settled and not promise.answer)

    def changes_about(self, subject: Subject) -> tuple[tuple[Entry, Change], ...]:
        """The changes in what the reflections looked at."""
        subjects = {entry.ref: reflection.subject for entry, reflection in self.reflections}
        return tuple((entry, change) for entry, change in self.changes if subjects[entry.ref] is subject)

    def figure(self, name: str) -> Figure:
        """One figure by its id. Raises KeyError for one that is not there."""
        for figure in self.figures:
            if figure.id == name:
                return figure
        raise KeyError(name)

    def count(self, name: str) -> Count:
        """The number of a figure, with the way to what it counts."""
        return self.counts.count(name)

    def group(self, group: Group) -> tuple[Figure, ...]:
        """The figures that belong together, in their order."""
        return tuple(figure for figure in self.figures if figure.group is group)


def year_lessons(library: Library, report: Report) -> YearLessons:
    """Count the period of a report, and gather what it tells."""
    records = year_records(library, report.period)
    figures = figures_of(library, report)
    reflections = tuple((entry, entry.record) for entry in records.reflections if isinstance(entry.record, Reflection))
    return YearLessons(
        years=report.period,
        figures=figures,
        counts=counts_of(library, report, figures),
        lessons=records.lessons,
        highlights=tuple(known_entry(library.entry(ref), report.period) for ref in report.highlights),
        levels=tuple(_levels(records.lessons, report)),
        outcomes=tuple((outcome, tuple(entry for entry in records.experiments if _outcome(entry) is outcome)) for outcome in Outcome),
        rate=_rate(records.experiments),
        undated_experiments=records.undated,
        reflections=reflections,
        changes=tuple((entry, change) for entry, reflection in reflections for change in reflection.changes),
        recommendations=records.recommendations,
        promises=promises(library, report.period),
        uses=_uses(library, report.period),
        sources=_sources([*records.lessons, *records.recommendations, *records.reflections]),
    )


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


def _levels(lessons: Iterable[Entry], report: Report) -> Iterator[LevelLessons]:
    found = [(entry, entry.record) for entry in lessons if isinstance(entry.record, Lesson)]
    scores = {score.level: score for score in report.change_scores}
    for level in Level:
        here = [(entry, lesson) for entry, lesson in found if lesson.level is level]
        verdicts = ((verdict, tuple(entry for entry, lesson in here if lesson.verdict is verdict)) for verdict in Verdict)
        yield LevelLessons(level, tuple(verdicts), scores.get(level) or _unscored(level))


def _unscored(level: Level) -> LevelScore:
    """Nobody gave this level a score: that is shown, and not left out."""
    return LevelScore.model_construct(None, level=level, score=ChangeScore.UNKNOWN, because="unknown")


def _uses(library: Library, years: Years) -> tuple[tuple[Entry, Reuse], ...]:
    """Every use elsewhere in the period, of lessons of any year, oldest first."""
    lessons = ((entry, entry.record) for entry in known(library, "lesson", years) if isinstance(entry.record, Lesson))
    found = ((entry, use) for entry, lesson in lessons for use in lesson.reuse if use.date.year in years)
    return tuple(sorted(found, key=lambda pair: (pair[1].date, pair[0].ref)))


def _sources(entries: Iterable[Entry]) -> tuple[Source, ...]:
    found: dict[tuple[str, str | None], Source] = {}
    for entry in entries:
        for source in entry.record.sources:
            found.setdefault((source.title, source.url), source)
    return tuple(sorted(found.values(), key=lambda source: (source.date.iso if source.date else "9999", source.title)))
