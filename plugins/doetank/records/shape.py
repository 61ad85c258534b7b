"""What a field's text looks like, for those who check it without our code: a piece of JSON Schema, and what is expected in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..problems import Message
from ..validation import Refusal, shown

Json = Mapping[str, object]

TEXT = ["string", "number", "boolean"]
"""What YAML makes of a text without quotes: `title: 2013` is a text here, and a number to others."""
_YEAR = r"(?:(?!0000)[0-9]{4})"
_MONTH = r"(?:0[1-9]|1[0-2])"
_LEAP = r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)"
_DAY = (
    rf"(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    rf"|{_LEAP}-02-29)"
)
_TIME = r"[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])? ?(?:Z|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])?"
_LESS = rf"{_YEAR}-{_MONTH}|{_YEAR}"
DAY = rf"{_DAY}(?:{_TIME})?"
PERIOD = rf"{_DAY}|{_LESS}"
DATE = rf"{_DAY}(?:{_TIME})?|{_LESS}"
MOMENT = rf"{_DAY}{_TIME}"
"""How a date is written; a day is one that exists, leap years included."""
ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ADDRESS = (
    r"[Hh][Tt][Tt][Pp][Ss]?://(?:[^\s/?#]*@)?"
    r"(?:[^\s/?#@:\[\]]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]*)?(?:[/?#]\S*)?"
)
ONE_LINE = r"^\s*(?:\S(?:[^\n]*\S)?)?\s*$"
ONE_PARAGRAPH = r"^\s*(?:(?!\n\n\s*\S)[\s\S])*$"


@dataclass(frozen=True, eq=False)
class Shape:
    """Marks a type of field. `schema` is JSON Schema that every right value fits; `expected` says it; `{found}` is what is not right."""

    schema: Json
    expected: Message

    def refusal(self, value: object) -> Refusal:
        """What is said of a wrong value."""
        return Refusal(Message(self.expected.text, {**self.expected.values, "found": shown(value)}))


def like(pattern: str, expected: Message) -> Shape:
    """A text of which the whole fits `pattern`, which reads the same in Python and in JavaScript."""
    return Shape({"type": "string", "pattern": f"^(?:{pattern})$"}, expected)


def dated(pattern: str, expected: Message) -> Shape:
    """A date; one that may be a year alone is a number where other programs read it."""
    alone = {"type": ["string", "integer"], "minimum": 1000, "maximum": 9999} if pattern.endswith(_LESS) else {"type": "string"}
    return Shape({**alone, "pattern": f"^(?:{pattern})$"}, expected)
