"""Make a record of a filled issue form: `python -m doetank.commands.from_issue EVENT FOLDER`, for the workflow of that."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from ..catalogue import Catalogue, catalogue
from ..github_markdown import one_line
from ..issue_forms.issue import Issue, read_issue
from ..issue_forms.known import known_records
from ..issue_forms.submission import Submission, read_submission
from ..issue_forms.told import advice_in, comment_of, pull_request_of
from ..pipeline import check
from ..problems import Problem
from ..records import RECORD_TYPES
from ..records.describe import describe_fields
from ..settings import site_of
from ..site import Site
from ..sources import find_sources
from ..vocabulary import vocabulary_in


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the record where it belongs when nothing is wrong with it, and into FOLDER what is to be said of it; always 0."""
    parser = argparse.ArgumentParser(prog="from_issue", description="Make a record of a filled issue form.")
    parser.add_argument("event", type=Path, help="the file in which GitHub tells of the issue")
    parser.add_argument("folder", type=Path, help="where the comment goes, and when nothing is wrong what the pull request needs")
    parser.add_argument("--content", type=Path, default=Path("content"), help="the content folder (default: content)")
    parser.add_argument("--settings", default="pelicanconf.py", help="the site's settings (default: pelicanconf.py)")
    options = parser.parse_args(arguments)
    site = site_of(Path(options.settings))
    issue = read_issue(options.event)
    if issue is None:
        print("This issue was not made with one of the forms, so it is left alone.")
        return 0
    _make(issue, options.content, options.folder, site)
    return 0


def _make(issue: Issue, content: Path, folder: Path, site: Site) -> None:
    words = catalogue(site.language)
    submission = _read(issue, content, site, words)
    problems = _checked(submission, content, site)
    fields = describe_fields(RECORD_TYPES[issue.type])
    told = {"comment.md": comment_of(submission, problems, fields, words)}
    if submission.mistakes or any(not problem.notice for problem in problems):
        (content / submission.name).unlink()
    else:
        told |= {
            "path.txt": f"{content.as_posix()}/{submission.name}\n",
            "title.txt": f"{words.gettext(RECORD_TYPES[issue.type].label)}: {one_line(submission.title)}\n",
            "author.txt": f"{issue.author}\n",
            "pull-request.md": pull_request_of(issue, advice_in(submission, problems, fields, words), words),
        }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in told.items():
        (folder / name).write_text(text, encoding="utf-8")


def _read(issue: Issue, content: Path, site: Site, words: Catalogue) -> Submission:
    sources, _ = find_sources(content, content.as_posix(), site.languages)
    vocabulary, _ = vocabulary_in(content, content.as_posix())
    return read_submission(issue.body, RECORD_TYPES[issue.type], vocabulary, words, known_records(sources, site))


def _checked(submission: Submission, content: Path, site: Site) -> tuple[Problem, ...]:
    """What the ordinary check says of the file, in its place; a field that could not be understood is told of once."""
    place = content / submission.name
    place.parent.mkdir(exist_ok=True)
    with place.open("x", encoding="utf-8") as file:  # another record is never written over
        file.write(submission.text)
    told = {mistake.field for mistake in submission.mistakes}
    found = check(content, site, content.as_posix())
    path = f"{content.as_posix()}/{submission.name}"
    return tuple(problem for problem in found if problem.path == path and problem.field.partition(".")[0] not in told - {""})


if __name__ == "__main__":
    sys.exit(main())
