"""What a change makes different for readers: `python -m doetank.commands.compare OLD NEW`, two built sites."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..catalogue import LANGUAGES, catalogue
from ..page_changes import page_changes
from ..settings import site_of
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
    parser.add_argument("--settings", default="pelicanconf.py", help="the site's settings (default: pelicanconf.py)")
    parser.add_argument("--lang", choices=LANGUAGES, help="the language of the headings (default: the site's)")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="how to print them (default: text)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
