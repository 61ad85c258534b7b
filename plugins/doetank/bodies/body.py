"""What a converted text consists of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body, for a table of contents."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class BodyLink:
    """A link from a text to an address of the site, to be checked when all addresses are known; `field` is empty for a body."""

    path: str
    line: int
    column: int
    inside: str
    fragment: str
    field: str = ""


@dataclass(frozen=True, init=False)
class Body:
    """A converted text. `html` is safe to show; `ids` are the fragments that may be linked to; `digest` is that of the text as written.

    What is kept is UTF-8, because one `“` makes a text take twice the memory, and a library holds thousands.
    """

    utf8: bytes
    headings: tuple[Heading, ...]
    links: tuple[BodyLink, ...]
    ids: frozenset[str]
    digest: str

    def __init__(
        self,
        html: str = "",
        headings: tuple[Heading, ...] = (),
        links: tuple[BodyLink, ...] = (),
        ids: frozenset[str] = frozenset(),
        digest: str = "",
    ) -> None:
        told = {"utf8": html.encode(), "headings": headings, "links": links, "ids": ids, "digest": digest}
        for name, value in told.items():
            object.__setattr__(self, name, value)

    @property
    def html(self) -> str:
        return self.utf8.decode()
