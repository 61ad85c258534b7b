"""Lists by type and by verdict, with the ways to narrow them and the number of records beside each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from .. import urls
from ..cards import cards
from ..catalogue import N_
from ..facets import lessons_by_organisation, phases_of
from ..groups import Choice, Group, Option, addresses, year_of
from ..library import Entry, Library, alphabetical
from ..pages import Crumb, File, Page
from ..record_page import HOME, crumbs
from ..records import RECORD_TYPES, Experiment, Inspiration, Lesson, Method, Organisation
from ..records.choices import InspirationKind, Outcome, State, Verdict
from ..ways import DrawnWays, drawn_ways


def pages(library: Library) -> Iterator[Page]:
    """A list for every type and every verdict."""
    for type_name, describe in _DESCRIPTIONS.items():
        groups = tuple(_GROUPS.get(type_name, _one_group)(library, library.all(type_name)))
        choices = tuple(_choices(library, type_name))
        yield _list(
            library, urls.section(type_name), RECORD_TYPES[type_name].plural, describe, groups, choices, type_name,
            drawn=drawn_ways(library) if type_name == "doetank" else None,
        )  # fmt: skip
    for verdict in Verdict:
        yield _verdict_list(library, verdict)


def files(_library: Library) -> Iterable[File]:
    """None."""
    return ()


_DESCRIPTIONS = {
    "doetank": N_("Small teams that take on an issue from their own practice."),
    "experiment": N_("What was tried, and how it came out."),
    "lesson": N_("What was learned by trying: what works, what works under conditions, and what does not."),
    "recommendation": N_("What should change at large, and what became of it."),
    "post": N_("Short stories by participants, coaches and others."),
    "cafe": N_("Reports of the meetings of the network."),
    "reflection": N_("The network looks at itself: what works, what does not, and what changes."),
    "report": N_("Once a year: what worked and what did not, so that others can use it."),
    "discussion": N_("Questions to colleagues, and what they answered."),
    "inspiration": N_("Examples and publications from elsewhere."),
    "method": N_("Ways of working that a team can use."),
    "organisation": N_("Who takes part."),
    "person": N_("People who agreed to be named."),
}


def _list(
    library: Library,
    url: str,
    title: str,
    description: str,
    groups: tuple[Group, ...],
    choices: tuple[Choice, ...],
    section: str,
    up: tuple[Crumb, ...] = (HOME,),
    drawn: DrawnWays | None = None,
) -> Page:
    total = len({found.ref for group in groups for found in group.cards})
    values = {
        "groups": groups,
        "choices": tuple(choice for choice in choices if choice.options),
        "total": total,
        "drawn": drawn,
        "feed": library.address(_FEEDS[section]) if section in _FEEDS else "",
    }
    return Page(url, "list", title, description, values, crumbs=up, section=section, selection=addresses(groups))


_FEEDS = {"lesson": urls.feed("lessen"), "post": urls.feed("blog"), "cafe": urls.feed("cafes")}
"""The types that can be followed on their own."""


def _one_group(_library: Library, entries: tuple[Entry, ...]) -> Iterator[Group]:
    yield Group("all", "", cards(entries))


def _by_outcome(_library: Library, entries: tuple[Entry, ...]) -> Iterator[Group]:
    for outcome in Outcome:
        yield Group(
            outcome,
            outcome.label,
            cards(entry for entry in entries if isinstance(entry.record, Experiment) and entry.record.outcome is outcome),
        )


def _by_state(_library: Library, entries: tuple[Entry, ...]) -> Iterator[Group]:
    for state in State:
        yield Group(state, state.label, cards(entry for entry in entries if getattr(entry.record, "state", None) is state))


def _by_kind(_library: Library, entries: tuple[Entry, ...]) -> Iterator[Group]:
    for kind in InspirationKind:
        yield Group(
            kind, kind.label, cards(entry for entry in entries if isinstance(entry.record, Inspiration) and entry.record.kind is kind)
        )


def _by_category(library: Library, entries: tuple[Entry, ...]) -> Iterator[Group]:
    for term in library.vocabulary.method_categories:
        found = [entry for entry in entries if isinstance(entry.record, Method) and entry.record.category == term.id]
        yield Group(term.id, term.label.text(library.language), cards(sorted(found, key=_by_title)))


def _by_tier(library: Library, entries: tuple[Entry, ...]) -> Iterator[Group]:
    for term in library.vocabulary.tiers:
        found = [entry for entry in entries if isinstance(entry.record, Organisation) and entry.record.tier == term.id]
        yield Group(term.id, term.label.text(library.language), cards(sorted(found, key=_by_title)))


def _by_year(_library: Library, entries: tuple[Entry, ...]) -> Iterator[Group]:
    for year, found in groupby(entries, key=year_of):
        yield Group(str(year) if year else "undated", str(year) if year else N_("Date not recorded"), cards(found))


def _by_title(entry: Entry) -> str:
    return alphabetical(entry.record.title)


_GROUPS: dict[str, Callable[[Library, tuple[Entry, ...]], Iterator[Group]]] = {
    "doetank": _by_state,
    "experiment": _by_outcome,
    "lesson": _by_year,
    "post": _by_year,
    "cafe": _by_year,
    "inspiration": _by_kind,
    "method": _by_category,
    "organisation": _by_tier,
}


def _choices(library: Library, type_name: str, verdict: Verdict | None = None) -> Iterator[Choice]:
    """The ways to narrow the list of a type. A theme's or year's page has a part for each type."""
    entries = library.all(type_name)
    words, language = library.vocabulary, library.language
    if type_name == "lesson":
        yield _verdict_choice(library, verdict)
        phases = Counter(phase for entry in entries for phase in set(phases_of(entry.record)))
        yield _choice(
            N_("Phase"),
            ((term.label.text(language), f"{library.address(urls.phase(term.id))}#lessons", phases[term.id]) for term in words.phases),
        )
    themes = Counter(theme for entry in entries for theme in set(entry.record.themes))
    yield _choice(
        N_("Theme"),
        ((term.label.text(language), f"{library.address(urls.theme(term.id))}#{type_name}", themes[term.id]) for term in words.themes),
    )
    if type_name != "report":  # it has its own place on the page of its year
        years = Counter(year for entry in entries if (year := year_of(entry)))
        yield _choice(
            N_("Year"),
            ((str(year), f"{library.address(urls.year(year))}#{type_name}", years[year]) for year in sorted(years, reverse=True)),
        )
    if type_name == "lesson":
        lessons = lessons_by_organisation(library)
        named = sorted((library.entry(ref) for ref in sorted(lessons)), key=_by_title)
        yield Choice(N_("Organisation"), tuple(_organisation_option(library, other, len(lessons[other.ref])) for other in named))


def _choice(title: str, options: Iterable[tuple[str, str, int]]) -> Choice:
    """Only what leads to something: an option that shows nothing is left out."""
    return Choice(title, tuple(Option(label, url, count) for label, url, count in options if count))


def _organisation_option(library: Library, organisation: Entry, count: int) -> Option:
    record = organisation.record
    language = record.site_lang if record.site_lang != library.language else ""
    return Option(record.title, f"{organisation.url}#lessons", count, language=language)


def _verdict_choice(library: Library, current: Verdict | None) -> Choice:
    lessons = library.all("lesson")
    everything = Option(N_("All lessons"), library.address(urls.LESSONS), len(lessons), current is None)
    options = (
        Option(verdict.label, library.address(urls.verdict(verdict)), len(_of_verdict(library, verdict)), verdict is current)
        for verdict in Verdict
    )
    return Choice(N_("Verdict"), (everything, *options))


def _of_verdict(library: Library, verdict: Verdict) -> tuple[Entry, ...]:
    return tuple(entry for entry in library.all("lesson") if isinstance(entry.record, Lesson) and entry.record.verdict is verdict)


_VERDICT_TITLES = {
    Verdict.WORKS: (N_("Lessons: works"), N_("What worked, and why.")),
    Verdict.UNDER_CONDITIONS: (N_("Lessons: works under conditions"), N_("What worked, and what has to be there for it.")),
    Verdict.DOES_NOT_WORK: (N_("Lessons: does not work"), N_("What did not work, and why.")),
}


def _verdict_list(library: Library, verdict: Verdict) -> Page:
    title, description = _VERDICT_TITLES[verdict]
    groups = tuple(_by_year(library, _of_verdict(library, verdict)))
    return _list(
        library, urls.verdict(verdict), title, description, groups, tuple(_choices(library, "lesson", verdict)), "lesson", crumbs("lesson")
    )
