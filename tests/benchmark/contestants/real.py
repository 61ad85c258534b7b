"""Ours with the real theme and all that it makes: Doetanks, time lines, relations, a yearly report, open data and the search index."""

import shutil
import sys
from pathlib import Path

from ..corpus import write_report
from ..scenarios import EVERY
from . import ours
from .contestant import Contestant

SETTINGS = Path(__file__).with_name("real_settings.py")
THEME = Path(__file__).parents[3] / "theme"


def write(folder: Path, count: int) -> None:
    shutil.copytree(THEME, folder / "theme")
    write_report(folder / "content", count)


def build() -> list[str]:
    return [sys.executable, "-m", "pelican", "content", "-s", str(SETTINGS), "-o", "out"]


CONTESTANT = Contestant(
    "real",
    "ours, real theme and relations",
    write,
    build,
    ("out", ours.CACHE),
    ours.source,
    template="theme/templates/base.html",
    vocabulary="content/vocabulary.yml",
    scenarios=EVERY,
    peer=False,
)
