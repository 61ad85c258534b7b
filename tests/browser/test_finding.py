"""Parts of compounds, synonyms and other forms find their page, and what only looks like a part does not: the pairs of tests/finding/."""

import re
from functools import cache

import pytest

from ..sites import ROOT, built_content, built_example
from .conftest import served

TOP = 10
SITES = {"example": built_example, "content": built_content}
FORMS = [
    ("cafe", "café", "CAFÉ", "cafés"),
    ("les", "lessen"),
    ("experiment", "experimenten"),
    ("burger", "burgers"),
    ("gemeente", "gemeenten", "gemeentes"),
    ("vraagstuk", "vraagstukken"),
    ("brief", "brieven"),
    ("raad", "raden"),
    ("huis", "huizen"),
    ("foto", "foto's", "foto’s"),
    ("collega", "collega's"),
]
SEARCH = """async ([options, queries]) => {
    const engine = await import("/pagefind/pagefind.js");
    const { plain, unknownOf, wordsOf } = await import("/theme/js/search/query.js");
    await engine.options(options);
    const found = {};
    for (const query of queries) {
        const { results } = await engine.search(plain(query));
        const addresses = await Promise.all(results.map(async (result) => (await result.data()).url));
        found[query] = [addresses, await unknownOf(engine, wordsOf(plain(query)))];
    }
    return found;
}"""


@cache
def pairs(name):
    """(site, query, address) of each line that is no comment."""
    lines = (ROOT / "tests" / "finding" / name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line and not line.startswith("#"))


def options():
    """The ranking of the search page itself."""
    script = (ROOT / "theme" / "static" / "js" / "search.js").read_text(encoding="utf-8")
    weights = re.search(r"metaWeights: \{ title: ([\d.]+), parts: ([\d.]+) \}", script)
    return {"ranking": {"metaWeights": {"title": float(weights[1]), "parts": float(weights[2])}}}


@pytest.fixture(scope="module")
def answers(browser):
    """For each site and query of the pairs and the forms: what it finds, best first, and its words that stand on no page."""
    told = {}
    for site, built in SITES.items():
        asked = {query for name in ("found.txt", "not-found.txt") for where, query, _ in pairs(name) if where == site}
        with served(built()) as address:
            page = browser.new_page()
            page.goto(f"{address}/zoeken/")
            told[site] = page.evaluate(SEARCH, [options(), sorted(asked | {form for forms in FORMS for form in forms})])
            page.close()
    return told


@pytest.fixture(scope="module")
def found(answers):
    return {site: {query: addresses for query, (addresses, _) in told.items()} for site, told in answers.items()}


def test_a_part_a_synonym_or_another_form_finds_its_page_among_the_first(found):
    missed = [pair for pair in pairs("found.txt") if pair[2] not in found[pair[0]][pair[1]][:TOP]]
    assert len(missed) <= 0.05 * len(pairs("found.txt")), missed


def test_a_word_that_only_looks_like_a_part_does_not_find_the_page(found):
    assert [pair for pair in pairs("not-found.txt") if pair[2] in found[pair[0]][pair[1]]] == []


def test_a_query_that_finds_its_page_has_no_word_that_stands_nowhere(answers):
    finding = {(site, query) for site, query, address in pairs("found.txt") if address in answers[site][query][0]}
    assert {(site, query): unknown for site, query in finding if (unknown := answers[site][query][1])} == {}


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("forms", FORMS, ids=" ".join)
def test_accents_capitals_and_number_make_no_difference(found, site, forms):
    assert len({frozenset(found[site][form]) for form in forms}) == 1


def test_there_are_enough_pairs_and_each_is_named_once():
    for name, enough in (("found.txt", 150), ("not-found.txt", 50)):
        assert len(set(pairs(name))) == len(pairs(name)) >= enough
