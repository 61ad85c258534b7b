"""What others put in the output is gone after the next build, and what it leads to is not touched."""

import shutil

import pytest

from .building import cheaply
from .invented import small_site
from .workplace import Workplace, differences, digests


@pytest.fixture
def place(folder):
    with cheaply():
        yield Workplace(folder, small_site(), CONTACT="")


def next_build_is_right(place, **fields):
    place.save(place.first.having(["lessons/stopoptijd.md"], **fields))
    assert place.build("one", place.here).status == 0
    assert differences(digests(place.folder / "one"), place.clean(place.here).files) == []


@pytest.mark.parametrize("fields", [{}, {"title": "Stop nu"}], ids=["nothing changed", "its page changed"])
@pytest.mark.parametrize("name", ["lessen/stopoptijd/index.html", "lessen/stopoptijd", "lessen"])
def test_nothing_is_written_through_a_link(place, name, fields):
    page, elsewhere = place.folder / "one" / name, place.folder / "kept" / "elsewhere"
    shutil.move(page, elsewhere)
    page.symlink_to(elsewhere)
    before = digests(elsewhere) if elsewhere.is_dir() else elsewhere.read_bytes()
    next_build_is_right(place, **fields)
    assert [path for path in (place.folder / "one").rglob("*") if path.is_symlink()] == []
    assert before == (digests(elsewhere) if elsewhere.is_dir() else elsewhere.read_bytes())


def test_what_is_written_in_a_page_by_hand_is_in_no_later_build(place):
    """Also where pages, the cache and other outputs share their bytes on the disk."""
    place.build("two", place.first)
    page = place.folder / "one" / "lessen" / "stopoptijd" / "index.html"
    with page.open("ab") as file:
        file.write(b"van een ander")
    assert differences(digests(place.folder / "two"), place.clean(place.first).files) == []
    next_build_is_right(place)
    next_build_is_right(place, title="Stop nu")
    next_build_is_right(place)
