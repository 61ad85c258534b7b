"""MkDocs, without plugins: it has no theme pages, no feed, and one index that is not in pages."""

import json
from pathlib import Path

from ..corpus import THEMES, texts
from ..scenarios import BODY, COLD, NOTHING
from .contestant import Contestant, as_yaml, begin_project, write_in
from .peers import python


def write(folder: Path, count: int) -> None:
    begin_project("mkdocs", folder, static="content", labels="labels.json")
    # What is JSON is YAML too; MkDocs takes values of one's own under `extra`.
    write_in(folder / "labels.yml", json.dumps({"extra": {"labels": THEMES}}, ensure_ascii=False))
    write_in(folder / "content" / "index.md", "---\ntitle: Index\n---\n")
    for text in texts(count):
        write_in(folder / source(text.name), as_yaml(text))


def source(name: str) -> str:
    return f"content/records/{name}.md"


def build() -> list[str]:
    return [str(python()), "-m", "mkdocs", "build", "--quiet"]


def again() -> list[str]:
    return [*build(), "--dirty"]


# `--dirty` builds the pages of changed files and nothing that follows from them.
CONTESTANT = Contestant("mkdocs", "MkDocs", write, build, ("out",), source, scenarios=(COLD, NOTHING, BODY), again=again)
