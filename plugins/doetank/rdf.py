"""Statements about things, written as JSON-LD and as Turtle. Every thing has an address of its own, so equal things give equal bytes."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"
"""What may stand in an address as it is; spaces, quotes, braces and angle brackets may not."""
_SPECIAL = re.compile(r'["\\\x00-\x1f\x7f]')
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


@dataclass(frozen=True)
class Iri:
    """The address of another thing."""

    value: str

    @property
    def safe(self) -> str:
        return quote(self.value, safe=_IN_ADDRESS)


@dataclass(frozen=True)
class Text:
    """A value: a text in a language, or one of a datatype, or neither."""

    value: str
    language: str = ""
    datatype: str = ""


Property = tuple[str, Iri | Text]
"""A name with a prefix, such as `dct:title`, and one value; a name may stand more than once."""


@dataclass(frozen=True)
class Thing:
    """What is said about one address. `type` is a name with a prefix."""

    iri: Iri
    type: str
    properties: tuple[Property, ...] = ()


def as_json_ld(prefixes: Mapping[str, str], things: Iterable[Thing]) -> bytes:
    """One graph, with the things in their order."""
    written = {"@context": dict(prefixes), "@graph": [_in_json(thing) for thing in things]}
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def as_turtle(prefixes: Mapping[str, str], things: Iterable[Thing]) -> bytes:
    """The same statements, a block a thing."""
    head = "".join(f"@prefix {name}: <{address}> .\n" for name, address in prefixes.items())
    return (head + "".join(f"\n{_in_turtle(thing)}" for thing in things)).encode()


def _in_json(thing: Thing) -> dict[str, object]:
    said: dict[str, list[dict[str, str]]] = {}
    for name, value in thing.properties:
        said.setdefault(name, []).append(_json_value(value))
    return {"@id": thing.iri.safe, "@type": thing.type, **said}


def _json_value(value: Iri | Text) -> dict[str, str]:
    if isinstance(value, Iri):
        return {"@id": value.safe}
    marks = {"@language": value.language, "@type": value.datatype}
    return {"@value": value.value, **{name: mark for name, mark in marks.items() if mark}}


def _in_turtle(thing: Thing) -> str:
    lines = (f"    {name} {_turtle_value(value)}" for name, value in thing.properties)
    return " ;\n".join((f"<{thing.iri.safe}> a {thing.type}", *lines)) + " .\n"


def _turtle_value(value: Iri | Text) -> str:
    if isinstance(value, Iri):
        return f"<{value.safe}>"
    mark = f"@{value.language}" if value.language else f"^^{value.datatype}" if value.datatype else ""
    return f'"{_SPECIAL.sub(_escaped, value.value)}"{mark}'


def _escaped(found: re.Match[str]) -> str:
    return _SHORT.get(found[0], f"\\u{ord(found[0]):04X}")
