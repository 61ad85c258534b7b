"""Every mistake gives one message, in two languages, and its text is an interface: tests/refused/<mistake>/."""

import json
import shutil
from pathlib import Path

import pytest

from doetank.catalogue import catalogue
from doetank.commands.formats import as_text
from doetank.pipeline import check
from doetank.problems import Problem

from .builders import site

REFUSED = Path(__file__).parent / "refused"
CASES = sorted(folder.name for folder in REFUSED.iterdir() if folder.is_dir())
EXPECTED = {"en": "expected.txt", "nl": "expected.nl.txt"}


def problems_of(case: Path, content: Path) -> tuple[Problem, ...]:
    """What the check finds in a case. Its `settings.json` may say: a published build, no vocabulary, a file of so many bytes."""
    settings = json.loads(file.read_text()) if (file := case / "settings.json").exists() else {}
    content.mkdir()
    if settings.get("vocabulary", True):
        shutil.copy(REFUSED / "vocabulary.yml", content)
    if (case / "content").exists():
        shutil.copytree(case / "content", content, dirs_exist_ok=True)
    for name, size in settings.get("large", {}).items():
        (content / name).parent.mkdir(parents=True)
        (content / name).write_bytes(b"x" * size)
    return check(content, site(production=settings.get("production", False)), "content")


@pytest.mark.parametrize("name", CASES)
def test_a_mistake_is_told_in_one_message(name: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    found = problems_of(REFUSED / name, tmp_path / "content")
    for language, file in EXPECTED.items():
        text = as_text(found, catalogue(language)) + "\n"
        if pytestconfig.getoption("--update-refused"):
            (REFUSED / name / file).write_text(text, encoding="utf-8")
        assert text == (REFUSED / name / file).read_text(encoding="utf-8")
    assert len(found) == 1
