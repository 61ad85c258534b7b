"""A media file to a picture, or to what is wrong with it."""

from pathlib import Path

from PIL.Image import Image

from ..problems import Message, Problem, say
from .cache import Cache
from .original import UNREADABLE, as_seen, digest_of, fallback_of, is_animated, opened, size_of
from .picture import WIDTHS, Picture

MILLIONS = 50
"""More pixels than a telephone makes; a small file can claim many more, and fill the memory of the machine that builds."""


def read_picture(name: str, content: Path, shown_as: str, cache: Cache | None = None) -> Picture | Problem:
    """Read and check the picture `name` below the folder `content`; one that is in the cache has been seen whole before."""
    file = (content / name).read_bytes()
    try:
        with opened(file) as image:
            found = _mistake(image) or _picture(name, file, image)
            if isinstance(found, Picture) and not (cache and cache.holds(found)):
                as_seen(image)
    except UNREADABLE:
        found = say("this file is no picture that can be read; save the picture again, as PNG, JPEG or WebP")
    return found if isinstance(found, Picture) else Problem(f"{shown_as}/{name}", 1, 1, "", found)


def _picture(name: str, file: bytes, image: Image) -> Picture:
    width, height = size_of(image)
    largest = min(width, WIDTHS[-1])
    return Picture(name, largest, max(1, round(height * largest / width)), digest_of(file), fallback_of(image))


def _mistake(image: Image) -> Message | None:
    width, height = image.size
    if width * height > MILLIONS * 1_000_000:
        size = {"width": width, "height": height, "limit": MILLIONS}
        return say("{width} × {height} pixels is too large; save the picture with at most {limit} million pixels", **size)
    if is_animated(image):
        return say("this picture moves, and a reader cannot stop it; make a film of it, or save one picture of it as PNG")
    return None
