"""PDFs that were printed before, as plain files: a folder that may be removed at any time."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from .document import Attachment, Document
from .fonts import write_fonts
from .look import Look
from .press import as_json, print_pdf


@dataclass(frozen=True)
class PaperCache:
    """A folder with one PDF for each document in one look; the digest in the name says what is in it."""

    folder: Path

    def pdf(self, document: Document, attachments: Sequence[Attachment], look: Look) -> Path:
        """Where the PDF is; it is printed first when it is not there."""
        fonts = self.fonts(look)
        parts = (as_json(document, attachments, look).encode(), look.template, *(one.content for one in attachments))
        place = self.folder / f"{_digest(version('typst').encode(), fonts.name.encode(), *parts)}.pdf"
        if not place.is_file():
            # The process id keeps two workers at once out of each other's way.
            new = place.with_name(f".{place.name}.{os.getpid()}")
            new.write_bytes(print_pdf(document, attachments, look, fonts))
            new.replace(place)
        return place

    def fonts(self, look: Look) -> Path:
        """The folder of the fonts; they are made first when they are not there."""
        place = self.folder / f"fonts-{_digest(version('fonttools').encode(), *look.fonts.values())}"
        if not place.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True)
            new = Path(tempfile.mkdtemp(dir=self.folder))
            write_fonts(look.fonts, new)
            try:
                new.rename(place)
            except OSError:  # another worker was first
                shutil.rmtree(new)
        return place


def _digest(*parts: bytes) -> str:
    """Of each part and of where it ends."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()[:32]
