"""Setting up, and the tasks as people type them."""

import importlib.util
import re
import shutil
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from invoke import Context, Exit

import tasks

ROOT = Path(__file__).parents[1]


def run(*arguments: str, cwd: Path = ROOT, python: str = sys.executable) -> subprocess.CompletedProcess[str]:
    return subprocess.run([python, str(cwd / "tasks.py"), *arguments], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which nothing is set up yet, with locks that name nothing, so that the network is not needed."""
    (tmp_path / "tests").mkdir()
    for name in ("requirements.lock", "requirements-pdf.lock", "tests/requirements.lock"):
        (tmp_path / name).write_text(f"# {name}\n", encoding="utf-8")
    monkeypatch.setattr(tasks, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(tasks, "STAMP", tmp_path / ".venv" / "installed.txt")
    monkeypatch.setattr(tasks, "SITE_LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(tasks, "PDF_LOCK", tmp_path / "requirements-pdf.lock")
    monkeypatch.setattr(tasks, "TEST_LOCK", tmp_path / "tests" / "requirements.lock")
    return tmp_path


def pretend_to_install(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Make the folders that venv would make, and keep what would be run."""
    commands: list[list[str]] = []

    def note(command: list[str], **_options: object) -> None:
        commands.append(command[1:])
        if command[1:3] == ["-m", "venv"]:
            python = tasks.environment_python()
            python.parent.mkdir(parents=True, exist_ok=True)
            python.touch()

    monkeypatch.setattr(subprocess, "run", note)
    return commands


def test_the_tasks_are_listed_on_a_machine_where_nothing_is_set_up(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tasks.py", tmp_path)
    done = run(cwd=tmp_path)
    assert done.returncode == 0
    assert re.findall(r"^  (\w+)  +\S", done.stdout, re.MULTILINE) == list(tasks.task_lines())
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("flag", ["--help", "-h", "--list", "-l"])
def test_asking_for_help_lists_the_tasks(flag: str) -> None:
    assert run(flag).stdout == run().stdout


def test_every_task_says_in_one_sentence_what_it_does() -> None:
    assert [name for name, line in tasks.task_lines().items() if not line.endswith(".")] == []


def test_an_unknown_task_is_refused_before_anything_is_set_up(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tasks.py", tmp_path)
    done = run("biuld", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("There is no task 'biuld'.\n")
    assert not (tmp_path / ".venv").exists()


def test_a_python_that_is_too_old_is_told_so() -> None:
    pretend = f"import runpy, sys; sys.version_info = (3, 10, 4); runpy.run_path({str(ROOT / 'tasks.py')!r}, run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "This needs Python 3.11 or newer; this is Python 3.10.\n")


def test_setting_up_makes_an_environment_and_installs_with_hashes(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands = pretend_to_install(monkeypatch)
    tasks.set_up(tasks.SITE_LOCK)
    assert [command[1] for command in commands] == ["venv", "pip"]
    assert {"--require-hashes", str(machine / "requirements.lock")} <= set(commands[1])
    assert tasks.is_set_up(tasks.SITE_LOCK)
    assert not tasks.is_set_up(tasks.TEST_LOCK)


@pytest.mark.parametrize(("lock", "what"), [("requirements-pdf.lock", "what prints a PDF"), ("tests/requirements.lock", "the test tools")])
def test_more_is_added_to_what_is_there(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lock: str, what: str
) -> None:
    commands = pretend_to_install(monkeypatch)
    tasks.set_up(tasks.SITE_LOCK)
    capsys.readouterr()
    tasks.set_up(machine / lock)
    assert [command[1] for command in commands] == ["venv", "pip", "pip"]
    assert capsys.readouterr().out.startswith(f"Adding {what} to .venv.")
    assert tasks.is_set_up(tasks.SITE_LOCK)
    assert tasks.is_set_up(machine / lock)


@pytest.mark.parametrize(("lock", "held"), [("requirements.lock", 1), ("requirements-pdf.lock", 2), ("tests/requirements.lock", 3)])
def test_a_larger_lock_holds_the_smaller_ones(machine: Path, monkeypatch: pytest.MonkeyPatch, lock: str, held: int) -> None:
    pretend_to_install(monkeypatch)
    tasks.set_up(machine / lock)
    locks = (tasks.SITE_LOCK, tasks.PDF_LOCK, tasks.TEST_LOCK)
    assert [tasks.is_set_up(one) for one in locks] == [number < held for number in range(len(locks))]


def test_what_was_added_before_is_still_there(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_to_install(monkeypatch)
    tasks.set_up(tasks.TEST_LOCK)
    (machine / "requirements-pdf.lock").write_text("# another\n", encoding="utf-8")
    tasks.set_up(tasks.PDF_LOCK)
    assert tasks.is_set_up(tasks.TEST_LOCK)
    assert tasks.is_set_up(tasks.PDF_LOCK)


@pytest.mark.parametrize("lock", ["requirements.lock", "tests/requirements.lock"])
def test_a_changed_lock_asks_for_setting_up_again(machine: Path, monkeypatch: pytest.MonkeyPatch, lock: str) -> None:
    pretend_to_install(monkeypatch)
    tasks.set_up(tasks.TEST_LOCK)
    (machine / lock).write_text("# another\n", encoding="utf-8")
    assert not tasks.is_set_up(machine / lock)


def test_another_python_asks_for_setting_up_again(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_to_install(monkeypatch)
    tasks.set_up(tasks.SITE_LOCK)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert not tasks.is_set_up(tasks.SITE_LOCK)


def test_a_moved_folder_asks_for_setting_up_again(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_to_install(monkeypatch)
    tasks.set_up(tasks.SITE_LOCK)
    (machine / ".venv").rename(machine / "elsewhere")
    monkeypatch.setattr(tasks, "ENVIRONMENT", machine / "elsewhere")
    monkeypatch.setattr(tasks, "STAMP", machine / "elsewhere" / "installed.txt")
    assert tasks.environment_python().exists()
    assert not tasks.is_set_up(tasks.SITE_LOCK)


def test_an_environment_whose_python_is_gone_is_not_set_up(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend_to_install(monkeypatch)
    tasks.set_up(tasks.SITE_LOCK)
    tasks.environment_python().unlink()
    assert not tasks.is_set_up(tasks.SITE_LOCK)


def test_a_half_made_environment_is_made_anew(machine: Path) -> None:
    rest = machine / ".venv" / "lib" / "rest-of-an-interrupted-run"
    rest.mkdir(parents=True)
    assert not tasks.is_set_up(tasks.SITE_LOCK)
    tasks.set_up(tasks.SITE_LOCK)
    assert not rest.exists()
    assert tasks.is_set_up(tasks.SITE_LOCK)


def test_setting_up_that_fails_is_not_taken_for_done(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pretend_to_install(monkeypatch)
    tasks.set_up(tasks.SITE_LOCK)

    def fail(command: list[str], **_options: object) -> None:
        raise subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(SystemExit) as stopped:
        tasks.set_up(tasks.TEST_LOCK)
    assert stopped.value.code == 2
    assert "run the same command again" in capsys.readouterr().err
    assert not tasks.is_set_up(tasks.SITE_LOCK)


def test_a_python_without_ensurepip_says_what_to_install(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(SystemExit) as stopped:
        tasks.set_up(tasks.SITE_LOCK)
    assert stopped.value.code == 2
    assert "sudo apt install python3-venv" in capsys.readouterr().err
    assert not (machine / ".venv").exists()


def test_a_second_run_does_not_set_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[Path, list[str]]] = []
    monkeypatch.setattr(tasks, "is_set_up", lambda _lock: True)
    monkeypatch.setattr(tasks, "set_up", lambda _lock: pytest.fail("it set up again"))
    monkeypatch.setattr(tasks, "_start_again", lambda python, arguments: started.append((python, arguments)))
    monkeypatch.setattr(sys, "prefix", "/usr")
    tasks.launch(["build"])
    assert started == [(tasks.environment_python(), ["build"])]


def test_an_outdated_environment_hands_over_to_the_python_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Path] = []
    monkeypatch.setattr(tasks, "is_set_up", lambda _lock: False)
    monkeypatch.setattr(tasks, "_start_again", lambda python, _arguments: started.append(python))
    monkeypatch.setattr(sys, "prefix", str(tasks.ENVIRONMENT))
    tasks.launch(["build"])
    assert started == [Path(sys._base_executable)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "lock"),
    [
        ("serve", "requirements.lock"),
        ("build --example", "requirements.lock"),
        ("report status 2014", "requirements.lock"),
        ("report build 2014", "requirements-pdf.lock"),
        ("publish", "requirements-pdf.lock"),
        ("clean preview --port 8001", "requirements-pdf.lock"),
        ("publish test", "tests/requirements.lock"),
        ("clean test", "tests/requirements.lock"),
    ],
)
def test_the_smallest_lock_that_holds_what_a_task_needs_is_chosen(typed: str, lock: str) -> None:
    assert tasks.lock_for(typed.split()) == ROOT / lock


@pytest.mark.parametrize(("typed", "lock"), [(["serve"], "requirements.lock"), (["clean", "test"], "tests/requirements.lock")])
def test_only_what_a_task_needs_is_installed(monkeypatch: pytest.MonkeyPatch, typed: list[str], lock: str) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(tasks, "is_set_up", lambda _lock: False)
    monkeypatch.setattr(tasks, "set_up", asked.append)
    monkeypatch.setattr(tasks, "_start_again", lambda *_arguments: None)
    monkeypatch.setattr(sys, "prefix", "/usr")
    tasks.launch(typed)
    assert asked == [ROOT / lock]


def run_here(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A task in the environment that the tests run in, wherever that is."""
    program = "import sys, tasks; tasks.run_tasks(sys.argv[1:])"
    return subprocess.run([sys.executable, "-c", program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_taken_port_is_told_before_anything_is_built() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run_here("serve", "--port", str(port))
    assert done.returncode == 2
    assert (done.stdout, done.stderr) == ("", f"Port {port} is taken by another program; choose another with --port.\n")


def test_check_gets_its_paths_and_options_as_they_were_typed() -> None:
    done = run_here("check", "content/no such file.md", "--lang", "en")
    assert done.returncode == 2
    assert done.stderr.endswith("there is no file or folder content/no such file.md\n")
    assert run_here("check", "--", "--content", tasks.EXAMPLE, "--lang", "en").returncode == 0


def test_a_step_of_the_yearly_lessons_gets_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, ...]] = []
    monkeypatch.setattr(tasks, "_python", lambda *command: started.append(command))
    tasks.report(Context(remainder="status 2014 --lang en"))
    tasks.report(Context(remainder="status 2024 --example"))
    assert started == [
        ("doetank.commands.report", "status", "2014", "--lang", "en"),
        ("doetank.commands.report", "--content", "tests/site/content", "--output", ".build/example", "status", "2024"),
    ]


def test_who_begins_or_mends_a_text_gives_what_was_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[str, ...]] = []
    monkeypatch.setattr(tasks, "_python", lambda *command: started.append(command))
    tasks.new(Context(remainder="lesson --set 'title=Bel eerst' --example"))
    tasks.fix(Context(remainder="--check content/lessons"))
    assert started == [
        ("doetank.commands.new", "--content", "tests/site/content", "lesson", "--set", "title=Bel eerst"),
        ("doetank.commands.fix", "--check", "content/lessons"),
    ]
    assert {"new", "fix"} <= tasks.READ_THEIR_OWN


def test_whoever_asks_for_no_step_or_an_unknown_one_is_told_all_steps() -> None:
    for typed in ((), ("biuld", "2014")):
        done = run_here("report", *typed)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith("usage: report STEP PERIOD [options]\n\nThe steps:\n")


def test_the_status_of_a_build_is_passed_on(tmp_path: Path) -> None:
    program = f"import sys, tasks; tasks.EXAMPLE = {str(tmp_path)!r}; tasks.run_tasks(['build', '--example'])"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "vocabulary.yml" in done.stderr


def test_what_is_wrong_in_one_step_does_not_hide_the_next(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    outcomes = {"first": 3, "second": 0, "third": 1}
    monkeypatch.setattr(tasks, "_status", lambda name: outcomes[name])
    with pytest.raises(Exit) as ended:
        tasks._all_of({name: (name,) for name in outcomes})
    assert (ended.value.code, ended.value.message) == (3, "Not right yet: first, third")
    assert capsys.readouterr().out == "-- first\n-- second\n-- third\n"


def pins(lock: Path) -> dict[str, str]:
    found = re.findall(r"^([a-z0-9-]+)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(found)


def test_the_locks_hold_what_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    site = project["project"]["dependencies"]
    printing = site + project["project"]["optional-dependencies"]["pdf"]
    for lock, named in (
        (tasks.SITE_LOCK, site),
        (tasks.PDF_LOCK, printing),
        (tasks.TEST_LOCK, printing + project["dependency-groups"]["test"]),
    ):
        asked = {name.lower().replace("_", "-"): version for name, _, version in (line.partition("==") for line in named)}
        assert asked.items() <= pins(lock).items()


def test_each_lock_holds_all_of_the_smaller_one() -> None:
    assert pins(tasks.SITE_LOCK).items() <= pins(tasks.PDF_LOCK).items() <= pins(tasks.TEST_LOCK).items()


def test_a_lock_names_no_place_to_fetch_from() -> None:
    for lock in (tasks.SITE_LOCK, tasks.PDF_LOCK, tasks.TEST_LOCK):
        assert re.findall(r"^ *-(?!-hash=sha256:).*|.*://.*|.*file:.*", lock.read_text(encoding="utf-8"), re.MULTILINE) == []


def test_every_dependency_has_its_reason() -> None:
    lines = re.findall(r'^    "[\w.-]+==.*$', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert [line for line in lines if not re.search(r'", +# \w', line)] == []
    assert len(lines) > 20
