"""A program in the place of `gh`: it notes what it is asked, and answers from files."""

import sys
from pathlib import Path

PROGRAM = """#!{python}
import os, sys
from pathlib import Path

left = Path(os.environ["RUNNER_TEMP"])
with (left / "gh.txt").open("a", encoding="utf-8") as noted:
    print(*sys.argv[1:], file=noted)
if "--input" in sys.argv:
    (left / "sent.json").write_bytes(sys.stdin.buffer.read())
if sys.argv[1] == "api":
    answer = left / "answers" / sys.argv[2].partition("?")[0].replace("/", "~")
    if not answer.exists():
        sys.exit("gh: Not Found (HTTP 404)")
    sys.stdout.buffer.write(answer.read_bytes())
"""


def put_gh(folder: Path) -> None:
    """Make the program, with a folder for its answers to `gh api`."""
    (folder / "answers").mkdir(parents=True, exist_ok=True)
    (folder / "gh").write_text(PROGRAM.format(python=sys.executable), encoding="utf-8")
    (folder / "gh").chmod(0o755)


def answer(folder: Path, path: str, content: bytes) -> None:
    """What it answers when `path` is asked; anything else is not found."""
    (folder / "answers" / path.replace("/", "~")).write_bytes(content)
