"""When Python looks for garbage."""

import gc
import subprocess
import sys

import pytest

from doetank.build.garbage import settle, shared, uncollected
from doetank.build.workers import FEW, forked_each, forked_map

from .sites import ROOT


def test_a_build_is_not_interrupted_to_look_for_garbage():
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_a_build_left_is_not_looked_through_as_soon_as_it_is_over():
    kept = []
    with uncollected():
        kept += [[number] for number in range(10_000)]
    assert len(gc.get_objects(generation=0)) < len(kept)


def test_who_looks_for_garbage_at_a_time_of_its_own_still_does():
    gc.disable()
    try:
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_garbage_of_before_is_still_found_afterwards():
    settle()
    with shared():
        assert gc.get_freeze_count()
    assert not gc.get_freeze_count()


@pytest.mark.skipif(sys.platform != "linux", reason="only there are there workers")
def test_a_worker_looks_for_its_own_garbage_only():
    def seen(_):
        return gc.isenabled(), bool(gc.get_freeze_count())

    with uncollected():
        assert forked_map(seen, range(4), 2, few=2) == [(True, True)] * 4
        assert list(forked_each(seen, range(FEW), 2)) == [(True, True)] * FEW
        assert not gc.isenabled()


def test_what_ends_with_the_process_is_not_looked_through():
    # What was registered first is called last.
    told = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count() > 0)); import doetank.build.garbage"
    done = subprocess.run([sys.executable, "-c", told], cwd=ROOT / "plugins", capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
