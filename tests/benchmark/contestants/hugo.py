"""Hugo: one program in Go. From the command line it always builds everything."""

from pathlib import Path

from ..corpus import texts
from .contestant import Contestant, as_yaml, begin_project, write_in
from .peers import FOLDER, hugo


def write(folder: Path, count: int) -> None:
    begin_project("hugo", folder, static="static", labels="data/labels.json")
    for text in texts(count):
        write_in(folder / source(text.name), as_yaml(text, summary="description"))


def source(name: str) -> str:
    return f"content/records/{name}.md"


def build() -> list[str]:
    return [str(hugo()), "--quiet", "--destination", "out", "--cacheDir", str(FOLDER / "hugo")]


CONTESTANT = Contestant("hugo", "Hugo", write, build, ("out", "resources", ".hugo_build.lock"), source)
