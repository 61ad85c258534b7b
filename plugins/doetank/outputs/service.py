"""What machines and lost readers need: the search page, 404, the site map, robots.txt, security.txt, the web manifest."""

import json
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from xml.etree import ElementTree as xml

from .. import urls
from ..catalogue import N_
from ..groups import year_of
from ..library import Library
from ..pages import File, Page
from ..record_page import HOME
from ..records import RECORD_TYPES
from ..site import Site

SECURITY = "/.well-known/security.txt"
SECURITY_DAYS = 330
"""Under a year, as RFC 9116 asks; every build renews it."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def pages(library: Library) -> Iterator[Page]:
    """Search, and the page for an address that does not exist."""
    lists = tuple(
        (RECORD_TYPES[name].plural, urls.section(name), len(library.all(name))) for name in RECORD_TYPES if urls.TYPES[name].section
    )
    yield Page(
        urls.SEARCH, "search", N_("Search"), N_("Search everything on this site."), {"lists": lists}, crumbs=(HOME,), section="search"
    )
    yield Page(urls.NOT_FOUND, "404", N_("This page is not here"), values={"lists": lists}, listed=False)


def files(library: Library) -> Iterator[File]:
    """The site map lists records and lists; robots.txt allows all."""
    site = library.site
    yield File(urls.SITEMAP, _site_map(library))
    rules = "User-agent: *\nAllow: /\n" if site.production else "User-agent: *\nDisallow: /\n"
    yield File(urls.ROBOTS, f"{rules}\nSitemap: {site.absolute(urls.SITEMAP)}\n".encode())
    yield File(urls.MANIFEST, _manifest(site))
    if site.contact:
        expires = datetime.combine(site.today + timedelta(days=SECURITY_DAYS), time(), site.zone)
        contact = site.absolute(site.contact) if site.contact.startswith("/") else site.contact
        lines = (
            f"Contact: {contact}",
            f"Expires: {expires.isoformat()}",
            "Preferred-Languages: nl, en",
            f"Canonical: {site.absolute(SECURITY)}",
        )
        yield File(SECURITY, "".join(f"{line}\n" for line in lines).encode())


def _manifest(site: Site) -> bytes:
    """How the site is named on a reader's own screen; it stays a page in the browser, with its address in sight."""
    icons = [
        {"src": "/theme/favicon.svg", "type": "image/svg+xml", "sizes": "any"},
        {"src": "/theme/icon-192.png", "type": "image/png", "sizes": "192x192"},
        {"src": "/theme/icon-512.png", "type": "image/png", "sizes": "512x512"},
        {"src": "/theme/icon-maskable-512.png", "type": "image/png", "sizes": "512x512", "purpose": "maskable"},
    ]
    told = {"name": site.name, "description": site.tagline, "lang": site.language, "start_url": urls.HOME, "display": "browser"}
    return (json.dumps({**told, "icons": icons}, ensure_ascii=False, indent=1) + "\n").encode()


def _site_map(library: Library) -> bytes:
    """Addresses with the day of their record's last change; a record without such a date has none."""
    root = xml.Element("urlset", {"xmlns": _NAMESPACE})
    for address in _lists(library):
        xml.SubElement(xml.SubElement(root, "url"), "loc").text = library.site.absolute(address)
    for entry in library.everything():
        if entry.record.is_retired or entry.record.is_draft:
            continue
        url = xml.SubElement(root, "url")
        xml.SubElement(url, "loc").text = library.site.absolute(entry.url)
        changed = entry.record.modified or entry.record.created
        if changed:
            xml.SubElement(url, "lastmod").text = changed.first.isoformat()
    xml.indent(root)
    written: bytes = xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _lists(library: Library) -> Iterator[str]:
    """Every page that is no record's and that a search engine may show."""
    words = library.vocabulary
    years = {year for name in urls.LISTED for entry in library.all(name) if (year := year_of(entry))}
    yield urls.HOME
    yield from (urls.section(name) for name in urls.LISTED)
    yield from (urls.verdict(name) for name in urls.VERDICTS)
    yield from (urls.PHASES, *(urls.phase(term.id) for term in words.phases))
    yield from (urls.THEMES, *(urls.theme(term.id) for term in words.themes))
    yield from (urls.YEARS, *(urls.year(year) for year in sorted(years)))
    yield from (urls.AGENDA, urls.DATA, urls.CONTRIBUTE, *(urls.guide(name) for name in urls.GUIDES))
