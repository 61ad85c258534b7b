"""The choices of one site, as pelicanconf.py makes them."""

from dataclasses import dataclass
from datetime import date, tzinfo

from .repository import Repository


@dataclass(frozen=True)
class Site:
    """What is the same on every page. `today` is an argument, so that equal input gives equal bytes.

    `theme` is the address of the organisation's own token file, where the site has one, and `theme_file` its name in the theme.
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
    mailboxes: frozenset[str] = frozenset()
    theme: str = ""
    theme_file: str = ""

    def absolute(self, address: str) -> str:
        """The whole address, for feeds and other sites. `url` has no slash at its end."""
        return self.url + address
