"""What belongs together: a Doetank's experiments, posts, Cafés, lessons and recommendations."""

from collections.abc import Iterable
from dataclasses import dataclass

from .library import Entry, Library, newest_first, oldest_first
from .once import once
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


@once
def story(library: Library, doetank: Ref) -> DoetankStory:
    """The story of a Doetank: what names it, or one of its experiments, or a lesson of these."""
    experiments = library.referring(doetank, "experiment")
    tried = [doetank, *(entry.ref for entry in experiments)]
    lessons = following(library, tried, "lesson")
    return DoetankStory(
        experiments=oldest(experiments),
        posts=following(library, tried, "post"),
        cafes=oldest(library.referring(doetank, "cafe")),
        lessons=lessons,
        recommendations=following(library, (entry.ref for entry in lessons), "recommendation"),
        discussions=oldest(library.referring(doetank, "discussion")),
    )


def following(library: Library, refs: Iterable[Ref], *types: str) -> tuple[Entry, ...]:
    """What refers to any of `refs`, each once, oldest first."""
    found = {entry.ref: entry for ref in refs for entry in library.referring(ref, *types)}
    return oldest(found.values())


@once
def oldest_of(library: Library, type_name: str) -> tuple[Entry, ...]:
    """Every record of a type, oldest first; retired ones are left out."""
    return oldest(library.all(type_name))


def oldest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Oldest first, undated ones last."""
    return tuple(sorted(entries, key=oldest_first))


def newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Newest first, undated ones last."""
    return tuple(sorted(entries, key=newest_first))
