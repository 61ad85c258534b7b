"""An answer as the values of a record's field: labels as codes, lines as items or groups, titles as references."""

import re
from collections.abc import Mapping

from ..problems import Message, say
from ..records.describe import FLAG, PARAGRAPH, REFERENCE, FieldDescription
from ..validation import shown
from .known import Known
from .parts import Options, Part
from .questions import TEXT, Question

_PART = re.compile(r"(?<!\\)\|")
_BULLET = re.compile(r"^[-*•] +")


def value_of(question: Question, answer: str, known: Known) -> tuple[object, tuple[Message, ...]]:
    """The value of one answer, and what is wrong with it."""
    if question.has_lines:
        return _items(question, answer, known)
    field, options = question.field, question.options
    value = _chosen(answer, options) if options and field.many else _one(field, options, answer, known)
    return (None, (value,)) if isinstance(value, Message) else (value, ())


def _items(question: Question, answer: str, known: Known) -> tuple[object, tuple[Message, ...]]:
    """Every line is read, also after one that is wrong."""
    lines = [(number, _BULLET.sub("", line.strip())) for number, line in enumerate(answer.split("\n"), 1) if line.strip()]
    if not question.field.many and len(lines) > 1:
        return None, (say("is {n} lines long; write it on one line", n=len(lines)),)
    read = [(number, _item(question, line, known)) for number, line in lines]
    wrong = tuple(say("line {line}: {message}", line=number, message=item) for number, item in read if isinstance(item, Message))
    values = [item for _, item in read if not isinstance(item, Message)]
    return values if question.field.many else next(iter(values), None), wrong


def _item(question: Question, line: str, known: Known) -> object:
    return _group(question.parts, line, known) if question.parts else _one(question.field, (), line, known)


def _group(parts: tuple[Part, ...], line: str, known: Known) -> object:
    cells = [cell.strip().replace("\\|", "|") for cell in _PART.split(line)]
    if len(cells) > len(parts):
        names = " | ".join(part.label for part in parts)
        return say("has {n} parts; at most {parts} (write `\\|` for a bar inside a text)", n=len(cells), parts=names)
    group: dict[str, object] = {}
    for part, cell in zip(parts, cells, strict=False):
        value = _one(part.field, part.options, cell, known) if cell else None
        if isinstance(value, Message):
            return say("{label}: {message}", label=part.label, message=value)
        if value is not None:
            _put(group, part.path, value)
    return group


def _put(group: dict[str, object], path: tuple[str, ...], value: object) -> None:
    for name in path[:-1]:
        inner = group.setdefault(name, {})
        assert isinstance(inner, dict)
        group = inner
    group[path[-1]] = value


def _one(field: FieldDescription, options: Options, answer: str, known: Known) -> object:
    if options:
        code = _code(answer, options)
        return code == "true" if field.kind == FLAG and isinstance(code, str) else code
    if field.kind == REFERENCE:
        return known.reference(answer, field.refers_to)
    if field.kind != PARAGRAPH:
        return answer
    if re.search(r"\n\s*\n", answer):
        return say("expected one paragraph; longer text belongs under “{label}”", label=Message(TEXT.label))
    return " ".join(line.strip() for line in answer.split("\n"))


def _code(answer: str, options: Options) -> str | Message:
    codes: Mapping[str, str] = {label.casefold(): code for code, label in options}
    if (code := codes.get(answer.casefold())) is not None:
        return code
    return say("{found} is not possible here; {instead}", found=shown(answer), instead=_choose(options))


def _chosen(answer: str, options: Options) -> list[str] | Message:
    """GitHub puts a comma between what was chosen; a label may have one too, so the longest label that fits is taken."""
    codes: list[str] = []
    rest = answer
    while rest:
        fits = [(label, code) for code, label in options if rest == label or rest.startswith(f"{label}, ")]
        if not fits:
            return say("{found} is not possible here; {instead}", found=shown(rest), instead=_choose(options))
        label, code = max(fits, key=lambda fit: len(fit[0]))
        codes.append(code)
        rest = rest[len(label) + 2 :]
    return codes


def _choose(options: Options) -> Message:
    return say("choose from {names}", names=", ".join(label for _, label in options))
