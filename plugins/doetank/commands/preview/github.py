"""What is asked of GitHub about a run: its pull requests, what it left behind, and a comment that is kept up to date."""

import json
import shutil
import subprocess
from collections.abc import Mapping
from typing import Any

from .found import MOST_BYTES
from .run import Run

MARKER = "<!-- preview of this pull request -->"
"""The first line of our comment, which nobody sees; by it a later run finds the comment again."""
BOT = "github-actions[bot]"
FINDINGS, SITE, SCREENSHOTS = "findings", "site", "screenshots.jpg"
"""What a run leaves behind, by name."""


def pull_requests(run: Run) -> tuple[int, ...]:
    """The open pull requests that have the commit of this run as their last one. When one was pushed later, its own run tells."""
    if run.head is None:
        return ()
    owner = run.head.partition("/")[0]
    told = _all(f"repos/{run.repository}/pulls", "-f", "state=open", "-f", f"head={owner}:{run.branch}")
    return tuple(
        one["number"] for one in told if one["head"]["sha"] == run.commit and (one["head"]["repo"] or {}).get("full_name") == run.head
    )


def left_behind(run: Run) -> Mapping[str, int]:
    """The number of each thing that was left, by its name: the last one where a run was repeated. Too large findings are left out."""
    told = json.loads(_ask(f"repos/{run.repository}/actions/runs/{run.id}/artifacts?per_page=100"))["artifacts"]
    kept = [one for one in told if one["name"] != FINDINGS or one["size_in_bytes"] <= MOST_BYTES]
    return {one["name"]: one["id"] for one in sorted(kept, key=lambda one: int(one["id"]))}


def archive(run: Run, number: int) -> bytes:
    """What was left under this number, packed."""
    return _ask(f"repos/{run.repository}/actions/artifacts/{number}/zip")


def put_comment(run: Run, pull_request: int, text: str) -> None:
    """Write the comment, or write it anew where it is there. Only a comment of the workflow's own is one of ours."""
    comments = _all(f"repos/{run.repository}/issues/{pull_request}/comments")
    ours = [one["id"] for one in comments if one["user"]["login"] == BOT and one["body"].startswith(MARKER)]
    comment = f"comments/{ours[0]}" if ours else f"{pull_request}/comments"
    body = json.dumps({"body": f"{MARKER}\n{text}"}).encode()
    _ask(f"repos/{run.repository}/issues/{comment}", "--method", "PATCH" if ours else "POST", "--input", "-", body=body)


def _all(path: str, *values: str) -> list[dict[str, Any]]:
    """Every page of a list."""
    pages = json.loads(_ask(path, "--method", "GET", "--paginate", "--slurp", "-f", "per_page=100", *values))
    return [one for page in pages for one in page]


def _ask(path: str, *options: str, body: bytes | None = None) -> bytes:
    """`gh` has the token from its environment, and each value is an argument of its own. CalledProcessError when GitHub refuses."""
    program = shutil.which("gh")
    assert program, "gh is on every machine of GitHub Actions"
    return subprocess.run([program, "api", path, *options], input=body, stdout=subprocess.PIPE, check=True).stdout
