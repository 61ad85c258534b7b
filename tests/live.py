"""A copy of the project with the invented network, shown by `serve` while a test changes it."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from .sites import EXAMPLE, ROOT

LONG = 60
"""Seconds after which a test has waited in vain; nothing is measured by it."""


class Live:
    """A project in `root`, and the address at which it is shown."""

    def __init__(self, root: Path, running: subprocess.Popen[str], port: int, patience: float = LONG) -> None:
        self.root, self.running, self.port, self._patience = root, running, port, patience
        self.address = f"http://127.0.0.1:{port}"
        self._stream = self.listen()

    def listen(self, page: str = "") -> Iterator[dict[str, Any]]:
        """What a page gets that is opened now: what is known, and then all that is new. Without the name of its file, as the whole site."""
        stream = _listen(self.port, page, self._patience)
        return (json.loads(line.removeprefix(b"data: ")) for line in stream if line.startswith(b"data: "))

    def news(self, whole: bool = True) -> dict[str, Any]:
        """The next news of the whole site, as a page gets it; or any, also of pages that are shown ahead of the others."""
        return next(told for told in self._stream if (told["build"] or told["mistakes"]) and (told["whole"] or not whole))

    def file(self, name: str) -> Path:
        return self.root / name

    def change(self, name: str, old: str, new: str) -> None:
        """Save a file with another text in it."""
        text = self.file(name).read_text(encoding="utf-8")
        assert old in text
        self.file(name).write_text(text.replace(old, new, 1), encoding="utf-8")


def copy_project(root: Path) -> None:
    """What `serve` needs, with the invented network as content, and the pictures that were encoded before."""
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(EXAMPLE, root / "content")
    shutil.copyfile(ROOT / "pelicanconf.py", root / "pelicanconf.py")
    if (ROOT / ".build" / "pictures").is_dir():
        shutil.copytree(ROOT / ".build" / "pictures", root / ".build" / "pictures")


@contextmanager
def live(root: Path, port: int = 0, patience: float = LONG) -> Iterator[Live]:
    """The project in `root` as `serve` shows it. It ends as Ctrl+C ends it."""
    environment = {**os.environ, "PYTHONPATH": str(root / "plugins"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "doetank.live", "content", ".build/live/content", "--port", str(port)]
    with subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        port = int(running.stdout.readline().split("localhost:")[1].partition("/")[0])
        try:
            yield Live(root, running, port, patience)
        finally:
            running.send_signal(signal.SIGINT)
            rest, _ = running.communicate(timeout=LONG)
            print(rest)


def _listen(port: int, page: str, patience: float) -> Iterator[bytes]:
    connection = socket.create_connection(("127.0.0.1", port), timeout=patience)
    connection.sendall(f"GET /_live/events?of={quote(page)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    with connection, connection.makefile("rb") as stream:
        yield from stream


def fetched(port: int, address: str) -> tuple[int, str]:
    """What the server answers: the status, and the text."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=LONG)
    connection.request("GET", address)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text
