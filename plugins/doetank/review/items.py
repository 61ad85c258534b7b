"""One thing to look at: a record, the place in it, what is open there, and who can settle it."""

from dataclasses import dataclass

from ..library import Entry, Library
from ..problems import Message
from ..yaml_text import Path
from .settlers import Settler, settlers


@dataclass(frozen=True)
class Item:
    """`field` is where in the file it is to be settled; where that is not there yet, what would hold it is.

    `what` is the part of the record that is meant, in its author's words, where that is not all of it.
    """

    entry: Entry
    field: Path
    message: Message
    settlers: tuple[Settler, ...]
    what: str = ""

    @property
    def path(self) -> str:
        """The file of the record, in messages."""
        return self.entry.record.path


def item(library: Library, entry: Entry, field: Path, message: Message, what: str = "") -> Item:
    """Something to look at, with who can settle it."""
    return Item(entry, field, message, settlers(library, entry.record), what)
