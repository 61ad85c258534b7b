"""The same function on many items, on all cores where the platform can fork."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from .garbage import shared

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 64
"""Below this many items the cost of starting workers is more than they save."""

MANY = 32
"""No worker takes more items at a time, so that their results come soon and little waits."""

_job: tuple[Callable[[object], object], Sequence[object]] | None = None


def all_cores() -> int:
    """How many workers to use: one where forking is not safe."""
    if sys.platform != "linux":
        return 1
    return len(os.sched_getaffinity(0))


def forked_map(function: Callable[[Item], Result], items: Sequence[Item], workers: int, few: int = FEW, chunk: int = 0) -> list[Result]:
    """`[function(item) for item in items]`. Workers inherit `function` and `items`; only results travel back.

    `few` is lower where each item is much work; `chunk` is how many of them a worker takes at a time.
    """
    return list(forked_each(function, items, workers, few, chunk))


def forked_each(
    function: Callable[[Item], Result], items: Sequence[Item], workers: int, few: int = FEW, chunk: int = 0
) -> Iterator[Result]:
    """The same one after the other: what is done with the first results is done while the workers make the others."""
    global _job  # noqa: PLW0603 - a fork inherits module state, and that is how the items get there
    if workers < 2 or len(items) < few:
        yield from map(function, items)
        return
    _job = (function, items)  # type: ignore[assignment]
    try:
        with shared(), multiprocessing.get_context("fork").Pool(workers, gc.enable) as pool:
            yield from pool.imap(_one, range(len(items)), chunk or max(1, min(MANY, len(items) // (workers * 8))))
            # Leaving the block would stop the workers where they are; this lets them end by themselves.
            pool.close()
            pool.join()
    finally:
        _job = None


def _one(index: int) -> object:
    assert _job is not None
    function, items = _job
    return function(items[index])
