"""Pages that an earlier build of this process rendered: equal values in an equal template give equal bytes."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jinja2 import Environment

from ..library import Library
from ..pages import Page
from .compiled_before import CompiledBefore, TemplateTexts
from .environment import Answers, environments
from .render import render_page


class _Rendered(NamedTuple):
    """A page with all that its bytes depend on; `asked` is what its template asked of the library."""

    page: Page
    parts: Mapping[str, str]
    constants: tuple[object, ...]
    asked: Answers
    html: bytes


class RenderedBefore:
    """Pages by address."""

    def __init__(self) -> None:
        self._pages: dict[str, _Rendered] = {}
        self._texts = TemplateTexts()
        self._compiled = CompiledBefore()

    def render(self, pages: Iterable[Page], environment: Environment, languages: Iterable[Library]) -> dict[str, bytes]:
        """The HTML of every page by address. Raises TemplateFailed, and what was kept is kept."""
        self._pages = self._rendered(pages, environment, languages)
        return {url: rendered.html for url, rendered in self._pages.items()}

    def render_some(self, pages: Iterable[Page], environment: Environment, languages: Iterable[Library]) -> dict[str, bytes]:
        """The HTML of these pages by address; the others stay as they were. Raises TemplateFailed, and what was kept is kept."""
        done = self._rendered(pages, environment, languages)
        self._pages = {**self._pages, **done}
        return {url: rendered.html for url, rendered in done.items()}

    def _rendered(self, pages: Iterable[Page], environment: Environment, languages: Iterable[Library]) -> dict[str, _Rendered]:
        heard: Answers = {}
        environment = environment.overlay(bytecode_cache=self._compiled)
        told = environments(environment, languages, heard)
        parts = self._texts.parts(environment)
        done: dict[str, _Rendered] = {}
        for page in pages:
            here = told[page.language]
            before = self._pages.get(page.url)
            needed = parts.get(f"{page.template}.html", {})
            constants = tuple(here.globals[name] for name in ("site", "tagline", "menu", "service"))
            if before and (before.page, before.parts, before.constants) == (page, needed, constants) and _same(before.asked, here):
                done[page.url] = before
            else:
                heard.clear()
                html = render_page(page, told)
                done[page.url] = _Rendered(page, needed, constants, dict(heard), html)
        return done


def _same(asked: Answers, environment: Environment) -> bool:
    return all(environment.filters[name](*arguments) == answer for (name, arguments), answer in list(asked.items()))
