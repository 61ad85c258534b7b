"""Every reference names a record that is there, and a reader may go there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from .. import urls
from ..problems import Message, Problem, Word, say
from ..reading import Parsed
from ..records import RECORD_TYPES, Record
from ..records.choices import Status
from ..records.fields import NETWORK, Ref
from ..records.walk import references
from ..site import Site
from ..sources import Source
from ..urls import TYPES
from ..validation import nearest, right
from ..yaml_text import dotted


def reference_problems(parsed: Iterable[Parsed], sources: Iterable[Source], site: Site) -> Iterator[Problem]:
    """References to nothing, and in a published build to a draft. A file that could not be read counts as there."""
    known: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        known[source.type].add(source.id)
    readable = [(item, item.known) for item in parsed if item.known]
    drafts = _drafts([record for _, record in readable], site)
    for item, record in readable:
        published = site.production and right(record, "status") in (Status.PUBLISHED, Status.RETIRED)
        for path, ref in references(record):
            message = _missing(ref, known, record.ref) or (_draft(str(ref)) if published and ref in drafts else None)
            if message:
                place = item.fields.place(path)
                yield Problem(record.path, place.line, place.column, dotted(path), message)
        for link in item.links:
            if published and link.inside in drafts:
                yield Problem(link.path, link.line, link.column, link.field, _draft(link.inside))


def _drafts(records: Iterable[Record], site: Site) -> frozenset[Ref | str]:
    """What is not shown in a published build: records of which no version is published, and the addresses of drafts."""
    records = tuple(records)
    shown = {record.ref for record in records if not record.is_draft}
    drafts = [record for record in records if record.is_draft]
    addresses = {urls.record(record.type, record.id, record.site_lang, site.language) for record in drafts}
    return frozenset({record.ref for record in drafts if record.ref not in shown} | addresses)


def _draft(name: str) -> Message:
    return say("`{name}` is a draft, which is not published; publish it first, or remove the reference", name=name)


def _missing(ref: Ref, known: dict[str, set[str]], own: Ref) -> Message | None:
    if ref == NETWORK or ref.id in known[ref.type]:
        return None
    kind = Word(RECORD_TYPES[ref.type].label)
    near = nearest(ref.id, tuple(sorted(known[ref.type] - ({own.id} if own.type == ref.type else set()))))
    elsewhere = next((type_name for type_name in TYPES if ref.id in known[type_name]), None)
    if near:
        return say("no {kind} is called `{id}`; did you mean `{near}`?", kind=kind, id=ref.id, near=near)
    if elsewhere:
        return say("no {kind} is called `{id}`; there is `{other}`", kind=kind, id=ref.id, other=Ref(elsewhere, ref.id))
    return say("no {kind} is called `{id}`; there is no file {file}", kind=kind, id=ref.id, file=f"{TYPES[ref.type].folder}/{ref.id}.md")
