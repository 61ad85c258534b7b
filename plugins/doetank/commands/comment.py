"""Tell a pull request what its check found: `python -m doetank.commands.comment`, in the workflow that may comment."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from ..catalogue import catalogue
from ..settings import site_of
from .options import add_options
from .preview.found import Findings, read_findings
from .preview.github import FINDINGS, archive, left_behind, pull_requests, put_comment
from .preview.run import Run, read_run
from .preview.telling import comment_of


def main(arguments: Sequence[str] | None = None) -> int:
    """Find the pull request by what GitHub says of the run, and write its comment; 0 also when there is none."""
    parser = argparse.ArgumentParser(prog="comment", description="Tell a pull request what its check found. GitHub Actions gives the rest.")
    add_options(parser, "settings")
    options = parser.parse_args(arguments)
    words = catalogue(site_of(Path(options.settings)).language)
    run = read_run(Path(os.environ["GITHUB_EVENT_PATH"]), os.environ["GITHUB_REPOSITORY"], os.environ["GITHUB_SERVER_URL"])
    numbers = pull_requests(run)
    left = left_behind(run) if numbers else {}
    for number in numbers:
        put_comment(run, number, comment_of(run, _findings(run, left.get(FINDINGS)), left, words))
        print(f"Told pull request {number}.")
    if not numbers:
        print("No open pull request ends with this commit.")
    return 0


def _findings(run: Run, number: int | None) -> Findings:
    return Findings() if number is None else read_findings(archive(run, number))


if __name__ == "__main__":
    sys.exit(main())
