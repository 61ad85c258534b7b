"""A picture to the files that are published."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from .cache import Cache
from .original import OPTIONS, as_seen, digest_of, opened
from .picture import Picture


class PictureChanged(Exception):
    """The file is another than the one that was read. The message is its name."""


def encode_picture(picture: Picture, content: Path, cache: Cache) -> None:
    """Put every file of a picture in the cache, unless it holds them. Raises PictureChanged."""
    if cache.holds(picture):
        return
    original = (content / picture.name).read_bytes()
    if digest_of(original) != picture.digest:
        raise PictureChanged(picture.name)
    with opened(original) as image:
        seen = as_seen(image)
    for file in picture.files():  # the widest first: each is made of the one before
        if seen.size != (file.width, file.height):
            seen = seen.resize((file.width, file.height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        encoded = BytesIO()
        seen.save(encoded, file.kind, **OPTIONS[file.kind])
        cache.keep(file, encoded.getvalue())
