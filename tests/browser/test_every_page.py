"""Every page of the example site, in light, dark, forced colours and on the narrowest screen: nothing is in anybody's way."""

import pytest

from ..sites import built_example
from . import scripts
from .conftest import FLAGS
from .walk import walk


@pytest.fixture(scope="module")
def found(chromium, address):
    return walk(built_example(), address, chromium, FLAGS)


def test_axe_finds_nothing(found):
    assert found.axe == []


def test_the_browser_has_nothing_to_complain_of(found):
    """A script or style that the policy stops is told in the console too."""
    assert found.heard == []


def test_nothing_is_asked_of_others_and_nothing_is_kept(found):
    assert found.asked == []
    assert found.kept == []


def test_nothing_jumps_while_a_page_loads(found, visit):
    """A busy machine may show a page before all of its header is there; what is wrong with the page itself comes back."""
    jumps = [
        (url, size["width"], again)
        for url, size in found.shifted
        if all(again := [visit(url, viewport=size, watch=scripts.WATCH_SHIFTS).evaluate(scripts.SHIFTED) for _ in range(3)])
    ]
    assert jumps == []


def test_nothing_is_wider_than_the_narrowest_screen(found):
    """That is a wide screen at 400 %, with the reader's own space between letters, words and lines too."""
    assert found.wide == []


def test_no_text_is_cut_when_a_reader_gives_it_more_space(found):
    assert found.cut == []


def test_no_text_disappears_in_the_colours_that_a_reader_forces(found):
    assert found.unseen == []


def test_nothing_moves_for_who_asked_for_stillness(found):
    assert found.moving == []
