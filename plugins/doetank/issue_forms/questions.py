"""What the form of a type asks: a question for each field that a form of GitHub can hold, in the language of the site."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..catalogue import N_, Catalogue
from ..records import Record
from ..records.describe import CODE, FLAG, GROUP, MEDIA, PARAGRAPH, REFERENCE, FieldDescription, describe_fields
from ..vocabulary import Vocabulary

Options = tuple[tuple[str, str], ...]
"""Codes and what readers see instead."""

MOST_PARTS = 5
"""A group is one line in a form; more parts than this nobody fills in without a mistake."""
TEXT = FieldDescription(
    "body",
    N_("Your text"),
    N_("What you want to tell, in as many paragraphs as you like. Markdown may stand in it."),
    N_("a text of any length"),
    required=False,
    many=False,
)
"""The text below the fields."""
_FLAGS = (("true", N_("Yes")), ("false", N_("No")))


@dataclass(frozen=True)
class Part:
    """A part of a line that stands for a group. `path` is where its value goes in the group."""

    path: tuple[str, ...]
    field: FieldDescription
    label: str
    options: Options


@dataclass(frozen=True)
class Question:
    """One question. `code` is there when each value of a group's code has a question of its own, and `parts` when a line is a group."""

    id: str
    label: str
    hint: str
    example: str
    field: FieldDescription
    options: Options = ()
    parts: tuple[Part, ...] = ()
    code: str = ""

    @property
    def is_text(self) -> bool:
        """Whether it is the text below the fields."""
        return self.field is TEXT

    @property
    def is_long(self) -> bool:
        """Whether the answer takes more than one line."""
        return not self.options and (self.field.many or bool(self.parts) or self.field.kind == PARAGRAPH or self.is_text)

    @property
    def has_lines(self) -> bool:
        """Whether each line of the answer is a value."""
        return self.is_long and not self.code and (self.field.many or bool(self.parts))


def questions_of(record_type: type[Record], vocabulary: Vocabulary, words: Catalogue) -> tuple[Question, ...]:
    """Required ones, the text, and the others: first those that only this type has."""
    fields = [field for field in describe_fields(record_type) if not field.for_editors]
    others = sorted((field for field in fields if not field.required), key=lambda field: field.name in Record.model_fields)
    order = [*(field for field in fields if field.required), TEXT, *others]
    return tuple(question for field in order for question in _asked(field, vocabulary, words))


def _asked(field: FieldDescription, vocabulary: Vocabulary, words: Catalogue) -> Iterator[Question]:
    label, hint, example = (words.gettext(text) if text else "" for text in (field.label, field.hint, field.example))
    question = Question(field.name, label, hint, example, field, _options(field, vocabulary, words))
    if field.kind != GROUP:
        if field.kind != MEDIA:
            yield replace(question, hint=_told(hint, _how(field, words)))
    elif codes := _codes(field):
        text = next(inner for inner in field.fields if inner.kind == PARAGRAPH)
        for code, name in codes.values:
            part = f"{label}: {words.gettext(name)}"
            yield Question(f"{field.name}-{code}", part, words.gettext(text.hint), words.gettext(text.example), field, code=code)
    elif parts := _parts(field, vocabulary, words):
        yield replace(question, hint=_told(hint, _line(field, parts, words)), example=_example(parts, words), parts=parts)


def _options(field: FieldDescription, vocabulary: Vocabulary, words: Catalogue) -> Options:
    if field.list_name:
        return tuple((term.id, term.label.text(words.language)) for term in vocabulary.terms(field.list_name))
    values = _FLAGS if field.kind == FLAG else field.values
    return tuple((code, words.gettext(label)) for code, label in values)


def _codes(field: FieldDescription) -> FieldDescription | None:
    """The coded field of a group that has nothing beside it but a text: then there is a question for each code."""
    kinds = {inner.kind: inner for inner in field.fields}
    return kinds[CODE] if field.many and len(field.fields) == 2 and set(kinds) == {CODE, PARAGRAPH} else None


def _parts(field: FieldDescription, vocabulary: Vocabulary, words: Catalogue) -> tuple[Part, ...]:
    """Nothing for a group with files in it, or with more parts than a line can hold."""
    flat = tuple(_flat(field.fields))
    if len(flat) > MOST_PARTS or any(way[-1].kind == MEDIA for way in flat):
        return ()
    return tuple(Part(tuple(one.name for one in way), way[-1], _label(way, words), _options(way[-1], vocabulary, words)) for way in flat)


def _flat(fields: tuple[FieldDescription, ...], above: tuple[FieldDescription, ...] = ()) -> Iterator[tuple[FieldDescription, ...]]:
    """Every field with the groups that it is in."""
    for field in fields:
        if field.kind == GROUP:
            yield from _flat(field.fields, (*above, field))
        else:
            yield (*above, field)


def _label(way: tuple[FieldDescription, ...], words: Catalogue) -> str:
    return ": ".join(words.gettext(field.label) for field in way)


def _how(field: FieldDescription, words: Catalogue) -> str:
    """How a value is written that is no text of the author's own."""
    if field.kind == REFERENCE:
        told = words.gettext("Write the title of its page on this site, or the address.")
        return _told(told, words.gettext("One on each line.")) if field.many else told
    return words.gettext("One on each line.") if field.many and not field.values and not field.list_name else ""


def _line(field: FieldDescription, parts: tuple[Part, ...], words: Catalogue) -> str:
    form = words.gettext("One on each line: {parts}.") if field.many else words.gettext("On one line: {parts}.")
    written = form.format(parts=" | ".join(part.label for part in parts))
    all_needed = all(part.field.required for part in parts)
    return written if all_needed else _told(written, words.gettext("Leave a part empty when you do not know it."))


def _example(parts: tuple[Part, ...], words: Catalogue) -> str:
    cells = [part.options[0][1] if part.options else words.gettext(part.field.example) if part.field.example else "" for part in parts]
    return " | ".join(cells).rstrip(" |")


def _told(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
