"""What the network changes about itself, and what it recommends to others."""

from collections.abc import Iterator

from ..cards import card, card_of
from ..paper.document import Block, Blocks, Content, Definitions, Items, Paragraph
from ..records import Recommendation
from ..records.choices import Subject
from .answers import answered, changed
from .telling import Telling, lead_in, paragraph, section, with_number


def changes(telling: Telling) -> Blocks:
    """By what the reflections looked at, with what became of each; and the reflections themselves."""
    words = telling.words
    told = tuple(_changes(telling)) or (paragraph(words.gettext("No changes recorded.")),)
    reflections = tuple(
        (Paragraph((*telling.link(card(entry)), f" ({telling.date(record.date)})")),) for entry, record in telling.counted.reflections
    )
    beside = section(2, words.gettext("The reflections of this period"), (Items(reflections),) if reflections else ())
    return section(1, words.gettext("What the network changed about itself"), (*told, *beside))


def recommendations(telling: Telling) -> Blocks:
    """Those of this period with whom they ask, and the last that is known of them."""
    words = telling.words
    records = tuple((entry, entry.record) for entry in telling.counted.recommendations if isinstance(entry.record, Recommendation))
    made = tuple(answered(telling, card(entry), record.latest, _asked(telling, record)) for entry, record in records)
    told = Definitions(made) if made else paragraph(words.gettext("No recommendations recorded."))
    return section(1, words.gettext("New recommendations"), (told,))


def _changes(telling: Telling) -> Iterator[Block]:
    for subject in Subject:
        found = tuple(changed(telling, card(entry), change) for entry, change in telling.counted.changes_about(subject))
        if found:
            yield with_number(2, telling.label(subject.label), telling.count(telling.counted.count(f"changes-{subject}")))
            yield Definitions(found)


def _asked(telling: Telling, record: Recommendation) -> Blocks:
    return (lead_in(f"{telling.words.gettext('Addressed to')}:", _addressees(telling, record)),) if record.addressed_to else ()


def _addressees(telling: Telling, record: Recommendation) -> Content:
    asked = (
        telling.link(card_of(telling.library, one.organisation)) if one.organisation else (one.name or "",) for one in record.addressed_to
    )
    return tuple(word for words in asked for word in (", ", *words))[1:]
