"""Every type of page can be walked with the keyboard, from the skip link to the end and out."""

import pytest

from . import scripts
from .conftest import TEMPLATES, richest_pages

VIEWS = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
MOST = 1000
"""No page has so many stops; whoever takes more goes round in a circle."""


@pytest.fixture(scope="module")
def urls():
    return richest_pages()


def stops(page):
    """What the keyboard comes to, until it leaves the page."""
    found = []
    while len(found) < MOST:
        page.keyboard.press("Tab")
        stop = page.evaluate(scripts.STOP)
        if stop is None:
            break
        # A film has stops inside, its own buttons, and a moment has its day and its hour: to the page they look as one.
        if not (found and stop["parts"] and stop["name"] == found[-1]["name"]):
            found.append(stop)
    return found


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_the_keyboard_reaches_everything_in_reading_order_and_each_stop_can_be_seen(visit, urls, template, view):
    page = visit(urls[template] + ("?q=proef" if template == "search" else ""), viewport=VIEWS[view])
    page.wait_for_load_state("networkidle")
    expected = page.evaluate(scripts.STOPS)
    found = stops(page)
    assert [stop["name"] for stop in found] == expected
    assert found[0]["name"].endswith("#inhoud")
    assert [stop for stop in found if stop["mistakes"]] == []


def test_the_skip_link_leads_to_the_content(visit, urls):
    page = visit(urls["lesson"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_and_closes_and_does_not_lie_over_what_comes_after_it(visit, urls, key):
    page = visit(urls["lesson"], viewport=VIEWS["phone"])
    summary = page.locator(".menu > summary")
    summary.focus()
    page.keyboard.press(key)
    assert page.locator(".menu__link").first.is_visible()
    found = stops(page)
    assert found[0]["name"] == f"a {page.locator('.menu__link').first.get_attribute('href')}"
    assert [stop for stop in found if stop["mistakes"]] == []
    summary.focus()
    page.keyboard.press(key)
    assert not page.locator(".menu__link").first.is_visible()
