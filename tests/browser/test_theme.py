"""An organisation's own token file changes how the site looks, without a rule of ours being touched."""

import pytest

from ..sites import CONTENT, pelican
from .conftest import served

COLOURS = (
    "(() => { const page = getComputedStyle(document.documentElement); "
    "return [page.backgroundColor, page.color, getComputedStyle(document.body).fontFamily.split(',')[0]]; })()"
)
OURS = {
    "light": ["rgb(250, 248, 244)", "rgb(27, 31, 35)", '"Source Serif 4"'],
    "dark": ["rgb(20, 24, 27)", "rgb(236, 233, 226)", '"Source Serif 4"'],
}
THEIRS = {
    "light": ["rgb(255, 250, 240)", "rgb(26, 26, 46)", '"Public Sans"'],
    "dark": ["rgb(17, 22, 31)", "rgb(238, 234, 224)", '"Public Sans"'],
}


@pytest.fixture(scope="module")
def themed(tmp_path_factory):
    """Where the site with the example token file is served."""
    folder = tmp_path_factory.mktemp("themed") / "output"
    done = pelican(str(CONTENT), "-s", "pelicanconf.py", "-o", str(folder), "-e", 'THEME_CSS="examples/theme.css"')
    assert done.returncode == 0, done.stderr
    with served(folder) as address:
        yield address


@pytest.fixture
def visit_themed(browser, themed):
    """Open the home page of that site, in a page of its own."""
    pages = []

    def open_page(**options):
        page = browser.new_page(**options)
        pages.append(page)
        page.heard = []
        page.on("console", lambda message: page.heard.append(message.text))
        page.goto(themed, wait_until="load")
        return page

    yield open_page
    for page in pages:
        page.close()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_colours_and_the_font_are_those_of_the_organisation(visit, visit_themed, mode):
    assert visit("/", color_scheme=mode).evaluate(COLOURS) == OURS[mode]
    page = visit_themed(color_scheme=mode)
    assert page.evaluate(COLOURS) == THEIRS[mode]
    assert page.heard == []


def test_print_stays_black_on_white(visit_themed):
    page = visit_themed(color_scheme="dark")
    page.emulate_media(media="print")
    background, colour, _ = page.evaluate(COLOURS)
    assert colour == "rgb(0, 0, 0)"
    assert background in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
