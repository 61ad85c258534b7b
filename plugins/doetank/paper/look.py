"""How a theme looks on paper: its template, its colours by daylight, its shapes and its fonts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..tokens import colours, tokens

TEMPLATE = Path("paper", "paper.typ")
TOKENS = Path("static", "css", "tokens.css")
SHAPES = Path("static", "icons.svg")
FONTS = Path("static", "fonts")
COLOURS = {
    "ink": "utrecht-document-color",
    "paper": "utrecht-document-background-color",
    "surface": "werkboek-surface-background-color",
    "advice": "werkboek-advice-background-color",
    "accent": "werkboek-accent-color",
    "muted": "werkboek-muted-color",
    "separator": "werkboek-separator-color",
    "line": "utrecht-form-control-border-color",
    "link": "nl-link-color",
    "mark": "nl-mark-background-color",
}
"""What the template calls a colour, and the token that gives it."""

_SYMBOL = re.compile(r'<symbol id="([\w-]+)" viewBox="([\d ]+)">(.*?)</symbol>', re.DOTALL)


@dataclass(frozen=True)
class Look:
    """Everything of a theme that a printed page is made with."""

    template: bytes
    colours: Mapping[str, str]
    shapes: Mapping[str, str]
    fonts: Mapping[str, bytes]


def look_of(theme: Path, own_sheet: str = "") -> Look:
    """The look of the theme in a folder; `own_sheet` is the text of the token file of an organisation, where it has one."""
    ours = (theme / TOKENS).read_text(encoding="utf-8")
    chosen = _colours(tokens([ours, own_sheet]), _colours(tokens([ours]), {}))
    return Look(
        (theme / TEMPLATE).read_bytes(),
        chosen,
        dict(_shapes((theme / SHAPES).read_text(encoding="utf-8"), chosen["ink"])),
        {path.stem: path.read_bytes() for path in sorted((theme / FONTS).glob("*.woff2"))},
    )


def _colours(values: Mapping[str, str], otherwise: Mapping[str, str]) -> dict[str, str]:
    """The light of each pair; a colour that is written in another way than with six digits is ours."""
    found = {name: colours(values, token) for name, token in COLOURS.items()}
    return {name: pair[0] if pair else otherwise[name] for name, pair in found.items()}


def _shapes(icons: str, ink: str) -> Mapping[str, str]:
    """Each icon as a drawing of its own."""
    return {
        name: f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{drawing.replace("currentColor", ink)}</svg>'
        for name, box, drawing in _SYMBOL.findall(icons)
    }
