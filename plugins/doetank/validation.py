"""Typed values from a mapping, and pydantic's complaints as Problems in our words."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any, ClassVar, Generic, NamedTuple, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from .problems import Message, Problem, say
from .yaml_text import Fields, Path, dotted

# Nobody else changes how our values are judged; looking for who may want to reads what is told of every package that is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

Broken = Iterator[tuple[Path, Message]]
NO_PATHS: frozenset[Path] = frozenset()
FROM_THE_FILE = "@"
"""Fields whose alias starts so come from the file's name, not from its text."""


class Clause(NamedTuple):
    """A rule, or a part of one, for those who check it without our code: JSON Schema that a right value fits.

    `message` is what is said of `field` when it does not; `{start}` and `{end}` in it stand for the values of what is out of order.
    """

    field: str
    schema: Mapping[str, object]
    message: Message


@dataclass(frozen=True)
class Rule:
    """A rule between fields. It is not asked when one of its `fields` was refused already, and gives paths in its own value.

    `clauses` say the same as `check`, as far as JSON Schema can say it.
    """

    fields: tuple[str, ...]
    check: Callable[[Any], Broken]
    clauses: tuple[Clause, ...] = ()


_NOT_ASKED: set[str] = set()


class Value(BaseModel):
    """A frozen value with named fields; an unknown name is a mistake.

    What judges one is made when the first is judged: a build that reads few records anew needs few of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, populate_by_name=False, defer_build=True)

    rules: ClassVar[tuple[Rule, ...]] = ()

    def __getstate__(self) -> dict[Any, Any]:
        """What a worker sends: not which fields were given, which nobody asks and which takes as much memory as the fields do."""
        return {**super().__getstate__(), "__pydantic_fields_set__": _NOT_ASKED}


ValueType = TypeVar("ValueType", bound=Value)


class Refusal(PydanticCustomError):
    """A mistake with a message of ours, raised by a field's own type."""

    def __new__(cls, message: Message) -> Self:
        return super().__new__(cls, "refusal", message.text.replace("{", "{{").replace("}", "}}"), {"message": message})


@dataclass(frozen=True)
class Checked(Generic[ValueType]):
    """`value` when nothing is wrong with it. `known` holds what is right, with None for the rest, so that other checks can go on."""

    value: ValueType | None
    known: ValueType
    problems: tuple[Problem, ...]


def validate(
    model: type[ValueType], fields: Fields, path: str, context: object, fixed: Mapping[str, object] | None = None
) -> Checked[ValueType]:
    """The value, and every mistake in it. `fixed` are fields that the file itself does not write."""
    ours = [key for key in fields.data if key.startswith(FROM_THE_FILE)]
    data = {key: value for key, value in fields.data.items() if key not in ours} | dict(fixed or {})
    value: ValueType | None = None
    refused, problems = NO_PATHS, list[Problem]()
    try:
        value = known = model.model_validate(data, context=context)
    except ValidationError as error:
        details, meant = _one_each(error.errors(include_url=False), model)
        refused = frozenset(detail["loc"] for detail in details) | meant
        known = _known(model, data, refused, context)
        problems += [_problem(detail, model, fields, path) for detail in details]
    problems += [_unknown((key,), model, fields, path) for key in ours]
    problems += [_broken(broken, fields, path) for broken in broken_rules(known, (), refused)]
    return Checked(None if problems else value, known, tuple(problems))


def broken_rules(value: object, path: Path = (), refused: frozenset[Path] = NO_PATHS) -> Broken:
    """Every broken rule of a value and of the values in it, but for rules about what was refused already."""
    if type(value) is tuple:
        for index, item in enumerate(value):
            yield from broken_rules(item, (*path, index), refused)
    if not isinstance(value, Value):
        return
    for rule in value.rules:
        if not refused or not any(_holds((*path, written(value, name)), refused) for name in rule.fields):
            yield from (((*path, written(value, str(where[0])), *where[1:]), message) for where, message in rule.check(value))
    for name in _ruled(type(value)):
        yield from broken_rules(getattr(value, name), (*path, written(value, name)), refused)


@cache
def _ruled(model: type[Value]) -> tuple[str, ...]:
    """The fields with values in them that have rules."""
    inner = {name: tuple(_models_in(info.annotation)) for name, info in model.model_fields.items()}
    return tuple(name for name, models in inner.items() if any(one.rules or _ruled(one) for one in models))


def right(known: Value, name: str) -> Any:
    """A field of a value that may be known in part: None when it was refused."""
    return getattr(known, name)


def written(value: Value, name: str) -> str:
    """A field's name as authors write it: `from`, where Python needs another word."""
    return type(value).model_fields[name].alias or name


def _holds(path: Path, refused: Iterable[Path]) -> bool:
    return any(other[: len(path)] == path for other in refused)


def nearest(word: str, known: Mapping[str, object] | list[str] | tuple[str, ...]) -> str | None:
    """The known word that was most likely meant."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return close[0] if close else None


def instead(word: str, known: list[str] | tuple[str, ...], otherwise: Message) -> Message:
    """`did you mean ...?` when one known word is near, or else `otherwise`."""
    near = nearest(word, known)
    return say("did you mean `{near}`?", near=near) if near else otherwise


def _one_each(details: list[ErrorDetails], model: type[Value]) -> tuple[list[ErrorDetails], frozenset[Path]]:
    """One mistake, one problem, and the fields that were meant by a wrong name.

    A field under a wrong name is not also missing. A list is too short only because of its wrong items: an empty one is not given.
    """
    meant = set()
    for detail in details:
        if detail["type"] == "extra_forbidden":
            *where, word = detail["loc"]
            near = nearest(str(word), field_names(_model_at(model, tuple(where))))
            meant |= {(*where, near)} if near else set()
    mistakes = [
        detail for detail in details if detail["type"] != "too_short" and (detail["type"] != "missing" or detail["loc"] not in meant)
    ]
    return mistakes, frozenset(meant)


@cache
def _adapter(model: type[Value], name: str) -> TypeAdapter[Any]:
    info = model.model_fields[name]
    return TypeAdapter(info.rebuild_annotation())


def _known(model: type[ValueType], data: Mapping[str, object], refused: frozenset[Path], context: object, path: Path = ()) -> ValueType:
    """The value with only what is right; None stands for the rest, so that items keep their places."""
    found: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        key = info.alias or name
        where = (*path, key)
        if _holds(where, refused):
            found[name] = None if where in refused else _known_part_of(model, name, data.get(key), refused, context, where)
        elif key in data:
            found[name] = _adapter(model, name).validate_python(data[key], context=context)
        else:
            found[name] = info.get_default()
    return cast(ValueType, model.model_construct(None, **found))


def _known_part_of(model: type[Value], name: str, raw: object, refused: frozenset[Path], context: object, path: Path) -> object:
    inner = next(_models_in(model.model_fields[name].annotation), None)
    if isinstance(raw, list):
        return tuple(_known_item(model, name, inner, item, refused, context, (*path, index)) for index, item in enumerate(raw))
    return _known(inner, raw, refused, context, path) if inner and isinstance(raw, dict) else None


def _known_item(
    model: type[Value], name: str, inner: type[Value] | None, item: object, refused: frozenset[Path], context: object, path: Path
) -> object:
    if not _holds(path, refused):
        return _adapter(model, name).validate_python([item], context=context)[0]
    return _known(inner, item, refused, context, path) if inner and isinstance(item, dict) and path not in refused else None


def _broken(broken: tuple[Path, Message], fields: Fields, path: str) -> Problem:
    where, message = broken
    place = fields.place(where)
    return Problem(path, place.line, place.column, dotted(where), message)


def _problem(detail: ErrorDetails, model: type[Value], fields: Fields, path: str) -> Problem:
    where = _written_part(detail["loc"], fields)
    kind = detail["type"]
    if kind == "extra_forbidden":
        return _unknown(where, model, fields, path)
    if kind == "missing":
        place = fields.place(where[:-1]) if len(where) > 1 else fields.place(())
        return Problem(path, place.line, place.column, dotted(where), missing(_label(model, where)))
    place = fields.place(where)
    return Problem(path, place.line, place.column, dotted(where), _explain(detail))


def missing(label: str) -> Message:
    """What is said of a field without a value; `label` is what readers call it, or empty where they have no word for it."""
    if not label:
        return say("is missing, and is required")
    return say("“{label}” is missing, and is required", label=Message(label))


def _label(model: type[Value], where: Path) -> str:
    """What readers call the field at `where`."""
    *above, name = where
    fields = _model_at(model, tuple(above)).model_fields
    return next((info.title or "" for key, info in fields.items() if (info.alias or key) == name), "")


def _written_part(loc: tuple[int | str, ...], fields: Fields) -> Path:
    """The location without the parts that pydantic adds for unions and functions."""
    known: Path = ()
    for index, part in enumerate(loc):
        if (*known, part) in fields.values or index == len(loc) - 1:
            known = (*known, part)
    return known


def _unknown(where: Path, model: type[Value], fields: Fields, path: str) -> Problem:
    place = fields.key_place(where)
    names = field_names(_model_at(model, where[:-1]))
    known = say("the fields are {names}", names=", ".join(names))
    message = say("is not a field here; {instead}", instead=instead(str(where[-1]), names, known))
    return Problem(path, place.line, place.column, dotted(where), message)


def field_names(model: type[Value]) -> tuple[str, ...]:
    """The fields that an author may write."""
    names = (info.alias or name for name, info in model.model_fields.items())
    return tuple(name for name in names if not name.startswith(FROM_THE_FILE))


def _model_at(model: type[Value], path: Path) -> type[Value]:
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            model = next(_models_in(model.model_fields[part].annotation))
    return model


def _models_in(annotation: Any) -> Iterator[type[Value]]:
    if isinstance(annotation, type) and issubclass(annotation, Value):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)


def _explain(detail: ErrorDetails) -> Message:
    context = detail.get("ctx", {})
    if detail["type"] == "refusal":
        message = context["message"]
        assert isinstance(message, Message)
        return message
    if detail["type"] in ("tuple_type", "list_type"):
        return say("expected a list, one line per item that starts with `- `, found {found}", found=shown(detail["input"]))
    if detail["type"] in ("model_type", "dict_type", "model_attributes_type"):
        return say("expected lines of the form `key: value`, found {found}", found=shown(detail["input"]))
    if detail["type"] in ("string_too_long", "too_long"):
        return say("is {length} characters long; at most {limit}", length=len(str(detail["input"])), limit=context["max_length"])
    raise AssertionError(detail)  # a field type of ours that gives no message of ours


def shown(value: object) -> Message | str:
    """A found value for use in a message, cut to what helps."""
    if isinstance(value, dict):
        return say("a group of fields")
    if isinstance(value, list):
        return say("a list")
    text = str(value)
    return f"`{text[:60]}…`" if len(text) > 60 else f"`{text}`"
