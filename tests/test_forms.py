"""What is derived from the record types and committed: it is current, and the forms are what GitHub accepts."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from doetank.commands.forms import changed, made, main
from doetank.issue_forms import ASKED, LABELS
from doetank.urls import GUIDES

from .sites import ROOT

TEMPLATES = ROOT / ".github" / "ISSUE_TEMPLATE"
TEXT = {"type": "string", "pattern": r"\S"}
ID = {"type": "string", "pattern": "^[A-Za-z0-9_-]+$"}
VALIDATIONS = {"type": "object", "properties": {"required": {"type": "boolean"}}, "additionalProperties": False}
RESERVED = "none"
"""A dropdown shows this word itself, for no choice."""
MOST_CHARACTERS = 65_536
"""Of the body of an issue."""


def only(*required: str, **properties: object) -> dict[str, object]:
    """An object with these keys and no others."""
    return {"type": "object", "properties": properties, "required": list(required), "additionalProperties": False}


def element(kind: str, attributes: dict[str, object], **others: object) -> dict[str, object]:
    return only("type", "attributes", type={"const": kind}, attributes=attributes, **others)


def distinct(item: Mapping[str, object]) -> dict[str, object]:
    return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True}


ASKED_IN_WORDS = only("label", label=TEXT, description=TEXT, placeholder=TEXT, value=TEXT)
CHOICE = only("label", "options", label=TEXT, description=TEXT, multiple={"type": "boolean"}, options=distinct(TEXT))
BOXES = only("label", "options", label=TEXT, description=TEXT, options=distinct(only("label", label=TEXT, required={"type": "boolean"})))
FORM = only(
    "name",
    "description",
    "body",
    name=TEXT,
    description=TEXT,
    title=TEXT,
    labels=distinct(TEXT),
    body={
        "type": "array",
        "minItems": 1,
        "items": {
            "oneOf": [
                element("markdown", only("value", value=TEXT)),
                element("input", ASKED_IN_WORDS, id=ID, validations=VALIDATIONS),
                element("textarea", ASKED_IN_WORDS, id=ID, validations=VALIDATIONS),
                element("dropdown", CHOICE, id=ID, validations=VALIDATIONS),
                element("checkboxes", BOXES, id=ID),
            ]
        },
    },
)
"""Issue forms as GitHub describes them, in "Syntax for issue forms", "Syntax for GitHub's form schema" and "Common validation errors when
creating issue forms" on docs.github.com, and as SchemaStore has them (github-issue-forms.json); stricter where these differ."""


def form(type_name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((TEMPLATES / f"{GUIDES[type_name]}.yml").read_text(encoding="utf-8"))
    return found


def asked(type_name: str) -> list[dict[str, Any]]:
    return [one for one in form(type_name)["body"] if one["type"] != "markdown"]


def test_what_is_derived_is_current() -> None:
    assert changed(ROOT, made(ROOT)) == frozenset(), "run python3 tasks.py forms"


def test_each_derived_file_says_how_it_is_made() -> None:
    said = "Made by `python3 tasks.py forms` from the record types; change it there."
    for name, text in made(ROOT).items():
        first = text.splitlines()[1 if name.endswith(".json") else 0]
        assert said in first, name
        assert text.endswith("\n"), name


@pytest.mark.parametrize("type_name", ASKED)
def test_a_form_is_what_github_accepts(type_name: str) -> None:
    Draft202012Validator.check_schema(FORM)
    errors = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(FORM).iter_errors(form(type_name))]
    assert errors == []


@pytest.mark.parametrize("type_name", ASKED)
def test_no_two_questions_of_a_form_can_be_confused(type_name: str) -> None:
    ids = [one["id"] for one in asked(type_name)]
    labels = [one["attributes"]["label"] for one in asked(type_name)]
    labels += [box["label"] for one in asked(type_name) if one["type"] == "checkboxes" for box in one["attributes"]["options"]]
    # GitHub makes of a label what stands in an address, and compares that.
    alike = [re.sub(r"[^a-z0-9_-]+", "-", label.casefold()) for label in labels]
    assert (len(set(ids)), len(set(alike))) == (len(ids), len(labels))
    assert [label for label in labels if re.search(r"(?i)passw|wachtwoord|secret|token|key", label)] == []


@pytest.mark.parametrize("type_name", ASKED)
def test_no_option_is_the_word_that_github_keeps_for_itself_or_may_be_read_as_yes_or_no(type_name: str) -> None:
    options = [option for one in asked(type_name) if one["type"] == "dropdown" for option in one["attributes"]["options"]]
    assert [option for option in options if option.casefold() in (RESERVED, "yes", "no", "true", "false", "on", "off", "y", "n")] == []


def test_forms_have_their_own_names_and_labels_and_together_fit_in_an_issue() -> None:
    forms = [form(type_name) for type_name in ASKED]
    assert len({one["name"] for one in forms}) == len(ASKED)
    assert [one["labels"] for one in forms] == [[label] for label in LABELS]
    assert max(len(str(one)) for one in forms) < MOST_CHARACTERS


def test_the_chooser_is_configured_with_what_github_knows() -> None:
    config = yaml.safe_load((TEMPLATES / "config.yml").read_text(encoding="utf-8"))
    assert config == {"blank_issues_enabled": True}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of which nothing was made yet."""
    (tmp_path / "content").mkdir()
    (tmp_path / "plugins").symlink_to(ROOT / "plugins")
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    shutil.copy(ROOT / "content" / "vocabulary.yml", tmp_path / "content")
    return tmp_path


def test_what_is_missing_stale_or_of_a_type_that_is_gone_is_put_right(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project)]) == 0
    forms = project / ".github" / "ISSUE_TEMPLATE"
    first = (forms / "les.yml").read_text(encoding="utf-8")
    (forms / "les.yml").write_text("stale", encoding="utf-8")
    (forms / "vraag.yml").rename(forms / "oud.yml")
    shutil.copy(project / "schema" / "lesson.json", project / "schema" / "old.json")
    (forms / "config.yml").write_text("of somebody else\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["--root", str(project), "--check"]) == 2
    told = [f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("les", "oud", "vraag")] + ["schema/old.json"]
    assert capsys.readouterr().out.splitlines() == told
    assert (forms / "oud.yml").exists()
    assert main(["--root", str(project)]) == 0
    assert (forms / "les.yml").read_text(encoding="utf-8") == first
    assert sorted(path.name for path in forms.iterdir()) == ["bericht.yml", "cafe.yml", "config.yml", "les.yml", "vraag.yml"]
    assert main(["--root", str(project), "--check"]) == 0
