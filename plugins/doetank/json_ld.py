"""A record as schema.org describes it."""

from collections.abc import Callable, Mapping

from .catalogue import Label, catalogue
from .library import Entry, Library
from .pages import Json, Page
from .records import Cafe, Inspiration, Organisation, Person, Record
from .records.values import Image
from .site import Site

_TYPES = {
    "doetank": "Project",
    "experiment": "Article",
    "lesson": "Article",
    "recommendation": "Article",
    "post": "BlogPosting",
    "cafe": "Event",
    "reflection": "Article",
    "report": "Report",
    "discussion": "DiscussionForumPosting",
    "inspiration": "CreativeWork",
    "method": "DefinedTerm",
    "organisation": "Organization",
    "person": "Person",
    "page": "WebPage",
}
_NAMED = frozenset({"Project", "Event", "Organization", "Person", "DefinedTerm", "CreativeWork"})


_PAGES = {
    "list": "CollectionPage", "phases": "CollectionPage", "phase": "CollectionPage", "themes": "CollectionPage", "theme": "CollectionPage",
    "years": "CollectionPage", "year": "CollectionPage", "agenda": "CollectionPage", "search": "SearchResultsPage", "data": "DataCatalog",
    "home": "WebSite",
}  # fmt: skip


def describe_page(site: Site, page: Page) -> Json:
    """The JSON-LD of a page that is no record's: a list, the search page, the home page."""
    words = catalogue(page.language)
    return {
        "@context": "https://schema.org",
        "@type": _PAGES.get(page.template, "WebPage"),
        "@id": site.absolute(page.url),
        "url": site.absolute(page.url),
        "name": words.gettext(page.title) if isinstance(page.title, Label) else page.title,
        "description": words.gettext(page.description) if isinstance(page.description, Label) else page.description,
        "inLanguage": page.language,
    }


def describe(library: Library, entry: Entry) -> Json:
    """The JSON-LD of a record's page. Only what the record says; nothing is filled in."""
    record = entry.record
    kind = _TYPES[record.type]
    described: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": library.site.absolute(entry.url),
        "url": library.site.absolute(entry.url),
        "name" if kind in _NAMED else "headline": record.title,
    }
    summary = getattr(record, "summary", None)
    if summary:
        described["description"] = library.plain(summary)
    if kind not in ("Person", "Organization", "Event", "Project"):
        described["inLanguage"] = record.lang
        described["license"] = record.license if record.license.startswith("http") else f"https://spdx.org/licenses/{record.license}"
        if record.when:
            described["datePublished"] = record.when.iso
        if record.modified:
            described["dateModified"] = record.modified.iso
    if record.image:
        described["image"] = _image(library, record.image)
    more = _MORE.get(record.type)
    return {**described, **(more(record) if more else {})}


def _image(library: Library, image: Image) -> Json:
    picture = library.pictures[image.file]
    told = {"caption": image.alt, "creditText": image.maker, "copyrightNotice": image.rights}
    described = {"@type": "ImageObject", "url": library.site.absolute(picture.url), "width": picture.width, "height": picture.height}
    return {**described, **{name: text for name, text in told.items() if text}}


def _cafe(record: Record) -> Mapping[str, object]:
    assert isinstance(record, Cafe)
    place = record.venue or record.city
    status = "EventCancelled" if record.cancelled else "EventScheduled"
    found: dict[str, object] = {"startDate": record.when.iso, "eventStatus": f"https://schema.org/{status}"}
    if record.end:
        found["endDate"] = record.end.iso
    if record.online:
        mode = "Mixed" if record.city else "Online"
        found["eventAttendanceMode"] = f"https://schema.org/{mode}EventAttendanceMode"
    if place and place != "unknown":
        city = {"address": record.city} if record.city and record.city != "unknown" else {}
        found["location"] = {"@type": "Place", "name": place, **city}
    return found


def _organisation(record: Record) -> Mapping[str, object]:
    assert isinstance(record, Organisation)
    return {"sameAs": record.url} if record.url else {}


def _person(record: Record) -> Mapping[str, object]:
    assert isinstance(record, Person)
    found: dict[str, object] = {"jobTitle": record.role} if record.role else {}
    same = [address for address in (record.url, f"https://orcid.org/{record.orcid}" if record.orcid else None) if address]
    return {**found, "sameAs": same} if same else found


def _inspiration(record: Record) -> Mapping[str, object]:
    assert isinstance(record, Inspiration)
    return {"sameAs": record.url, **({"author": list(record.authors)} if record.authors else {})}


_MORE: Mapping[str, Callable[[Record], Mapping[str, object]]] = {
    "cafe": _cafe,
    "organisation": _organisation,
    "person": _person,
    "inspiration": _inspiration,
}
