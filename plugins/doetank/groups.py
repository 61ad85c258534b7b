"""Parts of lists: some records under a heading, and links that narrow a list, with true counts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .cards import Card, cards
from .library import Entry
from .records import RECORD_TYPES
from .urls import LISTED


@dataclass(frozen=True)
class Group:
    """Some of a list under a heading; `title` is empty when the list has no groups."""

    id: str
    title: str
    cards: tuple[Card, ...]

    @property
    def dated(self) -> bool:
        """Whether a reader may expect dates here; methods and organisations have none."""
        return any(found.when for found in self.cards)


@dataclass(frozen=True)
class Option:
    """One way to narrow a list: a link, with how many records it shows. `language` is that of its page, where that is another."""

    title: str
    url: str
    count: int
    current: bool = False
    language: str = ""


@dataclass(frozen=True)
class Choice:
    """One question with its options, such as the theme."""

    title: str
    options: tuple[Option, ...]


def by_type(entries: Iterable[Entry]) -> Iterator[Group]:
    """One group a type, in the order of the lists; a type without records has none."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.record.type].append(entry)
    for type_name in LISTED:
        if type_name in found:
            yield Group(type_name, RECORD_TYPES[type_name].plural, cards(found[type_name]))


def addresses(groups: Iterable[Group]) -> tuple[str, ...]:
    """Where the records of some groups stand, each once, in their order."""
    return tuple(dict.fromkeys(found.url for group in groups for found in group.cards))


def year_of(entry: Entry) -> int | None:
    """The year that a record is dated with."""
    return entry.record.when.year if entry.record.when else None
