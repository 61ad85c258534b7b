"""Every rule of the style sheets has somebody who uses it, and every sheet is part of the one that is sent."""

import re
from functools import cache

import pytest

from .sites import ROOT

CSS = ROOT / "theme" / "static" / "css"
SHEETS = sorted(path for path in CSS.rglob("*.css") if path.name != "site.css")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@cache
def used():
    """All text in which a class may stand: templates, scripts, and what gives Markdown its classes."""
    files = [*(ROOT / "theme" / "templates").rglob("*.html"), *(ROOT / "theme" / "static" / "js").rglob("*.js")]
    return "\n".join(path.read_text(encoding="utf-8") for path in [*files, *(ROOT / "plugins" / "doetank" / "bodies").rglob("*.py")])


def classes(sheet):
    """The class names of a sheet; what stands in comments, addresses and numbers is none."""
    text = re.sub(r'url\("[^"]*"\)', "", COMMENT.sub("", sheet.read_text(encoding="utf-8")))
    return sorted(set(re.findall(r"\.([a-z][a-z0-9_-]*)", text)))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_every_class_of_a_sheet_is_used(sheet):
    text = used()
    # A modifier may be written by a value: `verdict--{{ name }}`.
    unused = [
        name
        for name in classes(sheet)
        if not re.search(rf"(?<![\w-]){name}(?![\w-])", text) and f"{name.partition('--')[0]}--{{{{" not in text
    ]
    assert unused == []


def test_every_sheet_is_imported_once():
    imported = re.findall(r'@import url\("([^"]+)"\)', (CSS / "site.css").read_text(encoding="utf-8"))
    assert sorted(imported) == sorted(sheet.relative_to(CSS).as_posix() for sheet in SHEETS)
