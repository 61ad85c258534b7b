"""No generator, but what none can do without: reading every record and writing a page for each, by one process in Python."""

import sys
from pathlib import Path

from ..corpus import texts
from .contestant import Contestant, as_yaml, write_in

COPY = """
from pathlib import Path
for file in Path("content").iterdir():
    page = Path("out", file.stem, "index.html")
    page.parent.mkdir(parents=True)
    page.write_bytes(file.read_bytes())
"""


def write(folder: Path, count: int) -> None:
    for text in texts(count):
        write_in(folder / source(text.name), as_yaml(text))


def source(name: str) -> str:
    return f"content/{name}.md"


def build() -> list[str]:
    return [sys.executable, "-c", COPY]


CONTESTANT = Contestant("floor", "reading and writing alone", write, build, ("out",), source, peer=False)
