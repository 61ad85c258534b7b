"""Strict YAML 1.2 text to plain values, each with its place in the file. Knows no field.

Scalars stay text: the field's own type decides what `19:30`, `no` or `2013` means. `Plain` marks
an unquoted scalar, so that `true` can be told from `"true"`. What is absent, `null`, `""` or `[]`
is left out, because form editors write all four for "not given"; so is a text of spaces only.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Protocol

import yaml

from .problems import Message, Problem, say
from .yaml_clues import likely_mistake
from .yaml_plain import Plain, nothing, plain_mapping

MAX_DEPTH = 20
MAX_VALUES = 10_000

Path = tuple[str | int, ...]


class _Events(Protocol):
    def get_event(self) -> yaml.Event: ...
    def dispose(self) -> None: ...


_loader: Callable[[str], _Events] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Bidirectional overrides and isolates can make a text read otherwise than it is stored; YAML takes the three
# line breaks that no editor shows (U+0085, U+2028, U+2029) for the end of a value.
INVISIBLE = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
_INVISIBLE = re.compile(INVISIBLE)
_USUAL = bytes(range(0x20, 0x7F)) + b"\t\n"


class Place(NamedTuple):
    """Line and column, from 1."""

    line: int
    column: int


class Places(NamedTuple):
    """The place of each key and of each value, by path."""

    keys: Mapping[Path, Place]
    values: Mapping[Path, Place]


@dataclass(frozen=True)
class Fields:
    """A mapping as written. Where things stand is asked of `places` when somebody wants to know, which is seldom."""

    data: Mapping[str, object]
    places: Callable[[], Places] = lambda: Places({}, {})

    @cached_property
    def _places(self) -> Places:
        return self.places()

    @property
    def keys(self) -> Mapping[Path, Place]:
        return self._places.keys

    @property
    def values(self) -> Mapping[Path, Place]:
        return self._places.values

    def place(self, path: Path) -> Place:
        """Where the value at `path` stands, or else the nearest thing that holds it."""
        while path:
            if path in self.values:
                return self.values[path]
            path = path[:-1]
        return self.values.get((), Place(1, 1))

    def key_place(self, path: Path) -> Place:
        """Where the key of `path` stands, for a mistake in the name itself."""
        return self.keys.get(path) or self.place(path)


class _Refused(Exception):
    def __init__(self, place: Place, message: Message) -> None:
        self.place, self.message = place, message


def dotted(path: Path) -> str:
    """`members.2.role`: a field as a person writes it, counting list items from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in path)


def read_mapping(text: str, path: str, first_line: int = 1) -> tuple[Fields | None, tuple[Problem, ...]]:
    """The mapping that `text` holds, and what is wrong with it; `first_line` is its first line in the file."""
    invisible = tuple(invisible_characters(text, path, first_line))
    if invisible:
        return None, invisible
    data = plain_mapping(text)
    if data is not None:
        return Fields(data, lambda: _places(text, path, first_line)), ()
    return read_events(text, path, first_line)


def _places(text: str, path: str, first_line: int) -> Places:
    fields, _ = read_events(text, path, first_line)
    assert fields is not None  # it was read before
    return fields.places()


def read_events(text: str, path: str, first_line: int = 1) -> tuple[Fields | None, tuple[Problem, ...]]:
    """The same of any text without invisible characters, by the parser of YAML."""
    loader = _loader(text)
    try:
        return _Reader(loader, path, first_line).document()
    except yaml.MarkedYAMLError as error:
        line, column, message = likely_mistake(error, text)
        return None, (Problem(path, line + first_line, column + 1, "", message),)
    except _Refused as refused:
        return None, (Problem(path, refused.place.line, refused.place.column, "", refused.message),)
    finally:
        loader.dispose()


def invisible_characters(text: str, path: str, first_line: int) -> Iterator[Problem]:
    """Control and bidirectional characters, which no reader sees and no text needs."""
    if not _INVISIBLE.search(_unusual(text)):
        return
    for number, line in enumerate(text.split("\n"), first_line):
        for match in _INVISIBLE.finditer(line):
            yield Problem(path, number, match.start() + 1, "", _invisible(match[0]))


def _unusual(text: str) -> str:
    """What is left of a text without the characters that most texts are made of: these need not be looked through one by one."""
    return text.encode(errors="surrogatepass").translate(None, _USUAL).decode(errors="surrogatepass")


def _invisible(character: str) -> Message:
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    return say("an invisible character stands here, {code}; remove it", code=f"{code} ({name})" if name else code)


class _Reader:
    def __init__(self, loader: _Events, path: str, first_line: int) -> None:
        self.loader = loader
        self.path = path
        self.first_line = first_line
        self.keys: dict[Path, Place] = {}
        self.values: dict[Path, Place] = {}
        self.anchors: dict[str, object] = {}
        self.problems: list[Problem] = []
        self.count = 0

    def document(self) -> tuple[Fields | None, tuple[Problem, ...]]:
        self.loader.get_event()  # the start of the stream
        event = self.loader.get_event()
        if isinstance(event, yaml.StreamEndEvent):
            return _fields({}, {}, {(): Place(self.first_line, 1)}), ()
        event = self.loader.get_event()
        if not isinstance(event, yaml.MappingStartEvent):
            raise _Refused(self.place(event), say("expected lines of the form `key: value`, with a space after the colon"))
        data = self.mapping(event, (), 1)
        self.loader.get_event()  # the end of the document
        event = self.loader.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            raise _Refused(self.place(event), say("a line `---` starts a second document here; a file holds one"))
        return _fields(data, self.keys, self.values), tuple(self.problems)

    def place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        assert mark is not None  # every event comes from the text
        return Place(mark.line + self.first_line, mark.column + 1)

    def value(self, event: yaml.Event, path: Path, depth: int) -> object:
        self.count += 1
        if self.count > MAX_VALUES:
            raise _Refused(self.place(event), say("more than {limit} values in one file, counting what `*` repeats", limit=MAX_VALUES))
        if depth > MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            raise _Refused(self.place(event), say("nested more than {limit} levels deep", limit=MAX_DEPTH))
        self.values[path] = self.place(event)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        assert isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent))
        if event.tag:
            raise _Refused(
                self.place(event), say("`{tag}`: words with `!` are not used here; write the value alone, or in quotes", tag=event.tag)
            )
        if isinstance(event, yaml.ScalarEvent):
            value: object = self.scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self.sequence(path, depth)
        else:
            value = self.mapping(event, path, depth)
        if event.anchor:
            self.anchors[event.anchor] = value
        return value

    def scalar(self, event: yaml.ScalarEvent) -> str:
        text = str(event.value)
        if event.style == '"' and (found := _INVISIBLE.search(text)):  # written as an escape, such as "\u202e"
            raise _Refused(self.place(event), _invisible(found[0]))
        return Plain(text) if event.style is None or event.style == "" else text

    def alias(self, event: yaml.AliasEvent) -> object:
        if event.anchor not in self.anchors:
            raise _Refused(
                self.place(event),
                say("`*{name}` refers to nothing above it; put quotes around a value that starts with `*`", name=event.anchor),
            )
        value = self.anchors[event.anchor]
        # An alias counts for all that it repeats; that is what stops an alias bomb.
        self.count += _size(value)
        if self.count > MAX_VALUES:
            raise _Refused(self.place(event), say("more than {limit} values in one file, counting what `*` repeats", limit=MAX_VALUES))
        return value

    def sequence(self, path: Path, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self.loader.get_event(), yaml.SequenceEndEvent):
            value = self.value(event, (*path, len(items)), depth + 1)
            if not nothing(value):
                items.append(value)
        return items

    def mapping(self, start: yaml.Event, path: Path, depth: int) -> dict[str, object]:
        data: dict[str, object] = {}
        seen: dict[str, Place] = {}
        while not isinstance(event := self.loader.get_event(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.tag or not event.value:
                raise _Refused(
                    self.place(event),
                    say("expected a field name, then a colon; a value that starts with `?`, `:`, `[` or `{{` needs quotes"),
                )
            key, place = str(event.value), self.place(event)
            twice = seen.get(key)
            value_event = self.loader.get_event()
            if twice:
                message = say("is given twice; the first is on line {line}; keep one", line=twice.line)
                self.problems.append(Problem(self.path, place.line, place.column, dotted((*path, key)), message))
                self.value(value_event, (*path, f"{key}#"), depth + 1)
                continue
            seen[key] = place
            where = (*path, key)
            self.keys[where] = place
            value = self.value(value_event, where, depth + 1)
            if not nothing(value):
                data[key] = value
        if not path:
            self.values[()] = self.place(start)
        return data


def _fields(data: Mapping[str, object], keys: Mapping[Path, Place], values: Mapping[Path, Place]) -> Fields:
    places = Places(keys, values)
    return Fields(data, lambda: places)


def _size(value: object) -> int:
    if isinstance(value, dict):
        return 1 + sum(map(_size, value.values()))
    return 1 + sum(map(_size, value)) if isinstance(value, list) else 1
