"""Strict YAML 1.2 text to plain values, each with its place in the file. Knows no field.

Scalars stay text: the field's own type decides what `19:30`, `no` or `2013` means. `Plain` marks
an unquoted scalar, so that `true` can be told from `"true"`. What is absent, `null`, `""` or `[]`
is left out, because form editors write all four for "not given".
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from .problems import Message, Problem, say

MAX_DEPTH = 20
MAX_VALUES = 10_000

Path = tuple[str | int, ...]
Value = "str | list[Value] | dict[str, Value]"
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# Bidirectional overrides and isolates can make a text read otherwise than it is stored.
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_NOTHING = {"", "~", "null", "Null", "NULL"}


class Plain(str):
    """A scalar written without quotes."""

    __slots__ = ()


@dataclass(frozen=True)
class Place:
    """Line and column, from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Fields:
    """A mapping as written. `keys` and `values` tell the place of each path."""

    data: Mapping[str, object]
    keys: Mapping[Path, Place] = field(default_factory=dict)
    values: Mapping[Path, Place] = field(default_factory=dict)

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
    def __init__(self, mark: yaml.Mark, message: Message, name: str = "") -> None:
        self.mark, self.message, self.name = mark, message, name


def read_mapping(text: str, path: str, first_line: int = 1) -> tuple[Fields | None, tuple[Problem, ...]]:
    """The mapping that `text` holds, and what is wrong with it; `first_line` is its first line in the file."""
    invisible = tuple(invisible_characters(text, path, first_line))
    if invisible:
        return None, invisible
    loader = Loader(text)
    try:
        return _Reader(loader, path, first_line).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(mark.line + first_line, mark.column + 1) if mark else Place(first_line, 1)
        return None, (Problem(path, place.line, place.column, "", _explain(error, text)),)
    except _Refused as refused:
        place = Place(refused.mark.line + first_line, refused.mark.column + 1)
        return None, (Problem(path, place.line, place.column, refused.name, refused.message),)
    finally:
        loader.dispose()


def invisible_characters(text: str, path: str, first_line: int) -> Iterator[Problem]:
    """Control and bidirectional characters, which no reader sees and no text needs."""
    if not _INVISIBLE.search(text):
        return
    for number, line in enumerate(text.split("\n"), first_line):
        for match in _INVISIBLE.finditer(line):
            code = f"U+{ord(match[0]):04X}"
            name = unicodedata.name(match[0], code)
            message = say("invisible character {code} ({name}); remove it", code=code, name=name)
            yield Problem(path, number, match.start() + 1, "", message)


class _Reader:
    def __init__(self, loader: yaml.Loader, path: str, first_line: int) -> None:
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
            return Fields({}, {}, {(): Place(self.first_line, 1)}), ()
        event = self.loader.get_event()
        if not isinstance(event, yaml.MappingStartEvent):
            raise _Refused(event.start_mark, say("expected lines of the form `key: value`"))
        data = self.mapping(event, (), 1)
        self.loader.get_event()  # the end of the document
        event = self.loader.get_event()
        if not isinstance(event, yaml.StreamEndEvent):
            raise _Refused(event.start_mark, say("a second document starts here; a file holds one"))
        return Fields(data, self.keys, self.values), tuple(self.problems)

    def place(self, mark: yaml.Mark) -> Place:
        return Place(mark.line + self.first_line, mark.column + 1)

    def value(self, event: yaml.Event, path: Path, depth: int) -> object:
        self.count += 1
        if self.count > MAX_VALUES:
            raise _Refused(event.start_mark, say("more than {limit} values in one file", limit=MAX_VALUES))
        if depth > MAX_DEPTH:
            raise _Refused(event.start_mark, say("nested more than {limit} levels deep", limit=MAX_DEPTH))
        if getattr(event, "tag", None):
            raise _Refused(event.start_mark, say("`{tag}`: types with `!` are not used here; write the value alone", tag=event.tag))
        self.values[path] = self.place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        if isinstance(event, yaml.ScalarEvent):
            value: object = Plain(event.value) if event.style is None or event.style == "" else str(event.value)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self.sequence(path, depth)
        else:
            value = self.mapping(event, path, depth)
        if event.anchor:
            self.anchors[event.anchor] = value
        return value

    def alias(self, event: yaml.AliasEvent) -> object:
        if event.anchor not in self.anchors:
            raise _Refused(event.start_mark, say("`*{name}` refers to nothing above it", name=event.anchor))
        value = self.anchors[event.anchor]
        # An alias counts for all that it repeats; that is what stops an alias bomb.
        self.count += _size(value)
        if self.count > MAX_VALUES:
            raise _Refused(event.start_mark, say("more than {limit} values in one file", limit=MAX_VALUES))
        return value

    def sequence(self, path: Path, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self.loader.get_event(), yaml.SequenceEndEvent):
            value = self.value(event, (*path, len(items)), depth + 1)
            if not _nothing(value):
                items.append(value)
        return items

    def mapping(self, start: yaml.Event, path: Path, depth: int) -> dict[str, object]:
        data: dict[str, object] = {}
        seen: dict[str, Place] = {}
        while not isinstance(event := self.loader.get_event(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent) or event.tag:
                raise _Refused(event.start_mark, say("a key must be one word, followed by a colon"))
            key, place = str(event.value), self.place(event.start_mark)
            twice = seen.get(key)
            value_event = self.loader.get_event()
            if twice:
                message = say("is given twice; the first is on line {line}", line=twice.line)
                self.problems.append(Problem(self.path, place.line, place.column, key, message))
                self.value(value_event, (*path, f"{key}#"), depth + 1)
                continue
            seen[key] = place
            self.keys[(*path, key)] = place
            value = self.value(value_event, (*path, key), depth + 1)
            if not _nothing(value):
                data[key] = value
        if not path:
            self.values[()] = self.place(start.start_mark)
        return data


def _nothing(value: object) -> bool:
    return value == [] or (value in _NOTHING if isinstance(value, Plain) else value == "")


def _size(value: object) -> int:
    if isinstance(value, dict):
        return 1 + sum(map(_size, value.values()))
    return 1 + sum(map(_size, value)) if isinstance(value, list) else 1


def _explain(error: yaml.MarkedYAMLError, text: str) -> Message:
    """What the author most likely did, from what libyaml says and the line it points at."""
    lines = text.split("\n")
    number = error.problem_mark.line if error.problem_mark else 0
    line = lines[number] if number < len(lines) else ""
    problem = error.problem or ""
    if "mapping values are not allowed" in problem:
        return say("a value with `: ` in it needs quotes around the whole value")
    if "\t" in line[: len(line) - len(line.lstrip())] or "cannot start any token" in problem and "\t" in line:
        return say("a tab; use spaces to indent")
    if "cannot start any token" in problem:
        return say("a value that starts with `{character}` needs quotes around it", character=line.lstrip()[:1] if not error.problem_mark else line[error.problem_mark.column : error.problem_mark.column + 1])
    if "found unexpected end of stream" in problem or "quoted scalar" in (error.context or ""):
        return say("a quote is opened but not closed")
    if "could not find expected ':'" in problem:
        return say("expected `key: value`; is a colon missing on the line before?")
    if "did not find expected key" in problem or "block mapping" in (error.context or "") or "block collection" in (error.context or ""):
        return say("the indentation or a quote does not fit the lines above it")
    return say("cannot be read as YAML: {problem}", problem=problem)
