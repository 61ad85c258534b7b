"""What is watched, and what was changed, as it happens."""

from collections.abc import Callable, Iterable
from pathlib import Path
from queue import Queue
from threading import Event, Thread

from watchfiles import Change, DefaultFilter, watch

STEP = 10
"""Milliseconds without another change after which changes are told; editors write a file in several steps."""
Wanted = Callable[[Change, str], bool]


class Watched:
    """Changes in a queue: each is a set of files."""

    def __init__(self, folders: Iterable[Path], files: Iterable[Path]) -> None:
        self.changes: Queue[frozenset[Path]] = Queue()
        self._stop = Event()
        names = frozenset(str(file) for file in files)
        self._follow([folder for folder in folders if folder.is_dir()], DefaultFilter(), recursive=True)
        # Their folder, since many editors put a new file in the place of the old one.
        self._follow(sorted({Path(name).parent for name in names}), lambda _change, path: path in names, recursive=False)

    def stop(self) -> None:
        """Look no longer."""
        self._stop.set()

    def _follow(self, places: list[Path], wanted: Wanted, recursive: bool) -> None:
        if places:
            Thread(target=self._tell, args=(places, wanted, recursive), daemon=True).start()

    def _tell(self, places: list[Path], wanted: Wanted, recursive: bool) -> None:
        seen = watch(*places, watch_filter=wanted, step=STEP, stop_event=self._stop, recursive=recursive, raise_interrupt=False)
        for changes in seen:
            self.changes.put(frozenset(Path(path) for _, path in changes))
