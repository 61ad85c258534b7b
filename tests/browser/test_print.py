"""Every type of page on paper: all of it can be read, within the width of a sheet."""

import pytest

from . import scripts
from .conftest import TEMPLATES, richest_pages

SHEET = {"width": 657, "height": 977}
"""A4 without its margins, in the pixels of a style sheet; a fraction of one is left over."""


@pytest.fixture
def printed(visit):
    """Open a page as it goes to the printer."""
    urls = richest_pages()

    def open_printed(template):
        page = visit(urls[template], viewport=SHEET)
        page.emulate_media(media="print")
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")  # laid out anew
        return page

    return open_printed


@pytest.mark.parametrize("template", TEMPLATES)
def test_paper_shows_all_of_a_page_from_the_first_sheet_on(printed, template):
    page = printed(template)
    assert page.evaluate(scripts.FOLDED) == []
    assert page.evaluate(scripts.TOO_WIDE) == []
    assert page.locator("h1").bounding_box()["y"] < SHEET["height"] / 2


def test_paper_shows_nothing_that_only_a_screen_can_use(printed):
    page = printed("list")
    for tool in (".skip-link", ".menu__list", ".site-header__search", ".choices", ".site-footer__nav"):
        assert not page.locator(tool).first.is_visible(), tool


def test_a_link_on_paper_tells_its_address(visit):
    page = visit(richest_pages()["doetank"], viewport=SHEET)
    page.emulate_media(media="print")
    after = "link => getComputedStyle(link, '::after').content"
    link = page.locator(".sources a[href^=http]").first
    assert link.evaluate(after) == f'" <{link.get_attribute("href")}>"'


def test_paper_shows_each_figure_of_a_chart(printed):
    page = printed("report")
    tables = page.locator(".chart details table")
    assert tables.count() > 2
    assert all(table.bounding_box()["height"] > 20 for table in tables.all())
