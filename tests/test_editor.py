"""What editors and git are told about this repository: it names what is there, and reads what `check` says."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from doetank.catalogue import catalogue
from doetank.commands.check import main
from doetank.urls import TYPES

from .builders import lesson, page, write
from .sites import ROOT
from .test_documentation import tasks

EDITOR = ROOT / ".vscode"
SETTINGS = 'SITENAME = "Netwerk"\nDEFAULT_LANG = "nl"\nTIMEZONE = "Europe/Amsterdam"\n'


def held(name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((EDITOR / name).read_text(encoding="utf-8"))
    return found


def test_the_schema_of_a_type_serves_the_files_of_that_type() -> None:
    expected = {f"./schema/{name}.json": f"content/{where.folder}/**/*.md" for name, where in TYPES.items()}
    assert held("settings.json")["yaml.schemas"] == expected


def test_only_these_settings_are_shared() -> None:
    ignored = subprocess.run(
        ["git", "check-ignore", ".vscode/settings.json", ".vscode/extensions.json", ".vscode/tasks.json", ".vscode/launch.json"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ignored.stdout.split() == [".vscode/launch.json"]


def test_the_tasks_of_the_editor_are_tasks() -> None:
    told = held("tasks.json")["tasks"]
    assert isinstance(told, list)
    assert [(task["label"], task["args"]) for task in told] == [(name, ["tasks.py", name]) for name in ("check", "fix", "serve")]
    assert {task["label"] for task in told} <= tasks()


def test_the_editor_reads_every_line_of_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    write(tmp_path / "content", {"pages/over.md": page("## A\n", summary="x" * 301), "lessons/a b.md": lesson(verdict="wel", advice=None)})
    main([])
    told = capsys.readouterr().out
    matchers = held("tasks.json")["tasks"][0]["problemMatcher"]  # type: ignore[index]
    found = [
        (matcher["severity"], *match.groups())
        for line in told.splitlines()
        for matcher in matchers
        if (match := re.search(matcher["pattern"]["regexp"], line))
    ]
    assert [matcher["pattern"] | {"regexp": ""} for matcher in matchers] == [
        {"regexp": "", "file": 1, "line": 2, "column": 3, "message": 4}
    ] * 2
    assert f" {catalogue('nl').gettext('advice')}: " in matchers[1]["pattern"]["regexp"]
    assert [(severity, path, line, message.partition(": ")[0]) for severity, path, line, _, message in found] == [
        ("error", "content/lessons/a b.md", "1", "een bestandsnaam bestaat uit a-z, 0-9 en `-`; noem het bestand `a-b.md`"),
        ("error", "content/lessons/a b.md", "2", "advice"),
        ("error", "content/lessons/a b.md", "7", "verdict"),
        ("info", "content/pages/over.md", "3", "summary"),
    ]
    assert len(found) == len(told.splitlines()) - 1


def test_what_runs_before_a_commit_is_ours_and_exists() -> None:
    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert repository["repo"] == "local"
    hooks = {hook["id"]: hook for hook in repository["hooks"]}
    assert {name: hook["entry"] for name, hook in hooks.items()} == {
        "fix": "python3 tasks.py fix --check", "check": "python3 tasks.py check", "lint": "python3 tasks.py lint",
    }  # fmt: skip
    assert {hook["language"] for hook in hooks.values()} == {"system"}
    assert set(hooks) <= tasks()
    assert re.search(hooks["fix"]["files"], "content/lessons/a.md")
    assert not re.search(hooks["fix"]["files"], "content/vocabulary.yml")
