"""What the builder tells the server, as one line of JSON. It imports nothing of the site, which may be what is broken."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Where a mistake is, and so who can mend it."""

    CONTENT = "content"
    THEME = "theme"
    CODE = "code"


@dataclass(frozen=True)
class Mistake:
    """One mistake in the language of the site; 0 is a line or a column that is not known."""

    file: str
    line: int
    column: int
    field: str
    message: str

    @property
    def place(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)

    def __str__(self) -> str:
        return ": ".join(part for part in (self.place, self.field, self.message) if part)


@dataclass(frozen=True)
class Answer:
    """How a step ended: without mistakes `changed` names the files that are new, other or gone, and `search` which pages can be found."""

    language: str
    mistakes: tuple[Mistake, ...] = ()
    kind: Kind = Kind.CONTENT
    changed: tuple[str, ...] = ()
    seconds: float = 0
    search: tuple[str, ...] = ()

    def as_line(self) -> bytes:
        """For `answer_in`."""
        return json.dumps(asdict(self)).encode() + b"\n"


def answer_in(line: bytes) -> Answer:
    """Raises ValueError for what is no answer."""
    told = json.loads(line)
    mistakes = tuple(Mistake(**mistake) for mistake in told["mistakes"])
    lists = {name: tuple(told[name]) for name in ("changed", "search")}
    return Answer(**{**told, **lists, "mistakes": mistakes, "kind": Kind(told["kind"])})
