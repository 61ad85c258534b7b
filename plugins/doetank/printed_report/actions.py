"""What was done, and what should be: changes of the network itself, recommendations, and what became of earlier ones."""

from collections.abc import Iterator

from ..cards import card, card_of
from ..library import Entry
from ..paper.document import Block, Blocks, Content, Definitions, Heading, Items, Paragraph
from ..records import Recommendation
from ..records.recommendation import FollowUp
from ..records.reflection import Change
from .telling import Telling, lead_in, paragraph, section


def changes(telling: Telling) -> Blocks:
    """What the network changed about itself, and the reflections that say so."""
    counted, words = telling.counted, telling.words
    told = tuple(((telling.date(change.date),), tuple(_change(telling, entry, change))) for entry, change in counted.changes)
    blocks: Blocks = (Definitions(told),) if told else (paragraph(words.gettext("No changes recorded.")),)
    reflections = tuple(
        (Paragraph((*telling.link(card(entry)), f" ({telling.date(record.date)})")),) for entry, record in counted.reflections
    )
    beside = section(2, words.gettext("The reflections of this period"), (Items(reflections),) if reflections else ())
    return section(1, words.gettext("What the network changed about itself"), (*blocks, *beside))


def recommendations(telling: Telling) -> Blocks:
    """Those of this period with whom they ask, and what became of those of the period before."""
    counted, words = telling.counted, telling.words
    made = [_answered(telling, entry, _recommendation(entry).latest, 2) for entry in counted.recommendations]
    earlier = [_answered(telling, promise.entry, promise.latest, 3) for promise in counted.promises if isinstance(promise.latest, FollowUp)]
    blocks = tuple(block for blocks in made for block in blocks) or (paragraph(words.gettext("No recommendations recorded.")),)
    before = section(2, words.gettext("What became of those of the period before"), tuple(block for blocks in earlier for block in blocks))
    return section(1, words.gettext("Recommendations"), (*blocks, *before))


def _change(telling: Telling, entry: Entry, change: Change) -> Iterator[Block]:
    yield paragraph(telling.mark(change.status))
    yield Paragraph(telling.text(change.what))
    if change.because:
        yield lead_in(telling.words.gettext("Why:"), telling.text(change.because))
    yield Paragraph((telling.words.gettext("From:"), " ", *telling.link(card(entry))))


def _answered(telling: Telling, entry: Entry, latest: FollowUp | None, level: int) -> Iterator[Block]:
    """A recommendation with the last that is known of it, or plainly that there was no answer."""
    words, record = telling.words, _recommendation(entry)
    yield Heading(level, telling.link(card(entry)))
    yield Paragraph(telling.text(record.summary))
    if record.addressed_to:
        yield lead_in(f"{words.gettext('Addressed to')}:", _addressees(telling, record))
    if latest:
        yield Paragraph((telling.mark(latest.status), f" {telling.date(latest.date)}: ", *telling.text(latest.note)))
    else:
        yield paragraph(words.gettext("No answer recorded."))


def _addressees(telling: Telling, record: Recommendation) -> Content:
    asked = (
        telling.link(card_of(telling.library, one.organisation)) if one.organisation else (one.name or "",) for one in record.addressed_to
    )
    return tuple(word for words in asked for word in (", ", *words))[1:]


def _recommendation(entry: Entry) -> Recommendation:
    assert isinstance(entry.record, Recommendation)
    return entry.record
