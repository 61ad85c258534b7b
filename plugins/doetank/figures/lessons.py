"""The lessons of a period by verdict: per level, per theme and per phase."""

from collections.abc import Iterator, Sequence

from ..cards import cards
from ..catalogue import N_, catalogue
from ..library import Entry, Library
from ..records import Lesson
from ..records.choices import Level, Verdict
from .figure import Figure, Group, Measure
from .year_records import YearRecords

_LEVELS = Measure(Group.LEVEL, N_("Lessons that were learned in this period, by level and verdict."))
_THEMES = Measure(
    Group.THEME, N_("Lessons that were learned in this period, by theme and verdict; a lesson with several themes counts in each of them.")
)
_PHASES = Measure(Group.PHASE, N_("Lessons that were learned in this period, by phase and verdict."))


def lesson_figures(library: Library, records: YearRecords) -> Iterator[Figure]:
    """For each level, theme and phase all its lessons, and then those of each verdict; what is not recorded comes last."""
    text = catalogue(library.language).gettext
    lessons = [(entry, entry.record) for entry in records.lessons if isinstance(entry.record, Lesson)]
    for level in Level:
        yield from _by_verdict(
            library, f"level-{level}", text(level.label), [entry for entry, lesson in lessons if lesson.level is level], _LEVELS
        )
    for theme in library.vocabulary.themes:
        here = [entry for entry, lesson in lessons if theme.id in lesson.themes]
        yield from _by_verdict(library, f"theme-{theme.id}", theme.label.text(library.language), here, _THEMES)
    without = [entry for entry, lesson in lessons if not lesson.themes]
    yield from _by_verdict(library, "theme", text(N_("Theme not recorded")), without, _THEMES)
    for phase in library.vocabulary.phases:
        here = [entry for entry, lesson in lessons if lesson.phase == phase.id]
        yield from _by_verdict(library, f"phase-{phase.id}", phase.label.text(library.language), here, _PHASES)
    without = [entry for entry, lesson in lessons if lesson.phase is None]
    yield from _by_verdict(library, "phase", text(N_("Phase not recorded")), without, _PHASES)


def _by_verdict(library: Library, name: str, label: str, entries: Sequence[Entry], measure: Measure) -> Iterator[Figure]:
    yield Figure(name, label, cards(entries), measure)
    for verdict in Verdict:
        found = [entry for entry in entries if isinstance(entry.record, Lesson) and entry.record.verdict is verdict]
        named = f"{label}: {catalogue(library.language).gettext(verdict.label)}"
        yield Figure(f"{name}-{verdict}", named, cards(found), measure)
