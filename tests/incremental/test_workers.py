"""One worker, two, eight, or a platform without fork: equal bytes, also where one goes on from what another left."""

from types import SimpleNamespace
from unittest.mock import patch

import pytest

from ..sites import EXAMPLE, ROOT, TODAY
from .building import build, by_itself, cheaply
from .invented import small_site
from .workplace import Workplace, differences, digests

PLATFORMS = ("darwin", "win32")
"""Where processes are not forked."""


def on(platform):
    return patch("doetank.build.workers.sys", SimpleNamespace(platform=platform))


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The invented network and the real theme, built into a folder as often as is asked."""
    folder = tmp_path_factory.mktemp("workers")
    for name, place in {"content": EXAMPLE, "theme": ROOT / "theme", "translations": ROOT / "theme" / "translations"}.items():
        (folder / name).symlink_to(place)

    def built(name, workers):
        choices = {"BUILD_CACHE": None, "WORKERS": workers, "SEARCH_INDEX": False, "PICTURE_CACHE": str(folder / "pictures")}
        with by_itself(cores=workers):
            done = build(folder, folder / name, TODAY, **choices)
        assert done.status == 0, done.told
        return digests(folder / name)

    return built


@pytest.fixture(scope="module")
def alone(example):
    return example("alone", 1)


@pytest.mark.no_cover
@pytest.mark.parametrize("workers", [2, 8])
def test_more_workers_make_the_same_site(example, alone, workers):
    assert differences(example(f"by-{workers}", workers), alone) == []


@pytest.mark.no_cover
def test_a_platform_without_fork_makes_the_same_site(example, alone):
    with on(PLATFORMS[0]):
        assert differences(example("without-fork", 2), alone) == []


@pytest.mark.no_cover
@pytest.mark.parametrize(("first", "then"), [(1, 2), (2, 8), (8, 1)])
def test_other_workers_go_on_from_what_was_left(folder, first, then):
    with cheaply(cores=first):
        place = Workplace(folder, small_site(), CONTACT="", WORKERS=first)
    with cheaply(cores=then):
        place.choices["WORKERS"] = then
        goes_on(place)


@pytest.mark.no_cover
@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_platform_without_fork_goes_on_from_what_was_left(folder, platform):
    with cheaply(cores=2):
        place = Workplace(folder, small_site(), CONTACT="", WORKERS=2)
        with on(platform):
            goes_on(place)


def goes_on(place):
    place.save(place.first.having(["lessons/stopoptijd.md"], title="Stop nu"))
    assert place.build("one", place.here).status == 0
    assert differences(digests(place.folder / "one"), place.clean(place.here).files) == []
