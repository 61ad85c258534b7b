"""What the benchmark knows of one who takes part."""

import json
import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..corpus import PICTURE, THEMES, Text
from ..scenarios import COLD

PROJECTS = Path(__file__).parents[1] / "projects"
PICTURE_ADDRESS = f"/media/{PICTURE.name}"


@dataclass(frozen=True)
class Contestant:
    """How a project is written and built, and where in it stands what the scenarios change.

    `build` is a cold build, `again` a later one that may use what an earlier left; `warms_up` when that must be an `again` itself.
    `made` is what a cold build may not find. The names of files are relative to the project.
    """

    name: str
    title: str
    write: Callable[[Path, int], None]
    build: Callable[[], Sequence[str]]
    made: tuple[str, ...]
    source: Callable[[str], str]
    template: str = ""
    vocabulary: str = ""
    scenarios: tuple[str, ...] = (COLD,)
    again: Callable[[], Sequence[str]] | None = None
    warms_up: bool = False
    peer: bool = True
    output: str = "out"

    def command(self, warm: bool) -> list[str]:
        """What builds the project, run inside it."""
        return list(self.again() if warm and self.again else self.build())


def begin_project(name: str, folder: Path, static: str, labels: str) -> None:
    """A peer's own files, the words of the themes at `labels`, and style sheet and picture below `static`."""
    shutil.copytree(PROJECTS / name, folder, dirs_exist_ok=True)
    write_in(folder / labels, json.dumps(THEMES, ensure_ascii=False, indent=1))
    write_in(folder / static / "theme" / "style.css", (PROJECTS / "style.css").read_text(encoding="utf-8"))
    (folder / static / "media").mkdir()
    shutil.copy(PICTURE, folder / static / PICTURE_ADDRESS[1:])


def write_in(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def as_yaml(text: Text, summary: str = "summary") -> str:
    """A text with front matter in YAML, which the peers read that call a summary so."""
    fields = (
        f"title: {text.title}\n{summary}: {text.summary}\ndate: {text.date}\nthemes: [{', '.join(text.themes)}]\ndoetank: {text.doetank}\n"
    )
    return f"---\n{fields}---\n\n{peer_body(text)}"


def peer_body(text: Text) -> str:
    """Every peer has all its records in one section."""
    return text.body(f"/records/{text.linked}/", PICTURE_ADDRESS)


def changed_title(file: str, title: str) -> str:
    """The text of a record's file, of any contestant, with another title."""
    return re.sub(r"(?mi)^(title): .*$", rf"\1: {title}", file, count=1)
