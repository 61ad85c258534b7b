"""Runs Pagefind on the written site."""

import subprocess
import sys
from pathlib import Path


class SearchFailed(Exception):
    """The index could not be made, or it is empty. The message is what Pagefind said."""


def index_site(folder: Path) -> None:
    """Write the search index into `folder`. Raises SearchFailed, also for an index without pages."""
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(folder), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchFailed((done.stderr or done.stdout).strip())
    if not any((folder / "pagefind").glob("fragment/*")):
        raise SearchFailed("no page has anything to search for")
