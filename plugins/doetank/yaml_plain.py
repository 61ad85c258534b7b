"""The front matter that most files have, read in a third of the time: lines `key: value`, lists, groups and folded texts.

Whatever may mean something else in YAML is not plain, and neither is a mistake; yaml_text.py reads that, and tells where things stand.
"""

import re

_MOST = 10_000
"""Letters: so that no text has more values than may be read."""
# Eight spaces hold fewer levels than may be read.
_LINES = re.compile(r"^( {0,8})((- )?(?:([A-Za-z_][A-Za-z0-9_-]{0,60}):(?: +([^ \n].*))?|([^ \n].*)))\n", re.MULTILINE)
_WORD = r"[A-Za-z0-9](?:[A-Za-z0-9._/-]|[ :](?=[A-Za-z0-9/]))*"
_ONE = rf"{_WORD}|'[^']*'|\"[^\"\\]*\""
_PAIR = rf"[A-Za-z_][A-Za-z0-9_-]{{0,60}}: (?:{_ONE})"
_LIST = re.compile(rf"\[(?:{_ONE})(?:, (?:{_ONE}))*\]")
_GROUP = re.compile(rf"\{{{_PAIR}(?:, {_PAIR})*\}}")
_ONES = re.compile(_ONE)
_PAIRS = re.compile(rf"([A-Za-z0-9_-]+): ({_ONE})")
_NOTHING = {"", "~", "null", "Null", "NULL"}


class Plain(str):
    """A scalar written without quotes."""

    __slots__ = ()


class _NotPlainError(Exception):
    """This is for the whole way."""


_Line = tuple[int, str, str, str, str, str]
"""How far it stands from the edge, the whole of it, whether it is an item of a list, its key and its value; or else the last is all."""


def plain_mapping(text: str) -> dict[str, object] | None:
    """What `text` says when all of it is plain and right, or else None. `text` has no invisible characters."""
    if len(text) > _MOST or "\t" in text or " \n" in text or not text.endswith("\n"):
        return None
    found = _LINES.findall(text)
    if len(found) < text.count("\n"):
        return None
    lines = _Lines([(len(indent), *rest) for indent, *rest in found])
    try:
        return lines.mapping(0)
    except _NotPlainError:
        return None


def nothing(value: object) -> bool:
    """Whether a value is one of the ways in which form editors write "not given"."""
    if isinstance(value, Plain):
        return value in _NOTHING
    return value == [] or (isinstance(value, str) and not value.strip())


class _Lines:
    """The lines of one text, from the next that nobody took yet; behind the last comes one that stands nowhere."""

    def __init__(self, lines: list[_Line]) -> None:
        self._lines = [*lines, (-1, "", "", "", "", "")]
        self._at = 0

    def mapping(self, indent: int) -> dict[str, object]:
        """The fields that stand `indent` spaces from the edge, up to a line that stands less far."""
        data: dict[str, object] = {}
        while (line := self._lines[self._at])[0] >= indent:
            stands, _, item, key, value, _ = line
            if stands > indent or item or not key or key in data:
                raise _NotPlainError
            self._at += 1
            data[key] = _one(value) if value and value != ">-" else self._below(value, indent)
        return {key: value for key, value in data.items() if not nothing(value)}

    def _below(self, written: str, indent: int) -> object:
        """What stands on the lines below a key."""
        stands, _, item, *_ = self._lines[self._at]
        if written:
            return self._folded(indent)
        if stands < indent or (stands == indent and not item):
            return Plain("")
        return self._items(stands) if item else self.mapping(stands)

    def _items(self, indent: int) -> list[object]:
        items = []
        while (line := self._lines[self._at])[0] == indent and line[2]:
            if line[5]:
                self._at += 1
                items.append(_one(line[5]))
            else:
                self._lines[self._at] = (indent + 2, line[1], "", *line[3:])
                items.append(self.mapping(indent + 2))
        if line[0] > indent:
            raise _NotPlainError
        return [item for item in items if not nothing(item)]

    def _folded(self, indent: int) -> str:
        """The lines of a text that becomes one paragraph: all begin at the same place."""
        first, start = self._lines[self._at][0], self._at
        while self._lines[self._at][0] > indent:
            if self._lines[self._at][0] != first:
                raise _NotPlainError
            self._at += 1
        if self._at == start:
            raise _NotPlainError
        return " ".join(text for _, text, *_ in self._lines[start : self._at])


def _one(written: str) -> object:
    """One value on one line."""
    first = written[0]
    if first.isalnum() or first == "(":
        if ": " in written or " #" in written or written[-1] == ":":
            raise _NotPlainError
        return Plain(written)
    if first == "[" and _LIST.fullmatch(written):
        return [item for item in map(_word, _ONES.findall(written)) if not nothing(item)]
    if first == "{" and _GROUP.fullmatch(written):
        return _group(_PAIRS.findall(written))
    if first in "'\"" and _ONES.fullmatch(written):
        return written[1:-1]
    raise _NotPlainError


def _group(pairs: list[tuple[str, str]]) -> dict[str, object]:
    data: dict[str, object] = {key: _word(word) for key, word in pairs}
    if len(data) < len(pairs):
        raise _NotPlainError
    return {key: value for key, value in data.items() if not nothing(value)}


def _word(written: str) -> str:
    return written[1:-1] if written[0] in "'\"" else Plain(written)
