"""The command that comments on a pull request, with a program in the place of `gh`."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from doetank.commands.comment import main
from doetank.commands.preview.github import MARKER

from .fake_gh import answer, put_gh
from .sites import ROOT
from .test_preview import MISTAKE, told, zipped

SHA = "0123456789abcdef"
REPOSITORY = "repos/netwerk/site"
HEAD = {"sha": SHA, "repo": {"full_name": "iemand/site"}}
OURS = {"id": 7, "user": {"login": "github-actions[bot]"}, "body": f"{MARKER}\noud"}
FOUND = f"{REPOSITORY}/pulls --method GET --paginate --slurp -f per_page=100 -f state=open -f head=iemand:les@x"
LISTED = [f"api {FOUND}", f"api {REPOSITORY}/actions/runs/77/artifacts?per_page=100"]
COMMENTS = f"api {REPOSITORY}/issues/12/comments --method GET --paginate --slurp -f per_page=100"


@pytest.fixture
def left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the run leaves what it made; GitHub knows one pull request, of a fork, without a comment."""
    put_gh(tmp_path)
    for name, value in (
        ("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}"),
        ("RUNNER_TEMP", str(tmp_path)),
        ("GITHUB_EVENT_PATH", str(tmp_path / "event.json")),
        ("GITHUB_REPOSITORY", "netwerk/site"),
        ("GITHUB_SERVER_URL", "https://github.com"),
    ):
        monkeypatch.setenv(name, value)
    give_event(tmp_path, HEAD["repo"])
    give(tmp_path, "pulls", [[{"number": 12, "head": HEAD}]])
    give(tmp_path, "actions/runs/77/artifacts", {"artifacts": [{"name": "findings", "id": 5, "size_in_bytes": 900}]})
    answer(tmp_path, f"{REPOSITORY}/actions/artifacts/5/zip", zipped(problems_json=told(MISTAKE)))
    give(tmp_path, "issues/12/comments", [[]])
    give(tmp_path, "issues/comments/7", {})
    return tmp_path


def give_event(left: Path, head_repository: object) -> None:
    event = {"workflow_run": {"id": 77, "head_sha": SHA, "head_branch": "les@x", "head_repository": head_repository}}
    (left / "event.json").write_text(json.dumps(event), encoding="utf-8")


def give(left: Path, path: str, value: object) -> None:
    answer(left, f"{REPOSITORY}/{path}", json.dumps(value).encode())


def comment() -> int:
    return main(["--settings", str(ROOT / "pelicanconf.py")])


def asked(left: Path) -> list[str]:
    return (left / "gh.txt").read_text(encoding="utf-8").splitlines()


def sent(left: Path) -> str:
    body: Mapping[str, str] = json.loads((left / "sent.json").read_text(encoding="utf-8"))
    assert list(body) == ["body"]
    return body["body"]


def test_a_pull_request_of_a_fork_gets_a_comment(left: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert comment() == 0
    post = f"api {REPOSITORY}/issues/12/comments --method POST --input -"
    assert asked(left) == [*LISTED, f"api {REPOSITORY}/actions/artifacts/5/zip", COMMENTS, post]
    assert sent(left).startswith(f"{MARKER}\n### Wat commit `0123456` doet\n")
    assert r"- [ ] `content/lessons/a.md`, regel 3: `verdict`: \`worked\` kan hier niet" in sent(left)
    assert capsys.readouterr().out == "Told pull request 12.\n"


def test_a_later_run_writes_the_same_comment_anew(left: Path) -> None:
    others = [{**OURS, "id": 5, "user": {"login": "iemand"}}, {**OURS, "id": 6, "body": f"Kijk: {MARKER}"}]
    give(left, "issues/12/comments", [others, [OURS]])
    assert comment() == 0
    assert asked(left)[-1] == f"api {REPOSITORY}/issues/comments/7 --method PATCH --input -"


@pytest.mark.parametrize(
    "pull_requests",
    [
        [],
        [{"number": 12, "head": {**HEAD, "sha": "f" * 40}}],
        [{"number": 12, "head": {**HEAD, "repo": {"full_name": "ander/site"}}}],
        [{"number": 12, "head": {**HEAD, "repo": None}}],
    ],
)
def test_only_the_pull_request_that_ends_with_this_commit_is_told(
    left: Path, capsys: pytest.CaptureFixture[str], pull_requests: list[dict[str, Any]]
) -> None:
    give(left, "pulls", [pull_requests])
    assert comment() == 0
    assert asked(left) == LISTED[:1]
    assert capsys.readouterr().out == "No open pull request ends with this commit.\n"


def test_a_fork_that_is_no_longer_there_is_not_looked_for(left: Path) -> None:
    give_event(left, None)
    assert comment() == 0
    assert not (left / "gh.txt").exists()


@pytest.mark.parametrize(
    "artifacts",
    [
        [],
        [{"name": "findings", "id": 5, "size_in_bytes": 10_000_000}],
        [{"name": "findings", "id": 5, "size_in_bytes": 900}, {"name": "findings", "id": 6, "size_in_bytes": 900}],
    ],
)
def test_findings_that_are_missing_too_large_or_damaged_are_told_as_missing(left: Path, artifacts: list[dict[str, Any]]) -> None:
    give(left, "actions/runs/77/artifacts", {"artifacts": artifacts})
    answer(left, f"{REPOSITORY}/actions/artifacts/6/zip", b"the newest, and no archive")
    assert comment() == 0
    assert "De controle is niet afgemaakt" in sent(left)
    assert [line for line in asked(left) if line.endswith("/5/zip")] == []


def test_what_github_refuses_ends_the_run(left: Path) -> None:
    (left / "answers" / f"{REPOSITORY}/issues/12/comments".replace("/", "~")).unlink()
    with pytest.raises(subprocess.CalledProcessError):
        comment()
