"""An edition stays as it was published; what was changed since is told beside it."""

from collections.abc import Callable, Iterator

from ..edition import Edition
from ..editions.freeze import frozen
from ..editions.later import Later, later_changes
from ..figures import figures_of
from ..library import Library
from ..problems import Message, Problem, say
from ..records import Report
from ..yaml_text import Path, Place


def edition_problems(library: Library, place: Callable[[str, Path], Place]) -> Iterator[Problem]:
    """What is wrong between editions and the records of today; `place` finds a field in a file."""
    today = library.published
    for ref, edition in sorted(library.editions.items()):
        if ref not in today.entries:
            yield Problem(edition.path, 1, 1, "", say("the report of this edition is not there; put `{id}.md` back beside it", id=ref.id))
            continue
        yield from _counted_otherwise(library, edition)
        for later in later_changes(today, edition):
            if later.what == "gone":
                yield Problem(edition.path, later.line, 1, "", _gone(later))
            elif not later.told:
                path = today.entry(ref).record.path
                found = place(path, ("errata",))
                yield Problem(path, found.line, found.column, "errata", _untold(later), notice=later.what == "new")


def _counted_otherwise(library: Library, edition: Edition) -> Iterator[Problem]:
    """The page is made from the edition's own records; should it show another number by the same method, it must not be shown at all."""
    held = library.in_edition(edition)
    report = held.entry(edition.report).record
    assert isinstance(report, Report)
    now = {figure.id: figure for figure in frozen(figures_of(held, report))}
    for figure in edition.figures:
        if now.get(figure.id) != figure:
            message = say("`{figure}` is not counted any more as when this edition was made; see `made_with` in it", figure=figure.id)
            yield Problem(edition.path, 1, 1, "", message)


def _gone(later: Later) -> Message:
    return say(
        "`{record}` is part of this edition and is not there any more; put its file back, with `status: retired` if it no longer holds",
        record=later.ref,
    )


def _untold(later: Later) -> Message:
    if later.what == "new":
        return say(
            "`{record}` came after this edition was made, so it is not counted in it; add `date`, `text` and `about: [{record}]`",
            record=later.ref,
        )
    return say(
        "`{record}` was changed after this edition was made; add `date`, `text` and `about: [{record}]`, or undo the change",
        record=later.ref,
    )
