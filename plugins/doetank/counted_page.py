"""The page that tells what a report counted: every figure with its records, under what was counted and how."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from . import urls
from .catalogue import N_, catalogue
from .figures import Figure, Group, Measure
from .library import Entry, Library
from .pages import Crumb, Page
from .record_page import crumbs
from .year_lessons import YearLessons


@dataclass(frozen=True)
class Measured:
    """The figures of one measure: those that count something, and those that found nothing."""

    measure: Measure
    found: tuple[Figure, ...]
    empty: tuple[Figure, ...]


def counted_page(library: Library, entry: Entry, counted: YearLessons, values: Mapping[str, object]) -> Page:
    """In the language of the report; `values` are the addresses of its data."""
    report = entry.record
    groups = tuple(measured_groups(counted))
    text = catalogue(report.site_lang).gettext
    versions = [(version.record.site_lang, urls.counted(version.url)) for version in library.versions(entry)]
    return Page(
        url=counted.counts.url,
        template="counted",
        title=N_("What was counted"),
        description=N_("Every number of the yearly lessons, with the records it counts and how they were counted."),
        values={"report": report, "groups": groups, "contents_of": tuple((str(group), text(group.label)) for group, _ in groups), **values},
        language=report.site_lang,
        text_language=report.site_lang,
        path=report.path,
        crumbs=(*crumbs("report"), Crumb(report.title, entry.url)),
        alternates=tuple(versions) if len(versions) > 1 else (),
        listed=not report.is_retired and not report.is_draft,
        section="report",
    )


def measured_groups(counted: YearLessons) -> Iterator[tuple[Group, tuple[Measured, ...]]]:
    """All figures in their order, by group and then by how they were counted."""
    for group in Group:
        figures = counted.group(group)
        if figures:
            yield group, tuple(_measured(figures))


def _measured(figures: tuple[Figure, ...]) -> Iterator[Measured]:
    for measure, found in groupby(figures, key=lambda figure: figure.measure):
        same = tuple(found)
        yield Measured(measure, tuple(figure for figure in same if figure.cards), tuple(figure for figure in same if not figure.cards))
