"""The pattern pages, for who changes the theme: the tokens, and every component in each of its examples. Not on a public site."""

from collections.abc import Iterator
from dataclasses import dataclass

from .. import tokens, urls
from ..catalogue import N_
from ..components import EXAMPLES, KINDS, THEME, Component, components
from ..library import Library
from ..pages import Crumb, File, Page
from ..record_page import HOME
from ..site import Site

SHEET = "patterns.css"
GROUND = "utrecht-document-background-color"


@dataclass(frozen=True)
class Colour:
    """A token that is a colour: light and dark, each with its contrast with the page; none when it cannot be reckoned."""

    name: str
    value: str
    shades: tuple[tuple[str, str], ...]


def pages(library: Library) -> Iterator[Page]:
    """An overview, and a page for each component, in the language of the site only."""
    if library.site.production or library.language != library.site.language:
        return
    made = components(library)
    told = tokens.tokens(_sheets(library.site))
    values = {
        "kinds": tuple((label, tuple(component for component in made if component.kind == label)) for label in KINDS.values()),
        "colours": tuple(_colours(told)),
        "sizes": tuple(item for item in told.items() if item[0].endswith("font-size")),
        "spaces": tuple(item for item in told.items() if item[0].startswith("werkboek-space-")),
    }
    title = N_("Patterns")
    yield Page(urls.PATTERNS, "patterns", title, values=values, language=library.site.language, crumbs=(HOME,), listed=False)
    for component in made:
        yield _page(component, (HOME, Crumb(title, urls.PATTERNS)), library.site.language)


def files(library: Library) -> Iterator[File]:
    """The style sheet of these pages; readers of a public site do not have to fetch it."""
    if not library.site.production:
        yield File(f"{urls.PATTERNS}{SHEET}", (EXAMPLES / SHEET).read_bytes())


def _page(component: Component, crumbs: tuple[Crumb, ...], language: str) -> Page:
    url = urls.pattern(component.name)
    return Page(url, "pattern", component.name, values={"component": component}, language=language, crumbs=crumbs, listed=False)


def _sheets(site: Site) -> Iterator[str]:
    """Our tokens, and those of the organisation. plugin.py tells when that file is not there."""
    yield tokens.FILE.read_text(encoding="utf-8")
    own = THEME / site.theme_file
    if site.theme_file and own.is_file():
        yield own.read_text(encoding="utf-8")


def _colours(told: dict[str, str]) -> Iterator[Colour]:
    ground = tokens.colours(told, GROUND)
    for name, value in told.items():
        if "light-dark(" not in value and not name.endswith("color"):
            continue
        shades = tokens.colours(told, name)
        pairs = zip(shades, ground, strict=True) if shades and ground else ()
        yield Colour(name, value, tuple((shade, f"{tokens.contrast(shade, page):.1f}") for shade, page in pairs))
