"""What it takes from saving a file to the news of it, and to the new page: `python -m tests.benchmark.saving`."""

import argparse
import re
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..live import Live, copy_project, fetched, live
from .corpus import file_of, name_of, write_report

LESSON = "content/lessons/2021/geen-opdrachtgever-geen-vervolg.md"
BETWEEN = 2.5
"""Seconds in which data, feeds and search index are made; a writer thinks longer than that. Many records get a second for each hundred."""
PATIENCE = 600
"""Seconds that the first build of many records may take."""
Change = Callable[[str, int], str]
"""A text with another in it, and the number of the change."""


class Kind(NamedTuple):
    """What is saved, where it is to be seen, and what stands there then: empty for what shows on no page."""

    file: str
    address: str
    change: Change
    seen: str = ""


class Saved(NamedTuple):
    """What was saved, and the median of the seconds to the news of it and to the new page."""

    what: str
    news: float
    page: float


def _word(text: str, n: int) -> str:
    return re.sub(r"(nl: )\w+", rf"\1Woord{n}", text, count=1)


def _title(text: str, n: int) -> str:
    return re.sub(r"(?m)^title: .*$", f"title: Titel nummer {n}", text, count=1)


def _kinds(lesson: str) -> dict[str, Kind]:
    page, base = f"/lessen/{Path(lesson).stem}/", "theme/templates/base.html"
    return {
        "the text of a lesson": Kind(lesson, page, lambda text, n: f"{text}\nNog een zin, nummer {n}.\n", "zin, nummer {n}."),
        "the title of a lesson": Kind(lesson, page, _title, "Titel nummer {n}"),
        "vocabulary.yml": Kind("content/vocabulary.yml", "/fasen/", _word, "Woord{n}"),
        "the template of a lesson": Kind("theme/templates/lesson.html", page, lambda text, n: f"{text}{{# {n} #}}\n"),
        "the template of every page": Kind(base, "/", lambda text, n: text.replace("</body>", f"<!-- {n} --></body>"), "<!-- {n} -->"),
        "a style sheet": Kind(
            "theme/static/css/base.css", "/theme/css/site.css", lambda text, n: f"{text}.n{n} {{ color: red; }}\n", ".n{n} "
        ),
        "a module": Kind("plugins/doetank/urls.py", "/", lambda text, n: f"{text}\n# {n}\n"),
    }


def main() -> int:
    """Print the median of each kind of change, to the news and to the page."""
    parser = argparse.ArgumentParser(description="The real theme, as `serve` shows it, while its files are saved.")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--records", type=int, default=0, help="how many records there are; default: the invented network")
    options = parser.parse_args()
    for saved in saves(options.records, options.runs):
        print(f"{saved.what}: {saved.news:.2f} s to the news, {saved.page:.2f} s to the page", flush=True)
    return 0


def saves(records: int, runs: int, only: Sequence[str] = ()) -> Iterator[Saved]:
    """Save each kind of file, or `only` some, among so many records; 0 stands for the invented network."""
    # What a shell starts in the background may not be interrupted, nor what that starts; and `serve` is ended so.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with tempfile.TemporaryDirectory() as name:
        kinds = _kinds(project(Path(name), records))
        with live(Path(name), patience=PATIENCE) as shown:
            shown.news()
            for what in only or kinds:
                taken = []
                for n in range(runs):
                    time.sleep(max(BETWEEN, records / 100))
                    taken.append(_save(shown, kinds[what], n))
                yield Saved(what, *(statistics.median(times) for times in zip(*taken, strict=True)))


def project(root: Path, records: int) -> str:
    """Make it, and say which lesson in it is changed."""
    copy_project(root)
    if not records:
        return LESSON
    shutil.rmtree(root / "content")
    write_report(root / "content", records)
    return f"content/{file_of(name_of(7))}"


def _save(shown: Live, kind: Kind, n: int) -> tuple[float, float]:
    text = shown.file(kind.file).read_text(encoding="utf-8")
    started = time.monotonic()
    shown.file(kind.file).write_text(kind.change(text, n), encoding="utf-8")
    news = shown.news(whole=False)
    told = time.monotonic() - started
    _, page = fetched(shown.port, kind.address)
    seen = time.monotonic() - started
    if not news["whole"]:
        news = shown.news()
    if news["mistakes"] or kind.seen.format(n=n) not in page:
        raise SystemExit(f"{kind.file} was saved, and {kind.address} does not show it: {news['mistakes']}")
    if kind.file.startswith("plugins/"):
        shown.file(kind.file).write_text(text, encoding="utf-8")
        shown.news()
    return told, seen


if __name__ == "__main__":
    sys.exit(main())
