"""What a change makes different for readers: `python -m doetank.commands.compare OLD NEW`, two built sites."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..catalogue import catalogue
from ..page_changes import page_changes
from ..settings import site_of
from .options import add_options
from .preview.pages import FORMATS


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the pages that are new, changed or gone; always 0, since a change is no mistake."""
    parser = _parser()
    options = parser.parse_args(arguments)
    old, new = Path(options.old), Path(options.new)
    for folder in (old, new):
        if not folder.is_dir():
            parser.error(f"there is no folder {folder}")
    words = catalogue(options.lang or site_of(Path(options.settings)).language)
    print(FORMATS[options.format](page_changes(old, new), words))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="compare", description="Say which pages of a site readers find new, changed or gone.")
    parser.add_argument("old", help="the folder of the site as it was built before")
    parser.add_argument("new", help="the folder of the site as it is built now")
    add_options(parser, "settings", "lang")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to print them (default: text)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
