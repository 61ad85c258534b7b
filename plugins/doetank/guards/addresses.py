"""Every address is written once, and every link inside the site leads somewhere."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..bodies import BodyLink
from ..problems import Problem, say
from ..validation import nearest


def clash_problems(addresses: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Two pages at one address. `addresses` are pairs of an address and the file it comes from (or "")."""
    first: dict[str, str] = {}
    for address, path in addresses:
        if address not in first:
            first[address] = path
        elif path or first[address]:
            other = first[address] if path else path
            taken = say("by {path}", path=other) if other else say("by the site itself")
            yield Problem(path or first[address], 1, 1, "", say("its address `{address}` is taken {by}; rename this file", address=address, by=taken))


def link_problems(links: Iterable[BodyLink], addresses: Collection[str], ids: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Links to an address or a fragment that is not there. `ids` are the fragments of those pages that have a body; "" is the page itself."""
    for link in links:
        if link.inside and link.inside not in addresses:
            near = nearest(link.inside, tuple(sorted(addresses)))
            instead = say("did you mean `{near}`?", near=near) if near else say("there is no such page")
            message = say("`{found}` leads nowhere; {instead}", found=link.inside, instead=instead)
        elif link.fragment and link.fragment not in ids.get(link.inside or link.path, ()):
            message = say("`#{fragment}` leads nowhere; there is no such heading or id", fragment=link.fragment)
        else:
            continue
        yield Problem(link.path, link.line, link.column, "", message)
