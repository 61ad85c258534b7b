"""Pictures of changed pages, in one image."""

import json
import os
import subprocess
import sys

import pytest
from PIL import Image

from ..sites import ROOT
from .screenshots import HIGHEST, MARGIN, MOST_PAGES, WIDTHS

pytestmark = pytest.mark.browser


@pytest.fixture
def site(tmp_path):
    """Two pages: one fills the window with a colour, the other is higher than what is shown of it."""
    for name, height, colour in (("a", "100vh", "#ff0000"), ("b", "9000px", "#0000ff")):
        page = tmp_path / "site" / name / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<!doctype html><link rel="stylesheet" href="{name}.css"><main></main>', encoding="utf-8")
        page.with_name(f"{name}.css").write_text(
            f"body {{ margin: 0 }} main {{ height: {height}; background: {colour} }}", encoding="utf-8"
        )
    return tmp_path / "site"


def taken(chromium, *arguments):
    """What the program says. A program of its own: of the browser's driver there can be one in each."""
    command = [sys.executable, "-m", "tests.browser.screenshots", *map(str, arguments)]
    environment = {**os.environ, "CHROMIUM": chromium, "PYTHONPATH": f"{ROOT / 'plugins'}{os.pathsep}{ROOT}"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def told(*pages):
    return json.dumps([{"address": address, "kind": kind, "lines": [], "left_out": 0} for address, kind in pages])


def test_each_page_is_shown_on_a_phone_and_on_a_wide_screen(chromium, site, tmp_path):
    pages, image = tmp_path / "pages.json", tmp_path / "screenshots.png"
    pages.write_text(told(("/a/", "new"), ("/weg/", "gone"), ("/b/", "changed")), encoding="utf-8")
    taken(chromium, site, pages, image)
    with Image.open(image) as sheet:
        assert sheet.size == (sum(WIDTHS) + 3 * MARGIN, (2 * MARGIN + 800) + (2 * MARGIN + HIGHEST) + MARGIN)
        phone, wide = MARGIN + WIDTHS[0] // 2, 2 * MARGIN + WIDTHS[0] + WIDTHS[1] // 2
        second = 4 * MARGIN + 800
        seen = [sheet.getpixel(place) for place in ((phone, 2 * MARGIN), (wide, 2 * MARGIN), (phone, second), (wide, second + HIGHEST - 1))]
    assert seen == [(255, 0, 0), (255, 0, 0), (0, 0, 255), (0, 0, 255)]


def test_there_is_no_image_without_a_page_to_show(chromium, site, tmp_path):
    pages = tmp_path / "pages.json"
    pages.write_text(told(("/weg/", "gone")), encoding="utf-8")
    assert taken(chromium, site, pages, tmp_path / "screenshots.png") == "0 of 1 pages.\n"
    assert not (tmp_path / "screenshots.png").exists()


def test_no_more_pages_are_shown_than_somebody_looks_at(chromium, site, tmp_path):
    pages = tmp_path / "pages.json"
    pages.write_text(told(*[("/a/", "changed")] * (MOST_PAGES + 2)), encoding="utf-8")
    assert taken(chromium, site, pages, tmp_path / "screenshots.png") == f"{MOST_PAGES} of {MOST_PAGES + 2} pages.\n"
