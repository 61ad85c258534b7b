"""Two builds at once, with one cache: both end well, and every site is right."""

import sys

import pytest

from .building import cheaply
from .invented import small_site
from .processes import LONG, start
from .workplace import OUTPUTS, Workplace, differences, digests

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the builds of this test are forked")
TIMES = 8
"""Each time they meet in other places."""


@pytest.fixture
def place(folder):
    with cheaply():
        yield Workplace(folder, small_site(), CONTACT="")


def both(place, outputs):
    """Two builds of a site that has just changed, and how they ended."""
    running = [start(place, output) for output in outputs]
    for build in running:
        build.join(LONG)
    return [build.exitcode for build in running]


def beside(place):
    return sorted(path.name for path in place.folder.iterdir() if path.name.startswith("."))


@pytest.mark.no_cover
@pytest.mark.parametrize("outputs", [("one", "one"), OUTPUTS], ids=["the same output", "different outputs"])
def test_two_builds_at_once_do_not_harm_each_other(place, outputs):
    for number in range(TIMES):
        place.save(place.first.having(["lessons/stopoptijd.md"], title=f"Stop {number}"))
        assert both(place, outputs) == [0, 0]
        clean = place.clean(place.here)
        assert [differences(digests(place.folder / output), clean.files) for output in outputs] == [[], []]
        assert beside(place) == []
        assert place.build("one", place.here).status == 0
        assert differences(digests(place.folder / "one"), clean.files) == []
