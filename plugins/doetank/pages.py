"""What the outputs make: pages (a template and its values), files (bytes) and papers (documents to print), each with an address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from .dates import When
from .paper.document import Attachment, Document
from .pictures import Picture
from .records.choices import Choice

Json = Mapping[str, object]


class Crumb(NamedTuple):
    """One step of the way from the home page; the title is a text for the catalogue or a record's own."""

    title: str
    url: str


@dataclass(frozen=True)
class Search:
    """What the search index keeps of a page: its facets as (name, label) pairs, the day to sort by, and words that find it too."""

    filters: tuple[tuple[str, str], ...]
    kind: str
    sort: str
    mark: Choice | None = None
    parts: tuple[str, ...] = ()


class Switch(NamedTuple):
    """The way to another language, told in that language; `instead` is what it leads to when it is not the same page."""

    language: str
    url: str
    text: str
    instead: str = ""


class PageImage(NamedTuple):
    """What others show with a link to a page; `alt` is empty for decoration."""

    picture: Picture
    alt: str


@dataclass(frozen=True)
class Page:
    """A template and its values, and what every page's head needs. Equal values give equal bytes.

    `title` and `description` are texts for the catalogue or a record's own. `path` is the file the page comes
    from, when it comes from one. `language` is that of the interface, `text_language` that of the main text.
    `alternates` are (language, address) of every version of the page, itself too, when there is more than one.
    `selection` are the addresses of the records that a list shows, which it offers as a table too.
    """

    url: str
    template: str
    title: str
    description: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    language: str = "nl"
    text_language: str = "nl"
    path: str = ""
    crumbs: tuple[Crumb, ...] = ()
    alternates: tuple[tuple[str, str], ...] = ()
    switches: tuple[Switch, ...] = ()
    search: Search | None = None
    json_ld: Json | None = None
    modified: When | None = None
    published: When | None = None
    listed: bool = True
    section: str = ""
    selection: tuple[str, ...] = ()
    image: PageImage | None = None


@dataclass(frozen=True)
class File:
    """Bytes at an address: a feed, open data, robots.txt."""

    url: str
    content: bytes


@dataclass(frozen=True)
class Paper:
    """A PDF at an address. It is printed when the site is written, and not when content is only checked."""

    url: str
    document: Document
    attachments: tuple[Attachment, ...] = ()
