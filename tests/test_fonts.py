"""Each font has the licence of its foundry beside it, is named in the sheet, and is no larger than a first view may carry."""

import re

from .sites import ROOT

FONTS = ROOT / "theme" / "static" / "fonts"
SHEET = (ROOT / "theme" / "static" / "css" / "fonts.css").read_text(encoding="utf-8")
FIXED = (ROOT / "theme" / "templates" / "fixed.html").read_text(encoding="utf-8")
FILES = {path.name for path in FONTS.glob("*.woff2")}


def test_each_font_has_its_licence():
    licences = {
        path.name.removeprefix("LICENSE-").removesuffix(".txt"): path.read_text(encoding="utf-8") for path in FONTS.glob("LICENSE-*")
    }
    assert {
        name: [licence for licence in licences if name.startswith(licence)] for name in FILES if not any(map(name.startswith, licences))
    } == {}
    assert {licence for licence in licences if not any(name.startswith(licence) for name in FILES)} == set()
    for text in licences.values():
        assert "SIL OPEN FONT LICENSE Version 1.1" in text
        assert re.search(r"Copyright \S+", text)


def test_each_font_is_named_once_in_the_sheet():
    assert sorted(re.findall(r'url\("\.\./fonts/([^"]+)"\)', SHEET)) == sorted(FILES)


def test_a_preloaded_font_is_in_the_sheet():
    preloaded = re.findall(r'rel="preload" href="\{\{ asset\("fonts/([^"]+)"\)', FIXED)
    assert len(preloaded) == 2
    assert set(preloaded) <= FILES


def test_all_fonts_together_are_no_more_than_a_first_view_may_carry():
    assert sum((FONTS / name).stat().st_size for name in FILES) <= 90_000


def test_a_font_that_comes_late_waits_for_the_next_page():
    faces = re.findall(r"@font-face \{([^}]+)\}", SHEET)
    ours = [face for face in faces if "url(" in face]
    assert all("font-display: optional;" in face for face in ours)
    fallbacks = [face for face in faces if "local(" in face]
    assert len(fallbacks) == 5
    for name in ("size-adjust", "ascent-override", "descent-override", "line-gap-override"):
        assert all(f"{name}:" in face for face in fallbacks)
