"""Where a link in a text leads: to a record, a media file, an address of the site, or elsewhere."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from ..pictures import Picture
from ..problems import Message, say
from ..validation import nearest
from .allowed import SCHEMES

_FILENAME = "{filename}"
_STATIC = "{static}"


Asked = tuple[str, str]
"""An address as written, and the file that it stands in (a name below the content folder)."""


class Target(NamedTuple):
    """What stands in the page. `inside` is the part of it that is an address of the site, to be checked when all are known."""

    href: str
    inside: str = ""
    fragment: str = ""


@dataclass(frozen=True)
class Places:
    """All that a text can refer to: records' files with their addresses, media files, and which of those are pictures.

    `heard` is what was asked about these, and the answer, for who wants to know whether it would still be the same.
    """

    addresses: Mapping[str, str]
    media: frozenset[str]
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    heard: dict[Asked, Target] = field(default_factory=dict, compare=False, repr=False)

    def target(self, href: str, source: str) -> Target | Message:
        """Follow `href` as written in the file `source` (a name below the content folder)."""
        target = self._target(href.strip(), source)
        if isinstance(target, Target) and target.inside:
            self.heard[href, source] = target
        return target

    def _target(self, href: str, source: str) -> Target | Message:
        if href.startswith(_FILENAME):
            return self._record(href.removeprefix(_FILENAME), source)
        if href.startswith(_STATIC):
            return self._file(href.removeprefix(_STATIC))
        if href.startswith("#"):
            return Target(href, "", href[1:])
        if href.startswith("/") and not href.startswith("//"):
            path, _, fragment = href.partition("#")
            place = path.partition("?")[0]
            return self._media(place[1:], "") if place[1:] in self.pictures else Target(href, place, fragment)
        return _elsewhere(href)

    def _record(self, rest: str, source: str) -> Target | Message:
        path, hash_sign, fragment = unquote(rest).partition("#")
        name = path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        if name in self.media:
            return self._media(name, hash_sign + fragment)
        if name not in self.addresses:
            near = nearest(name, tuple(self.addresses))
            known = say("did you mean `{near}`?", near=f"{_FILENAME}/{near}") if near else say("there is no such file")
            return say("`{found}` leads nowhere; {instead}", found=f"{_FILENAME}{rest}", instead=known)
        address = self.addresses[name]
        return Target(address + hash_sign + fragment, address, fragment)

    def _media(self, name: str, rest: str) -> Target:
        """A picture is published as a file of ours; what stands after the `#` of another, such as a page of a PDF, is for its reader."""
        if name in self.pictures:
            return Target(self.pictures[name].url, f"/{name}")
        return Target(f"/{name}{rest}", f"/{name}")

    def _file(self, rest: str) -> Target | Message:
        path, hash_sign, fragment = rest.partition("#")
        name = posixpath.normpath(unquote(path).lstrip("/"))
        if name in self.media:
            return self._media(name, hash_sign + fragment)
        near = nearest(name, tuple(self.media))
        known = say("did you mean `{near}`?", near=f"{_STATIC}/{near}") if near else say("there is no such file")
        return say("`{found}` leads nowhere; {instead}", found=f"{_STATIC}{rest}", instead=known)


def _unclear(href: str) -> Message:
    return say(
        "`{found}`: write {{filename}}/… for a page of this site, {{static}}/media/… for a file, or an address with `https://`", found=href
    )


def _elsewhere(href: str) -> Target | Message:
    if href.startswith("//"):
        return say("`{found}`: write the whole address, with `https://`", found=href)
    try:
        parts = urlsplit(href)
    except ValueError:
        return say("`{found}` is not an address", found=href)
    if not parts.scheme:
        return _unclear(href)
    if parts.scheme.lower() not in SCHEMES:
        return say("`{found}`: a link starts with https, http or mailto", found=href[:60])
    if parts.scheme.lower() != "mailto" and not parts.hostname:
        return say("`{found}` is not an address", found=href)
    return Target(href)
