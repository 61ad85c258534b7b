"""The same function on many items, on all cores where the platform can fork."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.pool import Pool
from multiprocessing.sharedctypes import Synchronized
from typing import TypeVar

from .garbage import collected, shared

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 64
"""Below this many items the cost of starting workers is more than they save."""
MANY = 32
"""No worker takes more items at a time where results are waited for, so that they come soon and little waits."""

_FORK = "fork"
_job: tuple[Callable[[object], object], Sequence[object], "Synchronized[int]"] | None = None


def all_cores() -> int:
    """How many workers to use: one where forking is not safe."""
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


def forked_map(function: Callable[[Item], Result], items: Sequence[Item], workers: int, few: int = FEW) -> list[Result]:
    """`[function(item) for item in items]`. This process is one of the workers; the others inherit `function` and `items`.

    Each takes the next item that nobody took, and only results travel back. `few` is lower where an item is much work.
    """
    if workers < 2 or len(items) < few:
        return [function(item) for item in items]
    with _given(function, items), shared(), collected(), multiprocessing.get_context(_FORK).Pool(workers - 1) as pool:
        others = [pool.apply_async(_share) for _ in range(workers - 1)]
        found = dict(_share())
        for other in others:
            found.update(other.get())
        _end(pool)
    return [found[place] for place in range(len(items))]  # type: ignore[misc]


def forked_each(function: Callable[[Item], Result], items: Sequence[Item], workers: int) -> Iterator[Result]:
    """The same one after the other: this process does something with the first results while the workers make the next."""
    if workers < 2 or len(items) < FEW:
        yield from map(function, items)
        return
    with _given(function, items), shared(), multiprocessing.get_context(_FORK).Pool(workers, gc.enable) as pool:
        yield from pool.imap(_one, range(len(items)), max(1, min(MANY, len(items) // (workers * 8))))
        _end(pool)


@contextmanager
def _given(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[None]:
    """A fork inherits the state of modules, and that is how the items get there."""
    global _job  # noqa: PLW0603
    _job = function, items, multiprocessing.get_context(_FORK).Value("q", 0)  # type: ignore[assignment]
    try:
        yield
    finally:
        _job = None


def _end(pool: Pool) -> None:
    """Leaving the block would stop the workers where they are; this lets them end by themselves."""
    pool.close()
    pool.join()


def _one(place: int) -> object:
    assert _job is not None
    function, items, _ = _job
    return function(items[place])


def _share() -> list[tuple[int, object]]:
    """What this process makes of the items that no other took, with their places."""
    assert _job is not None
    function, items, taken = _job
    made = []
    while (place := _next(taken)) < len(items):
        made.append((place, function(items[place])))
    return made


def _next(taken: "Synchronized[int]") -> int:
    with taken.get_lock():
        place: int = taken.value
        taken.value = place + 1
    return place
