"""What people do with this site, as tasks: `python3 tasks.py serve`. Without arguments it lists them.

Run directly, this file needs nothing but Python: it first makes .venv from a lock file, and starts itself again in there.
Inside that environment `invoke serve` does the same.
"""

import ast
import hashlib
import importlib.util
import os
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

# Before anything that an older Python cannot run; this file keeps to syntax that it can at least read.
if sys.version_info < (3, 11):  # noqa: UP036 - this is the message for whoever has an older one
    sys.stderr.write("This needs Python 3.11 or newer; this is Python {}.{}.\n".format(*sys.version_info[:2]))
    sys.exit(2)

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "installed.txt"
"""The fingerprints of the locks that are completely installed. Written last, so that an interrupted set-up has none."""
SITE_LOCK = ROOT / "requirements.lock"
PDF_LOCK = ROOT / "requirements-pdf.lock"
"""All of the site's, and what prints the yearly lessons."""
TEST_LOCK = ROOT / "tests" / "requirements.lock"
"""All of both, and the test tools."""
NEED_TEST_TOOLS = frozenset({"test", "lint", "format", "relock", "screenshots"})
READ_THEIR_OWN = frozenset({"check", "comment", "compare", "fix", "issue", "new", "report", "screenshots"})
"""The tasks that hand all that is typed after them to a program."""
NEED_PDF = frozenset({"publish", "preview"})

OUTPUT = "output"
EXAMPLE = "tests/site/content"
EXAMPLE_OUTPUT = ".build/example"
CATALOGUES = "theme/translations"


def launch(arguments: list[str]) -> None:
    """Return when this Python is the environment's and up to date. Otherwise see to that and start again: raises SystemExit."""
    if not arguments or arguments[0] in {"-h", "--help", "-l", "--list"}:
        print(_listing())
        raise SystemExit
    if not arguments[0].startswith("-") and arguments[0] not in task_lines():
        _stop(f"There is no task {arguments[0]!r}.\n\n{_listing()}")
    lock = lock_for(arguments)
    if Path(sys.prefix).resolve() != ENVIRONMENT.resolve():
        if not is_set_up(lock):
            set_up(lock)
        _start_again(environment_python(), arguments)
    elif not is_set_up(lock):
        # An environment cannot be remade by the Python that lives in it; the one behind it has no other name.
        _start_again(Path(sys._base_executable), arguments)  # type: ignore[attr-defined]  # noqa: SLF001


def task_lines() -> dict[str, str]:
    """Every task with the first line of its docstring. Read from the text: on a fresh machine invoke is not there yet."""
    functions = [node for node in ast.parse(Path(__file__).read_bytes()).body if isinstance(node, ast.FunctionDef)]
    tasks = [node for node in functions if any(ast.unparse(mark).partition("(")[0] == "task" for mark in node.decorator_list)]
    return {node.name: (ast.get_docstring(node) or "").partition("\n")[0] for node in tasks}


def lock_for(arguments: list[str]) -> Path:
    """The smallest lock that holds what a command line needs: `report build` prints, as what goes to the public does."""
    if NEED_TEST_TOOLS.intersection(arguments):
        return TEST_LOCK
    return PDF_LOCK if NEED_PDF.intersection(arguments) or {"report", "build"} <= set(arguments) else SITE_LOCK


def held_by(lock: Path) -> tuple[Path, ...]:
    """The locks of which `lock` names everything, itself the last."""
    larger = (SITE_LOCK, PDF_LOCK, TEST_LOCK)
    return larger[: larger.index(lock) + 1]


def fingerprint(lock: Path) -> str:
    """What an environment depends on: the lock, the Python that made it, and its own place, which its programs have inside."""
    version = "{}.{}".format(*sys.version_info[:2])
    return hashlib.sha256(b"\0".join((lock.read_bytes(), version.encode(), str(ENVIRONMENT).encode()))).hexdigest()


def is_set_up(lock: Path) -> bool:
    """Whether .venv holds what `lock` names, and its Python still exists."""
    return environment_python().exists() and fingerprint(lock) in _installed()


def set_up(lock: Path) -> None:
    """Install what `lock` names; make .venv anew when it is half-made or outdated. Raises SystemExit with a plain message."""
    if importlib.util.find_spec("ensurepip") is None:
        _stop("Python cannot make environments here. On Debian and Ubuntu this helps: sudo apt install python3-venv")
    only_add = is_set_up(SITE_LOCK)
    before = _installed() if only_add else []
    what = f"Adding {'the test tools' if lock == TEST_LOCK else 'what prints a PDF'} to" if only_add else "Setting up"
    print(f"{what} {ENVIRONMENT.name}. This needs the internet, and happens once.", flush=True)
    STAMP.unlink(missing_ok=True)
    # A lock names everything, so nothing is left to resolve; an older pip would look beside it for what a package asks with an extra.
    options = ["--disable-pip-version-check", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    install = ["-m", "pip", "install", *options, "-r", str(lock)]
    try:
        if not only_add:
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
        subprocess.run([str(environment_python()), *install], check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        _stop(f"Setting up failed: {error}\nWhen the cause above is solved, run the same command again.")
    # What was added to is still there.
    STAMP.write_text("".join(f"{done}\n" for done in dict.fromkeys((*before, *map(fingerprint, held_by(lock))))), encoding="utf-8")
    print("Set up.", flush=True)


def environment_python() -> Path:
    """The Python inside .venv, whether it is there or not."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _installed() -> list[str]:
    return STAMP.read_text(encoding="utf-8").split() if STAMP.exists() else []


def _listing() -> str:
    lines = [f"  {name:<14}{line}" for name, line in task_lines().items()]
    return "\n".join(["python3 tasks.py <task>", "", *lines, "", "python3 tasks.py <task> --help tells its options."])


def _start_again(python: Path, arguments: list[str]) -> NoReturn:
    command = [str(python), str(Path(__file__).resolve()), *arguments]
    if os.name == "nt":
        # There exec starts a second process and lets go of the terminal.
        raise SystemExit(subprocess.run(command, check=False).returncode)
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606 - no shell is what is wanted


def _stop(text: str) -> NoReturn:
    print(text, file=sys.stderr, flush=True)
    raise SystemExit(2)


if __name__ == "__main__":
    launch(sys.argv[1:])

# From here on everything runs inside the environment.
from invoke import Collection, Context, Exit, Program, task  # noqa: E402 - on a fresh machine it is there only now

sys.path.insert(0, str(ROOT / "plugins"))

# Each is what Python is asked to run.
LINTERS: dict[str, tuple[str, ...]] = {
    "style": ("-m", "ruff", "check", "."),
    "layout": ("-m", "ruff", "format", "--check", "."),
    "types": ("-m", "mypy"),
    "imports": ("-c", "from importlinter import cli; cli.lint_imports_command()", "--no-logo", "--no-cache"),
}
TESTS = {"tests": ("-m", "pytest", "--cov")}


@task(help={"example": "build the invented network of the tests, into .build/example"})
def build(_context: Context, example: bool = False) -> None:
    """Build content/ into output/."""
    _python(*_build_command(example))


@task(help={"example": "show the invented network of the tests", "port": "the port to use"})
def serve(_context: Context, example: bool = False, port: int = 8000) -> None:
    """Build content/, show it on http://localhost:8000, and build again when a file changes."""
    _refuse_taken(port)
    content, folder = (EXAMPLE, "example") if example else ("content", "content")
    _live(content, f".build/live/{folder}", port)


@task
def check(context: Context) -> None:
    """Say what is wrong in content/, or in the files that you name, without building."""
    _python("doetank.commands.check", *shlex.split(context.remainder))


@task
def fix(context: Context) -> None:
    """Mend what is certain in content/, or in the files that you name, and show what was changed."""
    _python("doetank.commands.fix", *shlex.split(context.remainder))


@task
def new(context: Context) -> None:
    """Begin a text, such as `new post`: asks what is needed and writes the file; without a type it lists them."""
    typed = shlex.split(context.remainder)
    example = ("--content", EXAMPLE) if "--example" in typed else ()
    _python("doetank.commands.new", *example, *(word for word in typed if word != "--example"))


@task
def report(context: Context) -> None:
    """Do one step of the yearly lessons, such as `status 2014`; without a step it lists them."""
    typed = shlex.split(context.remainder)
    example = ("--content", EXAMPLE, "--output", EXAMPLE_OUTPUT) if "--example" in typed else ()
    _python("doetank.commands.report", *example, *(word for word in typed if word != "--example"))


@task
def compare(context: Context) -> None:
    """Say which pages readers find new, changed or gone between two built sites."""
    _python("doetank.commands.compare", *shlex.split(context.remainder))


@task
def screenshots(context: Context) -> None:
    """Make pictures of the pages that `compare --format json` named, as one image."""
    _python("tests.browser.screenshots", *shlex.split(context.remainder))


@task
def comment(context: Context) -> None:
    """Tell a pull request what its check found; for the workflow that may comment."""
    _python("doetank.commands.comment", *shlex.split(context.remainder))


@task
def publish(_context: Context) -> None:
    """Build the site for its public address into output/; uploads nothing."""
    _python("pelican", "content", "-s", "publishconf.py", "-o", OUTPUT)
    print(f"Ready to be published: copy what is in {OUTPUT}/ to the web server. Nothing was uploaded.", flush=True)


@task(help={"port": "the port to use"})
def preview(_context: Context, port: int = 8000) -> None:
    """Build the site for its public address and show it on http://localhost:8000."""
    _refuse_taken(port)
    _python("pelican", "content", "-s", "publishconf.py", "-o", OUTPUT)
    _show(OUTPUT, port)


@task
def clean(_context: Context) -> None:
    """Remove what was built."""
    for folder in (ROOT / OUTPUT, ROOT / ".build"):
        if folder.exists():
            shutil.rmtree(folder)


@task(pre=[clean])
def rebuild(context: Context) -> None:
    """Remove what was built, and build content/ again."""
    build(context)


@task(help={"only": "one test file or folder", "k": "only tests with this in their name"})
def test(context: Context, only: str = "", k: str = "") -> None:  # noqa: PT028 - a task, not a test
    """Check style, types and imports, and run all tests; after `--` come options of pytest."""
    chosen = [*filter(None, [only]), *(["-k", k] if k else []), *shlex.split(context.remainder)]
    if chosen:
        _python("pytest", *chosen)
    else:
        _all_of({**LINTERS, **TESTS})


@task
def lint(_context: Context) -> None:
    """Check style, types and which module imports which."""
    _all_of(LINTERS)


@task
def format(_context: Context) -> None:  # noqa: A001 - the name people type
    """Put the code in the project's style."""
    _python("ruff", "check", "--fix-only", ".")
    _python("ruff", "format", ".")


@task
def translations(_context: Context) -> None:
    """Bring the catalogue of texts up to date with code and templates."""
    keywords = [f"--keyword={name}" for name in ("_", "gettext", "ngettext:1,2", "N_", "say")]
    # Neither times nor places: the files change when a text does, and at no other moment.
    found = ["--mapping-file=pyproject.toml", "--no-default-keywords", *keywords, "--omit-header", "--no-location", "--sort-output"]
    kept = ["--ignore-pot-creation-date", "--ignore-obsolete", "--no-fuzzy-matching", "--init-missing"]
    template = f"{CATALOGUES}/messages.pot"
    _python("babel.messages.frontend", "--quiet", "extract", *found, "--no-wrap", "-o", template, "plugins", "theme/templates")
    _python("babel.messages.frontend", "--quiet", "update", *kept, "--no-wrap", "-i", template, "-d", CATALOGUES, "-l", "nl")


@task(help={"check": "write nothing; say what is not current"})
def forms(_context: Context, check: bool = False) -> None:
    """Write the schemas and the issue forms anew from the record types."""
    _python("doetank.commands.forms", *(["--check"] if check else []))


@task
def issue(context: Context) -> None:
    """Make a record of a filled issue form; for the workflow of that."""
    _python("doetank.commands.from_issue", *shlex.split(context.remainder))


@task
def benchmark(context: Context) -> None:
    """Measure our builds against those of other generators; after `--` come its options."""
    _python("tests.benchmark", *shlex.split(context.remainder))


@task(help={"upgrade": "take newer versions of what the dependencies themselves need"})
def relock(_context: Context, upgrade: bool = False) -> None:
    """Renew the lock files from pyproject.toml, for every platform."""
    # Without the settings of this machine: the locks are for all of them.
    options = ["pip", "compile", "--quiet", "--no-config", "--no-header", "--universal", "--generate-hashes"]
    options += ["--upgrade"] if upgrade else []
    _python("uv", *options, "pyproject.toml", "-o", "requirements.lock")
    _python("uv", *options, "pyproject.toml", "--extra", "pdf", "-c", "requirements.lock", "-o", "requirements-pdf.lock")
    _python(
        "uv",
        *options,
        "pyproject.toml",
        "--extra",
        "pdf",
        "--group",
        "test",
        "-c",
        "requirements-pdf.lock",
        "-o",
        "tests/requirements.lock",
    )


def _build_command(example: bool) -> tuple[str, ...]:
    content, output = (EXAMPLE, EXAMPLE_OUTPUT) if example else ("content", OUTPUT)
    return ("pelican", content, "-s", "pelicanconf.py", "-o", output)


def _show(folder: str, port: int) -> NoReturn:
    """In this process, so that ending it frees the port."""
    from doetank.commands import serve as server  # noqa: PLC0415 - `invoke --list` need not load it

    raise Exit(code=server.main([str(ROOT / folder), "--port", str(port)]))


def _live(content: str, folder: str, port: int) -> NoReturn:
    """In this process, so that ending it ends all of it."""
    from doetank.live.__main__ import main  # noqa: PLC0415 - `invoke --list` need not load it

    raise Exit(code=main([content, folder, "--settings", str(ROOT / "pelicanconf.py"), "--port", str(port)]))


def _refuse_taken(port: int) -> None:
    """Before a build, which may take a while."""
    with socket.socket() as visitor:
        if visitor.connect_ex(("127.0.0.1", port)) == 0:
            raise Exit(f"Port {port} is taken by another program; choose another with --port.", code=2)


def _all_of(steps: Mapping[str, tuple[str, ...]]) -> None:
    """Every step, also after one that fails, so that one run tells all."""
    failed: dict[str, int] = {}
    for name, command in steps.items():
        print(f"-- {name}", flush=True)
        if status := _status(*command):
            failed[name] = status
    if failed:
        raise Exit(f"Not right yet: {', '.join(failed)}", code=next(iter(failed.values())))
    print("Everything is right.")


def _python(module: str, *arguments: str) -> None:
    """Run a module. A failure ends the task with the same status."""
    if status := _status("-m", module, *arguments):
        raise Exit(code=status)


def _status(*command: str) -> int:
    """Run this environment's Python with `doetank` importable."""
    folders = os.pathsep.join(filter(None, (str(ROOT / "plugins"), os.environ.get("PYTHONPATH"))))
    # Texts are UTF-8 here, whatever Windows or a bare server thinks.
    environment = {**os.environ, "PYTHONPATH": folders, "PYTHONUTF8": "1"}
    return subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=False).returncode


def run_tasks(arguments: list[str]) -> None:
    """Let invoke run them. Raises SystemExit when one fails."""
    if arguments[0] in READ_THEIR_OWN:
        # Their arguments are a list, which invoke cannot read; what stands after `--` reaches the task as it is.
        given = arguments[2:] if arguments[1:2] == ["--"] else arguments[1:]
        arguments = [arguments[0], "--", shlex.join(given)]
    Program(namespace=Collection.from_module(sys.modules[__name__]), name="tasks.py").run(["tasks.py", *arguments])


if __name__ == "__main__":
    run_tasks(sys.argv[1:])
