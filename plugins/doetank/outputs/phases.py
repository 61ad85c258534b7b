"""One time line a phase, across all Doetanks: oldest first, by year, with the phase's lessons."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from .. import urls
from ..cards import Card, card, cards
from ..catalogue import N_
from ..dates import When
from ..facets import phases_of
from ..groups import Choice, Option
from ..library import Entry, Library
from ..once import once
from ..pages import Crumb, File, Page
from ..record_page import HOME
from ..records import Doetank
from ..records.doetank import Event, PhaseEntry
from ..relations import oldest
from ..vocabulary import Term


@dataclass(frozen=True)
class PhaseMoment:
    """One thing in a phase: a Doetank's stretch of work, an event of it, or a record."""

    when: When | None
    card: Card
    entry: PhaseEntry | None = None
    event: Event | None = None


@dataclass(frozen=True)
class YearOfMoments:
    """The moments of one year; `year` is None for those without a date."""

    year: int | None
    moments: tuple[PhaseMoment, ...]


@dataclass(frozen=True)
class PhaseCount:
    """A phase with how much there is in it."""

    term: Term
    title: str
    url: str
    doetanks: int
    lessons: int
    moments: int


def pages(library: Library) -> Iterator[Page]:
    """The list of phases, and a time line for each."""
    terms = library.vocabulary.phases
    counts = tuple(phase_counts(library))
    crumb = Crumb(N_("Phases"), urls.PHASES)
    yield Page(
        urls.PHASES,
        "phases",
        N_("Phases"),
        N_("How a Doetank goes from a question to recommendations."),
        {"phases": counts},
        crumbs=(HOME,),
        section="phase",
    )
    for index, term in enumerate(terms):
        lessons = cards(_by_phase(library, "lesson").get(term.id, ()))
        methods = cards(_by_phase(library, "method").get(term.id, ()))
        years = _by_year(_moments(library).get(term.id, ()))
        values = {
            "term": term,
            "years": years,
            "newest": max((year.year for year in years if year.year), default=None),
            "choices": (Choice(N_("Phases"), tuple(_option(count, count.term == term) for count in counts)),),
            "lessons": lessons,
            "methods": methods,
            "before": counts[index - 1] if index else None,
            "after": counts[index + 1] if index + 1 < len(terms) else None,
        }
        title, meaning = term.label.text(library.language), term.definition.text(library.language)
        selection = _shown(years, lessons + methods)
        yield Page(urls.phase(term.id), "phase", title, meaning, values, crumbs=(HOME, crumb), section="phase", selection=selection)


def files(_library: Library) -> Iterable[File]:
    """None."""
    return ()


def phase_counts(library: Library) -> Iterator[PhaseCount]:
    """Every phase with the number of Doetanks that went through it, of lessons from it, and of moments on its time line."""
    for term in library.vocabulary.phases:
        yield PhaseCount(
            term,
            term.label.text(library.language),
            library.address(urls.phase(term.id)),
            len(_by_phase(library, "doetank").get(term.id, ())),
            len(_by_phase(library, "lesson").get(term.id, ())),
            len(_moments(library).get(term.id, ())),
        )


def _option(count: PhaseCount, current: bool) -> Option:
    return Option(count.title, count.url, count.moments, current)


def _shown(years: tuple[YearOfMoments, ...], others: tuple[Card, ...]) -> tuple[str, ...]:
    """Where the records of a time line and those below it stand, each once."""
    moments = (moment.card for year in years for moment in year.moments)
    return tuple(dict.fromkeys(found.url for found in (*moments, *others)))


@once
def _by_phase(library: Library, type_name: str) -> Mapping[str, tuple[Entry, ...]]:
    """The records of a type in each phase, newest first."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in library.all(type_name):
        for phase in dict.fromkeys(phases_of(entry.record)):
            found[phase].append(entry)
    return {phase: tuple(entries) for phase, entries in found.items()}


@once
def _moments(library: Library) -> Mapping[str, tuple[PhaseMoment, ...]]:
    """What happened in each phase: first what Doetanks did, then experiments and posts."""
    found: dict[str, list[PhaseMoment]] = defaultdict(list)
    for entry in library.all("doetank"):
        for phase, moment in _of_doetank(entry):
            found[phase].append(moment)
    for type_name in ("experiment", "post"):
        for phase, entries in _by_phase(library, type_name).items():
            found[phase] += (PhaseMoment(entry.record.when, card(entry)) for entry in oldest(entries))
    return {phase: tuple(moments) for phase, moments in found.items()}


def _of_doetank(entry: Entry) -> Iterator[tuple[str, PhaseMoment]]:
    """Each thing that a team did in a phase, with that phase."""
    assert isinstance(entry.record, Doetank)
    shown = card(entry)
    for stretch in entry.record.phases:
        yield stretch.phase, PhaseMoment(stretch.start, shown, entry=stretch)
    for event in entry.record.events:
        if event.phase:
            yield event.phase, PhaseMoment(event.date, shown, event=event)


def _by_year(moments: Iterable[PhaseMoment]) -> tuple[YearOfMoments, ...]:
    ordered = sorted(moments, key=_order)
    return tuple(
        YearOfMoments(year or None, tuple(group))
        for year, group in groupby(ordered, key=lambda moment: moment.when.year if moment.when else 0)
    )


def _order(moment: PhaseMoment) -> tuple[str, str, str]:
    return (moment.when.first.isoformat() if moment.when else "9999", moment.when.iso if moment.when else "", moment.card.title)
