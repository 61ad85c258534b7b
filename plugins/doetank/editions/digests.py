"""Digests of content: equal when two things say the same, whatever the order of their fields or the layout of their file."""

import json
from collections.abc import Iterable
from hashlib import sha256

from ..edition import FrozenFigure, Snapshot
from ..records import Record
from ..records.as_written import as_written
from ..records.report import Years
from .as_compared import as_compared

ASIDE = frozenset(
    {"aliases", "contact", "contributors", "created", "errata", "image", "links", "modified", "privacy_ok", "released", "tags"}
)
"""What may change without a word: it says nothing of what was learned, or says itself that it came later."""


def digest_of(record: Record, text: str, years: Years) -> str:
    """Of what a record said on the last day of a period. `text` is the digest of its body."""
    return digest({"fields": as_written(as_compared(record, years), without=ASIDE, defaults=False), "text": text})


def stamp_of(figures: Iterable[FrozenFigure], snapshots: Iterable[Snapshot]) -> str:
    """Of everything that an edition counts and shows."""
    counted = [[figure.id, figure.method, [str(ref) for ref in figure.records]] for figure in figures]
    shown = [[str(one.record.ref), one.record.site_lang, one.digest] for one in snapshots]
    return digest({"figures": counted, "records": shown})


def digest(data: object) -> str:
    """SHA-256 of data, written in the one way in which equal data are equal."""
    return sha256(json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
