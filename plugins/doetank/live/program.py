"""The builder as the server sees it: a program that is asked for a step, and started anew after it died or the code was changed."""

import os
import re
import subprocess
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO

from .answer import Answer, Kind, Mistake, answer_in

_FRAME = re.compile(r'  File "(?P<file>.+)", line (?P<line>\d+)')
_KEPT = 200
"""As many lines of what the builder said last as a traceback can be expected to have."""


class Program:
    """At most one builder at a time. `command` starts it; it runs in `root`, and files in there are told by their name."""

    def __init__(self, command: list[str], root: Path) -> None:
        self._command, self._root = command, root
        self._running: subprocess.Popen[bytes] | None = None
        self._language = "nl"

    def ask(self, step: str) -> Answer:
        """How a step ended. A builder that dies is told as a mistake in the code."""
        if self._running is None:
            pipe = subprocess.PIPE
            self._running = subprocess.Popen(self._command, cwd=self._root, env=_environment(), stdin=pipe, stdout=pipe, stderr=pipe)
            self._said: deque[str] = deque(maxlen=_KEPT)
            assert self._running.stderr is not None
            self._listener = Thread(target=_listen, args=(self._running.stderr, self._said), daemon=True)
            self._listener.start()
        line = _exchange(self._running, step)
        if not line:
            return self._died()
        told = answer_in(line)
        self._language = told.language
        return told

    def stop(self) -> None:
        """End it, if it runs. What it wrote is whole: each file appears at once."""
        if self._running is not None:
            self._running.kill()
            self._ended(self._running)

    def _died(self) -> Answer:
        assert self._running is not None
        status = self._ended(self._running)
        file, line, message = _mistake_in(list(self._said), self._root)
        return Answer(self._language, (Mistake(file, line, 0, "", message or f"exit status {status}"),), Kind.CODE)

    def _ended(self, running: subprocess.Popen[bytes]) -> int:
        self._listener.join()
        with suppress(BrokenPipeError), running:  # what it was asked last may never have reached it
            running.wait()
        self._running = None
        return running.returncode


def _environment() -> dict[str, str]:
    """This one, with what is here to import, and texts as UTF-8 whatever Windows or a bare server thinks."""
    folders = (str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH"))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, folders)), "PYTHONUTF8": "1"}


def _exchange(running: subprocess.Popen[bytes], step: str) -> bytes:
    assert running.stdin is not None
    assert running.stdout is not None
    try:
        running.stdin.write(f"{step}\n".encode())
        running.stdin.flush()
    except BrokenPipeError:
        return b""
    return running.stdout.readline()


def _listen(errors: IO[bytes], said: deque[str]) -> None:
    for line in errors:
        said.append(line.decode(errors="replace").rstrip())
        print(said[-1], file=sys.stderr, flush=True)


def _mistake_in(said: list[str], root: Path) -> tuple[str, int, str]:
    """The last file and line of ours that a traceback names, and its last line."""
    frames = [(Path(found["file"]), int(found["line"])) for text in said if (found := _FRAME.match(text))]
    ours = [(path.relative_to(root), line) for path, line in frames if path.is_relative_to(root)]
    named = [(path, line) for path, line in ours if not path.parts[0].startswith(".")]
    message = next((text for text in reversed(said) if text.strip()), "")
    return (named[-1][0].as_posix(), named[-1][1], message) if named else ("", 0, message)
