"""The run that checked a pull request, as GitHub itself tells of it."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """A run with the commit that it checked; `head` is the repository of that commit, and None when that is no longer there."""

    server: str
    repository: str
    id: int
    commit: str
    head: str | None
    branch: str

    @property
    def address(self) -> str:
        """The page of the run, with all that its steps said."""
        return f"{self.server}/{self.repository}/actions/runs/{self.id}"


def read_run(event: Path, repository: str, server: str) -> Run:
    """From the event with which GitHub starts a workflow when another has ended."""
    told = json.loads(event.read_text(encoding="utf-8"))["workflow_run"]
    head = told["head_repository"]
    return Run(server, repository, told["id"], told["head_sha"], head["full_name"] if head else None, told["head_branch"])
