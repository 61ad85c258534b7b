"""The tokens of a theme: names and values out of style sheets, and how well their colours can be told apart."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "theme" / "static" / "css" / "tokens.css"
"""Where all colours and sizes stand."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MEDIA = re.compile(r"@media \((forced-colors: active|prefers-contrast: more)\) \{\n(.*?)\n\}", re.DOTALL)
_TOKEN = re.compile(r"--([\w-]+):\s*([^;]+);")
_VARIABLE = re.compile(r"var\(--([\w-]+)\)")
_PAIR = re.compile(r"light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
_ONE = re.compile(r"#[0-9a-f]{6}")


def tokens(sheets: Iterable[str], more: bool = False) -> dict[str, str]:
    """The tokens of these sheets, a later sheet before an earlier one; with `more`, for readers who ask for more contrast."""
    found: dict[str, str] = {}
    for sheet in sheets:
        css = _COMMENT.sub("", sheet)
        found |= dict(_TOKEN.findall(_MEDIA.sub("", css)))
        if more:
            found |= {name: value for media, rules in _MEDIA.findall(css) if "contrast" in media for name, value in _TOKEN.findall(rules)}
    return found


def colours(values: Mapping[str, str], name: str) -> tuple[str, str] | None:
    """A token as its colours, light and dark; None when it is written in another way than with six digits."""
    value = values[name]
    if match := _VARIABLE.fullmatch(value):
        return colours(values, match[1])
    if match := _PAIR.fullmatch(value):
        return match[1], match[2]
    return (value, value) if _ONE.fullmatch(value) else None


def contrast(one: str, other: str) -> float:
    """From 1 to 21, as WCAG reckons it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
