"""What an author most likely did when libyaml cannot read a text, from what it says and the lines it points at."""

import re
from collections.abc import Callable
from typing import NamedTuple

import yaml

from .problems import Message, say


class _Clue(NamedTuple):
    """What libyaml says, and the text where it noticed the mistake and where the thing that it was reading opened."""

    problem: str
    context: str
    line: str
    column: int
    opened: str
    opened_column: int

    @property
    def indent(self) -> str:
        return self.line[: len(self.line) - len(self.line.lstrip())]

    @property
    def character(self) -> str:
        return self.line[self.column : self.column + 1]

    @property
    def first_character(self) -> str:
        return self.opened[self.opened_column : self.opened_column + 1]


_LIKELY: tuple[tuple[Callable[[_Clue], bool], Message], ...] = (
    (
        lambda clue: "\t" in clue.indent or ("cannot start any token" in clue.problem and "\t" in clue.line),
        say("a tab stands here; use spaces to indent"),
    ),
    (
        lambda clue: "mapping values" in clue.problem and bool(re.fullmatch(r"\s+[\w-]+\s*", clue.line[: clue.column])),
        say("this line is indented further than the line above it; remove the spaces before it, or put quotes around the whole value"),
    ),
    (lambda clue: "mapping values" in clue.problem, say("a value with `: ` in it needs quotes around the whole value")),
    (lambda clue: "cannot start any token" in clue.problem, say("a value that starts with `{character}` needs quotes around it")),
    (
        lambda clue: "escape" in clue.problem or "hexdecimal" in clue.problem,
        say("between double quotes a `\\` starts a code; write `\\\\`, or use single quotes"),
    ),
    (
        lambda clue: "block sequence entries" in clue.problem,
        say("the first `- ` of a list stands on a line of its own, below the field's name"),
    ),
    (
        lambda clue: "document start" in clue.problem or "directive" in clue.context,
        say("a line may not start with `%` or `...` here; put quotes around a value that does"),
    ),
)
"""What the author most likely did, told where libyaml noticed it: the first that fits."""

_LIKELY_OPENED: tuple[tuple[Callable[[_Clue], bool], Message], ...] = (
    (
        lambda clue: "alias" in clue.context or "anchor" in clue.context,
        say("a value that starts with `{character}` needs quotes around it"),
    ),
    (
        lambda clue: "end of stream" in clue.problem or "quoted scalar" in clue.context,
        say("the quote that opens here is not closed"),
    ),
    (lambda clue: "flow " in clue.context, say("what opens here with `[` or `{{` is not closed, or misses a comma")),
    (lambda clue: "expected ':'" in clue.problem, say("expected a line of the form `key: value`, found `{found}`")),
)
"""The same, told where the thing opened that libyaml was reading."""


def likely_mistake(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, Message]:
    """Line and column in `text`, from 0, and what to do there."""
    lines = [*text.split("\n"), ""]
    mark = error.problem_mark or error.context_mark
    here = (mark.line, mark.column) if mark else (0, 0)
    start = (error.context_mark.line, error.context_mark.column) if error.context_mark else here
    clue = _Clue(error.problem or "", error.context or "", lines[here[0]], here[1], lines[start[0]], start[1])
    for place, character, likely in ((here, clue.character, _LIKELY), (start, clue.first_character, _LIKELY_OPENED)):
        for fits, message in likely:
            if fits(clue):
                return *place, Message(message.text, {"character": character, "found": clue.opened.strip()[:40]})
    if "expected key" in clue.problem or "block mapping" in clue.context or "block collection" in clue.context:
        return *here, say("this does not fit the lines above it: look at the spaces before it, and at quotes inside quotes")
    return *here, say("cannot be read as YAML: {problem}", problem=clue.problem)
