"""Every page of the example site, read in every way: what goes wrong, by the kind of mistake."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Browser, Page, sync_playwright

from doetank.urls import PATTERNS

from . import scripts

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RULES: dict[str, Any] = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
}
RULES_OF_PATTERNS = {**RULES, "rules": {**RULES["rules"], "landmark-unique": {"enabled": False}}}
"""A pattern page shows one landmark in all its forms."""
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 640}
"""What is left of 1280 pixels at 400 %."""
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "forced colours": {"color_scheme": "light", "forced_colors": "active"},
}
PROCESSORS = os.cpu_count() or 1


@dataclass(frozen=True)
class Walk:
    """What was found on the way, each line naming the page, the view and the mistake; of what shifted, where to look again."""

    axe: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    shifted: list[tuple[str, dict[str, int]]] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    moving: list[str] = field(default_factory=list)


def pages_of(site: Path) -> tuple[str, ...]:
    """The address of every page in a built folder; one that only leads on to another is no page."""
    files = (file for file in sorted(site.rglob("*.html")) if b'http-equiv="refresh"' not in file.read_bytes())
    return tuple("/" + file.relative_to(site).as_posix().removesuffix("index.html") for file in files)


def walk(site: Path, address: str, executable: str, flags: Sequence[str]) -> Walk:
    """Read all pages, on every processor."""
    found, pages = Walk(), pages_of(site)

    def read(part: int) -> None:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable, args=list(flags))
            _read_wide(browser, address, pages[part::PROCESSORS], found)
            _read_narrow(browser, address, pages[part::PROCESSORS], found)
            browser.close()

    with ThreadPoolExecutor(PROCESSORS) as pool:
        list(pool.map(read, range(PROCESSORS)))
    return found


def _read_wide(browser: Browser, address: str, urls: Sequence[str], found: Walk) -> None:
    """As most people read, under the policy of production."""
    with _reader(browser, address, found, "wide", viewport=WIDE) as page:
        for url in urls:
            page.emulate_media(**LOOKS["light"])
            _open(page, address, url, found, WIDE)
            for look, media in LOOKS.items():
                page.emulate_media(**media)
                found.axe.extend(_axe(page, url, look))
            # The last look is that of forced colours.
            found.unseen.extend(f"{url} · {what}" for what in page.evaluate(scripts.UNSEEN))


def _read_narrow(browser: Browser, address: str, urls: Sequence[str], found: Walk) -> None:
    """On the narrowest screen, with motion reduced, and at last with the text spaced as WCAG 1.4.12 has it."""
    # The policy is left alone above; here it would stop the style sheet that a reader adds.
    with _reader(browser, address, found, "320", viewport=NARROW, reduced_motion="reduce", bypass_csp=True) as page:
        for url in urls:
            _open(page, address, url, found, NARROW)
            found.moving.extend(f"{url} · {what}" for what in page.evaluate(scripts.MOVING))
            found.axe.extend(_axe(page, url, "320"))
            found.wide.extend(f"{url} · 320 · {what}" for what in page.evaluate(scripts.TOO_WIDE))
            page.add_style_tag(content=scripts.SPACED)
            found.wide.extend(f"{url} · spaced · {what}" for what in page.evaluate(scripts.TOO_WIDE))
            found.cut.extend(f"{url} · spaced · {what}" for what in page.evaluate(scripts.CUT))


@contextmanager
def _reader(browser: Browser, address: str, found: Walk, view: str, **options: Any) -> Iterator[Page]:
    """Somebody who goes from page to page: a new window for each would take most of the time."""
    context = browser.new_context(**options)
    context.add_init_script(scripts.WATCH_SHIFTS)
    page = context.new_page()
    page.on("console", lambda message: found.heard.append(f"{page.url} · {view} · {message.text}"))
    page.on("pageerror", lambda error: found.heard.append(f"{page.url} · {view} · {error}"))
    page.on("requestfailed", lambda request: found.heard.append(f"{page.url} · {view} · failed: {request.url}"))
    page.on("request", lambda request: None if request.url.startswith(address) else found.asked.append(f"{page.url} · {request.url}"))
    yield page
    found.kept.extend(f"{view} · {cookie.get('name')}" for cookie in context.cookies())
    context.close()


def _open(page: Page, address: str, url: str, found: Walk, size: dict[str, int]) -> None:
    page.goto(address + url, wait_until="load")
    if page.evaluate(scripts.SHIFTED):
        found.shifted.append((url, size))
    page.evaluate(AXE)
    page.evaluate(scripts.OPEN_DETAILS)


def _axe(page: Page, url: str, view: str) -> list[str]:
    answer = page.evaluate("options => axe.run(document, options)", RULES_OF_PATTERNS if url.startswith(PATTERNS) else RULES)
    return [f"{url} · {view} · {rule['id']} · {node['target']}" for rule in answer["violations"] for node in rule["nodes"]]
