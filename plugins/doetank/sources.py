"""Which files hold records, and what their names say: type, id and language."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .problems import Problem, say
from .urls import FOLDERS
from .validation import instead
from .vocabulary import FILE as VOCABULARY_FILE

MEDIA = "media"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Source:
    """One file that holds a record. `name` is its path from the content folder, with `/`."""

    name: str
    path: str
    type: str
    id: str
    language: str | None
    location: Path

    def read(self) -> bytes:
        return self.location.read_bytes()


def find_sources(content: Path, shown_as: str, languages: tuple[str, ...]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """All records' files, by name, and what is wrong with names. `shown_as` is the content folder in messages."""
    sources: list[Source] = []
    problems: list[Problem] = []
    for location in _files(content):
        name = location.relative_to(content).as_posix()
        found = _source(location, name, f"{shown_as}/{name}", languages)
        if isinstance(found, Source):
            sources.append(found)
        elif found is not None:
            problems.append(found)
    return tuple(sources), tuple(problems)


def find_media(content: Path) -> tuple[str, ...]:
    """The names of all media files, from the content folder."""
    return tuple(location.relative_to(content).as_posix() for location in _files(content / MEDIA))


def _files(folder: Path) -> Iterator[Path]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return iter(sorted(path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts)))


def _source(location: Path, name: str, path: str, languages: tuple[str, ...]) -> Source | Problem | None:
    folder, _, rest = name.partition("/")
    if name == VOCABULARY_FILE or folder == MEDIA or name.endswith(".edition.json"):
        return None
    if location.is_symlink():
        return Problem(path, 1, 1, "", say("a link to another file; put the file itself here"))
    if not rest:
        return Problem(path, 1, 1, "", say("belongs in a folder that says its type: {names}", names=", ".join(FOLDERS)))
    if folder not in FOLDERS:
        known = say("the folders are {names}", names=", ".join(FOLDERS))
        return Problem(path, 1, 1, "", say("the folder `{folder}` is not a type; {instead}", folder=folder, instead=instead(folder, tuple(FOLDERS), known)))
    if not name.endswith(".md"):
        return Problem(path, 1, 1, "", say("only `.md` files are records; images, films and other files belong under `media/`"))
    stem = location.name.removesuffix(".md")
    record_id, dot, language = stem.rpartition(".")
    if not dot or language not in languages:
        record_id, language = stem, ""
    if not _ID.fullmatch(record_id):
        suggested = f"{_as_id(record_id)}{'.' + language if language else ''}.md"
        return Problem(path, 1, 1, "", say("a file name is made of a-z, 0-9 and `-`; name it `{suggested}`", suggested=suggested))
    return Source(name, path, FOLDERS[folder], record_id, language or None, location)


def _as_id(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "naam"
