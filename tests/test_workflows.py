"""The workflows on GitHub: they give nothing away, and the yearly one does what it says, run here as it is written."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from doetank.catalogue import catalogue
from doetank.commands.preview.github import MARKER

from .fake_gh import answer, put_gh
from .sites import ROOT
from .test_comment import HEAD, REPOSITORY
from .test_preview import zipped

WORKFLOWS = ROOT / ".github" / "workflows"
YEARLY = WORKFLOWS / "annual-lessons.yml"
PREVIEW = WORKFLOWS / "preview.yml"
COMMENT = WORKFLOWS / "pull-request-comment.yml"
PARTS = ("content", "plugins", "theme", "tasks.py", "pelicanconf.py", "publishconf.py", "requirements.lock", "tests/requirements.lock")
AUTHOR = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
PYTHON = f"""#!/bin/sh
shift
if [ "$1" = screenshots ]; then echo "$@" > "$RUNNER_TEMP/pictures.txt"; exit; fi
exec {sys.executable} -c "import sys, tasks; tasks.run_tasks(sys.argv[1:])" "$@"
"""
"""The tasks in the environment that the tests run in. What makes pictures has its own test, with a browser."""


def test_no_workflow_gives_anything_away() -> None:
    program = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [program, "--offline", "--no-progress", "--color", "never", WORKFLOWS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("No findings to report.")


def test_an_action_has_one_version_in_all_workflows() -> None:
    used = [step["uses"] for path in WORKFLOWS.glob("*.yml") for step in steps_of(path) if "uses" in step]
    assert len(used) > 1
    assert len({action.partition("@")[0] for action in used}) == len(set(used))


def test_an_exception_to_that_says_why_in_the_same_line() -> None:
    lines = [line for path in WORKFLOWS.glob("*.yml") for line in path.read_text(encoding="utf-8").splitlines() if "zizmor" in line]
    assert [line for line in lines if not re.search(r"# zizmor: ignore\[dangerous-triggers\] .{40}", line)] == []
    assert len(lines) == 1


def test_what_may_be_the_code_of_somebody_else_may_write_nothing_and_gets_no_secret() -> None:
    text = PREVIEW.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)
    assert (workflow["permissions"], workflow["jobs"]["preview"]["permissions"]) == ({}, {"contents": "read"})
    # YAML 1.1 reads the word `on` as true.
    assert list(workflow[True]) == ["pull_request"]
    assert re.findall(r"secrets\.|github\.token|cache:|actions/cache", text) == []
    assert steps_of(PREVIEW)[0]["with"]["persist-credentials"] is False


def test_what_may_comment_fetches_no_code_of_the_pull_request() -> None:
    job = yaml.safe_load(COMMENT.read_text(encoding="utf-8"))["jobs"]["comment"]
    assert job["permissions"] == {"contents": "read", "actions": "read", "pull-requests": "write"}
    # Without a `ref` it is the default branch that is fetched.
    assert [step["with"] for step in job["steps"] if "uses" in step] == [{"persist-credentials": False}]
    # No value of an event becomes part of a command.
    assert [step["run"] for step in job["steps"] if "${{" in step.get("run", "")] == []


def test_who_is_asked_to_review_is_asked_about_files_that_are_there() -> None:
    lines = (ROOT / ".github" / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    asked = [line.split() for line in lines if line and not line.startswith("#")]
    assert [path for path, *_ in asked if path != "*" and not (ROOT / path.lstrip("/")).exists()] == []
    # GitHub reports an owner in any other form as a mistake.
    owner = re.compile(r"@[\w-]+(/[\w.-]+)?|[^@\s]+@[^@\s]+\.\w+")
    assert [name for _, *owners in asked for name in owners if not owner.fullmatch(name)] == []


def steps_of(path: Path) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


@dataclass(frozen=True)
class Runner:
    """A clone of the project, an empty repository that it is pushed to, and the place for what a run leaves."""

    clone: Path
    origin: Path
    left: Path

    def run(self, workflow: Path, **values: str) -> list[int]:
        """The commands of every step, until one fails, and after that those that run all the same: how each ended."""
        ended: list[int] = []
        for step in steps_of(workflow):
            if "run" in step and (not any(ended) or step.get("if") == "${{ !cancelled() }}"):
                ended.append(self._step(step["run"], values))
        return ended

    def _step(self, commands: str, values: dict[str, str]) -> int:
        environment = {
            **os.environ,
            "PATH": f"{self.left}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.left),
            "RUNNER_TEMP": str(self.left),
            "GITHUB_STEP_SUMMARY": str(self.left / "summary.md"),
            **values,
        }
        return subprocess.run(["bash", "-e", "-c", commands], cwd=self.clone, env=environment, capture_output=True, check=False).returncode

    def git(self, *arguments: str, where: Path | None = None) -> str:
        command = ["git", *AUTHOR, *arguments]
        return subprocess.run(command, cwd=where or self.clone, capture_output=True, text=True, check=True).stdout

    def asked_of_gh(self) -> list[str]:
        return (self.left / "gh.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(tmp_path / "clone", tmp_path / "origin.git", tmp_path / "left")
    for folder in (made.clone / "tests", made.left):
        folder.mkdir(parents=True)
    for name in PARTS:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, made.clone / name)
    put_gh(made.left)
    (made.left / "python3").write_text(PYTHON, encoding="utf-8")
    (made.left / "python3").chmod(0o755)
    made.git("init", "--quiet", "--bare", str(made.origin))
    for command in (("init", "--quiet", "-b", "main"), ("add", "."), ("commit", "--quiet", "-m", "Begin")):
        made.git(*command)
    made.git("remote", "add", "origin", str(made.origin))
    made.git("push", "--quiet", "origin", "main")
    return made


def test_a_year_without_a_report_gets_one_in_a_pull_request_with_the_review_pack(runner: Runner) -> None:
    assert runner.run(YEARLY, YEARS="2014") == [0, 0, 0]
    assert runner.git("diff", "--name-status", "main", "jaarlessen-2014", where=runner.origin) == "A\tcontent/reports/2014.md\n"
    body = runner.left / "body.md"
    assert runner.asked_of_gh() == ["auth setup-git", f"pr create --head jaarlessen-2014 --title Jaarlessen 2014 --body-file {body}"]
    pack = (runner.left / "pack.md").read_text(encoding="utf-8")
    assert f"### {catalogue('nl').gettext('Earlier recommendations without an answer')} (" in pack
    assert "\n- [ ] `content/" in pack
    assert body.read_text(encoding="utf-8").endswith(f"\n\n{pack}")
    assert (runner.left / "summary.md").read_text(encoding="utf-8") == pack


def test_a_report_that_is_there_is_reviewed_as_it_is(runner: Runner) -> None:
    assert runner.run(YEARLY, YEARS="2013") == [0, 0, 0]
    assert runner.git("log", "--format=%s", "jaarlessen-2013", where=runner.origin) == "Review the lessons of 2013\nBegin\n"
    assert runner.git("diff", "--name-status", "main", "jaarlessen-2013", where=runner.origin) == ""


def test_what_editors_did_on_the_branch_is_left_alone(runner: Runner) -> None:
    runner.git("push", "--quiet", "origin", "main:jaarlessen-2014")
    assert runner.run(YEARLY, YEARS="2014") == [0, 0, 0]
    assert runner.asked_of_gh() == ["auth setup-git"]
    assert runner.git("log", "--format=%s", "jaarlessen-2014", where=runner.origin) == "Begin\n"


@pytest.mark.parametrize("years", ["2031", "2014; touch here"])
def test_a_period_without_records_or_that_is_none_opens_nothing(runner: Runner, years: str) -> None:
    assert runner.run(YEARLY, YEARS=years) == [0, 2]
    assert not (runner.left / "gh.txt").exists()
    assert not (runner.clone / "here").exists()
    assert runner.git("branch", "--format=%(refname:short)", where=runner.origin) == "main\n"


LESSON = """---
title: Eén vraag per brief
summary: Een brief met één vraag wordt vaker beantwoord.
verdict: works
level: issue
about: [network]
learned: 2026-05
expected: Met zes vragen in één brief zijn we sneller klaar.
happened: Van de lange brieven kwam een derde terug.
because: Bij zes vragen is er altijd één antwoord dat iemand nog moet opzoeken.
advice: Stel één vraag per brief.
evidence: experience
fictional: true
---

Wij stuurden dezelfde vraag op twee manieren.
"""


def propose(runner: Runner, lesson: str) -> None:
    """What GitHub makes of a pull request: a commit in which it is merged already."""
    (runner.clone / "content" / "lessons" / "een-vraag-per-brief.md").write_text(lesson, encoding="utf-8")
    runner.git("add", ".")
    runner.git("commit", "--quiet", "-m", "Merge")


def test_a_pull_request_is_built_beside_what_it_changes(runner: Runner) -> None:
    propose(runner, LESSON)
    assert runner.run(PREVIEW) == [0] * 6
    findings = runner.left / "findings"
    assert json.loads((findings / "problems.json").read_text(encoding="utf-8")) == []
    first, *others = json.loads((findings / "pages.json").read_text(encoding="utf-8"))
    assert (first["address"], first["kind"]) == ("/lessen/een-vraag-per-brief/", "new")
    assert "+# Eén vraag per brief" in first["lines"]
    assert {"/lessen/", "/en/lessen/"} <= {page["address"] for page in others if page["kind"] == "changed"}
    assert "<code>/lessen/een-vraag-per-brief/</code>" in (runner.left / "summary.md").read_text(encoding="utf-8")
    asked = (runner.left / "pictures.txt").read_text(encoding="utf-8")
    assert asked == f"screenshots output {findings / 'pages.json'} {runner.left / 'screenshots.jpg'}\n"


def test_a_pull_request_with_a_mistake_fails_and_leaves_the_mistake(runner: Runner) -> None:
    propose(runner, LESSON.replace("verdict: works", "verdict: worked"))
    assert runner.run(PREVIEW) == [2, 0]
    (mistake,) = json.loads((runner.left / "findings" / "problems.json").read_text(encoding="utf-8"))
    assert (mistake["path"], mistake["line"], mistake["field"]) == ("content/lessons/een-vraag-per-brief.md", 4, "verdict")
    assert [path.name for path in (runner.left / "findings").iterdir()] == ["problems.json"]
    assert not (runner.clone / "output").exists()


def test_what_was_found_becomes_a_comment(runner: Runner) -> None:
    head = HEAD["repo"]
    event = {"workflow_run": {"id": 77, "head_sha": HEAD["sha"], "head_branch": "$(touch here)", "head_repository": head}}
    (runner.left / "event.json").write_text(json.dumps(event), encoding="utf-8")
    for path, value in (
        ("pulls", [[{"number": 12, "head": HEAD}]]),
        ("actions/runs/77/artifacts", {"artifacts": [{"name": "findings", "id": 5, "size_in_bytes": 900}]}),
        ("issues/12/comments", [[]]),
    ):
        answer(runner.left, f"{REPOSITORY}/{path}", json.dumps(value).encode())
    answer(runner.left, f"{REPOSITORY}/actions/artifacts/5/zip", zipped(problems_json="[]", pages_json="[]"))
    github = {
        "GITHUB_EVENT_PATH": str(runner.left / "event.json"),
        "GITHUB_REPOSITORY": "netwerk/site",
        "GITHUB_SERVER_URL": "https://github.com",
    }
    assert runner.run(COMMENT, **github) == [0, 0]
    assert "-f head=iemand:$(touch here)" in runner.asked_of_gh()[0]
    assert runner.asked_of_gh()[-1] == f"api {REPOSITORY}/issues/12/comments --method POST --input -"
    assert json.loads((runner.left / "sent.json").read_text(encoding="utf-8"))["body"].startswith(f"{MARKER}\n")
    assert not (runner.clone / "here").exists()
