"""What the form of a type asks: a question for each field that a form of GitHub can hold, in the language of the site."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..catalogue import N_, Catalogue
from ..records import Record
from ..records.describe import CODE, GROUP, MEDIA, PARAGRAPH, REFERENCE, FieldDescription, describe_fields
from ..vocabulary import Vocabulary
from .parts import Options, Part, example_of, line_of, options_of, parts_of

TEXT = FieldDescription(
    "body",
    N_("Your text"),
    N_("What you want to tell, in as many paragraphs as you like. Markdown may stand in it."),
    N_("a text of any length"),
    required=False,
    many=False,
)
"""The text below the fields."""


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
    question = Question(field.name, label, hint, example, field, options_of(field, vocabulary, words))
    if field.kind != GROUP:
        if field.kind != MEDIA:
            yield replace(question, hint=_told(hint, _how(field, words)))
    elif codes := _codes(field):
        text = next(inner for inner in field.fields if inner.kind == PARAGRAPH)
        for code, name in codes.values:
            part = f"{label}: {words.gettext(name)}"
            yield Question(f"{field.name}-{code}", part, words.gettext(text.hint), words.gettext(text.example), field, code=code)
    elif parts := parts_of(field, vocabulary, words):
        yield replace(question, hint=_told(hint, line_of(parts, field.many, words)), example=example_of(parts, words), parts=parts)


def _codes(field: FieldDescription) -> FieldDescription | None:
    """The coded field of a group that has nothing beside it but a text: then there is a question for each code."""
    kinds = {inner.kind: inner for inner in field.fields}
    return kinds[CODE] if field.many and len(field.fields) == 2 and set(kinds) == {CODE, PARAGRAPH} else None


def _how(field: FieldDescription, words: Catalogue) -> str:
    """How a value is written that is no text of the author's own."""
    if field.kind == REFERENCE:
        told = words.gettext("Write the title of its page on this site, or the address.")
        return _told(told, words.gettext("One on each line.")) if field.many else told
    return words.gettext("One on each line.") if field.many and not field.values and not field.list_name else ""


def _told(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
