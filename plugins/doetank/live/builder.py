"""The builder, a program of its own: `python -m doetank.live.builder`. It takes a step for each line it is given, and ends with its input.

A mistake of ours ends it with a traceback, which the server tells; after the next change it is started anew.
"""

import argparse
import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from ..build.render import TemplateFailed
from ..catalogue import Catalogue, catalogue
from ..making import NoTheme
from ..pictures import PictureChanged
from ..plugin import settings_of
from ..problems import ContentError
from .answer import Answer, Kind, Mistake
from .site import LiveSite

Step = Callable[[], tuple[str, ...]]
GONE = (FileNotFoundError, NotADirectoryError, PermissionError, PictureChanged)
"""A file that disappears while it is read is being renamed, or was removed; on Windows an editor may hold it."""
TRIES = 20
PAUSE = 0.05
"""Seconds between two tries; after a second in all, it is a mistake."""


def main() -> None:
    """Show pages ahead of the others, show the site, or finish it, for each line with that word."""
    parser = argparse.ArgumentParser(prog="builder")
    for name in ("content", "settings", "folder"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    # Ctrl+C is for the server, which ends this program by closing its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints may not get between the answers.
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    settings = settings_of(options.settings, options.content)
    site = LiveSite(settings, options.folder)
    words = catalogue(settings["DEFAULT_LANG"])
    steps = {"ahead": site.ahead, "show": site.show, "finish": site.finish}
    for line in sys.stdin:
        step = line.strip()
        answers.write(answer(steps[step], site, words).as_line())
        if step != "ahead":  # else the rest would wait for it
            settle()


def settle() -> None:
    """Clear away what earlier builds left, after the answer so that nobody waits for it, and nothing while the next one is made."""
    gc.unfreeze()  # else what was frozen and is no longer needed would stay
    gc.collect()
    gc.freeze()
    gc.disable()


def answer(step: Step, site: LiveSite, words: Catalogue) -> Answer:
    """How a step ended. Raises what is a mistake of ours."""
    started = time.monotonic()
    try:
        changed = _patiently(step)
    except ContentError as error:
        mistakes = [problem for problem in error.problems if not problem.notice]
        told = tuple(Mistake(one.path, one.line, one.column, one.field, one.message.format(words)) for one in mistakes)
        return Answer(words.language, told)
    except TemplateFailed as error:
        file, _, line = error.place.rpartition(":")
        return _theme(words, _here(file) if line.isdigit() else error.place, int(line) if line.isdigit() else 0, error.reason)
    except NoTheme as error:
        return _theme(
            words, "pelicanconf.py", 0, words.gettext("THEME_CSS names `{file}`, and the theme has no such file").format(file=error)
        )
    except GONE as error:
        name = getattr(error, "filename", None) or str(error)
        return _theme(words, _here(str(name)), 0, words.gettext("this file is needed, and cannot be read"))
    return Answer(words.language, changed=changed, seconds=time.monotonic() - started, search=site.found)


def _patiently(step: Step) -> tuple[str, ...]:
    for _ in range(TRIES):
        try:
            return step()
        except GONE:
            time.sleep(PAUSE)
    return step()


def _theme(words: Catalogue, file: str, line: int, message: str) -> Answer:
    return Answer(words.language, (Mistake(file, line, 0, "", message),), Kind.THEME)


def _here(file: str) -> str:
    """A file as a person writes it: from the folder in which `serve` was typed."""
    here, path = Path.cwd(), Path(file)
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else file


if __name__ == "__main__":
    main()
