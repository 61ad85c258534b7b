"""The comment on a pull request: what to mend, what readers see of it, and where to look."""

from collections.abc import Iterator, Mapping, Sequence

from ...catalogue import Catalogue
from ...github_markdown import code, fitting, literal
from . import pages
from .found import Findings, Told
from .github import SCREENSHOTS, SITE
from .run import Run

MOST_BYTES = 60_000
"""GitHub takes 65,536 characters."""
LONGEST_MESSAGE = 600


def comment_of(run: Run, findings: Findings, left: Mapping[str, int], words: Catalogue) -> str:
    """As much as fits: whole tasks and whole pages."""
    cut = words.gettext("This is not all of it; the [steps of the check]({address}) tell the rest.").format(address=run.address)
    return fitting(_blocks(run, findings, left, words), MOST_BYTES, cut)


def _blocks(run: Run, findings: Findings, left: Mapping[str, int], words: Catalogue) -> Iterator[str]:
    title = words.gettext("What commit {commit} does").format(commit=code(run.commit[:7]))
    yield f"### {title}"
    yield from _where_to_look(run, left, words)
    if findings.problems is None:
        yield words.gettext("The check did not come to its end; its [steps]({address}) tell why.").format(address=run.address)
        return
    mistakes = [told for told in findings.problems if not told.notice]
    yield from _tasks(words.ngettext("{n} mistake to mend", "{n} mistakes to mend", len(mistakes)), mistakes, words)
    notices = [told for told in findings.problems if told.notice]
    yield from _tasks(
        words.ngettext("{n} piece of advice, which stops nothing", "{n} pieces of advice, which stop nothing", len(notices)), notices, words
    )
    if mistakes:
        yield words.gettext("As long as there are mistakes the site is not built, so there is nothing to see yet.")
    elif findings.pages is None:
        yield words.gettext("There are no mistakes in the texts, but the site was not built; the [steps]({address}) tell why.").format(
            address=run.address
        )
    else:
        yield from pages.blocks(findings.pages, words)


def _where_to_look(run: Run, left: Mapping[str, int], words: Catalogue) -> Iterator[str]:
    if SITE in left:
        text = words.gettext(
            "[The site as it becomes]({address}): unpack it, type {command} in its folder, and open <http://localhost:8000>."
        )
        yield text.format(address=_address(run, left[SITE]), command=code("python3 -m http.server"))
    if SCREENSHOTS in left:
        text = words.gettext("[Pictures of the pages that changed]({address}), on a phone and on a wide screen.")
        yield text.format(address=_address(run, left[SCREENSHOTS]))


def _address(run: Run, number: int) -> str:
    return f"{run.address}/artifacts/{number}"


def _tasks(title: str, found: Sequence[Told], words: Catalogue) -> Iterator[str]:
    """A title with the number, and each task as a block, so that a list that is too long ends between two."""
    if found:
        yield f"#### {title.format(n=len(found))}"
    for told in found:
        subject = f"{code(told.field)}: " if told.field else ""
        message = told.message if len(told.message) <= LONGEST_MESSAGE else told.message[:LONGEST_MESSAGE] + "…"
        at = words.gettext("line {line}").format(line=told.line)
        yield f"- [ ] {code(told.path)}, {at}: {subject}{literal(message)}"
