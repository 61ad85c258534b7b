"""The last steps of a build: the search index, the list of what there is, and what the next build may want to know."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from ..fingerprint import fingerprint
from ..search import index_site
from ..urls import file_of
from .files import Seen
from .last import Last, Made
from .manifest import INDEX, write_manifest
from .render import Written


def write_index(written: Written, folder: Path, last: Last) -> str:
    """Make the search index, or take that of the last build when it is of the same pages. Returns its fingerprint. Raises SearchFailed."""
    found = [page.url for page in written.pages if page.found]
    key = fingerprint(*((url, written.files[file_of(url)].sha256) for url in found))
    if key != last.index or not _taken(folder, last):
        # What was taken of it is the same file as in the last output, where Pagefind would write too.
        shutil.rmtree(folder / INDEX, ignore_errors=True)
        index_site(folder, found)
    return key


def _taken(folder: Path, last: Last) -> bool:
    names = [name for name in last.files if name.startswith(f"{INDEX}/")]
    return bool(names) and all(last.place(name, folder) for name in names)


def finish(written: Written, folder: Path, output: Path, counts: Mapping[str, int], index: str) -> Last:
    """Write the list of what there is. `folder` is to take the place of `output`; `index` is what `write_index` gave."""
    files: Mapping[str, Seen] = write_manifest(folder, written.files)
    keys = {page.url: page.key for page in written.pages}
    pages = sum(name.endswith(".html") for name in files)
    return Last(output, files, keys, index, written.others, Made(counts=counts, pages=pages))
