"""What was recommended or planned before a period, and nobody said in it what became of that."""

from collections.abc import Iterator

from ..became import promises
from ..library import Library
from ..problems import Message, say
from ..records.report import Years
from .items import Item, item


def recommendations(library: Library, years: Years) -> Iterator[Item]:
    """Earlier recommendations without an answer dated in the period."""
    for promise in promises(library, years):
        if promise.unanswered and promise.change is None:
            yield item(library, promise.entry, ("follow_up",), _no_answer(years))


def changes(library: Library, years: Years) -> Iterator[Item]:
    """Earlier planned changes without an answer dated in the period."""
    for promise in promises(library, years):
        if promise.unanswered and promise.change is not None:
            field = ("changes", promise.index, "follow_up")
            yield item(library, promise.entry, field, _no_answer(years), promise.change.what)


def _no_answer(years: Years) -> Message:
    return say("no answer dated in {years}; add one to `follow_up`, and write `unknown` with a note if nobody knows", years=years.name)
