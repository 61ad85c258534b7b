"""What happened afterwards: with what was recommended and planned before, and with lessons that others could use."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from ..became import Promise, promises
from ..cards import Card, card, cards
from ..catalogue import N_, catalogue
from ..library import Library
from ..records import Lesson
from ..records.choices import ChangeStatus, FollowUpStatus, Outcome
from .figure import Figure, Group, Measure
from .year_records import YearRecords, known

_PROMISES = Measure(Group.PROMISE, N_("Recommendations that were made, and changes that the network planned, before this period."))
_ANSWERED = Measure(Group.PROMISE, N_("Those of which something was recorded in this period, also when that is that nobody knows."))
_SETTLED = Measure(Group.PROMISE, N_("Those that were done or turned down before this period, and of which nothing was recorded since."))
_UNANSWERED = Measure(
    Group.PROMISE, N_("Those of which nothing was recorded in this period, and that were not done or turned down before.")
)
_RECOMMENDATIONS = Measure(
    Group.RECOMMENDATION, N_("Recommendations that were made before this period, by the last that was known at its end.")
)
_PLANS = Measure(Group.PLAN, N_("Changes that the network planned before this period, by the last that was known at its end."))
_USED = Measure(Group.REUSE, N_("Lessons of any year that somebody else used in this period."))
_RESULTS = Measure(
    Group.REUSE, N_("Lessons of any year that somebody else used in this period, by result; a lesson with several results counts in each.")
)
_UNUSED = Measure(Group.REUSE, N_("Lessons that were learned up to the end of this period and that nobody else had used by then."))


def afterwards(library: Library, records: YearRecords) -> Iterator[Figure]:
    """The promises of before, by what became of them; then the lessons by who used them."""
    made = promises(library, records.years)
    yield from _promises(library, made)
    yield from _statuses(library, [promise for promise in made if not promise.change], "recommendation", FollowUpStatus, _RECOMMENDATIONS)
    yield from _statuses(library, [promise for promise in made if promise.change], "plan", ChangeStatus, _PLANS)
    yield from _uses(library, records)


def promise_card(library: Library, promise: Promise) -> Card:
    """A recommendation, or a planned change under what it is."""
    shown = card(promise.entry)
    return replace(shown, title=library.plain(promise.change.what), summary="") if promise.change else shown


def _promises(library: Library, made: tuple[Promise, ...]) -> Iterator[Figure]:
    text = catalogue(library.language).gettext

    def of(which: Callable[[Promise], bool]) -> tuple[Card, ...]:
        return tuple(promise_card(library, promise) for promise in made if which(promise))

    yield Figure("promises", text(N_("Earlier recommendations and plans")), of(lambda _: True), _PROMISES)
    answered = text(N_("Earlier recommendations and plans that were answered"))
    yield Figure("promises-answered", answered, of(lambda promise: promise.answer is not None), _ANSWERED)
    settled = of(lambda promise: promise.settled and promise.answer is None)
    yield Figure("promises-settled", text(N_("Settled before this period")), settled, _SETTLED)
    yield Figure("promises-unanswered", text(N_("Not answered")), of(lambda promise: promise.unanswered), _UNANSWERED)


def _statuses(
    library: Library, made: Iterable[Promise], name: str, statuses: type[FollowUpStatus] | type[ChangeStatus], measure: Measure
) -> Iterator[Figure]:
    """By the last status, in the order of the statuses; then those of which nothing is known."""
    text = catalogue(library.language).gettext
    made = tuple(made)
    for status in statuses:
        found = (promise for promise in made if promise.latest and promise.latest.status is status)
        yield Figure(f"{name}-{status}", text(status.label), tuple(promise_card(library, promise) for promise in found), measure)
    silent = tuple(promise_card(library, promise) for promise in made if not promise.latest)
    yield Figure(f"{name}-silent", text(N_("Never answered")), silent, measure)


def _uses(library: Library, records: YearRecords) -> Iterator[Figure]:
    text = catalogue(library.language).gettext
    lessons = [(entry, entry.record) for entry in known(library, "lesson", records.years) if isinstance(entry.record, Lesson)]
    used = [(entry, {use.result for use in lesson.reuse if use.date.year in records.years}) for entry, lesson in lessons]
    yield Figure("reuse", text(N_("Lessons used elsewhere")), cards(entry for entry, results in used if results), _USED)
    for outcome in Outcome:
        yield Figure(f"reuse-{outcome}", text(outcome.label), cards(entry for entry, results in used if outcome in results), _RESULTS)
    unused = (entry for entry, lesson in lessons if lesson.learned.year <= records.years.end and not lesson.reuse)
    yield Figure("unused", text(N_("Lessons that nobody has used yet")), cards(unused), _UNUSED)
