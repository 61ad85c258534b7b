"""Pages to HTML files: each page is rendered from its template and its values, on all cores."""

import traceback
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from ..pages import File, Page
from ..urls import file_of
from .workers import forked_map


class TemplateFailed(Exception):
    """A mistake in the theme. The message is the template, the line, what is wrong, and the page it was for."""

    def __init__(self, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(place, reason)  # both, so that it can travel from a worker

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


def write_pages(pages: Sequence[Page], environments: Mapping[str, Environment], folder: Path, workers: int) -> None:
    """Render every page below `folder`, each in its language. Raises TemplateFailed."""
    for language, template in sorted({(page.language, page.template) for page in pages}):
        try:
            environments[language].get_template(f"{template}.html")  # compiled once here, inherited by every worker
        except TemplateError as error:
            raise TemplateFailed(_place(error), str(error)) from error
    forked_map(partial(_write_page, environments=environments, folder=folder), pages, workers)


def render_page(page: Page, environments: Mapping[str, Environment]) -> bytes:
    """One page as it is sent. Raises TemplateFailed."""
    try:
        template = environments[page.language].get_template(f"{page.template}.html")
        html: str = template.render({"page": page, **page.values})
    except TemplateError as error:
        raise TemplateFailed(_place(error), f"{error} ({page.url})") from error
    return html.encode()


def _write_page(page: Page, environments: Mapping[str, Environment], folder: Path) -> None:
    _write(folder, page.url, render_page(page, environments))


def _place(error: TemplateError) -> str:
    """The template and line that the mistake is in: Jinja puts templates in the traceback under their own names."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    return next((f"{frame.filename}:{frame.lineno}" for frame in reversed(frames) if frame.filename.endswith(".html")), "theme")


def write_files(files: Sequence[File], folder: Path) -> None:
    """Write what is bytes already."""
    for file in files:
        _write(folder, file.url, file.content)


def _write(folder: Path, address: str, content: bytes) -> None:
    path = folder / file_of(address)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
