"""`--set name=value` as the values of a record: a field as messages name it, such as `sources.1.title`."""

from collections.abc import Iterable
from typing import Any

from ..problems import Message, say
from ..records.describe import FieldDescription
from ..validation import instead

Fields = tuple[FieldDescription, ...]


class NotUnderstood(Exception):
    """What was typed has no meaning here."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def read_settings(fields: Fields, typed: Iterable[str]) -> dict[str, Any]:
    """The values. A field that may have more is named more than once. Raises NotUnderstood."""
    values: dict[str, Any] = {}
    for setting in typed:
        name, equals, value = setting.partition("=")
        if not equals:
            raise NotUnderstood(say("expected `name=value`, found `{found}`", found=setting))
        _put(values, fields, name.strip().split("."), value, name.strip())
    return values


def _put(values: dict[str, Any], fields: Fields, path: list[str], value: str, name: str) -> None:
    field = next((field for field in fields if field.name == path[0]), None)
    if field is None:
        names = tuple(field.name for field in fields)
        known = say("the fields are {names}", names=", ".join(names))
        raise NotUnderstood(say("`{found}` is not a field here; {instead}", found=name, instead=instead(path[0], names, known)))
    rest = path[1:]
    if field.fields:
        group = _item(values, field, rest, name) if field.many else values.setdefault(field.name, {})
        if not rest:
            inner = field.fields[0].name
            raise NotUnderstood(
                say("`{found}` is a group of fields; name one of them, such as `{example}`", found=name, example=f"{name}.{inner}")
            )
        _put(group, field.fields, rest, value, name)
    elif rest:
        raise NotUnderstood(say("`{found}` is not a group of fields; write `{field}=…`", found=name, field=field.name))
    elif field.many:
        values.setdefault(field.name, []).append(value)
    elif field.name in values:
        raise NotUnderstood(say("`{found}` is given twice; keep one", found=name))
    else:
        values[field.name] = value


def _item(values: dict[str, Any], field: FieldDescription, rest: list[str], name: str) -> dict[str, Any]:
    """One of the groups of a field; the first when no number is given. Takes the number off `rest`."""
    number = int(rest.pop(0)) if rest and rest[0].isdecimal() else 1
    items: list[dict[str, Any]] = values.setdefault(field.name, [])
    if not 1 <= number <= len(items) + 1:
        raise NotUnderstood(say("`{found}`: the next one is number {number}", found=name, number=len(items) + 1))
    if number > len(items):
        items.append({})
    return items[number - 1]
