"""Searching, by keyboard, with the state in the address."""

import gzip
import re

import pytest
from playwright.sync_api import expect

from ..sites import built_example

FIRST, LATER = 5120, 1536
"""Bytes that travel: for every search, and for one that finds nothing."""


def results(page):
    expect(page.locator("[data-search-status]")).to_have_text(re.compile(r"\d+ resulta|Niets"))
    return page.locator("[data-search-results] > li").count()


def test_a_query_from_any_page_shows_results_and_says_how_many(visit):
    page = visit("/lessen/")
    page.wait_for_load_state("networkidle")  # leaving earlier would break off what is still on its way
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


def test_what_has_no_date_is_sorted_last_and_not_left_out(visit):
    def number(query):
        page = visit(f"/zoeken/?sort=date&{query}")
        assert results(page)
        return int(re.search(r"\d+", page.inner_text("[data-search-status]"))[0])

    assert number("type=Organisatie&type=Les") == number("type=Organisatie") + number("type=Les")


def test_choices_without_a_query_show_the_newest_first(visit):
    page = visit("/zoeken/?type=Les")
    results(page)
    years = [int(re.search(r"\d{4}", text)[0]) for text in page.locator("[data-search-results] [data-part=date]").all_inner_texts()]
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


def test_a_query_that_finds_nothing_offers_the_nearest_words_and_the_lists(visit):
    page = visit("/zoeken/?q=gemeentte&type=Les")
    assert results(page) == 0
    suggestion = page.get_by_role("status").get_by_role("link", name="gemeente", exact=True)
    assert suggestion.get_attribute("href") == "?q=gemeente"
    page.wait_for_load_state("networkidle")
    suggestion.click()
    page.wait_for_url("**/zoeken/?q=gemeente")
    assert results(page) > 0
    assert not page.locator("[data-search-suggestions]").is_visible()
    assert page.heard == []


def test_the_words_of_the_site_are_asked_for_only_when_nothing_is_found(visit):
    page = visit("/zoeken/?q=gesprek")
    assert results(page) > 0
    assert not [address for address in page.asked if "woorden" in address or "nearest" in address]


def test_a_result_shows_the_passage_and_the_heading_it_stands_under(visit):
    page = visit("/zoeken/?q=sluitingstijd")
    results(page)
    result = page.locator("[data-search-results] > li").filter(has_text="Een Café kan zonder sprekers")
    heading = result.locator("[data-part=heading]")
    assert heading.inner_text() == "Wat er gebeurde"
    assert heading.get_attribute("href") == "/lessen/cafe-zonder-sprekers/#s-happened"
    assert result.locator("[data-part=excerpt]").inner_text() == "Aan zeven van de acht tafels ging het gesprek door tot na sluitingstijd."
    assert result.locator("mark").all_inner_texts() == ["sluitingstijd."]


def test_what_is_chosen_is_taken_away_one_by_one_and_back_brings_it_back(visit):
    page = visit("/zoeken/?q=gesprek&type=Les&type=Experiment&verdict=Werkt")
    results(page)
    buttons = page.locator("[data-search-chosen] button")
    assert [text.split(": ")[1] for text in buttons.all_text_contents()] == ["Experiment", "Les", "Werkt"]
    buttons.first.press("Enter")
    page.wait_for_url("**/zoeken/?q=gesprek&type=Les&verdict=Werkt")
    expect(buttons.first).to_be_focused()
    page.go_back()
    expect(buttons).to_have_count(3)


def test_the_number_beside_a_choice_is_what_it_finds(visit):
    page = visit("/zoeken/?q=gesprek&type=Les")
    results(page)
    for name, value in (("type", "Experiment"), ("verdict", "Werkt niet")):
        option = page.locator(f"[data-filter={name}] label").filter(has=page.locator(f"input[value='{value}']"))
        told = int(option.locator(".facet__count").inner_text())
        alone = visit(f"/zoeken/?q=gesprek&{'' if name == 'type' else 'type=Les&'}{name}={value}")
        assert results(alone) == told > 0


def test_a_choice_that_finds_nothing_cannot_be_made_only_taken_back(visit):
    page = visit("/zoeken/?q=gesprek&type=Aanbeveling")
    expect(page.locator("[data-search-status]")).to_contain_text("Haal er een weg")
    assert page.locator("input[value=Aanbeveling]").is_enabled()
    page.locator("[data-search-chosen] button").click()
    expect(page.locator("input[value=Aanbeveling]")).to_be_disabled()
    expect(page.locator("#q")).to_be_focused()


def test_the_title_says_what_was_searched(visit):
    page = visit("/zoeken/?q=gesprek")
    results(page)
    assert page.title().startswith("gesprek · Zoeken")


def test_the_scripts_of_the_search_page_are_small():
    scripts = built_example() / "theme" / "js"
    files = [scripts / "search.js", *(scripts / "search").glob("*.js")]
    size = {file.name: len(gzip.compress(file.read_bytes(), mtime=0)) for file in files}
    later = size.pop("nearest.js")
    assert sum(size.values()) <= FIRST
    assert later <= LATER


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
