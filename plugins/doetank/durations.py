"""How long something takes, as an author writes it: `4:05`, or `1:04:05`."""

import re
from typing import NamedTuple

DURATION = r"(?:[0-9]{1,2}:)?[0-9]{1,3}:[0-5][0-9]"
"""Minutes and seconds, with hours before them where there are any."""


class Duration(NamedTuple):
    """Whole hours, and what is left in minutes and seconds."""

    hours: int
    minutes: int
    seconds: int

    @property
    def iso(self) -> str:
        """As `<time>` wants it: `PT4M5S`."""
        parts = "".join(f"{number}{unit}" for number, unit in zip(self, "HMS", strict=True) if number)
        return f"PT{parts or '0S'}"


def parse_duration(text: str) -> Duration:
    """Read minutes and seconds, or hours, minutes and seconds. Raises ValueError for any other form."""
    if not re.fullmatch(DURATION, text):
        raise ValueError(text)
    hours, minutes, seconds = (int(part) for part in f"0:{text}".split(":")[-3:])
    return Duration(hours + minutes // 60, minutes % 60, seconds)
