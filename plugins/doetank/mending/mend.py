"""Everything that is certain in one file, one after the other. A step after which the record says something else is not taken."""

from collections.abc import Callable, Iterator
from functools import partial

from ..front_matter import decode
from ..problems import Message, say
from ..records.describe import FieldDescription
from .dates import date_paths, mended_date
from .key_order import in_order_of
from .spaces import body_ends, empty_line_before, end_of_file, head_ends, wanted
from .text import Mender, Step, Text

Convert = Callable[[str], str]
_BOM = b"\xef\xbb\xbf"


def mend(content: bytes, fields: tuple[FieldDescription, ...], convert: Convert, frozen: bool = False) -> Step | None:
    """The text after mending, and what was done. None for a file that cannot be read, which is left alone.

    What an edition holds is `frozen`: of its body every letter counts.
    """
    decoded, _ = decode(content, "")
    text = Text.of(decoded, convert) if decoded is not None else None
    if text is None:
        return None
    done = tuple(_of_windows(content))
    for mender in tuple(_menders(text, fields)):
        step = mender(text)
        after = Text.of(step.text, convert) if step.done else None
        if after and frozen and after.letters != text.letters:
            continue
        if after and after.says(text.fields.data if step.data is None else step.data, text.html):
            text, done = after, done + step.done
    return Step(text.whole, done)


def _of_windows(content: bytes) -> Iterator[Message]:
    if content.startswith(_BOM):
        yield say("the mark of Windows at the start of the file")
    if b"\r" in content:
        yield say("the line ends of Windows")


def _menders(text: Text, fields: tuple[FieldDescription, ...]) -> Iterator[Mender]:
    """In an order in which none moves what another has yet to find."""
    yield from (head_ends, body_ends, end_of_file)
    yield from (partial(empty_line_before, number) for number in wanted(text.body))
    yield from (partial(mended_date, path) for path in date_paths(fields, text.fields.data, ()))
    yield partial(in_order_of, tuple(field.name for field in fields))
