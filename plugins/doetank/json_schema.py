"""The record types as JSON Schema, for editors, for the form on the site and for whoever else checks a record without our code.

Beside the words of the standard there are some of ours, which others pass over: `x-refers-to` (which type of record a reference names;
`type:id` for any), `x-in-order` (see records/rules.py), `x-may-hold` (what is in its place in a text, though it looks
private), `x-field` (what a broken rule is told of) and `errorMessage` (what is said of a
wrong value, with `{found}` for what stands there).
"""

from collections.abc import Mapping
from typing import Any

from .catalogue import Catalogue
from .problems import Message, say
from .records import Record
from .records.choices import Choice
from .records.describe import is_written, unwrapped
from .records.fields import ANY, NETWORK, ReferenceTo, TermOf
from .records.rules import IN_ORDER
from .records.shape import ADDRESS, ID, Shape
from .records.walk import MAY_STAND
from .urls import TYPES
from .validation import Clause, Value
from .vocabulary import Vocabulary

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Json = Mapping[str, object]

_CHOOSE = say("{found} is not possible here; {instead}", found="{found}", instead=say("choose from {names}", names="{names}"))
_NO_RECORD = say("expected a type, a colon and an id, such as `doetank:{found}`")


def schema_of(record_type: type[Record], vocabulary: Vocabulary, words: Catalogue) -> dict[str, object]:
    """The fields of one type that an author may write, and the rules between them; titles and messages in the language of `words`."""
    return {"$schema": DIALECT, "title": words.gettext(record_type.label), **_object(record_type, vocabulary, words)}


def _object(model: type[Value], vocabulary: Vocabulary, words: Catalogue) -> dict[str, object]:
    written = [(name, info) for name, info in model.model_fields.items() if is_written(info)]
    names = {name: info.alias or name for name, info in sorted(written, key=lambda item: not item[1].is_required())}
    rules = [_rule(clause, names, words) for rule in model.rules for clause in rule.clauses]
    return {
        "type": "object",
        "properties": {key: _field(model, name, vocabulary, words) for name, key in names.items()},
        "required": [key for name, key in names.items() if model.model_fields[name].is_required()],
        "additionalProperties": False,
        **({"allOf": rules} if rules else {}),
    }


def _field(model: type[Value], name: str, vocabulary: Vocabulary, words: Catalogue) -> dict[str, object]:
    info = model.model_fields[name]
    said = {
        "title": words.gettext(info.title or name),
        **({"description": words.gettext(info.description)} if info.description else {}),
        **({"examples": [words.gettext(example) for example in info.examples]} if info.examples else {}),
    }
    annotation, marks, many = unwrapped(info)
    value = _value(annotation, marks, vocabulary, words)
    if not many:
        return {**said, **value}
    least = _limit(marks, "min_length")
    return {**said, "type": "array", **({"minItems": least} if least else {}), "items": value}


def _value(annotation: Any, marks: tuple[Any, ...], vocabulary: Vocabulary, words: Catalogue) -> dict[str, object]:
    """What one value must be: a group, a code, a reference, or a text of some form."""
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return _object(annotation, vocabulary, words)
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        return _one_of({member.value: words.gettext(member.label) for member in annotation}, words)
    for mark in marks:
        if isinstance(mark, TermOf):
            return _one_of({term.id: term.label.text(words.language) for term in vocabulary.terms(mark.name)}, words)
        if isinstance(mark, ReferenceTo):
            return _reference(mark, words)
    shape = next(mark for mark in marks if isinstance(mark, Shape))
    longest = _limit(marks, "max_length")
    private = [MAY_STAND[type(mark)] for mark in marks if type(mark) in MAY_STAND]
    return {
        **shape.schema,
        **({"x-may-hold": private} if private else {}),
        **({"maxLength": longest} if longest else {}),
        **_said(shape.expected, words),
    }


def _limit(marks: tuple[Any, ...], name: str) -> int:
    return next((limit for mark in marks if (limit := getattr(mark, name, None)) is not None), 0)


def _one_of(labels: Mapping[str, str], words: Catalogue) -> dict[str, object]:
    message = _CHOOSE.format(words).format(found="{found}", names=", ".join(labels))
    return {"type": "string", "enum": list(labels), "enumDescriptions": list(labels.values()), "errorMessage": message}


def _reference(mark: ReferenceTo, words: Catalogue) -> dict[str, object]:
    if mark.type:
        pattern, message = (
            f"(?:{mark.type}:)?{ID}",
            say("expected the name of a file in `{folder}/`, found {found}", folder=TYPES[mark.type].folder),
        )
    else:
        options = [f"(?:{'|'.join(TYPES)}):{ID}", *([NETWORK.type] if mark.or_network else []), *([ADDRESS] if mark.or_address else [])]
        pattern, message = "|".join(options), _NO_RECORD
    return {"type": "string", "pattern": f"^(?:{pattern})$", "x-refers-to": mark.type or ANY, **_said(message, words)}


def _rule(clause: Clause, names: Mapping[str, str], words: Catalogue) -> dict[str, object]:
    schema = dict(clause.schema)
    if isinstance(ordered := schema.get(IN_ORDER), list):
        schema[IN_ORDER] = [names[name] for name in ordered]
    return {**schema, "x-field": names[clause.field], **_said(clause.message, words)}


def _said(message: Message, words: Catalogue) -> dict[str, object]:
    return {"errorMessage": Message(message.text, {"found": "{found}", **message.values}).format(words)}
