"""What a reader of a record may want next: others about the same, with the same method, theme or phase, and why.

A record is compared with the newest of what it shares something with, found in an index that is made once;
so the work grows with the number of records, and not with its square.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from .cards import Card, card
from .catalogue import N_, catalogue
from .facets import phases_of
from .library import Entry, Library, newest_first
from .once import once
from .records.fields import Ref

SHOWN = 5
NEAREST = 40
"""How many of those that share one thing are looked at, newest first."""

TYPES = ("experiment", "lesson", "post", "recommendation", "method", "inspiration")
"""What has related records, and is one."""

_SUBJECTS = ("doetank", "cafe", "experiment", "lesson", "recommendation", "discussion", "inspiration")
_BEHIND = ("experiment", "lesson")
_REASONS = (N_("also about {what}"), N_("same method: {what}"), N_("same theme: {what}"), N_("same phase: {what}"))

Shares = tuple[tuple[str | Ref, ...], ...]
"""What two records share, or one may share, strongest first: subjects, methods, themes, phases."""


@dataclass(frozen=True)
class Related:
    """Another record, and in the reader's language why it is named."""

    card: Card
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Relations:
    """Which records share something: what each may share, who has it, newest first, and the order of all."""

    shares: Mapping[Ref, Shares]
    having: Mapping[tuple[int, str | Ref], tuple[Ref, ...]]
    order: Mapping[Ref, int]


@once
def find_relations(library: Library) -> Relations:
    """The index of all records that can be related; once a library. Drafts and retired records are in none."""
    entries = [entry for name in TYPES for entry in library.all(name) if not entry.record.is_draft]
    entries.sort(key=lambda entry: (newest_first(entry), entry.ref))
    having: dict[tuple[int, str | Ref], list[Ref]] = defaultdict(list)
    shares = {entry.ref: _shares(library, entry) for entry in entries}
    for ref, found in shares.items():
        for strength, values in enumerate(found):
            for value in values:
                if len(having[strength, value]) < NEAREST:
                    having[strength, value].append(ref)
    order = {entry.ref: place for place, entry in enumerate(entries)}
    return Relations(shares, {key: tuple(refs) for key, refs in having.items()}, order)


def related(library: Library, relations: Relations, entry: Entry, linked: Collection[Ref]) -> tuple[Related, ...]:
    """At most five others, without what the page links already.

    Those that share most come first, then those that share what few have, and then the newest.
    """
    own = relations.shares.get(entry.ref) or _shares(library, entry)
    left_out = {entry.ref, *linked}
    found: dict[Ref, Shares] = {}
    for strength, values in enumerate(own):
        # What shares less comes after all of these, so it is looked at only when there are too few.
        if len(found) >= SHOWN:
            break
        near = (ref for value in values for ref in relations.having.get((strength, value), ()))
        found |= {ref: relations.shares[ref] for ref in near if ref not in left_out}
    # Many have the same to share, which is compared and weighed once.
    shared = {theirs: _shared(own, theirs) for theirs in set(found.values())}
    weights = {theirs: _weight(relations, both) for theirs, both in shared.items()}
    best = sorted(found, key=lambda ref: (weights[found[ref]], relations.order[ref]))[:SHOWN]
    return tuple(Related(card(library.entry(ref)), _reasons(library, shared[found[ref]])) for ref in best)


def _shares(library: Library, entry: Entry) -> Shares:
    record = entry.record
    refs = _with_behind(library, entry.refers_to)
    subjects = tuple(sorted((ref for ref in refs if ref.type in _SUBJECTS), key=lambda ref: (_SUBJECTS.index(ref.type), ref)))
    methods = tuple(sorted(ref for ref in entry.refers_to if ref.type == "method"))
    return subjects, methods, record.themes, phases_of(record)


def _with_behind(library: Library, refs: Collection[Ref]) -> frozenset[Ref]:
    """References, with the Doetanks and Cafés behind the experiments and lessons among them."""
    found = frozenset(refs)
    for ref in refs:
        if ref.type in _BEHIND and ref in library.entries:
            found |= {other for other in _with_behind(library, library.entry(ref).refers_to) if other.type in _SUBJECTS}
    return found


def _shared(own: Shares, others: Shares) -> Shares:
    return tuple([tuple([value for value in mine if value in theirs]) for mine, theirs in zip(own, others, strict=True)])


@once
def _weight(relations: Relations, shared: Shares) -> tuple[tuple[int, int], ...]:
    """For each kind of thing, strongest first: how many are shared, and how few have the rarest of them."""
    return tuple(
        (-len(values), min((len(relations.having[strength, value]) for value in values), default=0))
        for strength, values in enumerate(shared)
    )


@once
def _reasons(library: Library, shared: Shares) -> tuple[str, ...]:
    return tuple(_told(library, shared))


def _told(library: Library, shared: Shares) -> Iterator[str]:
    """One line for each kind of thing that is shared. Of the subjects the first tells enough."""
    subjects, methods, themes, phases = shared
    named = (subjects[:1], methods, themes, phases)
    for reason, values, name in zip(_REASONS, named, ("", "", "themes", "phases"), strict=True):
        if values:
            what = ", ".join(_name(library, value, name) for value in values)
            yield catalogue(library.language).gettext(reason).format(what=what)


def _name(library: Library, value: str | Ref, name: str) -> str:
    if isinstance(value, Ref):
        return library.entry(value).record.title
    return library.vocabulary.term(name, value).label.text(library.language)
