"""Pages to HTML files: each page is rendered from its template and its values, on all cores."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment

from ..pages import File, Page
from ..urls import file_of
from .workers import forked_map


def write_pages(pages: Sequence[Page], environments: Mapping[str, Environment], folder: Path, workers: int) -> None:
    """Render every page below `folder`, each in its language. A mistake in a template is raised as Jinja raises it."""
    for language, template in sorted({(page.language, page.template) for page in pages}):
        environments[language].get_template(f"{template}.html")  # compiled once here, inherited by every worker
    forked_map(partial(_write_page, environments=environments, folder=folder), pages, workers)


def _write_page(page: Page, environments: Mapping[str, Environment], folder: Path) -> None:
    template = environments[page.language].get_template(f"{page.template}.html")
    _write(folder, page.url, template.render({"page": page, **page.values}).encode())


def write_files(files: Sequence[File], folder: Path) -> None:
    """Write what is bytes already."""
    for file in files:
        _write(folder, file.url, file.content)


def _write(folder: Path, address: str, content: bytes) -> None:
    path = folder / file_of(address)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
