"""A Doetank's way through the phases: each stretch with what happened in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .cards import Card
from .dates import When
from .records import Doetank
from .records.doetank import Event, PhaseEntry


@dataclass(frozen=True)
class Moment:
    """One thing on a time line: a record's card, or an event of the team itself."""

    when: When | None
    card: Card | None = None
    event: Event | None = None
    phase: str | None = None


@dataclass(frozen=True)
class Stretch:
    """A stretch of work in one phase; `entry` is None when only what happened in the phase is known."""

    phase: str
    entry: PhaseEntry | None
    moments: tuple[Moment, ...]
    again: bool = False

    @property
    def planned(self) -> bool:
        """Meant to be done, and not done so far."""
        return self.entry is not None and self.entry.planned


def stretches(doetank: Doetank, happened: Iterable[Card], phases: Sequence[str]) -> tuple[tuple[Stretch, ...], tuple[Moment, ...]]:
    """The phases in the order the team went through them, and the moments that belong to none."""
    moments = sorted([*map(_of_event, doetank.events), *map(_of_card, happened)], key=_oldest_first)
    filled: list[list[Moment]] = [[] for _ in doetank.phases]
    without_entry: dict[str, list[Moment]] = {}
    loose: list[Moment] = []
    for moment in moments:
        index = _stretch_of(moment, doetank.phases)
        if index is not None:
            filled[index].append(moment)
        elif moment.phase:
            without_entry.setdefault(moment.phase, []).append(moment)
        else:
            loose.append(moment)
    known = [
        Stretch(entry.phase, entry, tuple(filled[index]), any(earlier.phase == entry.phase for earlier in doetank.phases[:index]))
        for index, entry in enumerate(doetank.phases)
    ]
    for phase in sorted(without_entry, key=phases.index):
        later = (index for index, stretch in enumerate(known) if phases.index(stretch.phase) > phases.index(phase))
        known.insert(next(later, len(known)), Stretch(phase, None, tuple(without_entry[phase])))
    return tuple(known), tuple(loose)


def _stretch_of(moment: Moment, entries: Sequence[PhaseEntry]) -> int | None:
    """By phase and date where both are known, else by the one that is; None when neither tells."""
    same = [index for index, entry in enumerate(entries) if moment.phase in (None, entry.phase)]
    inside = [index for index in same if _within(moment.when, entries[index])]
    if inside:
        return inside[0]
    if moment.phase is None or not same:
        return None
    before = [index for index in same if moment.when and entries[index].start and _starts_before(entries[index], moment.when)]
    return before[-1] if before else same[0]


def _within(when: When | None, entry: PhaseEntry) -> bool:
    if when is None or entry.start is None:
        return False
    return entry.start.first <= when.first and (entry.end is None or when.first <= entry.end.last)


def _starts_before(entry: PhaseEntry, when: When) -> bool:
    return entry.start is not None and entry.start.first <= when.first


def _of_event(event: Event) -> Moment:
    return Moment(event.date, event=event, phase=event.phase)


def _of_card(card: Card) -> Moment:
    return Moment(card.when, card=card, phase=card.phase)


def _oldest_first(moment: Moment) -> tuple[str, str]:
    title = moment.card.title if moment.card else moment.event.title if moment.event else ""
    return (moment.when.first.isoformat() + moment.when.iso if moment.when else "9999", title)
