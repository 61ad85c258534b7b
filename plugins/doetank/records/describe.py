"""What each field means and accepts, for the field guide and the codebook."""

from dataclasses import dataclass, replace
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from ..catalogue import N_, Catalogue
from ..validation import FROM_THE_FILE, Value
from ..vocabulary import Vocabulary
from .choices import Choice
from .date_fields import Date, Day, Moment, PeriodDate
from .fields import ANY, FOR_EDITORS, Address, InlineMarkdown, ReferenceTo, TermOf
from .media_fields import MediaFile

TEXT = N_("a text on one line")
PARAGRAPH = N_("a paragraph; emphasis, links and code may stand in it")
FLAG = N_("true or false")
NUMBER = N_("a whole number")
DAY = N_("a day")
PERIOD = N_("a date, as precise as it is known")
DATE = N_("a date")
MOMENT = N_("a day and a time")
ADDRESS = N_("an address that starts with https://")
CODE = N_("one of these values")
TERM = N_("one of the vocabulary's values")
REFERENCE = N_("a reference to another record")
MEDIA = N_("a file under media/")
GROUP = N_("a group of fields")
"""The kinds of fields, as texts for the catalogue."""
_KINDS: tuple[tuple[Any, str], ...] = ((Day, DAY), (PeriodDate, PERIOD), (Date, DATE), (Moment, MOMENT), (Address, ADDRESS))
"""Field types that are told apart by their first mark, which no other type has."""


@dataclass(frozen=True)
class FieldDescription:
    """One field. `kind` and `example` are texts for the catalogue; `values` codes and labels; `list_name` a list of the vocabulary.

    `for_editors` is what contributors need not think of.
    """

    name: str
    label: str
    hint: str
    kind: str
    required: bool
    many: bool
    values: tuple[tuple[str, str], ...] = ()
    list_name: str = ""
    refers_to: str = ""
    fields: tuple["FieldDescription", ...] = ()
    example: str = ""
    for_editors: bool = False


def describe_fields(model: type[Value]) -> tuple[FieldDescription, ...]:
    """The fields that an author may write, in their order; required ones first."""
    described = [_describe(info.alias or name, info) for name, info in model.model_fields.items() if is_written(info)]
    return tuple(sorted(described, key=lambda field: not field.required))


def choices_of(field: FieldDescription, vocabulary: Vocabulary, words: Catalogue) -> dict[str, str]:
    """Each value that one chooses from, with its label in the language of `words`; nothing where one writes."""
    if field.list_name:
        return {term.id: term.label.text(words.language) for term in vocabulary.terms(field.list_name)}
    return {value: words.gettext(label) for value, label in field.values}


def is_written(info: FieldInfo) -> bool:
    """Whether an author writes the field; the others come from the file's name."""
    return not (info.alias or "").startswith(FROM_THE_FILE)


def unwrapped(info: FieldInfo) -> tuple[Any, tuple[Any, ...], bool]:
    """The type of a field's value, or of each of its values; the marks on it; and whether there may be more than one."""
    annotation, many = info.annotation, get_origin(info.annotation) is tuple
    annotation, marks = _unwrap(get_args(annotation)[0] if many else annotation)
    return annotation, (*info.metadata, *marks), many


def _describe(name: str, info: FieldInfo) -> FieldDescription:
    annotation, marks, many = unwrapped(info)
    example = info.examples[0] if info.examples else ""
    told = FieldDescription(
        name,
        info.title or name,
        info.description or "",
        "",
        info.is_required(),
        many,
        example=example,
        for_editors=info.json_schema_extra == FOR_EDITORS,
    )
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return replace(told, kind=GROUP, fields=describe_fields(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return replace(told, kind=CODE, values=tuple((member.value, member.label) for member in annotation))
    kind, list_name, refers_to = _kind(annotation, marks)
    return replace(told, kind=kind, list_name=list_name, refers_to=refers_to)


def _unwrap(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type itself without `| None` and `Annotated`, and the marks on it."""
    options = [option for option in get_args(annotation) if option is not type(None)]
    if hasattr(annotation, "__metadata__"):
        inner, marks = _unwrap(annotation.__origin__)
        own = (part for mark in annotation.__metadata__ for part in (mark.metadata if isinstance(mark, FieldInfo) else (mark,)))
        return inner, (*own, *marks)
    if len(options) == 1 and get_origin(annotation) is not tuple:
        return _unwrap(options[0])
    return annotation, ()


def _kind(annotation: Any, marks: tuple[Any, ...]) -> tuple[str, str, str]:
    for mark in marks:
        if isinstance(mark, TermOf):
            return TERM, mark.name, ""
        if isinstance(mark, ReferenceTo):
            return REFERENCE, "", mark.type or ANY
        if isinstance(mark, MediaFile):
            return MEDIA, "", ""
        if isinstance(mark, InlineMarkdown):
            return PARAGRAPH, "", ""
    for described, kind in _KINDS:
        if any(mark is described.__metadata__[0] for mark in marks):
            return kind, "", ""
    return _PLAIN_KINDS.get(annotation, TEXT), "", ""


_PLAIN_KINDS = {bool: FLAG, int: NUMBER}
