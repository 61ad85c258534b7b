"""What it takes from saving a file to the news of it, and to the new page: `python -m tests.benchmark.saving`."""

import argparse
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ..live import Live, copy_project, fetched, live

LESSON = "content/lessons/2021/geen-opdrachtgever-geen-vervolg.md"
PAGE = "/lessen/geen-opdrachtgever-geen-vervolg/"
BETWEEN = 2.5
"""Seconds in which data, feeds and search index are made; a writer thinks longer than that."""
Change = Callable[[str, int], str]


def _title(text: str, n: int) -> str:
    return re.sub(r"(?m)^title: .*$", f"title: Titel nummer {n}", text, count=1)


CHANGES: dict[str, tuple[str, str, Change]] = {
    "the text of a lesson": (LESSON, PAGE, lambda text, n: f"{text}\nNog een zin, nummer {n}.\n"),
    "the title of a lesson": (LESSON, PAGE, _title),
    "vocabulary.yml": ("content/vocabulary.yml", "/fasen/", lambda text, n: re.sub(r"(nl: )\w+", rf"\1Woord{n}", text, count=1)),
    "the template of a lesson": ("theme/templates/lesson.html", PAGE, lambda text, n: f"{text}{{# {n} #}}\n"),
    "the template of every page": ("theme/templates/base.html", "/", lambda text, n: text.replace("</body>", f"<!-- {n} --></body>")),
    "a style sheet": ("theme/static/css/base.css", "/theme/css/site.css", lambda text, n: f"{text}.n{n} {{ color: red; }}\n"),
    "a module": ("plugins/doetank/urls.py", "/", lambda text, n: f"{text}\n# {n}\n"),
}


def main() -> int:
    """Print the median of each kind of change, to the news and to the page."""
    parser = argparse.ArgumentParser(description="The invented network, as `serve` shows it, while its files are saved.")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        copy_project(Path(name))
        with live(Path(name)) as shown:
            shown.news()
            for what, (file, address, change) in CHANGES.items():
                taken = [_save(shown, file, address, change, n) for n in range(options.runs)]
                news, page = (statistics.median(times) for times in zip(*taken, strict=True))
                print(f"{what}: {news:.2f} s to the news, {page:.2f} s to the page", flush=True)
    return 0


def _save(shown: Live, file: str, address: str, change: Change, n: int) -> tuple[float, float]:
    time.sleep(BETWEEN)
    text = shown.file(file).read_text(encoding="utf-8")
    started = time.monotonic()
    shown.file(file).write_text(change(text, n), encoding="utf-8")
    news = shown.news()
    told = time.monotonic() - started
    if news["mistakes"]:
        raise SystemExit(str(news["mistakes"]))
    fetched(shown.port, address)
    seen = time.monotonic() - started
    if file.startswith("plugins/"):
        shown.file(file).write_text(text, encoding="utf-8")
        shown.news()
    return told, seen


if __name__ == "__main__":
    sys.exit(main())
