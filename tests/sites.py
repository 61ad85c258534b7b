"""Libraries to test with: the invented network, the real content, and small ones made of a few texts."""

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from doetank.build.environment import environments
from doetank.build.render import render_page
from doetank.library import Library
from doetank.pages import File, Page
from doetank.pipeline import in_each_language, make_outputs, read_library
from doetank.site import Site

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "tests" / "site" / "content"
CONTENT = ROOT / "content"
TODAY = date(2026, 1, 15)


def site(production: bool = False, today: date = TODAY, url: str = "https://example.org", contact: str = "") -> Site:
    return Site("Netwerk", "Wat wij leerden.", url, "nl", ("nl", "en"), ZoneInfo("Europe/Amsterdam"), today, production, contact=contact)


@cache
def example_library() -> Library:
    """The invented network, on a fixed day."""
    return read_library(EXAMPLE, site())


@cache
def example_outputs() -> tuple[tuple[Page, ...], tuple[File, ...]]:
    return make_outputs(example_library())


def example_page(url: str) -> Page:
    return next(page for page in example_outputs()[0] if page.url == url)


def example_file(url: str) -> bytes:
    return next(file.content for file in example_outputs()[1] if file.url == url)


def theme_environment() -> Environment:
    """What renders the theme, with the settings of pelicanconf.py."""
    return Environment(
        loader=FileSystemLoader(ROOT / "theme" / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def html_of(library: Library, url: str) -> str:
    """One page of a library as readers get it."""
    page = next(page for page in make_outputs(library)[0] if page.url == url)
    return render_page(page, environments(theme_environment(), in_each_language(library))).decode()


def library_of(texts: Mapping[str, str], **options: object) -> Library:
    """A library of a few files, by name; the vocabulary is the invented network's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "vocabulary.yml").write_bytes((EXAMPLE / "vocabulary.yml").read_bytes())
        for path, text in texts.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        return read_library(folder, site(**options))  # type: ignore[arg-type]


def front_matter(**fields: object) -> str:
    """A file with these fields, each written as YAML flow on one line."""
    lines = (f"{name}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}" for name, value in fields.items())
    return "---\n" + "\n".join(lines) + "\n---\n"


def doetank(**fields: object) -> str:
    return front_matter(
        **{
            "title": "Team",
            "summary": "Kort.",
            "question": "Hoe?",
            "state": "running",
            "origin": "unknown",
            "sources": [{"title": "Bron"}],
            **fields,
        }
    )


def experiment(**fields: object) -> str:
    told = dict.fromkeys(("hypothesis", "expected", "happened", "because"), "Iets.")
    return front_matter(**{"title": "Proef", "summary": "Kort.", "doetank": "team", "outcome": "worked", **told, **fields})


def lesson(**fields: object) -> str:
    told = dict.fromkeys(("expected", "happened", "because", "advice", "conditions"), "Iets.")
    common = {
        "title": "Les",
        "summary": "Kort.",
        "verdict": "works",
        "level": "issue",
        "about": ["network"],
        "learned": "2024",
        "evidence": "experience",
    }
    return front_matter(**{**common, **told, **fields})


def recommendation(**fields: object) -> str:
    return front_matter(**{"title": "Advies", "summary": "Kort.", "follows_from": ["les"], "made": "2023", **fields})


def post(**fields: object) -> str:
    return front_matter(**{"title": "Bericht", "date": "2024-05-01", "kind": "blog", **fields})


def reflection(**fields: object) -> str:
    return front_matter(**{"title": "Terugblik", "date": "2023-06-01", "subject": "network", "summary": "Kort.", **fields})


def report(**fields: object) -> str:
    return front_matter(**{"title": "Jaarlessen", "summary": "Kort.", "period": {"from": "2024", "to": "2024"}, **fields})


def pelican(*arguments: str, cwd: Path = ROOT, today: date = TODAY) -> subprocess.CompletedProcess[str]:
    """Run Pelican as a user does, on a fixed day."""
    midday = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(midday.timestamp())), "COLUMNS": "200"}
    return subprocess.run(
        [str(Path(sys.executable).with_name("pelican")), *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@cache
def built_example() -> Path:
    """The invented network as a built site; once a test run."""
    return _built("tests/site/content")


@cache
def built_content() -> Path:
    """The real content as a built site; once a test run."""
    return _built("content")


@cache
def built_with(**settings: str) -> Path:
    """The invented network as a built site with other choices; once a test run."""
    return _built("tests/site/content", "-e", *(f"{name}={json.dumps(value)}" for name, value in settings.items()))


def _built(content: str, *options: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="slimmernetwerk-")) / "site"
    atexit.register(shutil.rmtree, folder.parent, ignore_errors=True)
    done = pelican(content, "-s", "pelicanconf.py", "-o", str(folder), *options)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder
