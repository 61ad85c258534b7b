"""What each field means and accepts, for the field guide and the codebook."""

from dataclasses import dataclass
from typing import Any, get_args, get_origin

from ..catalogue import N_
from ..validation import FROM_THE_FILE, Value
from .choices import Choice
from .fields import Address, Date, Day, InlineMarkdown, Moment, PeriodDate, ReferenceTo, TermOf
from .media_fields import MediaFile

TEXT = N_("a text on one line")
PARAGRAPH = N_("a paragraph; emphasis, links and code may stand in it")
FLAG = N_("true or false")
NUMBER = N_("a whole number")
CODE = N_("one of these values")
"""Kinds that others ask for by name."""
_KINDS: tuple[tuple[Any, str], ...] = (
    (Day, N_("a day")),
    (PeriodDate, N_("a date, as precise as it is known")),
    (Date, N_("a date")),
    (Moment, N_("a day and a time")),
    (Address, N_("an address that starts with https://")),
)
"""Field types that are told apart by their first mark, which no other type has."""


@dataclass(frozen=True)
class FieldDescription:
    """One field. `kind` is a text for the catalogue; `values` are coded values and their labels; `list_name` a list of the vocabulary."""

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


def describe_fields(model: type[Value]) -> tuple[FieldDescription, ...]:
    """The fields that an author may write, in their order; required ones first."""
    described = [
        _describe(info.alias or name, info.title or name, info.description or "", info.annotation, tuple(info.metadata), info.is_required())
        for name, info in model.model_fields.items()
        if not (info.alias or "").startswith(FROM_THE_FILE)
    ]
    return tuple(sorted(described, key=lambda field: not field.required))


def _describe(name: str, label: str, hint: str, annotation: Any, metadata: tuple[Any, ...], required: bool) -> FieldDescription:
    many = False
    if get_origin(annotation) is tuple:
        annotation, many = get_args(annotation)[0], True
    annotation, marks = _unwrap(annotation)
    marks = (*metadata, *marks)
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return FieldDescription(name, label, hint, N_("a group of fields"), required, many, fields=describe_fields(annotation))
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        values = tuple((member.value, member.label) for member in annotation)
        return FieldDescription(name, label, hint, CODE, required, many, values)
    kind, list_name, refers_to = _kind(annotation, marks)
    return FieldDescription(name, label, hint, kind, required, many, list_name=list_name, refers_to=refers_to)


def _unwrap(annotation: Any) -> tuple[Any, tuple[Any, ...]]:
    """The type itself without `| None` and `Annotated`, and the marks on it."""
    options = [option for option in get_args(annotation) if option is not type(None)]
    if hasattr(annotation, "__metadata__"):
        inner, marks = _unwrap(annotation.__origin__)
        return inner, (*annotation.__metadata__, *marks)
    if len(options) == 1 and get_origin(annotation) is not tuple:
        return _unwrap(options[0])
    return annotation, ()


def _kind(annotation: Any, marks: tuple[Any, ...]) -> tuple[str, str, str]:
    for mark in marks:
        if isinstance(mark, TermOf):
            return N_("one of the vocabulary's values"), mark.name, ""
        if isinstance(mark, ReferenceTo):
            return N_("a reference to another record"), "", mark.type or "type:id"
        if isinstance(mark, MediaFile):
            return N_("a file under media/"), "", ""
        if isinstance(mark, InlineMarkdown):
            return PARAGRAPH, "", ""
    for described, kind in _KINDS:
        if any(mark is described.__metadata__[0] for mark in marks):
            return kind, "", ""
    return _PLAIN_KINDS.get(annotation, TEXT), "", ""


_PLAIN_KINDS = {bool: FLAG, int: NUMBER}
