"""The records that are there already, to be named by a new one."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from ..library import alphabetical
from ..records.fields import ANY, Ref
from ..sources import Source, title_of

MOST = 7
"""So many are offered at once."""


@dataclass(frozen=True)
class Known:
    """A record by what one would type to name it."""

    ref: Ref
    title: str

    def written(self, refers_to: str) -> str:
        """How a field names it that refers to one type, or to any."""
        return str(self.ref) if refers_to == ANY else self.ref.id


def known_records(sources: Iterable[Source]) -> tuple[Known, ...]:
    """Every record once, with the title in its first file; the id where that cannot be read."""
    first: dict[Ref, Source] = {}
    for source in sources:
        first.setdefault(Ref(source.type, source.id), source)
    return tuple(Known(ref, title_of(source) or source.id) for ref, source in first.items())


def nearest_records(typed: str, known: Iterable[Known], refers_to: str) -> tuple[Known, ...]:
    """Those with every typed word in their id or title; without any, those that look most like it."""
    of_type = [one for one in known if refers_to in (ANY, one.ref.type)]
    words = alphabetical(typed).replace(":", " ").split()
    found = [one for one in of_type if all(word in alphabetical(f"{one.ref} {one.title}") for word in words)]
    if not found:
        by_name = {name: one for one in of_type for name in (one.ref.id, alphabetical(one.title))}
        found = [by_name[name] for name in get_close_matches(alphabetical(typed), list(by_name), n=MOST, cutoff=0.5)]
    return tuple(dict.fromkeys(found))[:MOST]
