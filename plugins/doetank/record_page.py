"""What every record's page has in common, whatever its type."""

from collections.abc import Mapping
from functools import cache

from . import urls
from .cards import referred
from .catalogue import N_
from .citations import authors_of
from .facets import search_of
from .json_ld import describe
from .library import Entry, Library
from .pages import Crumb, Page, PageImage
from .records import RECORD_TYPES, Record
from .records.fields import Ref

HOME = Crumb(N_("Home"), urls.HOME)
CONTRIBUTE = Crumb(N_("Contribute"), urls.CONTRIBUTE)
HANDBOOK = Ref("page", urls.HANDBOOK)
"""The guide for authors, which stands with the forms."""


def record_page(library: Library, entry: Entry, values: Mapping[str, object]) -> Page:
    """The page of a record: its own values, and those that its type adds."""
    record = entry.record
    summary = getattr(record, "summary", None) or ""
    return Page(
        url=entry.url,
        template=record.type,
        title=record.title,
        description=summary,
        values={
            "record": record,
            "body": entry.body,
            "cards": referred(library, entry),
            "cited": authors_of(library, entry),
            "unknown_fields": unknown_fields(entry),
            **values,
        },
        language=record.site_lang,
        text_language=record.lang,
        path=record.path,
        crumbs=(HOME, CONTRIBUTE) if record.ref == HANDBOOK else crumbs(record.type),
        alternates=alternates(library, entry),
        search=None if record.is_retired or record.is_draft else search_of(library, entry),
        json_ld=describe(library, entry),
        modified=record.modified,
        published=record.when or record.created,
        listed=not record.is_retired and not record.is_draft,
        section=record.type,
        image=page_image(library, record),
    )


def page_image(library: Library, record: Record) -> PageImage | None:
    """The record's own picture, or a still of its film."""
    film = getattr(record, "film", None)
    if record.image:
        return PageImage(library.pictures[record.image.file], record.image.alt or "")
    return PageImage(library.pictures[film.poster], record.title) if film and film.poster else None


def crumbs(type_name: str) -> tuple[Crumb, ...]:
    """The way from the home page to a record of this type."""
    if not urls.TYPES[type_name].section:
        return (HOME,)
    return (HOME, Crumb(RECORD_TYPES[type_name].plural, urls.section(type_name)))


def alternates(library: Library, entry: Entry) -> tuple[tuple[str, str], ...]:
    """(language, address) of every version of a record, when there is more than one."""
    versions = library.versions(entry)
    return tuple((version.record.site_lang, version.url) for version in versions) if len(versions) > 1 else ()


def unknown_fields(entry: Entry) -> tuple[str, ...]:
    """The labels of the fields that say `unknown`: what the sources do not tell."""
    told = vars(entry.record)
    return tuple(title for name, title in _titles(type(entry.record)) if isinstance(told[name], str) and told[name] == "unknown")


@cache
def _titles(record_type: type[Record]) -> tuple[tuple[str, str], ...]:
    return tuple((name, info.title or name) for name, info in record_type.model_fields.items())
