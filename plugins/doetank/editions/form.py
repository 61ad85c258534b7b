"""What an edition's file holds, and how an edition becomes one."""

import json
from typing import Any

from pydantic import Field

from ..edition import EarlierReport, Edition, FrozenFigure, Snapshot
from ..records.as_written import as_written
from ..validation import Value
from .digests import digest

SUFFIX = ".edition.json"
FORMAT = "1"


class FigureForm(Value):
    """A number, with the records that it counts: `type:id`."""

    id: str
    method: int
    number: int
    records: tuple[str, ...]


class BodyForm(Value):
    """The preface: its HTML, its headings as (level, id, text), and the addresses of the site that it leads to."""

    html: str
    headings: tuple[tuple[int, str, str], ...]
    links: tuple[str, ...]


class RecordForm(Value):
    """A record in one language, with the digests of its content and of its text."""

    record: str
    language: str
    sha256: str
    text_sha256: str
    fields: dict[str, Any]
    body: BodyForm | None = None


class EditionForm(Value):
    """The whole file. `checksum` is the digest of all the rest."""

    checksum: str
    edition: str
    format: str = Field(pattern=f"^{FORMAT}$")
    stamp: str
    made_with: dict[str, str]
    figures: tuple[FigureForm, ...]
    before: tuple[EarlierReport, ...]
    inline: dict[str, str]
    records: tuple[RecordForm, ...]


def as_file(edition: Edition) -> bytes:
    """The file of an edition. Equal editions give equal bytes."""
    contents: dict[str, object] = {
        "edition": edition.report.id,
        "format": FORMAT,
        "stamp": edition.stamp,
        "made_with": dict(sorted(edition.made_with.items())),
        "figures": [_figure(figure) for figure in edition.figures],
        "before": [one.model_dump() for one in edition.before],
        "inline": dict(sorted(edition.inline.items())),
        "records": [_record(one, one.record.ref == edition.report) for one in edition.snapshots],
    }
    return (json.dumps({"checksum": digest(contents), **contents}, ensure_ascii=False, indent=1) + "\n").encode()


def _figure(figure: FrozenFigure) -> dict[str, object]:
    refs = [str(ref) for ref in figure.records]
    return {"id": figure.id, "method": figure.method, "number": len(refs), "records": refs}


def _record(one: Snapshot, with_body: bool) -> dict[str, object]:
    told: dict[str, object] = {
        "record": str(one.record.ref),
        "language": one.record.site_lang,
        "sha256": one.digest,
        "text_sha256": one.body.digest,
        "fields": as_written(one.record, defaults=False),
    }
    if with_body:
        headings = [[heading.level, heading.id, heading.text] for heading in one.body.headings]
        inside = [link.inside for link in one.body.links if link.inside]
        told["body"] = {"html": one.body.html, "headings": headings, "links": list(dict.fromkeys(inside))}
    return told
