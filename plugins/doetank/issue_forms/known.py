"""The records that an author can refer to, by what people call them: a title, an address or an id."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from .. import urls
from ..problems import Message, say
from ..records.fields import ANY, NETWORK, Ref
from ..site import Site
from ..sources import Source, title_of
from ..validation import nearest, shown


@dataclass(frozen=True)
class Known:
    """`titles` have no capitals; `addresses` no host, since a preview and the old site have another one."""

    ids: frozenset[Ref]
    titles: Mapping[str, tuple[Ref, ...]]
    addresses: Mapping[str, Ref]

    def taken(self, type_name: str) -> frozenset[str]:
        """The ids that records of a type have."""
        return frozenset(ref.id for ref in self.ids if ref.type == type_name)

    def reference(self, text: str, refers_to: str) -> str | Message:
        """How a record's field names what somebody means by `text`, or what is wrong with it."""
        if refers_to == ANY and text.casefold() == NETWORK.type:
            return NETWORK.type
        found = [ref for ref in self._meant(text) if refers_to in (ANY, ref.type)]
        if len(found) == 1:
            return str(found[0]) if refers_to == ANY else found[0].id
        if found:
            names = ", ".join(f"`{ref}`" for ref in found)
            return say("{found} can be more than one page; write one of {names}", found=shown(text), names=names)
        near = nearest(text.casefold(), tuple(self.titles))
        known = say("did you mean `{near}`?", near=near) if near else say("copy its title or its address from the site")
        return say("{found} is no page of this site that may stand here; {instead}", found=shown(text), instead=known)

    def _meant(self, text: str) -> tuple[Ref, ...]:
        type_part, _, id_part = text.rpartition(":")
        if (ref := Ref(type_part, id_part)) in self.ids:
            return (ref,)
        if "/" in text and (at := _path(text)) in self.addresses:
            return (self.addresses[at],)
        return self.titles.get(text.casefold(), ()) or tuple(sorted(ref for ref in self.ids if ref.id == text))


def known_records(sources: Iterable[Source], site: Site) -> Known:
    """What the files of the content say; a file that cannot be read is known by its name."""
    ids: set[Ref] = set()
    titles: dict[str, set[Ref]] = {}
    addresses: dict[str, Ref] = {}
    for source in sources:
        ref = Ref(source.type, source.id)
        ids.add(ref)
        addresses[urls.record(source.type, source.id, source.language or site.language, site.language)] = ref
        if title := title_of(source):
            titles.setdefault(title.casefold(), set()).add(ref)
    return Known(frozenset(ids), {title: tuple(sorted(refs)) for title, refs in titles.items()}, addresses)


def _path(text: str) -> str:
    try:
        path = urlsplit(text).path
    except ValueError:  # such as `https://[x`
        return ""
    return f"/{path.strip('/')}/"
