"""The workflow that makes a pull request of an issue, run here as it is written, with a program in the place of `gh`."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import yaml

from doetank.issue_forms import LABELS

from .issues import LESSON, body_of, event
from .sites import ROOT
from .test_workflows import AUTHOR, PYTHON, WORKFLOWS, steps_of

SUBMISSION = WORKFLOWS / "submission.yml"
BRANCH = "inzending-7"
BOT = "41898282+github-actions[bot]@users.noreply.github.com"
REPOSITORY = "jo/netwerk"
GH = """#!/bin/sh
printf "%s\\n" "$*" >> "$RUNNER_TEMP/gh.txt"
case "$1 $2" in
  "pr list") cat "$RUNNER_TEMP/open.txt" ;;
  "api --paginate") cat "$RUNNER_TEMP/ours.txt" ;;
esac
"""
"""In the place of the real one: it notes what it is asked, and knows which pull request and which comment are there."""


@dataclass(frozen=True)
class Desk:
    """A repository on the forge, and the place where a run checks it out."""

    origin: Path
    folder: Path
    number: int = 0

    @property
    def left(self) -> Path:
        return self.folder / f"left-{self.number}"

    @property
    def clone(self) -> Path:
        return self.folder / f"clone-{self.number}"

    def run(self, body: str, pull_request: str = "", comment: str = "", labels: list[str] | None = None) -> "Desk":
        """Every step of a run for an issue with this text, each on a new machine as on the forge."""
        here = replace(self, number=self.number + 1)
        here.left.mkdir()
        for name, program in (("gh", GH), ("python3", PYTHON)):
            (here.left / name).write_text(program, encoding="utf-8")
            (here.left / name).chmod(0o755)
        (here.left / "open.txt").write_text(pull_request, encoding="utf-8")
        (here.left / "ours.txt").write_text(comment, encoding="utf-8")
        told = {} if labels is None else {"labels": [{"name": name} for name in labels]}
        event(here.left / "event.json", "lesson", body, **told)
        here.git("clone", "--quiet", "--depth=1", f"file://{self.origin}", str(here.clone), where=here.folder)
        for step in steps_of(SUBMISSION):
            if "run" in step:
                here.step(step["run"])
        return here

    def step(self, commands: str) -> None:
        environment = {
            **os.environ,
            "PATH": f"{self.left}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.left),
            "RUNNER_TEMP": str(self.left),
            "GITHUB_WORKSPACE": str(self.clone),
            "GITHUB_EVENT_PATH": str(self.left / "event.json"),
            "GITHUB_REPOSITORY": REPOSITORY,
            "NUMBER": "7",
        }
        done = subprocess.run(["bash", "-e", "-c", commands], cwd=self.clone, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr

    def git(self, *arguments: str, where: Path | None = None) -> str:
        command = ["git", *AUTHOR, *arguments]
        return subprocess.run(command, cwd=where or self.origin, capture_output=True, text=True, check=True).stdout

    def asked_of_gh(self) -> list[str]:
        return (self.left / "gh.txt").read_text(encoding="utf-8").splitlines()

    def changes(self) -> str:
        return self.git("diff", "--name-status", "main", BRANCH)

    def said(self) -> str:
        return (self.left / "submission" / "told.md").read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    clone = tmp_path / "first"
    clone.mkdir()
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("content/vocabulary.yml", "content/doetanks/slim-innen.md", "tasks.py", "pelicanconf.py", "requirements.lock"):
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, clone / name)
    made = Desk(tmp_path / "origin.git", tmp_path)
    made.git("init", "--quiet", "--bare", "-b", "main", str(made.origin), where=tmp_path)
    made.git("init", "--quiet", "-b", "main", where=clone)
    made.git("add", ".", where=clone)
    made.git("commit", "--quiet", "-m", "Begin", where=clone)
    made.git("push", "--quiet", str(made.origin), "main", where=clone)
    return made


def test_a_filled_form_becomes_a_pull_request_by_its_author(desk: Desk) -> None:
    run = desk.run(body_of("lesson", LESSON))
    assert run.changes() == "A\tcontent/lessons/een-vraag-per-brief.md\n"
    told = run.git("log", "-1", "--format=%an <%ae>%n%ce%n%s", BRANCH).splitlines()
    assert told == ["jo-voorbeeld <12345+jo-voorbeeld@users.noreply.github.com>", BOT, "Les: Eén vraag per brief"]
    folder = run.left / "submission"
    comments = f"repos/{REPOSITORY}/issues/7/comments"
    assert [line for line in run.asked_of_gh() if "--paginate" not in line] == [
        "auth setup-git",
        f"pr list --head {BRANCH} --state open --json number,isCrossRepository --jq .[] | select(.isCrossRepository | not) | .number",
        f"pr create --head {BRANCH} --title Les: Eén vraag per brief --body-file {folder / 'pull-request.md'}",
        f"api --silent {comments} --field body=@told.md",
    ]
    assert run.said() == "<!-- submission -->\n" + (folder / "comment.md").read_text(encoding="utf-8")


def test_a_changed_issue_changes_the_same_pull_request_and_the_same_comment(desk: Desk) -> None:
    first = desk.run(body_of("lesson", LESSON))
    run = first.run(body_of("lesson", {**LESSON, "title": "Twee vragen"}), "12", "345")
    assert run.changes() == "A\tcontent/lessons/twee-vragen.md\n"
    assert run.git("rev-list", "--count", f"main..{BRANCH}") == "1\n"
    body = run.left / "submission" / "pull-request.md"
    assert [line for line in run.asked_of_gh() if "PATCH" in line] == [
        f"api --silent --method PATCH repos/{REPOSITORY}/pulls/12 --raw-field title=Les: Twee vragen --field body=@{body}",
        f"api --silent --method PATCH repos/{REPOSITORY}/issues/comments/345 --field body=@told.md",
    ]
    assert not any("pr create" in line for line in run.asked_of_gh())


def test_an_issue_that_says_the_same_pushes_nothing(desk: Desk) -> None:
    first = desk.run(body_of("lesson", LESSON))
    before = first.git("rev-parse", BRANCH)
    assert first.run(body_of("lesson", LESSON), "12", "345").git("rev-parse", BRANCH) == before


def test_mistakes_give_a_comment_and_no_pull_request(desk: Desk) -> None:
    run = desk.run(body_of("lesson", {**LESSON, "learned": "mei"}))
    assert run.git("branch", "--format=%(refname:short)") == "main\n"
    assert not any("pr " in line for line in run.asked_of_gh())
    assert "- [ ] **Geleerd in**: " in run.said()


def test_mistakes_that_come_later_leave_the_pull_request_as_it_was(desk: Desk) -> None:
    first = desk.run(body_of("lesson", LESSON))
    before = first.git("rev-parse", BRANCH)
    run = first.run(body_of("lesson", {**LESSON, "learned": "mei"}), "12", "345")
    assert run.git("rev-parse", BRANCH) == before
    assert "- [ ] **Geleerd in**: " in run.said()


def test_what_editors_did_on_the_branch_is_left_alone_and_the_author_hears_it(desk: Desk) -> None:
    first = desk.run(body_of("lesson", LESSON))
    editors = first.folder / "editors"
    first.git("clone", "--quiet", "--branch", BRANCH, str(first.origin), str(editors), where=first.folder)
    first.git("commit", "--quiet", "--allow-empty", "-m", "Say it shorter", where=editors)
    first.git("push", "--quiet", "origin", BRANCH, where=editors)
    run = first.run(body_of("lesson", {**LESSON, "advice": "Iets anders."}), "12", "345")
    assert run.git("log", "-1", "--format=%s", BRANCH) == "Say it shorter\n"
    assert not any(line.startswith("pr ") for line in run.asked_of_gh())
    assert "De redactie werkt al verder aan deze tekst" in run.said()


def test_an_issue_without_a_form_is_left_alone(desk: Desk) -> None:
    run = desk.run(body_of("lesson", LESSON), labels=["inzending-onbekend"])
    assert not (run.left / "gh.txt").exists()
    assert run.git("branch", "--format=%(refname:short)") == "main\n"


@pytest.mark.parametrize(
    "title", ["$(touch here)`touch here`\"; touch here; \"'; touch here; '\\'", "--body-file=/etc/passwd", "@/etc/passwd"]
)
def test_a_title_is_no_command_and_no_option(desk: Desk, title: str) -> None:
    run = desk.run(body_of("lesson", {**LESSON, "title": title}))
    assert run.git("log", "-1", "--format=%s", BRANCH) == f"Les: {title}\n"
    assert f"--title Les: {title} --body-file {run.left}" in "\n".join(run.asked_of_gh())
    assert list(run.folder.rglob("here")) == []


def test_no_value_of_an_event_becomes_part_of_a_command() -> None:
    assert [step["run"] for step in steps_of(SUBMISSION) if "${{" in step.get("run", "")] == []


def test_only_the_default_branch_is_fetched_and_only_the_last_steps_may_write() -> None:
    job = yaml.safe_load(SUBMISSION.read_text(encoding="utf-8"))["jobs"]["submission"]
    assert job["permissions"] == {"contents": "write", "issues": "write", "pull-requests": "write"}
    assert [step["with"] for step in job["steps"] if "uses" in step] == [{"persist-credentials": False}]
    assert ["GH_TOKEN" in step.get("env", {}) for step in job["steps"]] == [False, False, True, True]


def test_the_workflow_waits_for_the_labels_of_the_forms() -> None:
    (found,) = re.findall(r"' '\), '([\w-]+)'\)", SUBMISSION.read_text(encoding="utf-8"))
    assert [label for label in LABELS if not label.startswith(found)] == []
