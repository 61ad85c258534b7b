"""Pages that changed, on a phone and on a wide screen, beside each other in one image: `python -m tests.browser.screenshots SITE PAGES IMAGE`.

One image, since GitHub shows what a run left behind only when it is a single file.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from playwright.sync_api import Browser, sync_playwright

from .conftest import FLAGS, find_chromium, served

MOST_PAGES = 10
WIDTHS = (360, 1280)
HIGHEST = 1800
MARGIN = 40
QUALITY = 80


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the image; 2 when there is no browser. Without a page to show, nothing is written."""
    options = _parser().parse_args(arguments)
    told = json.loads(options.pages.read_text(encoding="utf-8"))
    addresses = [page["address"] for page in told if page["kind"] != "gone"][:MOST_PAGES]
    chromium = find_chromium()
    if not chromium:
        print("There is no Chromium here; install one, or name it in CHROMIUM.", file=sys.stderr)
        return 2
    if addresses:
        with served(options.site) as host, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
            rows = [[_picture(browser, host + address, width) for width in WIDTHS] for address in addresses]
            browser.close()
        _sheet(addresses, rows).save(options.image, quality=QUALITY)
    print(f"{len(addresses)} of {len(told)} pages.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="screenshots", description="Make one image of the pages that changed most.")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("pages", type=Path, help="what `compare --format json` printed")
    parser.add_argument("image", type=Path, help="the image to write, such as screenshots.jpg")
    return parser


def _picture(browser: Browser, address: str, width: int) -> Image.Image:
    """A page from its top, as far down as fits."""
    page = browser.new_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page.goto(address, wait_until="load")
    taken = Image.open(BytesIO(page.screenshot(full_page=True)))
    page.close()
    return taken.convert("RGB").crop((0, 0, width, min(taken.height, HIGHEST)))


def _sheet(addresses: Sequence[str], rows: Sequence[Sequence[Image.Image]]) -> Image.Image:
    """A row for each page, with its address above it."""
    heights = [2 * MARGIN + max(picture.height for picture in row) for row in rows]
    sheet = Image.new("RGB", (sum(WIDTHS) + (len(WIDTHS) + 1) * MARGIN, sum(heights) + MARGIN), "#d0d0d0")
    draw, font, top = ImageDraw.Draw(sheet), ImageFont.load_default(size=MARGIN * 0.7), 0
    for address, row, height in zip(addresses, rows, heights, strict=True):
        draw.text((MARGIN, top + MARGIN), address, fill="black", font=font, anchor="lm")
        left = MARGIN
        for picture in row:
            sheet.paste(picture, (left, top + 2 * MARGIN))
            left += picture.width + MARGIN
        top += height
    return sheet


if __name__ == "__main__":
    sys.exit(main())
