"""Where the texts live: the addresses at which a file is changed, read as it was written, and followed through time."""

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote


class Forge(NamedTuple):
    """How one kind of git host names its pages, after the address of the repository."""

    edit: str
    source: str
    history: str


FORGES = {
    "github": Forge("/edit/{branch}/{path}", "/blob/{branch}/{path}", "/commits/{branch}/{path}"),
    "gitlab": Forge("/-/edit/{branch}/{path}", "/-/blob/{branch}/{path}", "/-/commits/{branch}/{path}"),
    "forgejo": Forge("/_edit/{branch}/{path}", "/src/branch/{branch}/{path}", "/commits/branch/{branch}/{path}"),
    "gitea": Forge("/_edit/{branch}/{path}", "/src/branch/{branch}/{path}", "/commits/branch/{branch}/{path}"),
}
"""The kinds of git host that are known, by the name that the setting FORGE takes."""


@dataclass(frozen=True)
class Repository:
    """A repository on a git host. `url` is its page, without a slash at its end."""

    url: str
    forge: str = "github"
    branch: str = "main"

    def __post_init__(self) -> None:
        if self.forge not in FORGES:
            raise ValueError(f"FORGE: expected one of {', '.join(FORGES)}, found {self.forge!r}")

    def edit(self, path: str) -> str:
        """Where a file can be changed."""
        return self._address(FORGES[self.forge].edit, path)

    def source(self, path: str) -> str:
        """Where a file can be read as it was written."""
        return self._address(FORGES[self.forge].source, path)

    def history(self, path: str) -> str:
        """Where every change of a file is told."""
        return self._address(FORGES[self.forge].history, path)

    def _address(self, form: str, path: str) -> str:
        return self.url + form.format(branch=quote(self.branch), path=quote(path))
