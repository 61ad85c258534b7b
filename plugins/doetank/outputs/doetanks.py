"""The page of a Doetank: its question, its time line by phase, its lessons, and who saw what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..cards import Card, card, card_of, cards
from ..library import Entry, Library
from ..pages import File, Page
from ..record_page import record_page
from ..records import Doetank, Experiment, Lesson, Post, Recommendation
from ..records.choices import Verdict
from ..records.recommendation import FollowUp
from ..relations import story
from ..timeline import stretches
from ..ways import drawn_way


@dataclass(frozen=True)
class Answered:
    """A recommendation with the last that is known of it."""

    card: Card
    latest: FollowUp | None


def pages_of(library: Library, entries: Iterable[Entry]) -> Iterator[Page]:
    """One page a Doetank, in each of its languages."""
    for entry in entries:
        if isinstance(entry.record, Doetank):
            yield _page(library, entry, entry.record)


def files_of(_library: Library, _entries: Iterable[Entry]) -> Iterable[File]:
    """None."""
    return ()


def _page(library: Library, entry: Entry, doetank: Doetank) -> Page:
    found = story(library, entry.ref)
    shown = cards((*found.posts, *found.experiments, *found.cafes))
    path, loose = stretches(doetank, shown, library.vocabulary.ids("phases"))
    values = {
        "stretches": path,
        "loose": loose,
        "drawn": drawn_way(doetank, library.site.today),
        "experiments": tuple((card(other), other.record) for other in found.experiments if isinstance(other.record, Experiment)),
        "lessons": _by_verdict(found.lessons),
        "recommendations": tuple(
            Answered(card(other), other.record.latest) for other in found.recommendations if isinstance(other.record, Recommendation)
        ),
        "roles": _by_role(library, found.posts),
        "discussions": cards(found.discussions),
        "origin": card_of(library, doetank.origin_record) if doetank.origin_record else None,
    }
    return record_page(library, entry, values)


def _by_verdict(lessons: Iterable[Entry]) -> tuple[tuple[Verdict, tuple[Card, ...]], ...]:
    """What worked beside what did not: every verdict, also the one without lessons."""
    lessons = tuple(lessons)
    return tuple(
        (verdict, cards(other for other in lessons if isinstance(other.record, Lesson) and other.record.verdict is verdict))
        for verdict in Verdict
    )


def _by_role(library: Library, posts: Iterable[Entry]) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """The same story as each role saw it, in the vocabulary's order; only roles that wrote something."""
    seen: dict[str, list[Entry]] = {}
    for entry in posts:
        assert isinstance(entry.record, Post)
        for role in dict.fromkeys(author.role for author in entry.record.authors):
            seen.setdefault(role, []).append(entry)
    return tuple((role, cards(seen[role])) for role in library.vocabulary.ids("roles") if role in seen)
