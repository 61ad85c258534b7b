"""CSV that a spreadsheet reads as it is meant: UTF-8, one line a row, and no formula in it."""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """RFC 4180 with a BOM, so that spreadsheets read it as UTF-8. What a row does not have is an empty cell."""
    text = io.StringIO()
    writer = csv.DictWriter(text, tuple(columns), restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8-sig")


def joined(values: Iterable[str]) -> str:
    """A list as one cell."""
    return "; ".join(values)


def as_json(value: object) -> str:
    """What is more than a text, on one line."""
    return json.dumps(value, ensure_ascii=False)


def _cell(value: object) -> object:
    """A text that a spreadsheet would run as a formula gets an apostrophe; one that looks as if it had, gets another."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value
