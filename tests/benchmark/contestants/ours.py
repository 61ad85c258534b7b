"""Ours with benchmark templates: what the peers make, and nothing else."""

import shutil
import sys
from pathlib import Path

from ..corpus import file_of, write_records
from ..scenarios import EVERY
from .contestant import PROJECTS, Contestant

SETTINGS = Path(__file__).with_name("ours_settings.py")
CACHE = ".cache"


def write(folder: Path, count: int) -> None:
    shutil.copytree(PROJECTS / "ours", folder, dirs_exist_ok=True)
    sheet = folder / "theme" / "static" / "css" / "site.css"
    sheet.parent.mkdir(parents=True)
    shutil.copy(PROJECTS / "style.css", sheet)
    write_records(folder / "content", count)


def source(name: str) -> str:
    return f"content/{file_of(name)}"


def build() -> list[str]:
    return [sys.executable, "-m", "pelican", "content", "-s", str(SETTINGS), "-o", "out"]


CONTESTANT = Contestant(
    "ours",
    "ours, benchmark templates",
    write,
    build,
    ("out", CACHE),
    source,
    template="theme/templates/base.html",
    vocabulary="content/vocabulary.yml",
    scenarios=EVERY,
    peer=False,
)
