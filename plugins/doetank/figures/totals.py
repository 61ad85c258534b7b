"""How much there was of everything in a period."""

from collections.abc import Iterator

from ..cards import cards
from ..catalogue import N_, catalogue
from ..library import Library
from ..records import Lesson
from ..records.choices import Verdict
from .figure import Figure, Group, Measure
from .year_records import YearRecords

_DOETANKS = Measure(
    Group.TOTAL, N_("Doetanks at work in this period: it falls between the first and the last date of a phase or an event.")
)
_EXPERIMENTS = Measure(Group.TOTAL, N_("Experiments that ended in this period; one without an end counts in the year in which it started."))
_LESSONS = Measure(Group.TOTAL, N_("Lessons that were learned in this period."))
_VERDICTS = Measure(Group.TOTAL, N_("Lessons with this verdict that were learned in this period."))
_RECOMMENDATIONS = Measure(Group.TOTAL, N_("Recommendations that were made in this period."))
_CAFES = Measure(Group.TOTAL, N_("Cafés, masterclasses and other meetings in this period that were not cancelled."))
_POSTS = Measure(Group.TOTAL, N_("Posts with a date in this period."))
_REFLECTIONS = Measure(Group.TOTAL, N_("Reflections of the network with a date in this period."))
_VERDICT_LABELS = {
    Verdict.WORKS: N_("Lessons: works"),
    Verdict.UNDER_CONDITIONS: N_("Lessons: works under conditions"),
    Verdict.DOES_NOT_WORK: N_("Lessons: does not work"),
}


def total_figures(library: Library, records: YearRecords) -> Iterator[Figure]:
    """One figure a kind of record, and the lessons by verdict."""
    text = catalogue(library.language).gettext
    yield Figure("doetanks", text(N_("Doetanks at work")), cards(records.doetanks), _DOETANKS)
    yield Figure("experiments", text(N_("Experiments")), cards(records.experiments), _EXPERIMENTS)
    yield Figure("lessons", text(N_("Lessons")), cards(records.lessons), _LESSONS)
    for verdict in Verdict:
        found = [entry for entry in records.lessons if isinstance(entry.record, Lesson) and entry.record.verdict is verdict]
        yield Figure(f"lessons-{verdict}", text(_VERDICT_LABELS[verdict]), cards(found), _VERDICTS)
    yield Figure("recommendations", text(N_("Recommendations")), cards(records.recommendations), _RECOMMENDATIONS)
    yield Figure("cafes", text(N_("Cafés and other meetings")), cards(records.cafes), _CAFES)
    yield Figure("posts", text(N_("Posts")), cards(records.posts), _POSTS)
    yield Figure("reflections", text(N_("Reflections")), cards(records.reflections), _REFLECTIONS)
