"""A group as one line of a form: its parts with bars between them, how that is told, and an example."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..catalogue import N_, Catalogue
from ..records.describe import FLAG, GROUP, MEDIA, FieldDescription, choices_of
from ..vocabulary import Vocabulary

Options = tuple[tuple[str, str], ...]
"""Codes and what readers see instead."""

MOST_PARTS = 5
"""More parts than this nobody fills in on one line without a mistake."""
_FLAGS = (("true", N_("Yes")), ("false", N_("No")))


@dataclass(frozen=True)
class Part:
    """A part of a line that stands for a group. `path` is where its value goes in the group."""

    path: tuple[str, ...]
    field: FieldDescription
    label: str
    options: Options


def options_of(field: FieldDescription, vocabulary: Vocabulary, words: Catalogue) -> Options:
    """From what one chooses; nothing where one writes."""
    if field.kind == FLAG:
        return tuple((code, words.gettext(label)) for code, label in _FLAGS)
    return tuple(choices_of(field, vocabulary, words).items())


def parts_of(group: FieldDescription, vocabulary: Vocabulary, words: Catalogue) -> tuple[Part, ...]:
    """Nothing for a group with files in it, or with more parts than a line can hold."""
    ways = tuple(_flat(group.fields))
    if len(ways) > MOST_PARTS or any(way[-1].kind == MEDIA for way in ways):
        return ()
    return tuple(Part(tuple(one.name for one in way), way[-1], _label(way, words), options_of(way[-1], vocabulary, words)) for way in ways)


def line_of(parts: tuple[Part, ...], many: bool, words: Catalogue) -> str:
    """How such a line is written."""
    form = words.gettext("One on each line: {parts}.") if many else words.gettext("On one line: {parts}.")
    told = [form.format(parts=" | ".join(part.label for part in parts))]
    choice = words.gettext("{label}: {names}.")
    told += [choice.format(label=part.label, names=", ".join(name for _, name in part.options)) for part in parts if part.options]
    if not all(part.field.required for part in parts):
        told.append(words.gettext("Leave a part empty when you do not know it."))
    return " ".join(told)


def example_of(parts: tuple[Part, ...], words: Catalogue) -> str:
    """Such a line, made of the examples of its parts."""
    return " | ".join(_cell(part, words) for part in parts).rstrip(" |")


def _cell(part: Part, words: Catalogue) -> str:
    if part.options:
        return part.options[0][1]
    return words.gettext(part.field.example) if part.field.example else ""


def _flat(fields: tuple[FieldDescription, ...], above: tuple[FieldDescription, ...] = ()) -> Iterator[tuple[FieldDescription, ...]]:
    """Every field with the groups that it is in."""
    for field in fields:
        if field.kind == GROUP:
            yield from _flat(field.fields, (*above, field))
        else:
            yield (*above, field)


def _label(way: tuple[FieldDescription, ...], words: Catalogue) -> str:
    return ": ".join(words.gettext(field.label) for field in way)
