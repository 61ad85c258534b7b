"""A record's file from what somebody filled in, in the order of its type; `theme/static/js/contribute/written.js` writes the same bytes."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from .records.describe import FieldDescription

Values = Mapping[str, object]
"""What was filled in: texts, true or false, whole numbers, lists of these, and groups."""

PLAIN = r"[A-Za-z0-9À-ÖØ-öø-ÿ](?:(?!: |:$| #|\s$)[ -~À-ÖØ-öø-ÿ–—‘’“”„…€])*"
"""What YAML reads back as it stands; the rest goes between double quotes."""
_NOTHING = frozenset({"null", "Null", "NULL"})


def write_document(fields: Iterable[FieldDescription], values: Values, body: str) -> str:
    """The text of a file: what has a value, in the order of `fields`, and then the text below it."""
    lines = "".join(f"{line}\n" for line in _group(tuple(fields), values))
    return f"---\n{lines}---\n" + (f"\n{body.strip()}\n" if body.strip() else "")


def scalar(value: object) -> str:
    """One value as YAML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return text if re.fullmatch(PLAIN, text) and text not in _NOTHING else json.dumps(text, ensure_ascii=False)


def is_given(value: object) -> bool:
    """Whether anything was filled in: an empty text, an empty list and a group without values are nothing."""
    if isinstance(value, Mapping):
        return any(is_given(part) for part in value.values())
    if isinstance(value, list | tuple):
        return any(is_given(part) for part in value)
    return value is not None and value != ""


def _group(fields: tuple[FieldDescription, ...], values: Values) -> Iterator[str]:
    for field in fields:
        value = values.get(field.name)
        if is_given(value):
            yield from field_lines(field, value)


def field_lines(field: FieldDescription, value: object) -> Iterator[str]:
    """One field with its value, line by line."""
    if isinstance(value, list | tuple):
        yield f"{field.name}:"
        for item in filter(is_given, value):
            lines = list(_group(field.fields, item)) if isinstance(item, Mapping) else [scalar(item)]
            yield f"  - {lines[0]}"
            yield from (f"    {line}" for line in lines[1:])
    elif isinstance(value, Mapping):
        yield f"{field.name}:"
        yield from (f"  {line}" for line in _group(field.fields, value))
    else:
        yield f"{field.name}: {scalar(value)}"
