"""Files, records and checks to test the reading of content with. A test shows what matters to it; the builder adds the rest."""

import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from doetank.bodies import Converter
from doetank.bodies.links import Places
from doetank.catalogue import catalogue
from doetank.library import Library
from doetank.pipeline import check, read_library
from doetank.privacy_rules import ROLE_MAILBOXES
from doetank.problems import Problem
from doetank.reading import Parsed, Reader
from doetank.records import Record
from doetank.records.fields import Reading
from doetank.site import Site
from doetank.sources import Source
from doetank.urls import FOLDERS
from doetank.vocabulary import Vocabulary, read_vocabulary

ZONE = ZoneInfo("Europe/Amsterdam")
VOCABULARY = (Path(__file__).parent / "refused" / "vocabulary.yml").read_text(encoding="utf-8")
Files = Mapping[str, str | bytes]


def site(production: bool = False) -> Site:
    """The choices of a site, on a fixed day."""
    return Site(
        "Netwerk", "Leren.", "https://example.org", "nl", ("nl", "en"), ZONE, date(2026, 1, 15), production, mailboxes=ROLE_MAILBOXES
    )


def file(body: str = "", /, **fields: object) -> str:
    """A file. A text is put in as YAML, anything else in flow style; None leaves a field out."""
    shown = {
        name: value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in fields.items()
        if value is not None
    }
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in shown.items()) + "---\n" + body


def page(body: str = "", /, **fields: object) -> str:
    return file(body, **{"title": "Over ons", **fields})


def lesson(body: str = "", /, **fields: object) -> str:
    told = dict.fromkeys(("summary", "expected", "happened", "because", "advice"), "Iets.")
    coded = {"verdict": "works", "level": "method", "about": "[network]", "learned": "2013", "evidence": "experience"}
    return file(body, **{"title": "Begin klein", **told, **coded, **fields})


def doetank(body: str = "", /, **fields: object) -> str:
    coded = {"state": "unknown", "origin": "unknown", "sources": "[{title: Verslag}]"}
    return file(body, **{"title": "Kennisbehoud", "summary": "Iets.", "question": "Hoe?", **coded, **fields})


def experiment(body: str = "", /, **fields: object) -> str:
    told = dict.fromkeys(("summary", "hypothesis", "expected", "happened"), "Iets.")
    return file(body, **{"title": "Proef", "doetank": "kennisbehoud", "outcome": "unknown", **told, **fields})


def recommendation(body: str = "", /, **fields: object) -> str:
    return file(body, **{"title": "Deel lessen", "summary": "Iets.", "follows_from": "[begin-klein]", "made": "2013", **fields})


def post(body: str = "", /, **fields: object) -> str:
    return file(body, **{"title": "Bericht", "date": "2013-05-01", "kind": "blog", **fields})


def cafe(body: str = "", /, **fields: object) -> str:
    return file(body, **{"title": "Café", "date": "2013-04-25", "kind": "cafe", "city": "Den Haag", "summary": "Iets.", **fields})


def reflection(body: str = "", /, **fields: object) -> str:
    return file(body, **{"title": "Terugblik", "date": "2013-12-01", "subject": "network", "summary": "Iets.", **fields})


def report(body: str = "", /, **fields: object) -> str:
    return file(body, **{"title": "Jaarlessen", "summary": "Iets.", "period": "{from: 2013, to: 2013}", **fields})


def discussion(body: str = "", /, **fields: object) -> str:
    return file(body, **{"title": "Vraag", "date": "2013-02-01", "question": "Wie weet dit?", "summary": "Iets.", **fields})


def inspiration(body: str = "", /, **fields: object) -> str:
    return file(body, **{"title": "Voorbeeld", "kind": "example", "url": "https://example.org/", "summary": "Iets.", **fields})


def method(body: str = "", /, **fields: object) -> str:
    return file(body, **{"title": "Rollenspel", "category": "meeting", "source": "{title: Handboek}", **fields})


def organisation(body: str = "", /, **fields: object) -> str:
    return file(body, **{"title": "Almere", "tier": "municipality", **fields})


def person(body: str = "", /, **fields: object) -> str:
    return file(body, **{"title": "Jo Voorbeeld", "consent": "{public_source: https://example.org/jo}", **fields})


VALID: Mapping[str, tuple[str, str]] = {
    "doetank": ("doetanks/kennisbehoud.md", doetank()),
    "experiment": ("experiments/proef.md", experiment()),
    "lesson": ("lessons/begin-klein.md", lesson()),
    "recommendation": ("recommendations/deel-lessen.md", recommendation()),
    "post": ("posts/bericht.md", post()),
    "cafe": ("cafes/eerste.md", cafe()),
    "reflection": ("reflections/terugblik.md", reflection()),
    "report": ("reports/2013.md", report()),
    "discussion": ("discussions/vraag.md", discussion()),
    "inspiration": ("inspiration/voorbeeld.md", inspiration()),
    "method": ("methods/rollenspel.md", method()),
    "organisation": ("organisations/almere.md", organisation()),
    "person": ("people/jo.md", person()),
    "page": ("pages/over.md", page()),
}
"""A valid file of every type, with its name."""


@dataclass(frozen=True)
class InMemory(Source):
    """A file that is on no disk."""

    content: bytes = b""

    def read(self) -> bytes:
        return self.content


@cache
def vocabulary() -> Vocabulary:
    found, problems = read_vocabulary(VOCABULARY.encode(), "vocabulary.yml")
    assert problems == ()
    return found


def source(name: str, content: str | bytes = "", language: str | None = None) -> InMemory:
    """A file by its name below the content folder."""
    folder, _, rest = name.partition("/")
    record_id = rest.rpartition("/")[2].removesuffix(".md").removesuffix(f".{language}")
    return InMemory(
        name, name, FOLDERS[folder], record_id, language, Path(name), content if isinstance(content, bytes) else content.encode()
    )


def parsed(content: str | bytes, name: str = "lessons/begin-klein.md", language: str | None = None, media: tuple[str, ...] = ()) -> Parsed:
    """What one file gives, without the others."""
    converter = Converter(Places({name: f"/{name}/"}, frozenset(media)))
    return Reader(Reading(vocabulary(), ZONE), converter, frozenset(media), "nl").read(source(name, content, language))


def record_body(text: str) -> str:
    """The HTML of a Dutch body that has no mistakes."""
    body, problems = Converter(Places({}, frozenset())).body(text, "pages/over.md", "pages/over.md", 1, "nl")
    assert problems == ()
    return body.html


def record(content: str | bytes, name: str = "lessons/begin-klein.md", language: str | None = None) -> Record:
    """The record in a file that has no mistakes."""
    found = parsed(content, name, language)
    assert [problem for problem in found.problems if not problem.notice] == []
    assert found.record is not None
    return found.record


def shown(problems: tuple[Problem, ...]) -> list[str]:
    """Problems in English, in order of place."""
    return [problem.format(catalogue("en")) for problem in sorted(problems, key=Problem.order)]


def told(problems: tuple[Problem, ...]) -> list[str]:
    """The same without the place: `field: message`."""
    return [text.split(": ", 1)[1] for text in shown(problems)]


def mistakes(content: str | bytes, name: str = "lessons/begin-klein.md", media: tuple[str, ...] = ()) -> list[str]:
    """What is wrong in one file: `field: message`."""
    return told(parsed(content, name, media=media).problems)


def write(folder: Path, files: Files) -> Path:
    """A content folder with these files, and a small vocabulary when they bring none."""
    for name, content in {"vocabulary.yml": VOCABULARY, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def found_in(files: Files, production: bool = False) -> list[str]:
    """The whole check of a content folder: `path:line:column: field: message`."""
    with tempfile.TemporaryDirectory() as folder:
        return shown(check(write(Path(folder), files), site(production), "content"))


def library(files: Files, production: bool = False) -> Library:
    """Files that have no mistakes, linked."""
    with tempfile.TemporaryDirectory() as folder:
        return read_library(write(Path(folder), files), site(production))
