"""What a site consists of: every file with its size and SHA-256, so that anyone can check a copy."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from .files import Seen, found_in
from .stage import MARK

INDEX = "pagefind"
"""The search index is left out: its bytes differ between equal builds (Pagefind 1.5)."""


def write_manifest(folder: Path, known: Mapping[str, Seen]) -> Mapping[str, Seen]:
    """Write the list beside the files, and return all of them by name; what is `known` is not looked through again."""
    seen: dict[str, Seen] = {}
    for name, size, changed in sorted(found_in(folder), key=lambda found: found[0].split("/")):
        before = known.get(name)
        same = before is not None and before[:2] == (size, changed)
        seen[name] = before if same else Seen(size, changed, _digest(folder / name))  # type: ignore[assignment]
    described = (_described(name, file) for name, file in seen.items() if not name.startswith(f"{INDEX}/"))
    place = folder / MARK
    place.write_text('{\n "files": [\n' + ",\n".join(described) + "\n ]\n}\n", encoding="utf-8", newline="\n")
    status = place.stat()
    return {**seen, MARK: Seen(status.st_size, status.st_mtime_ns, "")}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _described(name: str, file: Seen) -> str:
    """As `json.dumps` with an indent, which takes its time for tens of thousands of files."""
    return f'  {{\n   "path": {json.dumps(name)},\n   "size": {file.size},\n   "sha256": "{file.sha256}"\n  }}'
