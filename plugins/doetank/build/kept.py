"""What an earlier build found out, in one file that may be removed at any time: texts by key, each with a seal that says it is whole.

The content is always trusted more. What is damaged, of another version or in use for too long is left alone, and said in one line.
"""

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

NAME = "site.sqlite"
VERSION = 1
_FORGET = """
DELETE FROM kept WHERE rowid IN (SELECT rowid FROM kept WHERE key >= ? AND key < ? ORDER BY rowid DESC LIMIT -1 OFFSET ?)
"""
PATIENCE = 5
"""Seconds to wait for another build that writes in it."""


class Kept:
    """The texts below `folder`; none, and none is kept, without a folder.

    `program` is the fingerprint of our code: what another program put there is as if it were not.
    `say` is told when they cannot be used, with the reason.
    """

    def __init__(self, folder: Path | None, program: str, say: Callable[[str], None]) -> None:
        self._program = program.encode()
        self._file, self._say = (folder or Path()) / NAME, say
        self._found = _opened(self._file, say) if folder else None

    def get(self, key: str) -> str | None:
        """The text under a key; None when there is none, or when it is not what was put there."""
        if self._found is None:
            return None
        try:
            row = self._found.execute("SELECT text, seal FROM kept WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        if row is None or not isinstance(row[0], bytes) or row[1] != self._seal(key, row[0]):
            return None
        content: bytes = row[0]
        return content.decode()

    def put(self, texts: Mapping[str, str]) -> None:
        """Keep these, all or none of them."""
        rows = ((key, content, self._seal(key, content)) for key, content in ((key, text.encode()) for key, text in texts.items()))
        self._write(lambda found: found.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows))

    def forget(self, prefix: str, most: int) -> None:
        """Of the texts whose key begins so, keep as many as `most`: those that were put last."""
        self._write(lambda found: found.execute(_FORGET, (prefix, f"{prefix}\U0010ffff", most)))

    def close(self) -> None:
        if self._found is not None:
            self._found.close()
            self._found = None

    def _write(self, change: Callable[[sqlite3.Connection], object]) -> None:
        if self._found is None:
            return
        try:
            with self._found:
                self._found.execute("BEGIN IMMEDIATE")
                change(self._found)
        except sqlite3.Error as error:
            self._give_up(error)

    def _seal(self, key: str, content: bytes) -> bytes:
        return hashlib.sha256(b"\n".join((self._program, key.encode(), content))).digest()

    def _give_up(self, error: sqlite3.Error) -> None:
        self._say(str(error))
        self.close()
        if not isinstance(error, sqlite3.OperationalError):  # it is damaged, and not in use or on a disk that is full
            _remove(self._file)


def _opened(file: Path, say: Callable[[str], None]) -> sqlite3.Connection | None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return _connected(file)
    except (OSError, sqlite3.Error) as error:
        say(str(error))
    # A file that cannot be read is of no use to anybody: begin a new one.
    _remove(file)
    with suppress(OSError, sqlite3.Error):
        return _connected(file)
    return None


def _remove(file: Path) -> None:
    """Remove it, with what SQLite may have put beside it."""
    for left in file.parent.glob(f"{file.name}*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _connected(file: Path) -> sqlite3.Connection:
    found = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    try:
        (version,) = found.execute("PRAGMA user_version").fetchone()
        if version not in (0, VERSION):
            raise sqlite3.DatabaseError(f"version {version}")
        # What is lost with the power is made again.
        found.execute("PRAGMA synchronous = OFF")
        found.execute("CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, text BLOB NOT NULL, seal BLOB NOT NULL)")
        found.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        found.close()
        raise
    return found
