"""The workflows on GitHub: they give nothing away, and the yearly one does what it says, run here as it is written."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from doetank.catalogue import catalogue

from .sites import ROOT

WORKFLOWS = ROOT / ".github" / "workflows"
YEARLY = WORKFLOWS / "annual-lessons.yml"
PARTS = ("content", "plugins", "theme", "tasks.py", "pelicanconf.py", "publishconf.py", "requirements.lock", "tests/requirements.lock")
AUTHOR = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
GH = '#!/bin/sh\nprintf "%s\\n" "$*" >> "$RUNNER_TEMP/gh.txt"\n'
"""In the place of the real one: it notes what it is asked."""
PYTHON = f'#!/bin/sh\nshift\nexec {sys.executable} -c "import sys, tasks; tasks.run_tasks(sys.argv[1:])" "$@"\n'
"""The tasks in the environment that the tests run in."""


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


def steps_of(path: Path) -> list[dict[str, str]]:
    jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


@dataclass(frozen=True)
class Runner:
    """A clone of the project, an empty repository that it is pushed to, and the place for what a run leaves."""

    clone: Path
    origin: Path
    left: Path

    def run(self, years: str) -> list[int]:
        """The commands of every step, until one fails: how each ended."""
        ended: list[int] = []
        for step in steps_of(YEARLY):
            if "run" in step and not any(ended):
                ended.append(self._step(step["run"], years))
        return ended

    def _step(self, commands: str, years: str) -> int:
        # What runs in the clone is another copy of the code, which is not measured here.
        ours = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
        environment = {
            **ours,
            "PATH": f"{self.left}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.left),
            "RUNNER_TEMP": str(self.left),
            "GITHUB_STEP_SUMMARY": str(self.left / "summary.md"),
            "YEARS": years,
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
    for name, program in (("gh", GH), ("python3", PYTHON)):
        (made.left / name).write_text(program, encoding="utf-8")
        (made.left / name).chmod(0o755)
    made.git("init", "--quiet", "--bare", str(made.origin))
    for command in (("init", "--quiet", "-b", "main"), ("add", "."), ("commit", "--quiet", "-m", "Begin")):
        made.git(*command)
    made.git("remote", "add", "origin", str(made.origin))
    made.git("push", "--quiet", "origin", "main")
    return made


def test_a_year_without_a_report_gets_one_in_a_pull_request_with_the_review_pack(runner: Runner) -> None:
    assert runner.run("2014") == [0, 0, 0]
    assert runner.git("diff", "--name-status", "main", "jaarlessen-2014", where=runner.origin) == "A\tcontent/reports/2014.md\n"
    body = runner.left / "body.md"
    assert runner.asked_of_gh() == ["auth setup-git", f"pr create --head jaarlessen-2014 --title Jaarlessen 2014 --body-file {body}"]
    pack = (runner.left / "pack.md").read_text(encoding="utf-8")
    assert f"### {catalogue('nl').gettext('Earlier recommendations without an answer')} (" in pack
    assert "\n- [ ] `content/" in pack
    assert body.read_text(encoding="utf-8").endswith(f"\n\n{pack}")
    assert (runner.left / "summary.md").read_text(encoding="utf-8") == pack


def test_a_report_that_is_there_is_reviewed_as_it_is(runner: Runner) -> None:
    assert runner.run("2013") == [0, 0, 0]
    assert runner.git("log", "--format=%s", "jaarlessen-2013", where=runner.origin) == "Review the lessons of 2013\nBegin\n"
    assert runner.git("diff", "--name-status", "main", "jaarlessen-2013", where=runner.origin) == ""


def test_what_editors_did_on_the_branch_is_left_alone(runner: Runner) -> None:
    runner.git("push", "--quiet", "origin", "main:jaarlessen-2014")
    assert runner.run("2014") == [0, 0, 0]
    assert runner.asked_of_gh() == ["auth setup-git"]
    assert runner.git("log", "--format=%s", "jaarlessen-2014", where=runner.origin) == "Begin\n"


@pytest.mark.parametrize("years", ["2031", "2014; touch here"])
def test_a_period_without_records_or_that_is_none_opens_nothing(runner: Runner, years: str) -> None:
    assert runner.run(years) == [0, 2]
    assert not (runner.left / "gh.txt").exists()
    assert not (runner.clone / "here").exists()
    assert runner.git("branch", "--format=%(refname:short)", where=runner.origin) == "main\n"
