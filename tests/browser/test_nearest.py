"""A query that finds nothing leads to the nearest words of the site."""

import pytest

from ..sites import built_content
from .conftest import served

NEAREST = """async (query) => {
    const engine = await import("/pagefind/pagefind.js");
    const { plain, unknownOf, wordsOf } = await import("/theme/js/search/query.js");
    const { nearest } = await import("/theme/js/search/nearest.js");
    await engine.init();
    const words = wordsOf(plain(query));
    return nearest(words, await unknownOf(engine, words), await (await fetch("/zoeken/woorden.json")).json());
}"""


@pytest.fixture(scope="module")
def nearest(browser):
    with served(built_content()) as address:
        page = browser.new_page()
        page.goto(f"{address}/zoeken/")
        yield lambda query: page.evaluate(NEAREST, query)
        page.close()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("schuldhulpverlenning", "schuldhulpverlening"),  # a letter too many
        ("experimnt", "experiment"),  # one too few
        ("ambtenaer", "ambtenaar"),  # another one
        ("beleidd", "beleid"),
        ("Linkdein", "linkedin"),  # two in each other's place
        ("incasso beleidd", "incasso beleid"),  # one word of two
        ("incasoo beleidd", "incasso beleid"),  # both
        ("kennis behoud", "kennisbehoud"),  # what the site writes as one
        ("incassobeleid", "incasso beleid"),  # what it does not
        ("overheidskennis", "overheid kennis"),
        ("incassoxyzw", "incasso"),  # what it begins with
        ("incasso qqxxzz", "incasso"),  # what is known of it
        ("qqxxzz", ""),
        ("<b>", ""),
    ],
)
def test_what_a_reader_may_have_meant(nearest, query, expected):
    assert (nearest(query) or [""])[0] == expected


def test_words_that_stand_on_no_page_together_are_offered_one_by_one(nearest):
    assert nearest("kafkabrigade privacy") == ["kafkabrigade", "privacy"]


def test_the_same_query_gets_the_same_answer_and_no_more_than_three(nearest):
    assert nearest("gemeentte") == nearest("gemeentte")
    assert len(nearest("weekk")) <= 3
