"""Ids of its own for each piece of a page: the examples of one component stand together, and an id is used once."""

import re

from markupsafe import Markup

_ID = re.compile(r'\bid="([^"]+)"')
_NAMES = re.compile(r'\b(id|for|aria-labelledby|aria-describedby)="([^"]+)"')
_ADDRESS = re.compile(r'(="(?:url\()?#)([^")]+)')


def own_ids(html: Markup, prefix: str) -> Markup:
    """The same HTML, with `prefix` before every id in it and wherever it refers to one of these."""
    ids = set(_ID.findall(html))

    def named(match: re.Match[str]) -> str:
        names = (f"{prefix}-{name}" if name in ids else name for name in match[2].split())
        return f'{match[1]}="{" ".join(names)}"'

    def led(match: re.Match[str]) -> str:
        return f"{match[1]}{prefix}-{match[2]}" if match[2] in ids else match[0]

    # It was HTML already, and only ids of templates and the slugs of examples are added.
    return Markup(_ADDRESS.sub(led, _NAMES.sub(named, html)))  # noqa: S704
