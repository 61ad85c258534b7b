"""What finding inside compounds costs a build: with and without it, in turn: `python -m tests.benchmark.finding`."""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

from .corpus import write_records
from .measure import measure
from .surroundings import ROOT

WITHOUT = """
import sys
sys.path.insert(0, {root!r})
from pelicanconf import *
import doetank.facets, doetank.outputs.known_words, doetank.reading
doetank.reading.parts_of = lambda texts: ()
doetank.facets._synonyms = lambda vocabulary, entry: ()
doetank.outputs.known_words.files = lambda library: ()
THEME = {theme!r}
"""
MOST = 1.10


def main() -> int:
    """Print seconds and their ratio; exits with 1 when a build takes more than a tenth longer."""
    parser = argparse.ArgumentParser(description="Cold builds, with parts of compounds, synonyms and known words and without.")
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_records(folder / "records", options.records)
        (folder / "without.py").write_text(WITHOUT.format(root=str(ROOT), theme=str(ROOT / "theme")), encoding="utf-8")
        having: list[float] = []
        lacking: list[float] = []
        for run in range(options.runs):
            having.append(_seconds(str(ROOT / "pelicanconf.py"), f"with-{run}", folder))
            lacking.append(_seconds("without.py", f"without-{run}", folder))
    # Pair by pair, so that a machine that slows down slows both.
    ratio = statistics.median(one / other for one, other in zip(having, lacking, strict=True))
    print(f"{options.records} records, {options.runs} cold builds each")
    print(f"with:    {_shown(having)}")
    print(f"without: {_shown(lacking)}")
    print(f"median of the ratios: {ratio:.3f}")
    return 0 if ratio <= MOST else 1


def _seconds(settings: str, output: str, folder: Path) -> float:
    return measure([sys.executable, "-m", "pelican", "records", "-s", settings, "-o", output], folder).wall


def _shown(times: list[float]) -> str:
    """The median, and between which others it lies."""
    return f"{statistics.median(times):.1f} s (from {min(times):.1f} to {max(times):.1f})"


if __name__ == "__main__":
    sys.exit(main())
