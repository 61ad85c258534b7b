"""No accessibility mistake that a machine can find, on one page of every type."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from ..sites import ROOT
from .conftest import richest_pages

TEMPLATES = sorted(path.stem for path in (ROOT / "theme" / "templates").glob("*.html") if path.stem not in ("base", "record", "redirect"))
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "rules": {"target-size": {"enabled": True}},
}
VIEWS = {
    "light": {"viewport": {"width": 1280, "height": 900}},
    "dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "320": {"viewport": {"width": 320, "height": 640}},
}


@pytest.fixture(scope="module")
def urls():
    return richest_pages()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_axe_finds_nothing(visit, urls, template, view):
    page = visit(urls[template], **VIEWS[view])
    page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)")
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(mistake["id"], [node["target"] for node in mistake["nodes"]]) for mistake in found] == [], urls[template]


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_is_wider_than_a_narrow_screen(visit, urls, template):
    page = visit(urls[template], **VIEWS["320"])
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, urls[template]


def test_the_first_stop_of_the_keyboard_is_the_way_to_the_content(visit, urls):
    page = visit(urls["lesson"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_every_stop_of_the_keyboard_can_be_seen(visit, urls):
    page = visit(urls["lesson"])
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            "(() => { const e = document.activeElement; const s = getComputedStyle(e); "
            "return [e.tagName + ' ' + (e.getAttribute('href') || e.id), s.outlineStyle, parseFloat(s.outlineWidth)]; })()"
        )
        if stop[0].startswith("BODY"):
            break
        stops.append(stop)
    assert len(stops) > 10
    assert [stop for stop in stops if stop[1] == "none" or stop[2] < 2] == []


@pytest.mark.parametrize("path", ["/en/", "/en/lessen/", "/en/zoeken/", "/en/fasen/experiment/", "/en/lessen/stoppen-is-een-besluit/"])
def test_axe_finds_nothing_in_english(visit, path):
    page = visit(path, **VIEWS["320"])
    found = Axe().run(page, options=RULES).response["violations"]
    assert [(mistake["id"], [node["target"] for node in mistake["nodes"]]) for mistake in found] == []
