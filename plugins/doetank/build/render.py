"""Parts of the site to files: each page is rendered from its template and its values, unless the last build had an equal one."""

import hashlib
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from jinja2 import Environment, TemplateError, TemplateSyntaxError

from ..fingerprint import Fingerprints
from ..pages import File, Page
from ..urls import file_of
from .files import Seen, put
from .last import Last
from .workers import forked_map


class TemplateFailed(Exception):
    """A mistake in the theme. The message is the template, the line, what is wrong, and the page it was for."""

    def __init__(self, place: str, reason: str) -> None:
        self.place, self.reason = place, reason
        super().__init__(place, reason)  # both, so that it can travel from a worker

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


class Made(Protocol):
    """A part of the site."""

    def pages(self) -> Iterable[Page]: ...

    def files(self, pages: Iterable[Page], /) -> Iterable[File]: ...


class WrittenPage(NamedTuple):
    """What is left of a page that was written: `found` says whether searching can find it."""

    url: str
    path: str
    found: bool
    key: str


class Written(NamedTuple):
    """What was written: the pages, the addresses of what else there is, and by name every file."""

    pages: tuple[WrittenPage, ...] = ()
    others: tuple[str, ...] = ()
    files: Mapping[str, Seen] = {}


@dataclass(frozen=True)
class Writing:
    """What parts are written with. `looks` are the fingerprints of what a page depends on besides its values, by language and template.

    Without `looks` nothing is compared. Under the names in `standing` the folder has the files of the last build already.
    """

    environments: Mapping[str, Environment]
    folder: Path
    last: Last
    looks: Mapping[str, Mapping[str, str]]
    said: Mapping[str, Mapping[str, str]]
    standing: frozenset[str] = frozenset()

    def write(self, part: Made) -> Written:
        """Write a part below the folder. Raises TemplateFailed."""
        prints = {language: Fingerprints(said) for language, said in self.said.items()}
        pages, files = [], dict[str, Seen]()
        made = tuple(part.pages())
        for page in made:
            key = prints[page.language].of(self.looks[page.language][f"{page.template}.html"], page) if self.looks else ""
            name = file_of(page.url)
            if self.looks and self.last.keys.get(page.url) == key and self.last.place(name, self.folder, self.standing):
                files[name] = self.last.files[name]
            else:
                files[name] = self._put(name, render_page(page, self.environments))
            pages.append(WrittenPage(page.url, page.path, page.search is not None, key))
        others = []
        for file in part.files(made):
            others.append(file.url)
            files[file_of(file.url)] = self._put(file_of(file.url), file.content)
        return Written(tuple(pages), tuple(others), files)

    def _put(self, name: str, content: bytes) -> Seen:
        """Write a file, unless the last build had it with the same content."""
        last = self.last.files.get(name)
        if last and last.sha256 == hashlib.sha256(content).hexdigest() and self.last.place(name, self.folder, self.standing):
            return last
        return put(self.folder, name, content)

    def stale(self, written: Written) -> Iterator[str]:
        """What stands there of pages that are no more."""
        return (name for name in sorted(self.standing) if name not in written.files)


def write_parts(parts: Sequence[Made], writing: Writing, workers: int) -> Written:
    """Write every part, on all cores. Raises TemplateFailed."""
    done = forked_map(writing.write, parts, workers, few=2)
    files = {name: seen for one in done for name, seen in one.files.items()}
    return Written(tuple(page for one in done for page in one.pages), tuple(url for one in done for url in one.others), files)


def compile_templates(environments: Mapping[str, Environment], names: Iterable[str]) -> None:
    """Compile once what every worker needs. Raises TemplateFailed."""
    for name in names:
        for environment in environments.values():
            try:
                environment.get_template(name)
            except TemplateError as error:
                raise TemplateFailed(_place(error), str(error)) from error


def render_page(page: Page, environments: Mapping[str, Environment]) -> bytes:
    """One page as it is sent. Raises TemplateFailed."""
    try:
        template = environments[page.language].get_template(f"{page.template}.html")
        html: str = template.render({"page": page, **page.values})
    except TemplateSyntaxError as error:  # the page does not matter
        raise TemplateFailed(_place(error), str(error)) from error
    except TemplateError as error:
        raise TemplateFailed(_place(error), f"{error} ({page.url})") from error
    return html.encode()


def _place(error: TemplateError) -> str:
    """The template and line that the mistake is in: Jinja puts templates in the traceback under their own names."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    return next((f"{frame.filename}:{frame.lineno}" for frame in reversed(frames) if frame.filename.endswith(".html")), "theme")
