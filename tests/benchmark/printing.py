"""What printing the yearly lessons takes: `python -m tests.benchmark.printing`."""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from doetank.paper.fonts import write_fonts
from doetank.paper.look import look_of
from doetank.paper.press import print_pdf
from doetank.pipeline import make_papers, read_library

from ..sites import ROOT, site
from .corpus import write_report

LESSONS_OF_RECORDS = 10 / 25
"""As `corpus.py` makes them."""


def main() -> int:
    """Print the seconds of each step for one report, without the cache."""
    parser = argparse.ArgumentParser(description="One report: its document, the fonts and the PDF, each several times.")
    parser.add_argument("--lessons", type=int, default=100)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        content, fonts = Path(name) / "content", Path(name) / "fonts"
        write_report(content, round(options.lessons / LESSONS_OF_RECORDS))
        fonts.mkdir()
        library, look = replace(read_library(content, site()), site=replace(site(), pdf=True)), look_of(ROOT / "theme")
        (paper,) = make_papers(library)
        print(f"{len(library.all('lesson'))} lessons, {options.runs} times each")
        _tell("document", options.runs, lambda: make_papers(library))
        _tell("fonts", options.runs, lambda: write_fonts(look.fonts, fonts))
        _tell("pdf", options.runs, lambda: print_pdf(paper.document, paper.attachments, look, fonts))
    return 0


def _tell(what: str, runs: int, step: Callable[[], object]) -> None:
    """Typst remembers what it has set before, so the first time is what a build takes."""
    taken = []
    for _ in range(runs):
        started = time.monotonic()
        step()
        taken.append(time.monotonic() - started)
    print(f"{what}: {taken[0]:.2f} s the first time, {min(taken):.2f} s at best")


if __name__ == "__main__":
    sys.exit(main())
