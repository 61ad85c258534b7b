"""Runs Pagefind on the written site."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


class SearchFailed(Exception):
    """The index could not be made, or it is empty. The message is what Pagefind said."""


def index_site(folder: Path, addresses: Iterable[str]) -> None:
    """Write the search index of the pages at `addresses` into `folder`. Raises SearchFailed, also for an index without pages."""
    done = subprocess.run(index_command(folder, addresses), capture_output=True, text=True, check=False)
    if done.returncode:
        raise SearchFailed((done.stderr or done.stdout).strip())
    if not any((folder / "pagefind").glob("fragment/*")):
        raise SearchFailed("no page has anything to search for")


def index_command(folder: Path, addresses: Iterable[str]) -> list[str]:
    """What makes the index."""
    return [sys.executable, "-m", "pagefind_bin", "--site", str(folder), "--glob", _glob(addresses), "--quiet"]


def _glob(addresses: Iterable[str]) -> str:
    """A pattern for the folders that hold these pages, so that Pagefind need not read the long lists beside them."""
    depths = {tuple(address.strip("/").split("/")) for address in addresses}
    patterns = {"/".join((*parts[:-1], "*") if len(parts) > 1 else parts) for parts in depths}
    return f"{{{','.join(sorted(patterns))}}}/index.html"
