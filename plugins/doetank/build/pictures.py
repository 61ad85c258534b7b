"""Pictures to files: each is encoded once, on all cores, and copied from the cache after that."""

import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from ..pictures import Cache, Picture, encode_picture
from ..urls import file_of
from .workers import forked_map


def write_pictures(pictures: Sequence[Picture], content: Path, cache: Cache, folder: Path, workers: int) -> None:
    """Write every file of these pictures below `folder`. Raises PictureChanged."""
    for address, kept in encoded(pictures, content, cache, workers):
        place = folder / file_of(address)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, place)


def encoded(pictures: Sequence[Picture], content: Path, cache: Cache, workers: int) -> Iterator[tuple[str, Path]]:
    """Every file of these pictures: its address on the site, and where the cache has it. Raises PictureChanged."""
    new = [picture for picture in pictures if not cache.holds(picture)]
    forked_map(partial(encode_picture, content=content, cache=cache), new, workers, few=2)
    return ((file.url, cache.place(file)) for picture in pictures for file in picture.files())
