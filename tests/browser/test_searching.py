"""Searching, by keyboard, with the state in the address."""

import re

import pytest
from playwright.sync_api import expect


def results(page):
    expect(page.locator("[data-search-status]")).to_have_text(re.compile(r"\d+ resulta|Niets"))
    return page.locator("[data-search-results] > li").count()


def test_a_query_from_any_page_shows_results_and_says_how_many(visit):
    page = visit("/lessen/")
    page.fill("#site-q", "wachten")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken/?q=wachten*")
    assert results(page) > 0
    assert re.search(r"\d+ resulta", page.inner_text("[role=status]"))
    assert page.heard == []


def test_a_filter_narrows_stays_in_the_address_and_can_be_taken_away(visit):
    page = visit("/zoeken/?q=de")
    everything = results(page)
    box = page.locator("[data-filter=type] input[value=Les]")
    box.evaluate("box => { for (let d = box.closest('details'); d; d = d.parentElement.closest('details')) d.open = true; }")
    box.check()
    page.wait_for_url("**type=Les*")
    expect(page.locator("[data-search-results] [data-part=type]").filter(has_not_text="Les")).to_have_count(0)
    assert 0 < results(page) <= everything
    page.reload()
    assert results(page) > 0
    assert page.locator("[data-filter=type] input[value=Les]").is_checked()


@pytest.mark.parametrize("name", ["type", "verdict", "outcome", "phase", "theme", "year", "tier", "organisation"])
def test_there_is_a_filter_with_counts_for(visit, name):
    page = visit("/zoeken/?q=de")
    results(page)
    texts = page.locator(f"[data-filter={name}] label").all_text_contents()
    assert texts
    assert all(re.search(r"\d", text) for text in texts)


def test_newest_first_sorts_by_date(visit):
    page = visit("/zoeken/?q=de&sort=date&type=Les")
    results(page)
    years = [
        int(re.search(r"\d{4}", text)[0])
        for text in page.locator("[data-search-results] [data-part=date]").all_inner_texts()
        if re.search(r"\d{4}", text)
    ]
    assert len(years) > 3
    assert years == sorted(years, reverse=True)


def test_more_results_move_the_focus_to_the_first_new_one(visit):
    page = visit("/zoeken/?q=de")
    before = results(page)
    more = page.locator("[data-search-more]")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-search-results] > li").nth(before)).to_be_visible()
    index = page.evaluate(
        "[...document.querySelectorAll('[data-search-results] > li')].findIndex(item => item.contains(document.activeElement))"
    )
    assert index == before


def test_a_query_that_finds_nothing_says_so_and_keeps_the_lists(visit):
    page = visit("/zoeken/?q=qqxxzz")
    assert results(page) == 0
    assert "Niets gevonden" in page.inner_text("[role=status]")
    assert page.locator("main a[href='/lessen/']").is_visible()


def test_html_in_a_query_is_text(visit):
    page = visit("/zoeken/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    results(page)
    assert page.locator("main img").count() == 0
    assert page.heard == []


def test_english_readers_search_the_english_pages_and_can_take_their_words_to_the_dutch_ones(visit):
    page = visit("/en/zoeken/?q=team")
    expect(page.locator("[data-search-status]")).to_have_text(re.compile(r"\d+ results?"))
    found = page.locator("[data-search-results] [data-part=link]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert found
    assert [href for href in found if not href.startswith("/en/")] == []
    page.get_by_role("button", name="Search the Dutch pages").click()
    page.wait_for_url("**/zoeken/?q=team*")
    assert not page.url.partition("/zoeken/")[0].endswith("/en")
    assert results(page) > 0
    assert page.heard == []


def test_dutch_readers_find_no_english_pages(visit):
    page = visit("/zoeken/?q=visitor")
    results(page)
    found = page.locator("[data-search-results] [data-part=link]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert [href for href in found if href.startswith("/en/")] == []
