"""The questions of the form on the site, from the fields of a record type: how each is answered, and from what one chooses."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from .catalogue import Catalogue
from .records import Record
from .records.describe import (
    ADDRESS,
    DATE,
    DAY,
    FLAG,
    MEDIA,
    MOMENT,
    NUMBER,
    PARAGRAPH,
    PERIOD,
    FieldDescription,
    choices_of,
    describe_fields,
)
from .vocabulary import Vocabulary

FEW = 4
"""So many choices are read at a glance, and stand beside each other; more fold into a list."""
_WIDGETS: dict[str, str] = {PARAGRAPH: "paragraph", FLAG: "flag", NUMBER: "number", MOMENT: "moment", ADDRESS: "address", MEDIA: "line"}
_WIDGETS |= dict.fromkeys((DAY, PERIOD, DATE), "date")


@dataclass(frozen=True)
class Question:
    """One field. `widget` is how it is answered, `options` are (value, label) pairs, ready to be shown.

    `path` is its place in the form, such as `sources-§-title`; each § stands for the number of an item.
    """

    name: str
    path: str
    label: str
    hint: str
    example: str
    required: bool
    many: bool
    widget: str
    options: tuple[tuple[str, str], ...] = ()
    refers_to: str = ""
    questions: tuple["Question", ...] = ()

    @property
    def inner(self) -> bool:
        """Whether it is part of another question."""
        return "-" in self.path


@dataclass(frozen=True)
class Form:
    """The questions of one type: what must be answered, always or with some answers, what may be, and what editors look after."""

    required: tuple[Question, ...]
    sometimes: tuple[Question, ...]
    optional: tuple[Question, ...]
    for_editors: tuple[Question, ...]

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The types of record that one chooses from, each once."""
        return tuple(
            sorted(
                {kind for question in (*self.required, *self.sometimes, *self.optional, *self.for_editors) for kind in _referred(question)}
            )
        )


def _needed(schema: Mapping[str, Any]) -> Iterator[str]:
    """The fields that a rule may ask for, and those on which that depends."""
    for word, part in schema.items():
        if word in ("required", "properties"):
            yield from part
        elif word in ("if", "then", "else", "anyOf"):
            yield from (name for one in (part if isinstance(part, list) else [part]) for name in _needed(one))


def _referred(question: Question) -> Iterator[str]:
    if question.refers_to:
        yield question.refers_to
    for part in question.questions:
        yield from _referred(part)


def form_of(record_type: type[Record], vocabulary: Vocabulary, words: Catalogue) -> Form:
    """The form of a type; what one chooses from is told in the language of `words`."""
    fields = describe_fields(record_type)
    asked_by_a_rule = {name for rule in record_type.rules for clause in rule.clauses for name in _needed(clause.schema)}
    others = [field for field in fields if not field.required and not field.for_editors]

    def asked(chosen: Iterable[FieldDescription]) -> tuple[Question, ...]:
        return tuple(_question(field, field.name, vocabulary, words) for field in chosen)

    return Form(
        asked(field for field in fields if field.required),
        asked(field for field in others if field.name in asked_by_a_rule),
        asked(field for field in others if field.name not in asked_by_a_rule),
        asked(field for field in fields if not field.required and field.for_editors),
    )


def _question(field: FieldDescription, path: str, vocabulary: Vocabulary, words: Catalogue) -> Question:
    options = tuple(choices_of(field, vocabulary, words).items())
    inner = f"{path}-§" if field.many else path
    return Question(
        name=field.name,
        path=path,
        label=field.label,
        hint=field.hint,
        example=field.example,
        required=field.required,
        many=field.many,
        widget=_widget(field, options),
        options=options,
        refers_to=field.refers_to,
        questions=tuple(_question(part, f"{inner}-{part.name}", vocabulary, words) for part in field.fields),
    )


def _widget(field: FieldDescription, options: tuple[tuple[str, str], ...]) -> str:
    if field.fields:
        return "group"
    if options:
        return "boxes" if field.many else "radios" if field.required and len(options) <= FEW else "select"
    return "reference" if field.refers_to else _WIDGETS.get(field.kind, "line")
