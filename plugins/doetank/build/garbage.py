"""Python looks for garbage among all that is kept, again and again. A build keeps all that it makes, so there it does not."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """For a block that makes little garbage."""
    if not gc.isenabled():  # whoever saw to that does so afterwards too
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        settle()
        gc.enable()


@contextmanager
def collected() -> Iterator[None]:
    """For a block within that one which makes much garbage."""
    before = gc.isenabled()
    gc.enable()
    try:
        yield
    finally:
        if not before:
            gc.disable()


@contextmanager
def shared() -> Iterator[None]:
    """For a block that starts workers: what they look through is their own, since memory that is touched is shared no longer."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def settle() -> None:
    """Count all there is as old; else the next look for what is new goes through all of it."""
    gc.freeze()
    gc.unfreeze()


# What ends with the process is not looked through a last time either.
atexit.register(gc.freeze)
