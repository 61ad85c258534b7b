"""A recommendation, a plan or a change of the network with the day it is of, and what became of it."""

from collections.abc import Iterator

from ..became import Answer
from ..cards import Card
from ..paper.document import Block, Blocks, Paragraph, Styled
from ..records.reflection import Change
from ..records.values import Source
from .telling import Telling, Told, lead_in, paragraph


def answered(telling: Telling, card: Card, latest: Answer | None, beside: Blocks = ()) -> Told:
    """What was recommended or planned with the last that is known of it, or plainly that there was no answer."""
    told: list[Block] = [Paragraph((Styled("strong", telling.link(card)),), kept=True)]
    told += [Paragraph(telling.text(card.summary))] if card.summary else []
    told += beside
    told += answer(telling, latest) if latest else (paragraph(telling.words.gettext("No answer recorded.")),)
    return (telling.date(card.when),), tuple(told)


def changed(telling: Telling, card: Card, change: Change) -> Told:
    """What the network changes about itself and why, with what became of that; `card` is the reflection that says so."""
    return (telling.date(change.date),), tuple(_change(telling, card, change))


def answer(telling: Telling, step: Answer) -> Blocks:
    """How it stood on a day, with a note and its source."""
    told = Paragraph((telling.mark(step.status), f" {telling.date(step.date)}: ", *telling.text(step.note)))
    return (told, *origin(telling, step.source))


def origin(telling: Telling, source: Source | None) -> Blocks:
    """Where it is told, when that is recorded."""
    return (Paragraph((f"{telling.words.gettext('Source:')} ", *telling.source(source))),) if source else ()


def _change(telling: Telling, card: Card, change: Change) -> Iterator[Block]:
    words = telling.words
    yield Paragraph((telling.mark(change.status), ": ", *telling.text(change.what)))
    if change.because:
        yield lead_in(words.gettext("Why:"), telling.text(change.because))
    for step in change.follow_up:
        yield from answer(telling, step)
    yield Paragraph((words.gettext("From:"), " ", *telling.link(card)))
