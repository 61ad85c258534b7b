"""Documents to PDF files: each is printed once, on all cores, and copied from the cache after that."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from ..pages import Paper
from ..paper.look import Look
from ..urls import file_of
from .workers import forked_map


def write_papers(papers: Sequence[Paper], look: Look, cache: Path, folder: Path, workers: int) -> None:
    """Write every paper below `folder`. Needs the extra `pdf`."""
    from ..paper.cache import PaperCache  # noqa: PLC0415 - a site without the extra has no papers, and builds

    kept = PaperCache(cache)
    kept.fonts(look)  # once here, for all workers

    def printed(paper: Paper) -> Path:
        return kept.pdf(paper.document, paper.attachments, look)

    for paper, pdf in zip(papers, forked_map(printed, papers, workers, few=2), strict=True):
        place = folder / file_of(paper.url)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(pdf, place)
