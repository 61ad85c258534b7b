"""A record as lists, time lines and references show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .catalogue import N_
from .dates import When
from .library import Entry, Library
from .once import once
from .records import Cafe, Doetank, Experiment, Inspiration, Lesson, Post, Recommendation, Record
from .records.choices import Choice
from .records.fields import NETWORK, Ref
from .urls import HOME


@dataclass(frozen=True)
class Card:
    """A link with what a reader needs to choose. `kind` and `mark` are texts for the catalogue.

    `mark` is how it came out: a lesson's verdict, an experiment's outcome, a Doetank's state or the latest
    answer to a recommendation; `mark_type` says which of these. `corrected` says that an erratum of the report that shows it names it.
    """

    ref: Ref
    url: str
    title: str
    kind: str
    language: str
    summary: str = ""
    when: When | None = None
    mark: Choice | None = None
    mark_type: str = ""
    phase: str | None = None
    draft: bool = False
    retired: bool = False
    cancelled: bool = False
    review_due: bool = False
    corrected: bool = False

    @property
    def type(self) -> str:
        return self.ref.type


@once
def card(entry: Entry) -> Card:
    """The card of one record."""
    record = entry.record
    mark, mark_type = _mark(record)
    return Card(
        record.ref, entry.url, record.title, kind_of(record), record.lang, getattr(record, "summary", None) or "", record.when,
        mark, mark_type, getattr(record, "phase", None), record.is_draft, record.is_retired, getattr(record, "cancelled", False),
        entry.review_due,
    )  # fmt: skip


def cards(entries: Iterable[Entry]) -> tuple[Card, ...]:
    """The cards of records, in their order."""
    return tuple(card(entry) for entry in entries)


def card_of(library: Library, ref: Ref) -> Card:
    """The card of what a reference names."""
    if ref == NETWORK:
        return Card(NETWORK, library.address(HOME), N_("The network"), N_("Network"), library.language)
    return card(library.entry(ref))


def referred(library: Library, entry: Entry) -> Mapping[Ref, Card]:
    """The cards of all that a record refers to, for its template to look up."""
    return {ref: card_of(library, ref) for ref in sorted(entry.refers_to) if ref == NETWORK or ref in library.entries}


def kind_of(record: Record) -> str:
    """What readers call it: a post's or Café's own kind, or else the name of the type."""
    if isinstance(record, (Post, Cafe, Inspiration)):
        return record.kind.label
    return record.label


def _mark(record: Record) -> tuple[Choice | None, str]:
    if isinstance(record, Lesson):
        return record.verdict, "verdict"
    if isinstance(record, Experiment):
        return record.outcome, "outcome"
    if isinstance(record, Doetank):
        return record.state, "state"
    if isinstance(record, Recommendation) and record.latest:
        return record.latest.status, "status"
    return None, ""
