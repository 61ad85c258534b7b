"""Pictures that were encoded before, as plain files: a folder that may be removed at any time."""

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from .picture import Picture, PictureFile


@dataclass(frozen=True)
class Cache:
    """A folder with one file for each file of a picture, named as on the site; the digest in the name says what is in it."""

    folder: Path

    def place(self, file: PictureFile) -> Path:
        return self.folder / PurePosixPath(file.url).name

    def holds(self, picture: Picture) -> bool:
        """Whether every file of a picture is there."""
        return all(self.place(file).is_file() for file in picture.files())

    def keep(self, file: PictureFile, content: bytes) -> None:
        """A file appears whole, or not at all."""
        place = self.place(file)
        place.parent.mkdir(parents=True, exist_ok=True)
        # The process id keeps two workers at once out of each other's way.
        new = place.with_name(f".{place.name}.{os.getpid()}")
        new.write_bytes(content)
        new.replace(place)
