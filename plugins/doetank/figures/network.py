"""What the network changed about itself in a period, and in which records people of each role took part."""

from collections.abc import Iterator
from dataclasses import replace

from ..cards import Card, card, cards
from ..catalogue import N_, catalogue
from ..library import Entry, Library
from ..records import Doetank, Post, Reflection
from ..records.choices import ChangeStatus, Subject
from ..records.reflection import Change
from ..relations import oldest
from .figure import Figure, Group, Measure
from .year_records import YearRecords

_CHANGES = Measure(Group.CHANGE, N_("Changes that reflections of this period name, by subject and by what was known of them at its end."))
_ROLES = Measure(
    Group.ROLE, N_("Doetanks at work and posts of this period in which somebody with this role took part. Records are counted, not people.")
)


def network_figures(library: Library, records: YearRecords) -> Iterator[Figure]:
    """All changes; those about each subject, and of these by status; then the roles in the order of the vocabulary."""
    text = catalogue(library.language).gettext
    changes = [
        (reflection.subject, change, _card(library, entry, change))
        for entry, reflection in ((entry, entry.record) for entry in records.reflections)
        if isinstance(reflection, Reflection)
        for change in reflection.changes
    ]
    yield Figure("changes", text(N_("Changes")), tuple(shown for _, _, shown in changes), _CHANGES)
    for subject in Subject:
        about = [(change, shown) for of, change, shown in changes if of is subject]
        yield Figure(f"changes-{subject}", text(subject.label), tuple(shown for _, shown in about), _CHANGES)
        for status in ChangeStatus:
            found = tuple(shown for change, shown in about if change.known is status)
            yield Figure(f"changes-{subject}-{status}", f"{text(subject.label)}: {text(status.label)}", found, _CHANGES)
    for role in library.vocabulary.roles:
        took_part = oldest(entry for entry in (*records.doetanks, *records.posts) if role.id in _roles(entry))
        yield Figure(f"role-{role.id}", role.label.text(library.language), cards(took_part), _ROLES)


def _card(library: Library, entry: Entry, change: Change) -> Card:
    """The reflection, under what it changes."""
    return replace(card(entry), title=library.plain(change.what))


def _roles(entry: Entry) -> set[str]:
    record = entry.record
    if isinstance(record, Doetank):
        return {member.role for member in record.members}
    return {author.role for author in record.authors} if isinstance(record, Post) else set()
