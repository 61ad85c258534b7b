"""A word whose plural the index does not know gets it beside it, both ways; all other words are left alone."""

import pytest

from doetank.plurals import ENDINGS, other_number


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("lid", "leden"),
        ("raadslid", "raadsleden"),
        ("stad", "steden"),
        ("idee", "ideeën"),
        ("theorie", "theorieën"),
        ("factor", "factoren"),
    ],
)
def test_a_singular_and_its_plural_lead_to_each_other(singular: str, plural: str) -> None:
    assert (other_number(singular), other_number(plural)) == (plural, singular)


@pytest.mark.parametrize("word", ["brief", "raad", "gemeenten", "burgers", "organisatie", "en", ""])
def test_a_word_that_the_index_brings_together_itself_has_no_other(word: str) -> None:
    assert other_number(word) == ""


def test_the_list_is_sorted_and_holds_no_ending_twice() -> None:
    lines = ENDINGS.read_text(encoding="utf-8").splitlines()
    endings = [ending for line in lines for ending in line.split()]
    assert lines == sorted(lines)
    assert len(endings) == len(set(endings)) == 2 * len(lines)
