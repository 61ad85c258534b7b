"""A record's file with its explanation in it: above each field a comment that says what belongs there."""

from collections.abc import Iterator, Mapping

from .catalogue import N_, Catalogue
from .records.describe import ADDRESS, DATE, DAY, FLAG, MOMENT, NUMBER, PERIOD, FieldDescription, choices_of
from .records.fields import ANY
from .vocabulary import Vocabulary
from .written import Values, field_lines, is_given

_EXAMPLES: dict[str, str] = {
    DAY: "2024-05-14",
    DATE: "2024-05-14",
    PERIOD: "2024-05-14",
    FLAG: "true",
    NUMBER: "2024",
    MOMENT: "2024-05-14T19:30",
    ADDRESS: "https://example.org/",
}
"""What fields that have no example of their own may hold, by kind."""
_FILE_NAME = N_("name-of-the-file")


def scaffold(fields: tuple[FieldDescription, ...], values: Values, body: str, vocabulary: Vocabulary, words: Catalogue) -> str:
    """The text of a file: what has a value is written, and so is what is required; the rest stands as comments, to be taken out of them."""
    required = [field for field in fields if field.required or is_given(values.get(field.name))]
    others = [field for field in fields if field not in required and not field.for_editors]
    lines = [line for field in required for line in ("", *_explained(field, vocabulary, words), *_written(field, values))][1:]
    lines += ["", *_comment(words.gettext("What follows may be left out. Take away the # before a line to use it."))] if others else []
    for field in others:
        example = field_lines(field, example_of(field, vocabulary, words))
        lines += ["", *_explained(field, vocabulary, words), *(f"# {line}" for line in example)]
    return "\n".join(["---", *lines, "---", "", body.strip()]).rstrip() + "\n"


def example_of(field: FieldDescription, vocabulary: Vocabulary, words: Catalogue) -> object:
    """A value that the field accepts: its own example, or one that goes with its kind."""
    if field.fields:
        shown = tuple(inner for inner in field.fields if inner.required or inner.example) or field.fields
        told = {inner.name: example_of(inner, vocabulary, words) for inner in shown}
        return [told] if field.many else told
    value = words.gettext(field.example) if field.example else _of_its_kind(field, vocabulary, words)
    return [value] if field.many else value


def _of_its_kind(field: FieldDescription, vocabulary: Vocabulary, words: Catalogue) -> str:
    if choices := choices_of(field, vocabulary, words):
        return next(iter(choices))
    if field.refers_to:
        name = words.gettext(_FILE_NAME)
        return f"doetank:{name}" if field.refers_to == ANY else name
    return _EXAMPLES.get(field.kind, words.gettext(field.label))


def _explained(field: FieldDescription, vocabulary: Vocabulary, words: Catalogue) -> Iterator[str]:
    hint = f"{words.gettext(field.hint)} " if field.hint else ""
    yield from _comment(f"{words.gettext(field.label)}: {hint}({words.gettext(field.kind)})")
    if choices := choices_of(field, vocabulary, words):
        yield from _comment(", ".join(f"{value} ({label})" for value, label in choices.items()))
    elif field.required and field.example:
        yield from _comment(words.gettext("For example: {example}").format(example=words.gettext(field.example)))


def _comment(text: str) -> Iterator[str]:
    yield f"# {' '.join(text.split())}"


def _written(field: FieldDescription, values: Values) -> Iterator[str]:
    """The value, or the bare names of what must be filled in."""
    value = values.get(field.name)
    if is_given(value):
        yield from field_lines(field, value)
        return
    yield f"{field.name}:"
    mark, indent = ("  - ", "    ") if field.many else ("  ", "  ")
    for index, inner in enumerate(tuple(inner for inner in field.fields if inner.required) or field.fields):
        yield f"{indent if index else mark}{inner.name}:"


def examples_of(fields: tuple[FieldDescription, ...], vocabulary: Vocabulary, words: Catalogue) -> Mapping[str, object]:
    """A value for everything that is required."""
    return {field.name: example_of(field, vocabulary, words) for field in fields if field.required}
