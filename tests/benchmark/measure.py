"""One program as its machine sees it: seconds, seconds of processor, the most memory of all its processes together, and what it wrote."""

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

CORES = 2
EVERY = 0.05
"""Seconds between two looks at the memory."""
Written = Mapping[str, tuple[int, int, int]]


class Taken(NamedTuple):
    """What a program took. `cpu` counts all processes that ended before it did; `memory` is in bytes, and 0 where it was not watched."""

    wall: float
    cpu: float
    memory: int


def use_cores() -> None:
    """Keep this process, and all that it starts, to two cores."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None, memory: bool = False) -> Taken:
    """Run a program in `folder`. Raises SystemExit with what it said when it fails.

    Looking at memory takes time of the program, the more of it the more memory there is; so a build is either timed or watched.
    """
    os.sync()  # what others wrote is not written to the disk in its time
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        running = subprocess.Popen(command, cwd=folder, env={**_usual(), **(environment or {})}, stdout=said, stderr=said)
        with _watched(running.pid if memory else None) as peak:
            _, status, usage = os.wait4(running.pid, 0)
        wall = time.perf_counter() - started
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{said.read().decode(errors='replace')}")
    return Taken(wall, usage.ru_utime + usage.ru_stime, peak[0])


def _usual() -> dict[str, str]:
    """The environment of who builds a site: Python there keeps what it compiled, so that it need not do so at each start."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@contextmanager
def _watched(pid: int | None) -> Iterator[list[int]]:
    """A list with one number: the most memory that was seen while the block ran."""
    peak, over = [0], threading.Event()

    def watch(root: int) -> None:
        while not over.wait(EVERY):
            peak[0] = max(peak[0], sum(map(_memory, _tree(root))))

    watcher = threading.Thread(target=watch, args=(pid,)) if pid else None
    if watcher:
        watcher.start()
    try:
        yield peak
    finally:
        over.set()
        if watcher:
            watcher.join()


def _tree(root: int) -> set[int]:
    """A process and all that descend from it."""
    parents: dict[int, int] = {}
    for name in os.listdir("/proc"):  # noqa: PTH208 - twenty times a second
        if name.isdigit():
            with suppress(OSError):  # it ended meanwhile
                # The name of the program stands in brackets before it, and may hold anything.
                parents[int(name)] = int(Path("/proc", name, "stat").read_bytes().rpartition(b")")[2].split()[1])
    found, new = {root}, {root}
    while new:
        new = {pid for pid, parent in parents.items() if parent in new} - found
        found |= new
    return found


def _memory(pid: int) -> int:
    """What a process holds; what it shares with others is divided among them (PSS)."""
    with suppress(OSError):  # it ended meanwhile
        for line in Path("/proc", str(pid), "smaps_rollup").read_bytes().splitlines():
            if line.startswith(b"Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def files_in(folder: Path) -> Written:
    """Every file with what tells whether it is the same one: its number on the disk, when it was written, and its size."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            stat = path.stat()
            found[path.relative_to(folder).as_posix()] = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
    return found


def written(before: Written, after: Written) -> tuple[int, int]:
    """How many files were written, and how many bytes they hold."""
    sizes = [file[2] for name, file in after.items() if before.get(name) != file]
    return len(sizes), sum(sizes)
