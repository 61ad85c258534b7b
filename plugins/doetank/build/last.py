"""What the last build wrote, so that the next need not write it again: kept as JSON, and believed as far as the files themselves agree."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .files import Seen, found_in, place


@dataclass(frozen=True)
class Last:
    """`folder` is where it stands; `keys` are the fingerprints of pages by address, `index` is that of what can be searched.

    `made_of` is that of all that went in; `counts` tells how many records there are of each type, and `pages` how many pages.
    """

    folder: Path
    files: Mapping[str, Seen] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    index: str = ""
    made_of: str = ""
    counts: Mapping[str, int] = field(default_factory=dict)
    pages: int = 0

    def is_whole(self) -> bool:
        """Whether exactly these files are there, each as it was written."""
        there = {name: (size, changed) for name, size, changed in found_in(self.folder)}
        return bool(self.files) and there == {name: seen[:2] for name, seen in self.files.items()}

    def place(self, name: str, folder: Path) -> bool:
        """Put a file in a new folder too, if it is there as it was written."""
        return name in self.files and place(self.folder, folder, name, self.files[name])


def as_text(last: Last) -> str:
    """For `last_from`."""
    told = {name: value for name, value in vars(last).items() if name != "folder"}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def last_from(text: str | None, folder: Path) -> Last:
    """The last build into a folder; an empty one where nothing is known of it."""
    if not text:
        return Last(folder)
    told = json.loads(text)
    files = {name: Seen(*seen) for name, seen in told.pop("files").items()}
    return Last(folder, files, **told)
