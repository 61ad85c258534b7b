"""Dates as precise as they are known: a year, a month, a day or a moment."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import total_ordering
from typing import Literal

from babel.dates import format_date

Precision = Literal["year", "month", "day", "minute"]

FORMATS = {"year": "y", "month": "MMMM y", "day": "d MMMM y", "minute": "d MMMM y"}
"""How Babel writes a date, exactly as precise as it is known."""

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_ISO_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?) ?(Z|[+-]\d{2}:?\d{2})?", re.ASCII)


@total_ordering
@dataclass(frozen=True, eq=True)
class When:
    """A date with its precision. `first` and `last` are the days it may be; `iso` is how it was meant."""

    iso: str
    precision: Precision
    first: date
    last: date
    moment: datetime | None = None

    @property
    def year(self) -> int:
        return self.first.year

    def _key(self) -> tuple[date, str, str]:
        # A moment sorts by its own clock, so that nothing depends on the zone of the machine.
        return (self.first, self.moment.strftime("%H:%M:%S") if self.moment else "", self.iso)

    def __lt__(self, other: "When") -> bool:
        return self._key() < other._key()

    def __str__(self) -> str:
        return self.iso


def parse_when(text: str, zone: tzinfo) -> When:
    """Read an ISO year, month, day or moment; a moment without a zone is in `zone`.

    Raises ValueError for any other form and for a day that does not exist.
    """
    if match := _ISO_MOMENT.fullmatch(text):
        day, clock, offset = match.groups()
        moment = datetime.fromisoformat(f"{day}T{clock}{_colon(offset)}")
        moment = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        return When(moment.isoformat(), "minute", moment.date(), moment.date(), moment)
    match = _ISO_DATE.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day_of_month = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return When(text, "year", date(year, 1, 1), date(year, 12, 31))
    if day_of_month is None:
        first = date(year, month, 1)
        return When(text, "month", first, date(year, month, calendar.monthrange(year, month)[1]))
    only = date(year, month, day_of_month)
    return When(text, "day", only, only)


def in_words(when: When, language: str) -> str:
    """`5 januari 2014, 14:00`: a date exactly as precise as it is known."""
    text: str = format_date(when.first, FORMATS[when.precision], locale=language)
    return f"{text}, {when.moment:%H:%M}" if when.moment else text


def _colon(offset: str | None) -> str:
    if offset is None or offset == "Z":
        return "+00:00" if offset else ""
    return offset if ":" in offset else f"{offset[:3]}:{offset[3:]}"
