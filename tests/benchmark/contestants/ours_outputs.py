"""The lists of the benchmark templates: what every peer makes of all its records."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from doetank import urls
from doetank.library import Entry, Library
from doetank.pages import File, Page
from doetank.relations import newest

PER_PAGE, IN_FEED = 50, 30
FEED = "/feed.xml"


class Line(NamedTuple):
    """A record as lists show it."""

    url: str
    title: str
    date: str
    summary: str


def pages(library: Library) -> Iterator[Page]:
    """All of them, in the language of the site only. They are not described for machines, as no peer does that."""
    if library.language != library.site.language:
        return
    entries = newest(library.everything())
    lines = {entry.ref: line(entry) for entry in entries}
    yield from _index(tuple(lines.values()))
    for term in library.vocabulary.themes:
        found = tuple(lines[entry.ref] for entry in entries if term.id in entry.record.themes)
        yield Page(urls.theme(term.id), "theme", term.label.text(library.language), values={"records": found}, listed=False)
    yield Page(FEED, "feed", "Feed", values={"records": tuple(lines.values())[:IN_FEED]}, listed=False)
    themes = tuple(urls.theme(term.id) for term in library.vocabulary.themes)
    yield Page(urls.SITEMAP, "sitemap", "Site map", values={"urls": (urls.HOME, *themes, *(entry.url for entry in entries))}, listed=False)


def files(_library: Library) -> Iterable[File]:
    """None."""
    return ()


def _index(lines: tuple[Line, ...]) -> Iterator[Page]:
    parts = [lines[start : start + PER_PAGE] for start in range(0, len(lines), PER_PAGE)]
    addresses = [urls.HOME, *(f"/pagina/{number}/" for number in range(2, len(parts) + 1))]
    for number, (address, part) in enumerate(zip(addresses, parts, strict=True)):
        before = addresses[number - 1] if number else ""
        after = addresses[number + 1] if number + 1 < len(parts) else ""
        yield Page(address, "index", "Index", values={"records": part, "before": before, "after": after}, listed=False)


def line(entry: Entry) -> Line:
    """What lists show of a record."""
    record = entry.record
    return Line(entry.url, record.title, record.when.iso if record.when else "", getattr(record, "summary", None) or "")
