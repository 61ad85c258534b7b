"""Eleventy: JavaScript in Node. From the command line it always builds everything."""

from pathlib import Path

from ..corpus import texts
from .contestant import Contestant, as_yaml, begin_project, write_in
from .peers import NODE_MODULES, eleventy


def write(folder: Path, count: int) -> None:
    begin_project("eleventy", folder, static="static", labels="site/_data/labels.json")
    (folder / "node_modules").symlink_to(NODE_MODULES)
    for text in texts(count):
        write_in(folder / source(text.name), as_yaml(text))


def source(name: str) -> str:
    return f"site/records/{name}.md"


def build() -> list[str]:
    return ["node", str(eleventy()), "--quiet"]


CONTESTANT = Contestant("eleventy", "Eleventy", write, build, ("out",), source)
