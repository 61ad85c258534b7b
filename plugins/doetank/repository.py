"""Where the texts live: the addresses at which a file is changed, read as it was written, and followed through time."""

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote


class Forge(NamedTuple):
    """How one kind of git host names its pages, after the address of the repository.

    `new` is where a file is begun; {path} is its path and {text} what is to stand in it, on a host that takes that from an address.
    """

    edit: str
    source: str
    history: str
    new: str


FORGES = {
    "github": Forge(
        "/edit/{branch}/{path}", "/blob/{branch}/{path}", "/commits/{branch}/{path}", "/new/{branch}?filename={path}&value={text}"
    ),
    "gitlab": Forge("/-/edit/{branch}/{path}", "/-/blob/{branch}/{path}", "/-/commits/{branch}/{path}", "/-/new/{branch}?file_name={path}"),
    "forgejo": Forge(
        "/_edit/{branch}/{path}",
        "/src/branch/{branch}/{path}",
        "/commits/branch/{branch}/{path}",
        "/_new/{branch}?filename={path}&value={text}",
    ),
    "gitea": Forge(
        "/_edit/{branch}/{path}",
        "/src/branch/{branch}/{path}",
        "/commits/branch/{branch}/{path}",
        "/_new/{branch}?filename={path}&value={text}",
    ),
}
"""The kinds of git host that are known, by the name that the setting FORGE takes. GitLab takes a file's name, and forgets its text."""


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

    @property
    def new(self) -> str:
        """Where a file is begun, with {path} and, on most hosts, {text} to be filled in."""
        return self.url + FORGES[self.forge].new.replace("{branch}", quote(self.branch))

    def _address(self, form: str, path: str) -> str:
        return self.url + form.format(branch=quote(self.branch), path=quote(path))
