"""Pictures to files: each is encoded once, on all cores, and copied from the cache after that."""

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from ..pictures import Cache, Picture, encode_picture
from ..urls import file_of
from .workers import forked_map


def write_pictures(pictures: Sequence[Picture], content: Path, cache: Cache, folder: Path, workers: int) -> None:
    """Write every file of these pictures below `folder`. Raises PictureChanged."""
    forked_map(partial(encode_picture, content=content, cache=cache), pictures, workers, few=2)
    for file in (file for picture in pictures for file in picture.files()):
        place = folder / file_of(file.url)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(cache.place(file), place)
