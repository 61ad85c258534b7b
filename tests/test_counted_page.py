"""Every number of a report leads to the list of what it counts, and page, list and data say the same as the files themselves."""

import json
import re
from functools import cache

import html5lib
import pytest

from doetank.figures import Group, figures_of
from doetank.pipeline import make_outputs
from doetank.records.fields import Ref

from .recount import recount
from .sites import CONTENT, EXAMPLE, built_content, built_example, example_library, html_of, lesson, library_of, report

SITES = {"example": (built_example, EXAMPLE), "content": (built_content, CONTENT)}
REPORTS = [(name, path.stem) for name, (_, content) in SITES.items() for path in sorted((content / "reports").glob("*.md"))]
every_report = pytest.mark.parametrize(("name", "report_id"), REPORTS)


@cache
def parsed(name, address):
    file = SITES[name][0]() / address.strip("/") / "index.html"
    return html5lib.parse(file.read_text(encoding="utf-8"), namespaceHTMLElements=False)


def classed(tree, wanted):
    return [element for element in tree.iter() if isinstance(element.tag, str) and wanted in element.get("class", "").split()]


def said(element):
    return "".join(element.itertext()).strip()


def unlinked(element):
    """What an element says outside the links in it."""
    inside = ("" if child.tag == "a" else unlinked(child) for child in element)
    return (element.text or "") + "".join(text + (child.tail or "") for text, child in zip(inside, element, strict=True))


def lists_of(name, address):
    """The counted page: the id of each figure with the links in its list."""
    elements = (element for element in parsed(name, address).iter() if isinstance(element.tag, str))
    found = {element.get("id"): element for element in elements if element.get("id", "").startswith("count-")}
    return {anchor: [link.get("href") for link in element.iter("a")] for anchor, element in found.items()}


@every_report
def test_every_number_leads_to_a_list_with_exactly_that_many_entries(name, report_id):
    page = parsed(name, f"/jaarlessen/{report_id}/")
    numbers = [(said(link), link.get("href")) for link in classed(page, "count")]
    numbers += [(said(number), link.get("href")) for link in classed(page, "figures__link") for number in classed(link, "figures__number")]
    assert len(numbers) > 50
    for number, href in numbers:
        address, _, anchor = href.partition("#")
        assert len(lists_of(name, address)[anchor]) == int(number), href


@every_report
def test_no_number_stands_on_the_page_without_its_list(name, report_id):
    page = parsed(name, f"/jaarlessen/{report_id}/")
    cells = [cell for cell in classed(page, "table__number") if cell.tag == "td"]
    assert cells
    assert [said(cell) for cell in cells if not classed(cell, "count")] == []
    heads = [*classed(page, "chart__title"), *(head for head in page.iter() if head.tag in ("h3", "h4") and classed(head, "count"))]
    for head in heads:
        told = re.sub(r"(?:\b\d{1,2} \w+ )?\b(?:19|20)\d\d\b", "", unlinked(head))
        assert re.findall(r"\d+", told) == [], said(head)


@every_report
def test_the_five_figures_that_matter_come_first(name, report_id):
    assert len(classed(parsed(name, f"/jaarlessen/{report_id}/"), "figures__item")) == 5


@every_report
def test_page_data_and_files_agree_on_every_figure(name, report_id):
    built, content = SITES[name]
    data = json.loads((built() / "jaarlessen" / report_id / "lessen.json").read_text(encoding="utf-8"))
    counted = recount(content, report_id)
    assert {figure["id"]: sorted(ref.partition(":")[2] for ref in figure["records"]) for figure in data["figures"]} == counted
    lists = lists_of(name, f"/jaarlessen/{report_id}/geteld/")
    assert {anchor.removeprefix("count-"): len(links) for anchor, links in lists.items()} == {key: len(ids) for key, ids in counted.items()}
    titles = [said(title).rpartition(": ")[2] for title in classed(parsed(name, f"/jaarlessen/{report_id}/geteld/"), "counted__title")]
    assert sorted(map(int, titles)) == sorted(len(ids) for ids in counted.values() if ids)


def test_the_counted_page_says_what_was_counted_and_how():
    words = said(next(parsed("example", "/jaarlessen/2024/geteld/").iter("main")))
    assert "Lessen die in deze periode zijn geleerd." in words
    assert "Telwijze: 1." in words
    assert "Niets vastgelegd voor:" in words


def test_a_report_in_english_has_its_own_counted_page():
    library = library_of({"lessons/a.md": lesson(), "reports/2024.md": report(), "reports/2024.en.md": report(lang="en")})
    pages = {page.url: page for page in make_outputs(library)[0]}
    assert pages["/en/jaarlessen/2024/geteld/"].alternates == (("nl", "/jaarlessen/2024/geteld/"), ("en", "/en/jaarlessen/2024/geteld/"))
    assert "/en/jaarlessen/2024/geteld/#count-lessons" in html_of(library, "/en/jaarlessen/2024/")
    assert "Lessons that were learned in this period." in html_of(library, "/en/jaarlessen/2024/geteld/")
    assert pages["/en/jaarlessen/2024/geteld/"].crumbs[-1].url == "/en/jaarlessen/2024/"


def test_a_report_in_dutch_alone_has_no_english_counted_page():
    pages = {page.url: page for page in make_outputs(library_of({"reports/2024.md": report()}))[0]}
    assert pages["/jaarlessen/2024/geteld/"].alternates == ()
    assert "/en/jaarlessen/2024/geteld/" not in pages


def test_a_planned_change_is_listed_under_what_was_planned():
    figures = {figure.id: figure for figure in figures_of(example_library(), example_library().entry(Ref("report", "2024")).record)}
    assert [card.title for card in figures["plan-done"].cards] == [
        "Coaches ruilen tussen organisaties.",
        "Elk team zet een stopgesprek in de agenda.",
    ]
    assert figures["plan-done"].group is Group.PLAN
