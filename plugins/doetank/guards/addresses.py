"""Every address is written once, and every link inside the site leads somewhere."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..bodies import BodyLink
from ..problems import Message, Problem, say
from ..urls import FIXED, TYPES
from ..validation import instead


def clash_problems(addresses: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Two pages at one address. `addresses` are pairs of an address and the file it comes from (or "")."""
    first: dict[str, str] = {}
    for address, path in addresses:
        if address not in first:
            first[address] = path
        elif path or first[address]:
            other = first[address] if path else path
            taken = say("by {path}", path=other) if other else say("by the site itself")
            yield Problem(
                path or first[address],
                1,
                1,
                "",
                say("the address `{address}` is taken {by}; rename this file, or remove the alias", address=address, by=taken),
            )


def link_problems(links: Iterable[BodyLink], addresses: Collection[str], ids: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Links to an address or a fragment that is not there. `ids` are the fragments of the texts, by address and by file."""
    for link in links:
        fragments = ids.get(link.inside or link.path, ())
        if link.inside and link.inside not in addresses:
            missing = say("there is no such file") if link.inside.startswith("/media/") else say("there is no such page")
            message = _nowhere(link.inside, addresses, missing)
        elif link.fragment and link.fragment not in fragments:
            prefixed = [f"#{fragment}" for fragment in fragments]
            message = _nowhere(f"#{link.fragment}", prefixed, say("there is no such heading or id"))
        else:
            continue
        yield Problem(link.path, link.line, link.column, link.field, message)


def known_early(links: Iterable[BodyLink], records: Collection[str], ids: Mapping[str, Collection[str]]) -> Iterator[BodyLink]:
    """The links that can be judged while other mistakes keep the pages from being made: to records, media and fragments."""
    sections = {name.section for name in TYPES.values() if name.section}
    for link in links:
        section, _, rest = link.inside.strip("/").partition("/")
        own = not link.inside or link.inside in records
        if (own and (link.inside or link.path) in ids) or (
            not own and (section == "media" or (section in sections and rest and "/" not in rest and link.inside not in FIXED))
        ):
            yield link


def _nowhere(found: str, known: Iterable[str], otherwise: Message) -> Message:
    return say("`{found}` leads nowhere; {instead}", found=found, instead=instead(found, tuple(sorted(known)), otherwise))
