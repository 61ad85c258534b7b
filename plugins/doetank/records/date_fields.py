"""The types that dates have, each as precise as its field asks or as a source tells."""

import re
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo

from ..dates import Precision, When, parse_when
from ..problems import Message, say
from ..validation import Refusal
from .fields import reading_of
from .shape import DATE, DAY, MOMENT, PERIOD, Shape, dated


def _date(pattern: str, form: Message) -> Shape:
    return dated(pattern, say("expected a date: {form}, found {found}", form=form))


def _when(shape: Shape, allowed: tuple[Precision, ...]) -> BeforeValidator:
    def read(value: object, info: ValidationInfo) -> When:
        if isinstance(value, When):
            return value
        if not isinstance(value, str):
            raise shape.refusal(value)
        try:
            when = parse_when(value.strip(), reading_of(info).zone)
        except ValueError:
            raise _no_date(value, shape) from None
        if when.precision not in allowed:
            raise shape.refusal(value)
        return when

    return BeforeValidator(read)


def _no_date(value: str, shape: Shape) -> Refusal:
    if match := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", value.strip()):
        day, month, year = match.groups()
        if int(day) <= 12 and int(month) <= 12 and day != month:
            return Refusal(
                say(
                    "`{found}` can be read in two ways; write year-month-day: `{one}` or `{other}`",
                    found=value,
                    one=f"{year}-{month:0>2}-{day:0>2}",
                    other=f"{year}-{day:0>2}-{month:0>2}",
                )
            )
        return Refusal(say("`{found}`: write year-month-day, as in `2012-04-25`", found=value))
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        return Refusal(say("`{found}` is not a day that exists", found=value))
    return shape.refusal(value)


_DAY = _date(DAY, say("`2012-04-25`"))
_PERIOD = _date(PERIOD, say("`2012`, `2012-04` or `2012-04-25`"))
_DATE = _date(DATE, say("`2012-04-25`, `2012-04-25T19:30`, or `2012-04` or `2012` when no more is known"))
_MOMENT = _date(MOMENT, say("a day and a time such as `2012-04-25T19:30`"))
Day = Annotated[When, _when(_DAY, ("day", "minute")), _DAY]
"""A day, or a moment on it."""
PeriodDate = Annotated[When, _when(_PERIOD, ("year", "month", "day")), _PERIOD]
"""As precise as it is known."""
Date = Annotated[When, _when(_DATE, ("year", "month", "day", "minute")), _DATE]
"""What a record is dated with: a day or a moment, or less where a source gives less."""
Moment = Annotated[When, _when(_MOMENT, ("minute",)), _MOMENT]

YEAR = Shape(
    {"type": ["string", "integer"], "pattern": "^(?:19|20)[0-9]{2}$", "minimum": 1900, "maximum": 2099},
    say("expected a year such as `2014`, found {found}"),
)


def _year(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"(?:19|20)[0-9]{2}", value):
        return int(value)
    raise YEAR.refusal(value)


Year = Annotated[int, BeforeValidator(_year), YEAR]
