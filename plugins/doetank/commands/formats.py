"""Problems as a person, a reviewer, GitHub or a program reads them."""

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from ..catalogue import Catalogue
from ..problems import Problem


def as_text(problems: Sequence[Problem], words: Catalogue) -> str:
    """One line a problem, and a closing line with their number."""
    return "\n".join([*(problem.format(words) for problem in problems), _total(problems, words)])


def as_checklist(problems: Sequence[Problem], words: Catalogue) -> str:
    """A Markdown task list by file, to paste in a pull request."""
    lines: list[str] = []
    for path, found in groupby(problems, key=lambda problem: problem.path):
        lines += ["", f"**{path}**", ""]
        for problem in found:
            subject = f"`{problem.field}`: " if problem.field else ""
            at = words.gettext("line {line}").format(line=problem.line)
            advice = f"{words.gettext('advice')}: " if problem.notice else ""
            lines.append(f"- [ ] {at}: {advice}{subject}{problem.message.format(words)}")
    return "\n".join([*lines[1:], *([""] if lines else []), _total(problems, words)])


def as_github(problems: Sequence[Problem], words: Catalogue) -> str:
    """Workflow commands that GitHub shows beside the lines they are about."""
    lines = []
    for problem in problems:
        level = "notice" if problem.notice else "error"
        place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
        subject = f"{problem.field}: " if problem.field else ""
        lines.append(f"::{level} {place}::{_data(subject + problem.message.format(words))}")
    return "\n".join([*lines, _total(problems, words)])


def as_json(problems: Sequence[Problem], words: Catalogue) -> str:
    """A list of objects with path, line, column, field, message and notice."""
    rows = [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "field": problem.field,
            "message": problem.message.format(words),
            "notice": problem.notice,
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _total(problems: Sequence[Problem], words: Catalogue) -> str:
    mistakes = sum(not problem.notice for problem in problems)
    if not mistakes:
        return words.gettext("No mistakes found.")
    return words.ngettext("{n} mistake. Nothing was written.", "{n} mistakes. Nothing was written.", mistakes).format(n=mistakes)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


FORMATS: Mapping[str, Callable[[Sequence[Problem], Catalogue], str]] = {
    "text": as_text,
    "checklist": as_checklist,
    "github": as_github,
    "json": as_json,
}
