"""The site is sent under a strict policy, and can be read without JavaScript."""

import pytest

from .conftest import TEMPLATES, richest_pages


@pytest.fixture(scope="module")
def urls():
    return richest_pages()


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_page_reads_the_same_without_javascript(visit, urls, template):
    with_script = visit(urls[template])
    without = visit(urls[template], java_script_enabled=False)
    words = without.inner_text("main")
    assert len(words) > 40
    if template not in ("search", "guide"):  # a form takes the place of lists, and of the field guide
        assert with_script.inner_text("main") == words


def test_without_javascript_the_search_page_leads_to_the_lists(visit):
    page = visit("/zoeken/?q=proef", java_script_enabled=False)
    for address in ("/lessen/", "/doetanks/", "/experimenten/"):
        assert page.locator(f"main a[href='{address}']").is_visible()


def test_the_policy_is_a_header(visit, address):
    page = visit("/")
    headers = page.request.get(address + "/").headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'")
    assert headers["x-content-type-options"] == "nosniff"
