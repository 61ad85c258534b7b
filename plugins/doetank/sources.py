"""Which files hold records, and what their names say: type, id and language."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .front_matter import decode, read_document
from .media import CAN_HOLD_SCRIPTS, FEW_BROWSERS_SHOW, SHOWN_AS_TEXT, ending
from .problems import Message, Problem, say
from .urls import FOLDERS, MEDIA
from .validation import nearest
from .vocabulary import FILE as VOCABULARY_FILE

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
    """All records' files, by name, and what is wrong with names. `shown_as` is the content folder in messages.

    A file with a wrong name is read under the name it should have: what it says is checked too, and what refers to it is right.
    """
    sources: list[Source] = []
    renamed: list[Source] = []
    problems: list[Problem] = []
    for location in _files(content):
        name = location.relative_to(content).as_posix()
        path = f"{shown_as}/{name}"
        source, message = _source(location, name, path, languages)
        if message:
            problems.append(Problem(path, 1, 1, "", message))
        if source:
            (renamed if message else sources).append(source)
    taken = {(source.type, source.id, source.language) for source in sources}
    sources += [source for source in renamed if (source.type, source.id, source.language) not in taken]
    return tuple(sorted(sources, key=lambda source: source.name)), tuple(problems)


def find_media(content: Path) -> tuple[str, ...]:
    """The names of all media files, from the content folder."""
    return tuple(location.relative_to(content).as_posix() for location in _files(content / MEDIA))


def _files(folder: Path) -> Iterator[Path]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return iter(sorted(path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts)))


def _source(location: Path, name: str, path: str, languages: tuple[str, ...]) -> tuple[Source | None, Message | None]:
    folder, _, rest = name.partition("/")
    if location.is_symlink():
        return None, say("a link to another file; put the file itself here")
    if folder == MEDIA:
        return None, _media_mistake(location, path)
    if name == VOCABULARY_FILE or name.endswith(".edition.json"):
        return None, None
    if not rest:
        return None, say("belongs in a folder that says its type: {names}", names=", ".join(FOLDERS))
    if not name.endswith(".md"):
        return None, say("only `.md` files are records; images, films and other files belong under `media/`")
    right_folder, folder_message = _folder(folder)
    record_id, language, name_message = _name(location.name.removesuffix(".md"), languages)
    source = Source(name, path, FOLDERS[right_folder], record_id, language, location) if right_folder else None
    return source, folder_message or name_message


def _media_mistake(location: Path, path: str) -> Message | None:
    if ending(location.name) in SHOWN_AS_TEXT:
        _, problem = decode(location.read_bytes(), path)
        return problem.message if problem else None
    if ending(location.name) in FEW_BROWSERS_SHOW:
        return say("few browsers show `{suffix}` files; save the picture as PNG, JPEG or WebP", suffix=location.suffix)
    if ending(location.name) not in CAN_HOLD_SCRIPTS:
        return None
    return say("`{suffix}` files can hold scripts; save a picture as PNG, JPEG or WebP, and a document as PDF", suffix=location.suffix)


def _folder(folder: str) -> tuple[str | None, Message | None]:
    if folder in FOLDERS:
        return folder, None
    near = nearest(folder, tuple(FOLDERS))
    known = say("did you mean `{near}`?", near=near) if near else say("the folders are {names}", names=", ".join(FOLDERS))
    return near, say("the folder `{folder}` is not a type; {instead}", folder=folder, instead=known)


def _name(stem: str, languages: tuple[str, ...]) -> tuple[str, str | None, Message | None]:
    record_id, _, suffix = stem.rpartition(".")
    language = suffix if record_id and suffix in languages else None
    record_id = record_id if language else stem
    if _ID.fullmatch(record_id):
        return record_id, language, None
    right = as_id(record_id)
    suggested = f"{right}.{language}.md" if language else f"{right}.md"
    return right, language, say("a file name is made of a-z, 0-9 and `-`; name it `{suggested}`", suggested=suggested)


def title_of(source: Source) -> str:
    """What a file calls itself; empty where that cannot be read."""
    document, _ = read_document(source.read(), source.path)
    title = document.fields.data.get("title") if document and document.fields else None
    return title.strip() if isinstance(title, str) else ""


def as_id(text: str) -> str:
    """The id that is nearest to a text."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "naam"
