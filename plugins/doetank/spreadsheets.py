"""CSV that a spreadsheet reads as it is meant: UTF-8, one line a row, and no formula in it."""

import csv
import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """RFC 4180 with a BOM, so that spreadsheets read it as UTF-8. What a row does not have is an empty cell."""
    names = tuple(columns)
    return with_head(names, (csv_line(names, row) for row in rows))


def with_head(columns: tuple[str, ...], lines: Iterable[str]) -> bytes:
    """Such a file of lines that are there already."""
    return (csv_line(columns, {name: name for name in columns}) + "".join(lines)).encode("utf-8-sig")


def csv_line(columns: tuple[str, ...], row: Mapping[str, object]) -> str:
    """One row of such a file, with the end of its line."""
    line: str = _writer(columns).writerow({name: _cell(value) for name, value in row.items()})
    return line


def joined(values: Iterable[str]) -> str:
    """A list as one cell."""
    return "; ".join(values)


def as_json(value: object) -> str:
    """What is more than a text, on one line."""
    return json.dumps(value, ensure_ascii=False)


@cache
def _writer(columns: tuple[str, ...]) -> Any:
    return csv.DictWriter(_Line(), columns, restval="", lineterminator="\r\n")


class _Line:
    """What a writer writes is what its `writerow` returns."""

    def write(self, text: str) -> str:
        return text


def _cell(value: object) -> object:
    """A text that a spreadsheet would run as a formula gets an apostrophe; one that looks as if it had, gets another."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
