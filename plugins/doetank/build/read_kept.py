"""Records that an earlier build read: a file with the same bytes need not be read again, when what it refers to is where it was."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from sys import intern

from ..bodies import Body, BodyLink, Heading
from ..bodies.links import Target
from ..edition import Edition
from ..editions.find import read_editions
from ..fingerprint import Fingerprints
from ..problems import Problem
from ..reading import Parsed, Reader
from ..record_json import NotPlain, as_json, from_json
from ..sources import Source
from .kept import Kept
from .workers import forked_each

PREFIX = "record:"
AT_ONCE = 500
"""So many are put together, so that they do not all wait in memory."""
SPARE, LEAST = 4, 250
"""As many records of earlier builds are kept for each of this one; a small site counts as one of so many."""


class ReadKept:
    """What is kept of records."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def parsed(self, reader: Reader, sources: Sequence[Source], workers: int) -> list[Parsed]:
        """`[reader.read(source) for source in sources]`."""
        around = Fingerprints().of(reader.reading, reader.default_language, reader.mailboxes)
        known = {source.name: parsed for source in sources if (parsed := self._known(_key(around, source, source.read()), source, reader))}
        new = [source for source in sources if source.name not in known]

        def read(source: Source) -> tuple[str, str, Parsed | None]:
            content = source.read()  # once more: thousands of them take much memory, and this one may have changed
            parsed = reader.read(source, content)
            text = as_text(parsed, reader)
            return _key(around, source, content), text, None if text else parsed

        told: dict[str, str] = {}
        for source, (key, text, parsed) in zip(new, forked_each(read, new, workers), strict=True):
            known[source.name] = parsed or from_text(text, source, reader)
            if text:
                told[key] = text
            if len(told) == AT_ONCE:
                self._kept.put(told)
                told = {}
        self._kept.put(told)
        self._kept.forget(PREFIX, SPARE * max(len(sources), LEAST))
        return [known[source.name] for source in sources]

    def editions(self, content: Path, shown_as: str, reader: Reader) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
        """`read_editions`, with what the reader has."""
        return read_editions(content, shown_as, reader.reading, reader.converter)

    def _known(self, key: str, source: Source, reader: Reader) -> Parsed | None:
        text = self._kept.get(key)
        if text is None:
            return None
        parsed = from_text(text, source, reader)
        return parsed if as_before(parsed, reader) else None


def _key(around: str, source: Source, content: bytes) -> str:
    """Under which the record of a file is kept; `around` is the fingerprint of what all records depend on."""
    named = f"{around}\n{source.path}\n{source.name}\n{source.type}\n{source.id}\n{source.language}\n".encode()
    return f"{PREFIX}{hashlib.sha256(named + content).hexdigest()}"


def as_before(parsed: Parsed, reader: Reader) -> bool:
    """Whether everything that a record refers to is where it was when it was read."""
    return parsed.files <= reader.media and all(reader.converter.places.target(*asked) == target for asked, target in parsed.asked)


def as_text(parsed: Parsed, reader: Reader) -> str:
    """For `from_text`; empty where somebody is to be told something, and where a value has no form in JSON."""
    if parsed.problems or parsed.record is None:
        return ""
    body = parsed.body
    rest = {
        "headings": [[heading.level, heading.id, heading.text] for heading in body.headings],
        "links": [list(vars(link).values()) for link in parsed.links],
        "of_body": len(body.links),
        "ids": sorted(body.ids),
        "digest": body.digest,
        "inline": dict(parsed.inline),
        "parts": list(parsed.parts),
        "asked": [[*asked, *target] for asked, target in parsed.asked],
        "files": sorted(parsed.files),
    }
    try:
        record = as_json(parsed.record, reader.reading.zone)
    except NotPlain:
        return ""
    return "\n".join((record, json.dumps(rest, ensure_ascii=False, separators=(",", ":")), body.html))


def from_text(text: str, source: Source, reader: Reader) -> Parsed:
    """What `as_text` was given."""
    written, told, html = text.split("\n", 2)
    record, rest = from_json(written, reader.reading.zone), json.loads(told)
    links = tuple(BodyLink(*link) for link in rest["links"])
    headings = tuple(Heading(*heading) for heading in rest["headings"])
    body = Body(html, headings, links[: rest["of_body"]], frozenset(rest["ids"]), rest["digest"])
    asked = tuple(((href, name), Target(*target)) for href, name, *target in rest["asked"])
    parts = tuple(map(intern, rest["parts"]))  # thousands of texts share them
    return Parsed(source, record, record, body, (), rest["inline"], links, parts, asked, frozenset(rest["files"]))
