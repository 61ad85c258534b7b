"""An edition: what a report counted and showed on the day it was published, which nothing changes after that."""

from collections.abc import Mapping
from dataclasses import dataclass

from .bodies import Body
from .records import Record
from .records.fields import Ref


@dataclass(frozen=True)
class Snapshot:
    """A record in one language as it was then. `digest` is that of its content, `line` where it stands in the edition's file.

    Its body is empty, but for that of the report itself; `body.digest` is always that of the text as it was written.
    """

    record: Record
    body: Body
    digest: str
    line: int = 1


@dataclass(frozen=True)
class FrozenFigure:
    """A number as it was published: the records that it counts, and by which method."""

    id: str
    method: int
    records: tuple[Ref, ...]


@dataclass(frozen=True)
class EarlierFigure:
    """A number of a report of before, as it was when this one was put beside it."""

    id: str
    method: int
    number: int


@dataclass(frozen=True)
class EarlierReport:
    """A report of before: the name of its period, and the address of the page that lists what it counted."""

    name: str
    url: str
    figures: tuple[EarlierFigure, ...]


@dataclass(frozen=True)
class Edition:
    """All that was published. `stamp` is the digest of figures and snapshots, `inline` the HTML of texts that have markup.

    `before` are the reports that it was put beside, newest first; `made_with` are the versions of the programs
    that made it, by name; `path` is its file.
    """

    report: Ref
    path: str
    stamp: str
    figures: tuple[FrozenFigure, ...]
    before: tuple[EarlierReport, ...]
    snapshots: tuple[Snapshot, ...]
    inline: Mapping[str, str]
    made_with: Mapping[str, str]
