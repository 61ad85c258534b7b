"""A browser, and the example site served with its real headers."""

import os
import shutil
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from doetank.commands.serve import serve

from ..sites import ROOT, built_example, example_outputs

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

TEMPLATES = sorted(
    path.stem for path in (ROOT / "theme" / "templates").glob("*.html") if path.stem not in ("base", "fixed", "record", "redirect")
)
NODE_MODULES = Path(__file__).with_name("node_modules")
NODE_REMEDY = "npm ci --ignore-scripts --prefix tests/browser"


def find_chromium():
    return os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)


def needed(tool, path, remedy):
    """What a test cannot do without. Where it is not there, the test is skipped; before a change is taken in it must be there."""
    if path:
        return path
    message = f"no {tool}; install it with: {remedy}"
    return pytest.fail(message) if os.environ.get("CI") == "true" else pytest.skip(message)


@pytest.fixture(scope="session")
def chromium():
    """Where the browser is."""
    return needed("browser", find_chromium(), "sudo apt-get install chromium (or name one in CHROMIUM)")


@pytest.fixture(scope="session")
def browser(chromium):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@contextmanager
def served(folder):
    """The address at which a built site is served, with its real headers."""
    server = serve(folder, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address():
    """Where the example site is served."""
    with served(built_example()) as address:
        yield address


@pytest.fixture
def visit(browser, address):
    """Open a page in a new context; what the browser had to say of it is kept in `page.heard`."""
    contexts = []

    def open_page(path, watch=None, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        if watch:
            context.add_init_script(watch)
        page = context.new_page()
        page.heard, page.asked = [], []
        page.on("console", lambda message: page.heard.append(message.text))
        page.on("pageerror", lambda error: page.heard.append(str(error)))
        page.on("requestfailed", lambda request: page.heard.append(f"failed: {request.url}"))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(address + path, wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()


def richest_pages():
    """One page of every template: the one with the most in it."""
    site = built_example()
    size = {}
    for page in example_outputs()[0]:
        file = site / (page.url.lstrip("/") + "index.html" if page.url.endswith("/") else page.url.lstrip("/"))
        size.setdefault(page.template, []).append((file.stat().st_size, page.url))
    return {template: max(found)[1] for template, found in sorted(size.items()) if template != "redirect"}
