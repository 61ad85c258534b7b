"""A build that is killed, at whatever moment: the last good site is whole, and the next build is right and tidies up."""

import os
import sys
import time
from random import Random

import pytest

from .building import cheaply
from .invented import small_site
from .processes import LONG, ended, kill, start, steps_of
from .workplace import Workplace, differences, digests

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the builds of this test are forked")
KILLS = int(os.environ.get("KILLS", "10"))
"""How many builds each test kills; more by hand."""


def workplace(folder, workers):
    return Workplace(folder, small_site(), CONTACT="", WORKERS=workers)


def changed(place, number):
    """What stood there, and what is to be built now."""
    before = place.clean(place.here)
    place.save(place.first.having(["lessons/stopoptijd.md"], title=f"Stop {number}"))
    return before, place.clean(place.here)


def is_one_of(found, *sites):
    return [] in [differences(found, site.files) for site in sites]


def next_build_is_right(place, new):
    assert place.build("one", place.here).status == 0
    assert differences(digests(place.folder / "one"), new.files) == []


def left(place):
    """What a build leaves beside the site, and should not."""
    return {path.name for path in place.folder.iterdir()} - {"site", "kept", "one", "cache", "clean", "pictures"}


@pytest.mark.no_cover
def test_a_build_that_is_killed_while_its_workers_work_harms_nothing(folder):
    with cheaply(cores=2):
        place, chance = workplace(folder, workers=2), Random("killed")
        began = time.monotonic()
        running = start(place, "one")
        running.join(LONG)
        long = time.monotonic() - began
        for number in range(KILLS):
            before, new = changed(place, number)
            running = start(place, "one")
            time.sleep(chance.uniform(0, long))
            kill(running)
            assert is_one_of(digests(place.folder / "one"), before, new)
            next_build_is_right(place, new)


def moments(place, chance):
    """Steps on the disk: some of all of them, and the last, in which the new site takes the place of the old."""
    changed(place, "eerst")
    steps = steps_of(place, "one")
    return [*chance.sample(range(steps), KILLS), *range(steps - KILLS, steps)]


@pytest.mark.no_cover
def test_a_build_that_is_killed_between_two_steps_on_the_disk_loses_nothing(folder):
    """The last good site, or the new one, is in its place; or beside it for the moment between two renames."""
    with cheaply():
        place = workplace(folder, workers=1)
        for number, moment in enumerate(moments(place, Random("steps"))):
            before, new = changed(place, number)
            ended(start(place, "one", until=moment))
            assert any(is_one_of(digests(path), before, new) for path in place.folder.glob("*one*")), moment
            next_build_is_right(place, new)


@pytest.mark.no_cover
def test_the_next_build_removes_what_a_killed_one_left(folder):
    with cheaply():
        place = workplace(folder, workers=1)
        for number, moment in enumerate(moments(place, Random("left"))):
            _, new = changed(place, number)
            ended(start(place, "one", until=moment))
            next_build_is_right(place, new)
            assert left(place) == set(), moment
