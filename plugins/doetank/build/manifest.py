"""What a site consists of: every file with its size and SHA-256, so that anyone can check a copy."""

import hashlib
import json
from pathlib import Path

from .stage import MARK

INDEX = "pagefind"
"""The search index is left out: its bytes differ between equal builds (Pagefind 1.5)."""


def write_manifest(folder: Path) -> int:
    """Write the list beside the files, and return how many HTML pages there are."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = [path.relative_to(folder).as_posix() for path in paths]
    files = [_described(folder, name) for name in names if not name.startswith(f"{INDEX}/")]
    (folder / MARK).write_text(json.dumps({"files": files}, indent=1) + "\n", encoding="utf-8", newline="\n")
    return sum(name.endswith(".html") for name in names)


def _described(folder: Path, name: str) -> dict[str, object]:
    content = (folder / name).read_bytes()
    return {"path": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
