"""Where the numbers come from: the day, the machine and the versions."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from .contestants.peers import pinned

ROOT = Path(__file__).parents[2]
OURS = ("plugins", "theme", "pyproject.toml")


def today() -> str:
    return datetime.now(UTC).date().isoformat()


def machine() -> str:
    """The processor, and what of it everybody may use."""
    model = next((line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    return f"{model}, {cores} cores for each (of {os.cpu_count()}), {memory:.0f} GiB, {platform.system()} {platform.release()}"


def versions(peers: bool) -> str:
    """The commit that is measured, and who takes part."""
    ours = f"Slimmernetwerk at {_said('git', 'rev-parse', '--short', 'HEAD')}"
    if _said("git", "status", "--porcelain", *OURS):
        ours += " with changes that are not committed"
    told = [ours, f"Python {platform.python_version()}"]
    if peers:
        told += [*pinned(), f"Node {_said('node', '--version').removeprefix('v')}"]
    return ", ".join(told)


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").splitlines()


def _said(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
