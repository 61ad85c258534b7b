"""Read and check all content without building: `python -m doetank.commands.check [paths]`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ..catalogue import LANGUAGES, Catalogue, catalogue
from ..pipeline import check
from ..problems import Problem
from ..settings import site_of
from .formats import FORMATS


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every mistake; 0 when there is none, 2 otherwise. Notices alone leave it at 0."""
    parser = _parser()
    options = parser.parse_args(arguments)
    for path in (options.content, *options.paths):
        if not Path(path).exists():
            parser.error(f"there is no file or folder {path}")
    site = site_of(Path(options.settings))
    words = catalogue(options.lang or site.language)
    content = Path(options.content)
    problems = [problem for problem in check(content, site, content.as_posix()) if _asked_for(problem, options.paths)]
    show: Callable[[Sequence[Problem], Catalogue], str] = FORMATS[options.format]
    print(show(problems, words))
    return 2 if any(not problem.notice for problem in problems) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="check", description="Read and check all content without building.")
    parser.add_argument("paths", nargs="*", help="show only what is wrong in these files or folders")
    parser.add_argument("--content", default="content", help="the content folder (default: content)")
    parser.add_argument("--settings", default="pelicanconf.py", help="the site's settings (default: pelicanconf.py)")
    parser.add_argument("--lang", choices=LANGUAGES, help="the language of the messages (default: the site's)")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to print them (default: text)")
    return parser


def _asked_for(problem: Problem, paths: Sequence[str]) -> bool:
    found = Path(problem.path).resolve()
    return not paths or any(found.is_relative_to(Path(path).resolve()) for path in paths)


if __name__ == "__main__":
    sys.exit(main())
