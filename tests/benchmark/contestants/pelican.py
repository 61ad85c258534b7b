"""Stock Pelican: its own articles and, after the first build, its own cache of what it read."""

import shutil
from pathlib import Path

from ..corpus import Text, texts
from ..scenarios import EVERY
from .contestant import Contestant, begin_project, peer_body, write_in
from .peers import python


def write(folder: Path, count: int) -> None:
    begin_project("pelican", folder, static="content", labels="labels.json")
    shutil.copytree(folder / "content" / "theme", folder / "theme" / "static")
    for text in texts(count):
        write_in(folder / source(text.name), _article(text))


def source(name: str) -> str:
    return f"content/records/{name}.md"


def _article(text: Text) -> str:
    head = f"Title: {text.title}\nSlug: {text.name}\nDate: {text.date}\nTags: {', '.join(text.themes)}\nSummary: {text.summary}\nDoetank: {text.doetank}\n"
    return f"{head}\n{peer_body(text)}"


def build() -> list[str]:
    return [str(python()), "-m", "pelican", "content", "-s", "settings.py", "-o", "out"]


def again() -> list[str]:
    return [*build(), "-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true"]


CONTESTANT = Contestant(
    "pelican",
    "stock Pelican",
    write,
    build,
    ("out", "cache"),
    source,
    template="theme/templates/base.html",
    vocabulary="labels.json",
    scenarios=EVERY,
    again=again,
    warms_up=True,
)
