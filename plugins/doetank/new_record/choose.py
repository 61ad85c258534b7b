"""One answer of one field: typed, or chosen by number or name."""

from collections.abc import Callable
from dataclasses import dataclass

from ..catalogue import Catalogue
from ..records.describe import DATE, DAY, PERIOD, FieldDescription, choices_of
from ..records.fields import NETWORK
from .judge import Judge
from .known import Known, nearest_records

DATES = frozenset({DAY, DATE, PERIOD})


@dataclass(frozen=True)
class Talk:
    """How one speaks with whoever writes: `ask` shows a prompt and gives what was typed, `tell` shows a line."""

    ask: Callable[[str], str]
    tell: Callable[[str], None]
    words: Catalogue


def answer(field: FieldDescription, judge: Judge, talk: Talk, before: str) -> str:
    """What was typed or chosen; `before` when nothing was. It is not judged yet."""
    if field.refers_to:
        return _reference(field, judge, talk, before)
    choices = choices_of(field, judge.vocabulary, talk.words)
    for number, (value, label) in enumerate(choices.items(), 1):
        talk.tell(f"    {number}. {value} ({label})")
    today = judge.site.today.isoformat() if field.kind in DATES and field.required else ""
    typed = _ask(talk, before or today)
    numbered = dict(enumerate(choices, 1))
    if typed.isdecimal() and int(typed) in numbered:
        return numbered[int(typed)]
    return {label.casefold(): value for value, label in choices.items()}.get(typed.casefold(), typed)


def _reference(field: FieldDescription, judge: Judge, talk: Talk, before: str) -> str:
    """By what stands in the id or the title of a record, until one is named."""
    offered: tuple[Known, ...] = ()
    while True:
        typed = _ask(talk, before)
        if typed.isdecimal() and 1 <= int(typed) <= len(offered):
            return offered[int(typed) - 1].written(field.refers_to)
        exact = {one.written(field.refers_to) for one in judge.known} | {NETWORK.type, ""}
        offered = () if typed in exact or typed.startswith("http") else nearest_records(typed, judge.known, field.refers_to)
        if not offered:
            return typed
        for number, one in enumerate(offered, 1):
            talk.tell(f"    {number}. {one.written(field.refers_to)} ({one.title})")
        again = talk.words.gettext("Choose a number, or type other words.")
        talk.tell(f"    {again}")


def _ask(talk: Talk, before: str) -> str:
    return talk.ask(f"  [{before}] > " if before else "  > ").strip() or before
