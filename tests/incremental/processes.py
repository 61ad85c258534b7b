"""Builds in processes of their own, which go on beside each other or are killed."""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from itertools import count
from multiprocessing.process import BaseProcess

from coverage import Coverage

from .workplace import Workplace

LONG = 60
"""Seconds after which a test has waited in vain; nothing is measured by it."""


ON_THE_DISK = frozenset({"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.utime"})
"""What Python tells of that can change a disk; a replacement is a rename."""


def start(place: Workplace, output: str, until: int | None = None) -> BaseProcess:
    """Build what is saved, in another process. Its workers are in its group, so that they can be waited for.

    It dies before it does step `until` on the disk in the folder of the place.
    """
    running = multiprocessing.get_context("fork").Process(target=_build, args=(place, output, until))
    running.start()
    return running


def steps_of(place: Workplace, output: str) -> int:
    """In how many steps on the disk a whole build is done."""
    found = multiprocessing.get_context("fork").Value("l", 0)

    def counting() -> None:
        steps = count(1)
        _at_each_step(place, lambda: setattr(found, "value", next(steps)))
        place.build(output, place.here)

    running = multiprocessing.get_context("fork").Process(target=counting)
    running.start()
    running.join(LONG)
    return int(found.value)


def kill(running: BaseProcess) -> None:
    """End a build where it is, as the system does when memory runs out."""
    assert running.pid is not None
    os.kill(running.pid, signal.SIGKILL)
    ended(running)


def ended(running: BaseProcess) -> None:
    """Wait for a build that is killed, and for its workers."""
    running.join(LONG)
    assert running.pid is not None
    waited = time.monotonic() + LONG
    while _lives(running.pid):
        assert time.monotonic() < waited, "the workers of a killed build go on"
        time.sleep(0.005)


def _build(place: Workplace, output: str, until: int | None) -> None:
    if measured := Coverage.current():
        measured.stop()  # it measures every process that is forked, also where the test asks for none
    os.setpgid(0, 0)
    if until is not None:
        steps = count()
        _at_each_step(place, lambda: os.kill(os.getpid(), signal.SIGKILL) if next(steps) == until else None)
    sys.exit(place.build(output, place.here).status)


def _at_each_step(place: Workplace, do: Callable[[], None]) -> None:
    """In this process, not in its workers, and for ever: what listens cannot be taken away."""
    own, folder = os.getpid(), str(place.folder)

    def listen(event: str, told: tuple[object, ...]) -> None:
        if event in ON_THE_DISK and os.getpid() == own and str(told[0]).startswith(folder):
            do()

    sys.addaudithook(listen)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
