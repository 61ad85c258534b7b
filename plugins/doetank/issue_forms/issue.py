"""An issue as GitHub tells of it in the event of a workflow."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from . import LABELS

_LOGIN = re.compile(r"[A-Za-z0-9_-]+(?:\[bot\])?")


@dataclass(frozen=True)
class Issue:
    """`author` is who opened it, as git writes an author: with an address that GitHub gives everybody, and that reaches nobody."""

    number: int
    type: str
    body: str
    login: str
    author: str


def read_issue(event: Path) -> Issue | None:
    """The issue of an event; None when it has no label of a form, or more than one."""
    told = json.loads(event.read_text(encoding="utf-8"))["issue"]
    types = {LABELS[label["name"]] for label in told["labels"] if label["name"] in LABELS}
    if len(types) != 1:
        return None
    login, number = told["user"]["login"], int(told["user"]["id"])
    if not _LOGIN.fullmatch(login):
        raise ValueError(f"GitHub has no logins such as {login!r}")
    author = f"{login} <{number}+{login}@users.noreply.github.com>"
    return Issue(int(told["number"]), types.pop(), told["body"] or "", login, author)
