"""What belongs together: a Doetank's experiments, posts, Cafés, lessons and recommendations."""

from collections.abc import Iterable
from dataclasses import dataclass

from .library import Entry, Library, newest_first, oldest_first
from .records.fields import Ref


@dataclass(frozen=True)
class DoetankStory:
    """All that refers to one Doetank, each oldest first."""

    experiments: tuple[Entry, ...]
    posts: tuple[Entry, ...]
    cafes: tuple[Entry, ...]
    lessons: tuple[Entry, ...]
    recommendations: tuple[Entry, ...]
    discussions: tuple[Entry, ...]


def story(library: Library, doetank: Entry) -> DoetankStory:
    """The story of a Doetank: what names it, or one of its experiments, or a lesson of these."""
    experiments = library.referring(doetank.ref, "experiment")
    tried = [doetank.ref, *(entry.ref for entry in experiments)]
    lessons = following(library, tried, "lesson")
    return DoetankStory(
        experiments=oldest(experiments),
        posts=following(library, tried, "post"),
        cafes=oldest(library.referring(doetank.ref, "cafe")),
        lessons=lessons,
        recommendations=following(library, (entry.ref for entry in lessons), "recommendation"),
        discussions=oldest(library.referring(doetank.ref, "discussion")),
    )


def following(library: Library, refs: Iterable[Ref], *types: str) -> tuple[Entry, ...]:
    """What refers to any of `refs`, each once, oldest first."""
    found = {entry.ref: entry for ref in refs for entry in library.referring(ref, *types)}
    return oldest(found.values())


def oldest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Oldest first, undated ones last."""
    return tuple(sorted(entries, key=oldest_first))


def newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Newest first, undated ones last."""
    return tuple(sorted(entries, key=newest_first))
