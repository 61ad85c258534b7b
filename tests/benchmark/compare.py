"""Cold builds of the same texts, ours and stock Pelican's in turn: `python -m tests.benchmark.compare`."""

import argparse
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from .corpus import write_articles, write_records

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Print seconds and their ratio; exits with 1 when ours is not the faster."""
    parser = argparse.ArgumentParser(description="Cold builds, ours against stock Pelican.")
    parser.add_argument("--records", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_records(folder / "records", options.records)
        write_articles(folder / "articles", options.records)
        (folder / "stock.py").write_text("TIMEZONE = 'UTC'\nSITENAME = 'Stock'\n", encoding="utf-8")
        ours: list[float] = []
        stock: list[float] = []
        for run in range(options.runs):
            # In turn, so that a machine that slows down slows both.
            ours.append(seconds(["records", "-s", str(ROOT / "pelicanconf.py"), "-o", f"ours-{run}"], folder))
            stock.append(seconds(["articles", "-s", "stock.py", "-o", f"stock-{run}"], folder))
    ratio = statistics.median(ours) / statistics.median(stock)
    print(f"{options.records} records, {options.runs} cold builds each, Python {platform.python_version()}")
    print(f"ours, with relations, lists, feeds and search index: {shown(ours)}")
    print(f"stock Pelican, plain articles:                       {shown(stock)}")
    print(f"ratio of medians: {ratio:.2f}")
    return 0 if ratio < 1 else 1


def seconds(arguments: Sequence[str], folder: Path) -> float:
    """How long a run of Pelican takes. Raises SystemExit with what it said when it fails."""
    started = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", "pelican", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return time.perf_counter() - started


def shown(times: list[float]) -> str:
    """The median, and between which others it lies."""
    return f"{statistics.median(times):.1f} s (from {min(times):.1f} to {max(times):.1f})"


if __name__ == "__main__":
    sys.exit(main())
