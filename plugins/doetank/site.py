"""The choices of one site, as pelicanconf.py makes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, tzinfo

from .repository import Repository


@dataclass(frozen=True)
class Publisher:
    """Who publishes the data: a name, and the address by which a register such as TOOI or ROR knows it."""

    name: str
    uri: str = ""


@dataclass(frozen=True)
class Site:
    """What is the same on every page. `today` is an argument, so that equal input gives equal bytes.

    `theme` is the address of the organisation's own token file, where the site has one, and `theme_file` its name in the theme;
    `editors` is their mailbox, where the site has one;
    `taglines` are those in other languages; `pdf` says that the yearly lessons are printed in this build.
    """

    name: str
    tagline: str
    url: str
    language: str
    languages: tuple[str, ...]
    zone: tzinfo
    today: date
    production: bool
    repository: Repository | None = None
    contact: str = ""
    editors: str = ""
    mailboxes: frozenset[str] = frozenset()
    theme: str = ""
    theme_file: str = ""
    pdf: bool = False
    taglines: Mapping[str, str] = field(default_factory=dict)
    publisher: Publisher | None = None

    def tagline_in(self, language: str) -> str:
        """The tagline in a language, or as it is where it was not translated."""
        return self.taglines.get(language, self.tagline)

    def absolute(self, address: str) -> str:
        """The whole address, for feeds and other sites. `url` has no slash at its end."""
        return self.url + address
