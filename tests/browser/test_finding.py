"""Words inside compounds and synonyms find their page, and words that only look like parts do not: the pairs of tests/finding/."""

import re
import threading
from functools import cache

import pytest

from doetank.commands.serve import serve

from ..sites import ROOT, built_content, built_example

TOP = 10
SITES = {"example": built_example, "content": built_content}
SEARCH = """async ([options, queries]) => {
    const engine = await import("/pagefind/pagefind.js");
    await engine.options(options);
    const found = {};
    for (const query of queries) {
        const { results } = await engine.search(query);
        found[query] = await Promise.all(results.map(async (result) => (await result.data()).url));
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
def found(browser):
    """What each query of the pairs finds on each site, best first."""
    answers = {}
    for site, built in SITES.items():
        server = serve(built(), 0)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/zoeken/")
        queries = sorted({query for name in ("found.txt", "not-found.txt") for where, query, _ in pairs(name) if where == site})
        answers[site] = page.evaluate(SEARCH, [options(), queries])
        page.close()
        server.shutdown()
        server.server_close()
    return answers


def test_a_part_or_a_synonym_finds_its_page_among_the_first(found):
    missed = [pair for pair in pairs("found.txt") if pair[2] not in found[pair[0]][pair[1]][:TOP]]
    assert len(missed) <= 0.05 * len(pairs("found.txt")), missed


def test_a_word_that_only_looks_like_a_part_does_not_find_the_page(found):
    assert [pair for pair in pairs("not-found.txt") if pair[2] in found[pair[0]][pair[1]]] == []


def test_there_are_enough_pairs_and_each_is_named_once():
    for name, enough in (("found.txt", 150), ("not-found.txt", 50)):
        assert len(set(pairs(name))) == len(pairs(name)) >= enough
