"""Everything by theme and everything by year, across all types."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from .. import urls
from ..cards import card
from ..catalogue import N_
from ..groups import Option, addresses, by_type, year_of
from ..library import Entry, Library
from ..pages import Crumb, File, Page
from ..record_page import HOME


def pages(library: Library) -> Iterator[Page]:
    """The list of themes and each theme, the list of years and each year."""
    yield from _theme_lists(library)
    yield from _year_lists(library)


def files(_library: Library) -> Iterable[File]:
    """None."""
    return ()


def _theme_lists(library: Library) -> Iterator[Page]:
    terms = library.vocabulary.themes
    about: dict[str, list[Entry]] = defaultdict(list)
    for entry in (entry for type_name in urls.LISTED for entry in library.all(type_name)):
        for theme in dict.fromkeys(entry.record.themes):
            about[theme].append(entry)
    options = tuple((term, library.address(urls.theme(term.id)), len(about[term.id])) for term in terms)
    yield Page(urls.THEMES, "themes", N_("Themes"), N_("Everything by subject."), {"themes": options}, crumbs=(HOME,), section="theme")
    for term in terms:
        groups = tuple(by_type(about[term.id]))
        values = {"term": term, "groups": groups, "total": len(about[term.id])}
        yield Page(
            urls.theme(term.id), "theme", term.label.text(library.language), term.definition.text(library.language),
            values, crumbs=(HOME, Crumb(N_("Themes"), urls.THEMES)), section="theme", selection=addresses(groups),
        )  # fmt: skip


def _year_lists(library: Library) -> Iterator[Page]:
    dated: dict[int, list[Entry]] = defaultdict(list)
    for entry in (entry for type_name in urls.LISTED for entry in library.all(type_name) if type_name != "report"):
        if year := year_of(entry):
            dated[year].append(entry)
    years = sorted(dated, reverse=True)
    options = tuple(Option(str(year), library.address(urls.year(year)), len(dated[year])) for year in years)
    yield Page(urls.YEARS, "years", N_("Years"), N_("Everything by year."), {"years": options}, crumbs=(HOME,), section="year")
    for index, year in enumerate(years):
        groups = tuple(by_type(dated[year]))
        report = next((card(entry) for entry in library.all("report") if entry.record.id == str(year)), None)
        values = {
            "year": year,
            "groups": groups,
            "report": report,
            "later": options[index - 1] if index else None,
            "earlier": options[index + 1] if index + 1 < len(options) else None,
        }
        yield Page(
            urls.year(year),
            "year",
            str(year),
            N_("Everything of this year."),
            values,
            crumbs=(HOME, Crumb(N_("Years"), urls.YEARS)),
            section="year",
            selection=addresses(groups),
        )
