"""What the file of a new record is called: its title, and in front of it the date where others of its type have that."""

import re
from collections.abc import Collection, Mapping

from .records.shape import PERIOD
from .sources import as_id

LONGEST = 60
DATED = frozenset({"post", "cafe"})
"""The types whose files begin with a date, so that a folder shows them in order."""


def new_id(type_name: str, values: Mapping[str, object], taken: Collection[str] = ()) -> str:
    """An id that no other record of the type has; `taken` are those that are there."""
    words = as_id(str(values.get("title", "")))
    name = f"{_date(values)}{words}" if type_name in DATED else words
    if len(name) > LONGEST:
        name = name[: LONGEST + 1].rpartition("-")[0] or name[:LONGEST]
    count = 1
    free = name
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    return free


def _date(values: Mapping[str, object]) -> str:
    """As precise as it is known, without the time."""
    told = re.match(PERIOD, str(values.get("date") or values.get("start") or ""))
    return f"{told[0]}-" if told else ""
