"""A mistake in content is a value; all of them together are raised once."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class Translate(Protocol):
    """What turns an English source text into the reader's language."""

    def gettext(self, text: str) -> str: ...


class Message(NamedTuple):
    """An English source text with `{placeholders}`, and what fills them."""

    text: str
    values: Mapping[str, object] = {}

    def format(self, catalogue: Translate) -> str:
        """The message in the catalogue's language; a value that is a text of ours is translated too."""
        filled = {name: value.format(catalogue) if isinstance(value, Message) else value for name, value in self.values.items()}
        return catalogue.gettext(self.text).format_map(filled)


class Word(Message):
    """A label of ours inside a sentence: without its capital."""

    def format(self, catalogue: Translate) -> str:
        """The label in the catalogue's language."""
        label = catalogue.gettext(self.text)
        return label[:1].lower() + label[1:]


def say(text: str, /, **values: object) -> Message:
    """A message whose `text` the catalogue tool finds (Babel keyword `say`)."""
    return Message(text, values)


@dataclass(frozen=True)
class Problem:
    """One mistake: where it is (line and column count from 1) and what to do about it.

    A `notice` is advice: it is shown and stops nothing.
    """

    path: str
    line: int
    column: int
    field: str
    message: Message = dataclasses.field(compare=False)
    notice: bool = False

    def order(self) -> tuple[str, int, int, str, str]:
        """By file, then place in the file."""
        return (self.path, self.line, self.column, self.field, self.message.text)

    def format(self, catalogue: Translate) -> str:
        """`path:line:column: field: message`; without the field when the mistake is in no field."""
        subject = f"{self.field}: " if self.field else ""
        advice = catalogue.gettext("advice") + ": " if self.notice else ""
        return f"{self.path}:{self.line}:{self.column}: {advice}{subject}{self.message.format(catalogue)}"


class ContentError(Exception):
    """All mistakes in the content. Raised by pipeline.py only, before anything is written."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=Problem.order))
        super().__init__(f"{len(self.problems)} problems")
