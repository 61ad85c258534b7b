"""Dates that can be read in one way only, as year, month and day."""

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any

from ..problems import say
from ..records.describe import DATE, DAY, PERIOD, FieldDescription
from ..yaml_text import Path
from .text import Step, Text

_DAY_FIRST = re.compile(r"(?P<one>[0-9]{1,2})[-/.](?P<other>[0-9]{1,2})[-/.](?P<year>[0-9]{4})")
_YEAR_FIRST = re.compile(r"(?P<year>[0-9]{4})[-/.](?P<other>[0-9]{1,2})[-/.](?P<one>[0-9]{1,2})")
_KINDS = frozenset({DAY, DATE, PERIOD})


def certain(text: str) -> str | None:
    """`2013-04-25` for `25-04-2013`; None for `03-04-2026`, which is two days, and for what is right or no date."""
    match = _DAY_FIRST.fullmatch(text) or _YEAR_FIRST.fullmatch(text)
    if not match:
        return None
    readings = {_day(match["year"], match["other"], match["one"]), _day(match["year"], match["one"], match["other"])} - {None}
    found = readings.pop() if len(readings) == 1 else None
    return found if found != text else None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def mended_date(path: Path, text: Text) -> Step:
    """With the date at `path` as it should be written, when that is certain."""
    found = str(_at(text.fields.data, path))
    right, place = certain(found.strip()), text.fields.place(path)
    line = text.head[place.line - 1]
    start = line.find(found, place.column - 1)
    if right is None or start < 0:
        return Step(text.whole)
    data: Any = deepcopy(dict(text.fields.data))
    _at(data, path[:-1])[path[-1]] = type(_at(data, path))(right)
    lines = [*text.head, *text.body]
    lines[place.line - 1] = f"{line[:start]}{right}{line[start + len(found) :]}"
    return Step("\n".join(lines), (say("line {number}: {found} is {right}", number=place.line, found=found, right=right),), data)


def date_paths(fields: tuple[FieldDescription, ...], data: Any, above: Path) -> Iterator[Path]:
    """Where dates stand in what a file says."""
    for field in fields:
        value = data.get(field.name) if isinstance(data, dict) else None
        items = enumerate(value) if field.many and isinstance(value, list) else ()
        for path, item in [((*above, field.name, index), item) for index, item in items] or [((*above, field.name), value)]:
            if field.fields:
                yield from date_paths(field.fields, item, path)
            elif field.kind in _KINDS and isinstance(item, str):
                yield path


def _at(data: Any, path: Path) -> Any:
    for part in path:
        data = data[part]
    return data
