"""Read and check all content without building: `python -m doetank.commands.check [paths]`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from ..catalogue import Catalogue, catalogue
from ..pipeline import check
from ..problems import Problem
from ..settings import site_of
from .formats import FORMATS
from .options import add_options, is_among, refuse_missing


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every mistake; 0 when there is none, 2 otherwise. Notices alone leave it at 0."""
    parser = _parser()
    options = parser.parse_args(arguments)
    refuse_missing(parser, (options.content, *options.paths))
    site = site_of(Path(options.settings))
    words = catalogue(options.lang or site.language)
    content = Path(options.content)
    problems = [problem for problem in check(content, site, content.as_posix()) if is_among(Path(problem.path), options.paths)]
    show: Callable[[Sequence[Problem], Catalogue], str] = FORMATS[options.format]
    print(show(problems, words))
    return 2 if any(not problem.notice for problem in problems) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="check", description="Read and check all content without building.")
    parser.add_argument("paths", nargs="*", help="show only what is wrong in these files or folders")
    add_options(parser, "content", "settings", "lang")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to print them (default: text)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
