"""How long each step of our build takes, seen from outside: every function of ours that `plugin.py`, `making.py` and `pipeline.py` call.

It follows them by name as they are when a build starts, so that it need not know how they are called or divided.
What workers do counts for the step that waits for them. A generator is not followed: its time is that of who asks.
"""

import atexit
import functools
import inspect
import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

FILE = "BENCHMARK_STEPS"
"""The variable that names the file to write; without it nothing is followed."""


class Steps:
    """Seconds by way: the names of the functions, the outermost first."""

    def __init__(self) -> None:
        self.taken: dict[tuple[str, ...], float] = {}
        self._way: tuple[str, ...] = ()

    def follow(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, timed."""

        @functools.wraps(function)
        def timed(*arguments: Any, **named: Any) -> Any:
            before, started = self._way, time.perf_counter()
            self._way = (*before, function.__name__.strip("_"))
            self.taken.setdefault(self._way, 0)
            try:
                return function(*arguments, **named)
            finally:
                self.taken[self._way] += time.perf_counter() - started
                self._way = before

        return timed

    def follow_in(self, module: ModuleType) -> None:
        """Follow the functions of ours that a module calls: those it has from others, and its own, in its classes too."""
        for scope in (
            module,
            *(found for found in vars(module).values() if inspect.isclass(found) and found.__module__ == module.__name__),
        ):
            for name, found in list(vars(scope).items()):
                if isinstance(found, FunctionType) and _is_step(found):
                    setattr(scope, name, self.follow(found))

    def write(self, file: Path, process: int) -> None:
        """Only in the process that began: a worker that ends has nothing to tell."""
        if os.getpid() == process:
            file.write_text(json.dumps([[list(way), seconds] for way, seconds in self.taken.items()]), encoding="utf-8")


def watch() -> None:
    """Follow a build, when somebody asks for it; for a settings file."""
    file = os.environ.get(FILE)
    if file:
        from doetank import making, pipeline, plugin  # noqa: PLC0415 - who reads the steps need not load it

        steps = Steps()
        steps.follow_in(pipeline)
        steps.follow_in(making)
        steps.follow_in(plugin)
        atexit.register(steps.write, Path(file), os.getpid())


def _is_step(function: FunctionType) -> bool:
    ours = function.__module__.startswith("doetank.") and not function.__name__.startswith("__")
    return ours and not inspect.isgeneratorfunction(function) and not hasattr(function, "__wrapped__")
