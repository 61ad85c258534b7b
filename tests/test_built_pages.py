"""What holds for every page of a built site: how heavy it is, and how few steps lead to it."""

import gzip
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from doetank.urls import PATTERNS

from .sites import ROOT, built_content, built_example, built_with

SITES = {"example": built_example, "content": built_content}
KB = 1024
RECORD = 10 * KB
"""A page of one record, as it is sent: compressed."""
GATHERED = 14 * KB
"""A page that gathers, such as home or a list. It fits in the ten packets that a server sends at once."""
REPORT = 16 * KB
"""The lessons of a year, or of all years: the longest there is to read, with its charts and their tables."""
STYLES, SCRIPTS, FONTS = 15 * KB, 5 * KB, 90 * KB
FORM = 20 * KB
"""All scripts of the form for contributors, each as it is sent; no other page loads them."""
STEPS = 4


class Reader(HTMLParser):
    """What a page links to, and what it loads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.styles: set[str] = set()
        self.scripts: set[str] = set()
        self.others: set[str] = set()
        self.is_record = False
        self.leads_on = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.is_record |= "data-pagefind-body" in found
        self.others |= {value for name, value in found.items() if name in ("src", "poster", "srcset") and "//" in value}
        if tag == "a" and "href" in found:
            self.links.add(found["href"].partition("#")[0].partition("?")[0])
        elif tag == "link" and found["rel"] == "stylesheet":
            self.styles.add(found["href"])
        elif tag == "script" and "src" in found:
            self.scripts.add(found["src"])
        elif tag == "meta" and found.get("http-equiv") == "refresh":
            self.leads_on = found["content"].partition("url=")[2]


@cache
def pages(name: str) -> dict[str, tuple[bytes, Reader]]:
    """Every page of a built site by its address, with its bytes."""
    site = SITES[name]()
    files = sorted(file for file in site.rglob("*.html") if file.name == "index.html")
    read = ((file.relative_to(site).as_posix(), file.read_bytes()) for file in files)
    return {"/" + path.removesuffix("index.html"): (content, Reader(content.decode())) for path, content in read}


def packed(content: bytes) -> int:
    return len(gzip.compress(content, mtime=0))


def file_of(name: str, address: str) -> Path:
    return SITES[name]() / address.partition("?")[0].lstrip("/")


def budget(url: str, page: Reader) -> int:
    if not page.is_record:
        return GATHERED
    return REPORT if re.match(r"(/en)?/jaarlessen/", url) else RECORD


@pytest.mark.parametrize("name", SITES)
def test_a_page_is_light(name):
    heavy = {url: packed(content) for url, (content, page) in pages(name).items() if packed(content) > budget(url, page)}
    assert heavy == {}


@pytest.mark.parametrize("name", SITES)
def test_the_styles_and_scripts_of_a_page_are_light(name):
    for url, (_, page) in pages(name).items():
        assert sum(packed(file_of(name, style).read_bytes()) for style in page.styles) <= STYLES, url
        assert sum(packed(file_of(name, script).read_bytes()) for script in page.scripts) <= SCRIPTS, url
        assert page.others == set(), url


def test_all_fonts_together_are_light():
    assert sum(font.stat().st_size for font in built_example().rglob("*.woff2")) <= FONTS


@pytest.mark.parametrize("name", SITES)
def test_every_page_is_four_steps_from_home_without_javascript(name):
    """What is retired is in no list, and keeps its address for who comes from elsewhere; pattern pages are for who changes the theme."""
    found = pages(name)
    steps, here = {"/": 0}, ["/"]
    for step in range(1, STEPS + 1):
        ends = {found[link][1].leads_on or link for url in here for link in found[url][1].links if link in found}
        here = sorted(ends - steps.keys())
        steps |= dict.fromkeys(here, step)
    listed = {
        url
        for url, (content, page) in found.items()
        if not page.leads_on and b'class="notice notice--retired' not in content and not url.startswith(PATTERNS)
    }
    assert len(listed) > 100
    assert listed - steps.keys() == set()


def test_the_form_for_contributors_is_light() -> None:
    scripts = built_example() / "theme" / "js"
    files = [scripts / "contribute.js", *(scripts / "contribute").glob("*.js")]
    assert sum(packed(file.read_bytes()) for file in files) <= FORM
    assert all(packed(rules.read_bytes()) <= GATHERED for rules in built_example().glob("bijdragen/*/regels.json"))


def test_every_page_leads_to_where_it_is_changed() -> None:
    repository = "https://github.com/example/site"
    site = built_with(REPOSITORY=repository, EDITORS="redactie@example.org")
    files = [file for file in site.rglob("*.html") if "patronen" not in file.parts]  # their examples lead anywhere
    pages = [file for file in files if "http-equiv" not in file.read_text(encoding="utf-8")]
    assert len(pages) > 200
    lost = {}
    for file in pages:
        found = re.findall(rf'href="{repository}/edit/main/([^"]+)"', file.read_text(encoding="utf-8"))
        if not found or not all((ROOT / path).is_file() for path in found):
            lost[file.relative_to(site).as_posix()] = found
    assert lost == {}
