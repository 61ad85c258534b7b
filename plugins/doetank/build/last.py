"""What the last build wrote, so that the next need not write it again: kept as JSON, and believed as far as the files themselves agree."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..fingerprint import fingerprint
from ..urls import file_of
from .files import Seen, found_in, place


@dataclass(frozen=True)
class Made:
    """A build in short, which is all that is asked of it when nothing has changed since.

    `of` is the fingerprint of all that went in, and `there` that of the files with their sizes and times.
    `counts` tells how many records there are of each type, by what those are called; `pages` how many pages.
    """

    of: str = ""
    there: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    pages: int = 0


@dataclass(frozen=True)
class Last:
    """`folder` is where it stands; `keys` are the fingerprints of pages by address, `index` is that of what can be searched.

    `others` are the addresses of what else was made, and not copied.
    """

    folder: Path
    files: Mapping[str, Seen] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    index: str = ""
    others: tuple[str, ...] = ()
    made: Made = field(default_factory=Made)

    def place(self, name: str, folder: Path, standing: Collection[str] = ()) -> bool:
        """Put a file in a new folder too, if it is there as it was written; under the names in `standing` that folder has it already."""
        return name in self.files and place(self.folder, folder, name, self.files[name], name in standing)

    @property
    def names(self) -> frozenset[str]:
        """The files that may serve again where they stand: those that were made. What was copied is copied anew."""
        return frozenset(file_of(url) for url in (*self.keys, *self.others))


def what_is_there(folder: Path) -> str:
    """The fingerprint of the files below a folder."""
    return fingerprint(*sorted(found_in(folder)))


def what_was_written(files: Mapping[str, Seen]) -> str:
    """What that is as long as nobody touches them."""
    return fingerprint(*sorted((name, *seen[:2]) for name, seen in files.items()))


def as_text(last: Last) -> str:
    """For `made_from` and `last_from`: a line for each of them, since the second is long."""
    return "\n".join(
        json.dumps(told, ensure_ascii=False, separators=(",", ":"))
        for told in (vars(last.made), [last.files, last.keys, last.index, last.others])
    )


def made_from(text: str | None) -> Made:
    """The last build in short; an empty one where nothing is known of it."""
    return Made(**json.loads(text.partition("\n")[0])) if text else Made()


def last_from(text: str | None, folder: Path) -> Last:
    """The last build into a folder, likewise."""
    if not text:
        return Last(folder)
    files, keys, index, others = json.loads(text.partition("\n")[2])
    return Last(folder, {name: Seen(*seen) for name, seen in files.items()}, keys, index, tuple(others), made_from(text))
