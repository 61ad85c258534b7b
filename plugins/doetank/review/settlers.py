"""Who can settle what is open in a record, as far as the record itself says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..cards import Card, card_of
from ..catalogue import N_
from ..library import Library
from ..records import Doetank, Experiment, Lesson, Recommendation, Record, Reflection
from ..records.fields import Ref
from ..records.recommendation import Addressee


@dataclass(frozen=True)
class Settler:
    """A name, with the card of the record where it is that of one. A name of ours is a text for the catalogue."""

    name: str
    card: Card | None = None


EDITORS = Settler(N_("the editors"))
MAKERS_OF_THE_REFLECTION = Settler(N_("the makers of the reflection"))


def settlers(library: Library, record: Record) -> tuple[Settler, ...]:
    """Whom the record says to ask; else who is behind it; else the editors."""
    if record.contact:
        return (Settler(record.contact),)
    return tuple(_behind(library, record)) or (EDITORS,)


def _behind(library: Library, record: Record) -> Iterator[Settler]:
    """Those a recommendation is addressed to, the Doetanks that did or learned it, or who looked at the network."""
    if isinstance(record, Recommendation):
        yield from (_addressee(library, asked) for asked in record.addressed_to)
    elif isinstance(record, Reflection):
        yield MAKERS_OF_THE_REFLECTION
    else:
        yield from (_of(library, ref) for ref in _doetanks(library, record))


def _addressee(library: Library, asked: Addressee) -> Settler:
    return _of(library, asked.organisation) if asked.organisation else Settler(asked.name or "")


def _of(library: Library, ref: Ref) -> Settler:
    card = card_of(library, ref)
    return Settler(card.title, card)


def _doetanks(library: Library, record: Record) -> tuple[Ref, ...]:
    """In the order in which the record names them, each once."""
    if isinstance(record, Doetank):
        return (record.ref,)
    if isinstance(record, Experiment):
        return (record.doetank,)
    about = record.about if isinstance(record, Lesson) else ()
    tried = (library.entry(ref).record for ref in about if ref.type in ("doetank", "experiment"))
    return tuple(dict.fromkeys(ref for found in tried for ref in _doetanks(library, found)))
