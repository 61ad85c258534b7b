"""A picture as a page shows it: its size, and the files from which a browser chooses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from .. import urls

WIDTHS = (688, 1032, 1376)
"""The column of a text is 688 pixels wide (43rem); sharp screens want one and a half times that, or the double."""

ENDINGS = {"avif": "avif", "webp": "webp", "jpeg": "jpg", "png": "png"}


class PictureFile(NamedTuple):
    """One file that is made of a picture."""

    url: str
    kind: str
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """A picture of ours. `width` and `height` are those of its largest published file, turned as it is to be seen.

    `digest` stands for its bytes and for how it is encoded: an address with it never gets another content.
    `fallback` is the kind for browsers that know neither AVIF nor WebP.
    """

    name: str
    width: int
    height: int
    digest: str
    fallback: str

    sizes = "(min-width: 47rem) 43rem, 92vw"
    """How wide a page shows it: the column of a text, or all of a small screen but its edges."""

    @property
    def url(self) -> str:
        """The file that every browser can show."""
        return self._file(self.fallback, self.width).url

    @property
    def type(self) -> str:
        """The media type of that file."""
        return f"image/{self.fallback}"

    @property
    def avif(self) -> str:
        """The AVIF files with their widths, as `srcset` wants them."""
        return self._srcset("avif")

    @property
    def webp(self) -> str:
        """The WebP files, likewise."""
        return self._srcset("webp")

    @property
    def is_upright(self) -> bool:
        return self.height >= self.width

    def files(self) -> Iterator[PictureFile]:
        """Every file that is published, the widest first; nothing is made larger than it was."""
        yield self._file(self.fallback, self.width)
        for width in reversed(self._widths):
            yield self._file("avif", width)
            yield self._file("webp", width)

    @property
    def _widths(self) -> tuple[int, ...]:
        return (*(width for width in WIDTHS if width < self.width), self.width)

    def _srcset(self, kind: str) -> str:
        return ", ".join(f"{self._file(kind, width).url} {width}w" for width in self._widths)

    def _file(self, kind: str, width: int) -> PictureFile:
        url = urls.picture("-".join(filter(None, (_stem(self.name), self.digest, str(width)))), ENDINGS[kind])
        return PictureFile(url, kind, width, max(1, round(self.height * width / self.width)))


@cache
def _stem(name: str) -> str:
    """What is left of a picture's name in the names of its files."""
    return re.sub(r"[^a-z0-9]+", "-", PurePosixPath(name).stem.lower()).strip("-")
