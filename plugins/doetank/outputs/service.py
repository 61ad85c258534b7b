"""What machines and lost readers need: the search page, 404, the site map, robots.txt, security.txt, the web manifest."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from xml.etree import ElementTree as xml

from .. import urls
from ..catalogue import N_, catalogue
from ..dates import When
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
_XHTML = "http://www.w3.org/1999/xhtml"


def pages(library: Library) -> Iterator[Page]:
    """Search in each language, and one page for an address that does not exist."""
    lists = tuple((RECORD_TYPES[name].plural, library.address(urls.section(name)), len(library.all(name))) for name in urls.LISTED)
    yield Page(
        urls.SEARCH, "search", N_("Search"), N_("Search everything on this site."), {"lists": lists}, crumbs=(HOME,), section="search"
    )
    if library.language == library.site.language:
        values = {"lists": lists, "elsewhere": tuple(_home_in_others(library.site))}
        yield Page(urls.NOT_FOUND, "404", N_("This page is not here"), values=values, listed=False)


def files(library: Library) -> Iterator[File]:
    """The site map lists records and lists, in every language; robots.txt allows all."""
    site = library.site
    yield File(urls.SITEMAP, _site_map(library))
    rules = "User-agent: *\nAllow: /\n" if site.production else "User-agent: *\nDisallow: /\n"
    yield File(urls.ROBOTS, f"{rules}\nSitemap: {site.absolute(urls.SITEMAP)}\n".encode())
    for language in site.languages:
        yield File(urls.in_language(urls.MANIFEST, language, site.language), _manifest(site, language))
    if site.contact:
        yield File(SECURITY, _security(site))


def _security(site: Site) -> bytes:
    """As RFC 9116 asks: whom to tell, until when this holds, and its own address, which counts over https only."""
    contact = site.absolute(site.contact) if site.contact.startswith("/") else site.contact
    expires = datetime.combine(site.today + timedelta(days=SECURITY_DAYS), time(), site.zone)
    address = site.absolute(SECURITY)
    lines = [f"Contact: {contact}", f"Expires: {expires.isoformat()}", f"Preferred-Languages: {', '.join(site.languages)}"]
    lines += [f"Canonical: {address}"] if address.startswith("https://") else []
    return "".join(f"{line}\n" for line in lines).encode()


def _home_in_others(site: Site) -> Iterator[tuple[str, str, str]]:
    """For who reads another language: that the page is not here, in that language, and the address of its home page."""
    text = N_("That page is not here. Go to the home page in English")
    for language in site.languages:
        if language != site.language:
            yield language, catalogue(language).gettext(text), urls.in_language(urls.HOME, language, site.language)


def _manifest(site: Site, language: str) -> bytes:
    """How the site is named on a reader's own screen; it stays a page in the browser, with its address in sight."""
    icons = [
        {"src": "/theme/favicon.svg", "type": "image/svg+xml", "sizes": "any"},
        {"src": "/theme/icon-192.png", "type": "image/png", "sizes": "192x192"},
        {"src": "/theme/icon-512.png", "type": "image/png", "sizes": "512x512"},
        {"src": "/theme/icon-maskable-512.png", "type": "image/png", "sizes": "512x512", "purpose": "maskable"},
    ]
    start = urls.in_language(urls.HOME, language, site.language)
    told = {"name": site.name, "description": site.tagline_in(language), "lang": language, "start_url": start, "display": "browser"}
    return (json.dumps({**told, "icons": icons}, ensure_ascii=False, indent=1) + "\n").encode()


def _site_map(library: Library) -> bytes:
    """Every address with its versions in other languages, and the day of its record's last change; a site map takes no month."""
    root = xml.Element("urlset", {"xmlns": _NAMESPACE, "xmlns:xhtml": _XHTML})
    site = library.site
    for address in _lists(library):
        versions = [(language, urls.in_language(address, language, site.language)) for language in site.languages]
        for _, place in versions:
            _add(root, site, place, versions)
    for entry in library.everything():
        if not entry.record.is_retired and not entry.record.is_draft:
            versions = [(version.record.site_lang, version.url) for version in library.versions(entry)]
            _add(root, site, entry.url, versions, entry.record.modified or entry.record.created)
            if entry.record.type == "report":
                _add(root, site, urls.counted(entry.url), [(language, urls.counted(url)) for language, url in versions])
    xml.indent(root)
    written: bytes = xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add(root: xml.Element, site: Site, address: str, versions: Sequence[tuple[str, str]], changed: When | None = None) -> None:
    url = xml.SubElement(root, "url")
    xml.SubElement(url, "loc").text = site.absolute(address)
    if changed and changed.first == changed.last:
        xml.SubElement(url, "lastmod").text = changed.first.isoformat()
    for language, version in versions if len(versions) > 1 else ():
        xml.SubElement(url, "xhtml:link", {"rel": "alternate", "hreflang": language, "href": site.absolute(version)})


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
