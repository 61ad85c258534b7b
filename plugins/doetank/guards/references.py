"""Every reference names a record that is there, and a reader may go there."""

from collections.abc import Iterable, Iterator
from collections import defaultdict

from ..problems import Message, Problem, say
from ..reading import Parsed
from ..records.fields import NETWORK, Ref
from ..records.walk import references
from ..site import Site
from ..sources import Source
from ..urls import TYPES
from ..validation import dotted, nearest


def reference_problems(parsed: Iterable[Parsed], sources: Iterable[Source], site: Site) -> Iterator[Problem]:
    """References to nothing, and references from what is published to a draft. A file that could not be read counts as there."""
    known: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        known[source.type].add(source.id)
    readable = [item for item in parsed if item.record]
    drafts = {item.record.ref for item in readable if item.record and item.record.is_draft}
    for item in readable:
        assert item.record is not None
        for path, ref in references(item.record):
            message = _missing(ref, known)
            if message is None and site.production and ref in drafts and not item.record.is_draft:
                message = say("`{ref}` is a draft; publish it first, or remove the reference", ref=ref)
            if message:
                place = item.fields.place(path)
                yield Problem(item.record.path, place.line, place.column, dotted(path), message)


def _missing(ref: Ref, known: dict[str, set[str]]) -> Message | None:
    if ref == NETWORK or ref.id in known[ref.type]:
        return None
    folder = TYPES[ref.type].folder
    near = nearest(ref.id, tuple(sorted(known[ref.type])))
    elsewhere = [type_name for type_name in TYPES if ref.id in known[type_name]]
    if near:
        return say("no {type} is called `{id}`; did you mean `{near}`?", type=ref.type, id=ref.id, near=near)
    if elsewhere:
        return say("no {type} is called `{id}`; there is a {other} of that name", type=ref.type, id=ref.id, other=elsewhere[0])
    return say("no {type} is called `{id}`; there is no file {file}", type=ref.type, id=ref.id, file=f"{folder}/{ref.id}.md")
