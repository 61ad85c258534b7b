"""The fields of a file in the order of its type, each with the comments above it."""

from itertools import pairwise

from ..problems import say
from .text import Step, Text


def in_order_of(names: tuple[str, ...], text: Text) -> Step:
    """The text with its fields in the order of `names`; as it was where one has another name or does not begin its line."""
    places = {str(path[0]): place for path, place in text.fields.keys.items() if len(path) == 1}
    if not set(places) <= set(names) or any(place.column != 1 for place in places.values()):
        return Step(text.whole)
    written = sorted(places, key=lambda name: places[name].line)
    ordered = sorted(written, key=names.index)
    if written == ordered:
        return Step(text.whole)
    starts = [_with_comments(text.head, places[name].line - 1) for name in written]
    blocks = {name: text.head[start:end] for name, (start, end) in zip(written, pairwise([*starts, len(text.head) - 1]), strict=True)}
    head = (*text.head[: starts[0]], *(line for name in ordered for line in blocks[name]), text.head[-1])
    return Step("\n".join((*head, *text.body)), (say("the order of the fields: {names}", names=", ".join(ordered)),))


def _with_comments(head: tuple[str, ...], line: int) -> int:
    """Where a field begins, with the comments that stand right above it."""
    while head[line - 1].startswith("#"):
        line -= 1
    return line
