"""The yearly lessons, step by step: `python -m doetank.commands.report STEP PERIOD`."""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ..catalogue import catalogue
from ..problems import ContentError
from ..records.report import Years
from ..settings import site_of
from .formats import as_text
from .options import add_options
from .yearly import build, freeze, start, status, summary, verify
from .yearly.pack import PACKS
from .yearly.work import Work

STEPS: Mapping[str, tuple[Callable[[Work], int], str]] = {
    "status": (status.run, "Say what to look at before the lessons of a period are published, and who can settle it."),
    "start": (start.run, "Write the file of the report, with all that can be computed filled in."),
    "build": (build.run, "Build the site, if this report may be published; otherwise say what stops it."),
    "freeze": (freeze.run, "Keep the report as an edition, with every record it counts."),
    "verify": (verify.run, "Count an edition again from its own records, and tell what was changed since."),
    "summary": (summary.run, "Tell the report in plain text, for a mail or a post on LinkedIn."),
}
"""What can be asked for a period, and what it does in one line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one step. 0 when it is done; 2, with nothing written, when the content does not allow it."""
    options = _parser().parse_intermixed_args(arguments)
    site = site_of(Path(options.settings))
    words = catalogue(options.lang or site.language)
    content = Path(options.content)
    work = Work(
        content, content.as_posix(), options.settings, site, words, options.period, Path(options.output), options.format, options.public
    )
    step, _ = STEPS[options.step]
    try:
        return step(work)
    except ContentError as error:
        print(as_text(error.problems, words), file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    """Whoever asks for no step, or for one that is not there, is told all of them."""
    lines = "".join(f"\n  {name:<10}{line}" for name, (_, line) in STEPS.items())
    parser = argparse.ArgumentParser(prog="report", usage=f"report STEP PERIOD [options]\n\nThe steps:{lines}\n")
    parser.add_argument("step", choices=STEPS, metavar="STEP", help="what to do")
    parser.add_argument("period", type=_period, metavar="PERIOD", help="a year such as 2014, or years such as 2012-2014")
    add_options(parser, "content", "settings", "lang")
    parser.add_argument("--output", default="output", help="the folder that a build goes to (default: output)")
    parser.add_argument("--public", default="publishconf.py", help="the settings of the public site (default: publishconf.py)")
    parser.add_argument("--format", choices=PACKS, default="text", help="how `status` is printed (default: text)")
    return parser


def _period(text: str) -> Years:
    years = Years.named(text)
    if years is None:
        raise argparse.ArgumentTypeError(f"expected a year such as 2014, or years such as 2012-2014, found {text!r}")
    return years


if __name__ == "__main__":
    sys.exit(main())
