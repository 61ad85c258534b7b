"""Icons: every one that a page names is in the sprite, and the sprite holds no other; all are drawn alike."""

import re
import struct
from xml.etree import ElementTree as xml

import pytest

from doetank.records import RECORD_TYPES
from doetank.records.choices import Choice

from .sites import ROOT, built_content, built_example

STATIC = ROOT / "theme" / "static"
SVG = "{http://www.w3.org/2000/svg}"
SYMBOLS = {symbol.get("id"): symbol for symbol in xml.parse(STATIC / "icons.svg").getroot().iter(f"{SVG}symbol")}
TEMPLATES = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "theme" / "templates").rglob("*.html"))


def named_on_pages():
    pages = [page.read_text(encoding="utf-8") for site in (built_example(), built_content()) for page in site.rglob("*.html")]
    return {name for page in pages for name in re.findall(r"icons\.svg#([\w-]+)", page)}


def test_every_icon_that_a_page_names_is_there():
    assert named_on_pages() - SYMBOLS.keys() == set()


def test_every_icon_is_used():
    calls = {name for call in re.findall(r"icon\(([^)]*)\)", TEMPLATES) for name in re.findall(r'"([a-z-]+)"', call)}
    values = {member.value for choice in Choice.__subclasses__() for member in choice}
    assert SYMBOLS.keys() - named_on_pages() - calls - values - RECORD_TYPES.keys() == set()


def test_lines_are_of_one_thickness():
    drawn = {name: symbol.find(f"{SVG}g") for name, symbol in SYMBOLS.items() if symbol.find(f"{SVG}circle") is None and name != "mark"}
    assert {(group.get("stroke-width"), group.get("stroke-linecap"), group.get("fill")) for group in drawn.values()} == {
        ("1.75", "round", "none")
    }
    shapes = {name: symbol.find(f"{SVG}circle") for name, symbol in SYMBOLS.items() if symbol.find(f"{SVG}circle") is not None}
    assert {(shape.get("cx"), shape.get("cy")) for shape in shapes.values()} == {("12", "12")}
    assert {name: shape.get("r") for name, shape in shapes.items() if shape.get("stroke-width") != "2.5"} == {"unknown": "9.6"}


def test_icons_take_the_colour_of_their_words():
    colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', (STATIC / "icons.svg").read_text(encoding="utf-8")))
    assert colours == {"none", "currentColor"}


@pytest.mark.parametrize(("name", "side"), [("icon-192", 192), ("icon-512", 512), ("icon-maskable-512", 512), ("apple-touch-icon", 180)])
def test_an_icon_of_the_site_is_as_large_as_it_is_said_to_be(name, side):
    file = (STATIC / f"{name}.png").read_bytes()
    assert struct.unpack(">II", file[16:24]) == (side, side)
    assert len(file) < 20_000


def test_the_old_icon_has_the_size_that_pages_tell():
    file = (STATIC / "favicon.ico").read_bytes()
    count = struct.unpack("<H", file[4:6])[0]
    assert 32 in {file[6 + 16 * place] for place in range(count)}
