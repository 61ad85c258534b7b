"""Every component in all its forms: no accessibility mistake that a machine can find, and nothing wider than a narrow screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from doetank.components import TEMPLATES

from .test_accessibility import RULES

PATHS = ("/patronen/", *(f"/patronen/{path.stem}/" for path in sorted(TEMPLATES.glob("*.html"))))
VIEWS = (
    ("light", {"width": 1280, "height": 900}),
    ("dark", {"width": 1280, "height": 900}),
    ("light", {"width": 320, "height": 640}),
)


@pytest.fixture(scope="module")
def page(browser, address):
    """One page for all, because a new one for each takes longer than the checks."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.heard = []
    page.on("console", lambda message: page.heard.append(message.text))
    yield page
    context.close()


@pytest.mark.parametrize("path", PATHS)
def test_a_component_is_accessible_in_light_dark_and_on_a_narrow_screen(page, path):
    page.heard.clear()
    page.goto(path)
    page.evaluate("document.querySelectorAll('main details').forEach(details => details.open = true)")
    for colours, size in VIEWS:
        page.emulate_media(color_scheme=colours)
        page.set_viewport_size(size)
        found = Axe().run(page, context="main", options=RULES).response["violations"]
        mistakes = [(mistake["id"], [node["target"] for node in mistake["nodes"]]) for mistake in found]
        assert mistakes == [], f"{path} {colours} {size['width']}"
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], f"{path} {size['width']}"
    assert page.heard == [], path
