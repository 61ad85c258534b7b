"""What is said to the author, below the issue, and to the editors, in the pull request.

What others wrote makes no links there, and calls nobody.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from ..catalogue import Catalogue
from ..front_matter import read_document
from ..github_markdown import literal
from ..problems import Problem, say
from ..records.describe import FieldDescription
from .form import agreements
from .issue import Issue
from .questions import TEXT
from .submission import Mistake, Submission

MOST_TASKS = 50
"""GitHub takes 65,536 characters, and nobody mends more than this in one go."""
LONGEST = 400
_FIELD = re.compile(r"([a-z_]+):")


def comment_of(submission: Submission, problems: Sequence[Problem], fields: tuple[FieldDescription, ...], words: Catalogue) -> str:
    """A task for each mistake, by the words of the form and in its order, or that there is none; and advice."""
    wrong = [problem for problem in problems if not problem.notice]
    tasks = _in_order([*submission.mistakes, *_mistakes(wrong, submission, fields, words)], submission, words)
    advice = advice_in(submission, problems, fields, words)
    if tasks:
        head = words.ngettext("{n} thing to mend", "{n} things to mend", len(tasks)).format(n=len(tasks))
        todo = words.gettext("Change the issue above (… → Edit): it is read again at once, and this list with it.")
    else:
        head = words.gettext("Your text can be read")
        todo = words.gettext("The editors look at it now. When you change the issue, the proposal changes with it.")
    lines = [f"### {head}", "", todo, *_listed(tasks)]
    if advice:
        lines += ["", "#### " + words.gettext("Advice"), *_listed(advice)]
    return "\n".join(lines) + "\n"


def advice_in(
    submission: Submission, problems: Sequence[Problem], fields: tuple[FieldDescription, ...], words: Catalogue
) -> tuple[str, ...]:
    """What stops nothing, and is worth a look."""
    notices = [problem for problem in problems if problem.notice]
    return tuple(_in_order(_mistakes(notices, submission, fields, words), submission, words))


def pull_request_of(issue: Issue, advice: Sequence[str], words: Catalogue) -> str:
    """The same three questions as in a pull request of somebody else."""
    about = words.gettext("A text of {login}, written with the form in issue #{number}.")
    to_check = words.gettext("Are the facts right, and is nobody recognisable who should not be?")
    parts = [
        "## " + words.gettext("What is it?"),
        about.format(login=literal(issue.login), number=issue.number),
        f"Closes #{issue.number}.",
        "## " + words.gettext("Who agreed to be named?"),
        "\n".join(f"- [x] {text}" for text in agreements(words)),
        "## " + words.gettext("What should the reviewer look at?"),
        "\n".join([f"- [ ] {to_check}", *_listed(advice)[1:]]),
        words.gettext("Changes to the issue come here by themselves, until somebody else adds a commit to this branch."),
    ]
    return "\n\n".join(parts) + "\n"


def _listed(tasks: Sequence[str]) -> list[str]:
    return ["", *tasks[:MOST_TASKS], *(["- …"] if len(tasks) > MOST_TASKS else [])] if tasks else []


def _in_order(mistakes: Iterable[Mistake], submission: Submission, words: Catalogue) -> list[str]:
    order = {question.field.name: number for number, question in enumerate(submission.questions)}
    return [_task(mistake, words) for mistake in sorted(mistakes, key=lambda mistake: order.get(mistake.field, len(order)))]


def _mistakes(
    problems: Iterable[Problem], submission: Submission, fields: tuple[FieldDescription, ...], words: Catalogue
) -> Iterator[Mistake]:
    """What the check says of a line of the file, said of an answer."""
    document, _ = read_document(submission.text.encode(), submission.name)
    body_line = document.body_line if document else 0
    for problem in problems:
        if problem.line > body_line:
            told = say("line {line}: {message}", line=problem.line - body_line, message=problem.message)
            yield Mistake(TEXT.name, words.gettext(TEXT.label), told)
        else:
            field = problem.field or _field_at(problem.line, submission.text)
            yield Mistake(field.partition(".")[0], _label(field, fields, words), problem.message)


def _field_at(line: int, text: str) -> str:
    """The field that a line of the file belongs to, for a mistake because of which no field could be read."""
    found = [match[1] for written in text.split("\n")[:line] if (match := _FIELD.match(written))]
    return found[-1] if found else ""


def _label(field: str, fields: tuple[FieldDescription, ...], words: Catalogue) -> str:
    """`sources.2.url` as the form calls it."""
    names: list[str] = []
    for part in field.split("."):
        described = next((one for one in fields if one.name == part), None)
        names.append(words.gettext(described.label) if described else part)
        fields = described.fields if described else fields
    return ", ".join(names)


def _task(mistake: Mistake, words: Catalogue) -> str:
    said = mistake.message.format(words)
    said = said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
    named = not mistake.label or said.startswith(f"“{mistake.label}”")
    return f"- [ ] {'' if named else f'**{literal(mistake.label)}**: '}{literal(said)}"
