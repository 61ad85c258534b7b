"""An edition: what a report counted and showed on the day it was published, which nothing changes after that."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import Field

from .bodies import Body
from .records import Record
from .records.fields import Ref
from .validation import Value


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


class EarlierFigure(Value):
    """A number of a report of before, as it was when this one was put beside it."""

    id: str
    method: int
    number: int


class EarlierReport(Value):
    """A report of before: the name of its period, and the address of the page that lists what it counted."""

    name: str = Field(pattern=r"^[0-9]{4}(-[0-9]{4})?$")
    url: str = Field(pattern=r"^/[a-z0-9/-]*/$")
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
