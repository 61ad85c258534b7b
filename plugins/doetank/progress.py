"""What a build says: how it goes on the error stream, so that the closing line stands alone on the other."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from .build.last import Made
from .catalogue import Catalogue
from .problems import ContentError


def say(text: str) -> None:
    """How it goes."""
    print(text, file=sys.stderr, flush=True)


def shown(content: Path) -> str:
    """A folder as an author writes it: from the current folder where that is shorter."""
    here = Path.cwd()
    return content.relative_to(here).as_posix() if content.is_relative_to(here) else str(content)


def close(made: Made, output: Path, seconds: float, settings: Mapping[str, Any], words: Catalogue) -> None:
    """The closing line: what there is now."""
    records = ", ".join(f"{words.gettext(plural)} {count}" for plural, count in made.counts.items())
    text = words.gettext("{records}: {pages} pages in {seconds} s, in {folder}{address}")
    address = f" ({settings['SITEURL']})" if settings.get("SITEURL") else ""
    print(text.format(records=records, pages=made.pages, seconds=f"{seconds:.1f}", folder=shown(output), address=address), flush=True)


def refuse(error: ContentError, words: Catalogue) -> NoReturn:
    """Every mistake, and how many there are."""
    for problem in error.problems:
        say(problem.format(words))
    mistakes = sum(not problem.notice for problem in error.problems)
    stop(words.ngettext("{n} mistake. Nothing was written.", "{n} mistakes. Nothing was written.", mistakes).format(n=mistakes))


def stop(text: str) -> NoReturn:
    """End with the status of a build that wrote nothing."""
    say(text)
    raise SystemExit(2)
