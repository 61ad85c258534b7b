"""A place to build in: a site on the disk, its cache, two output folders, and what a build from nothing makes of it."""

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .building import Built, build
from .site import Site

Digests = Mapping[str, str]
"""Each file by name with what is in it; for a folder without files, that it is one."""
OUTPUTS = ("one", "two")


@dataclass(frozen=True)
class Clean:
    """What a build that knows nothing of earlier ones makes of a site; no files when it refuses."""

    built: Built
    files: Digests


class Workplace:
    """Everything in one folder, whose place stays the same, so that what a cache holds of places stays right."""

    def __init__(self, folder: Path, first: Site, **choices: object) -> None:
        self.folder, self.first, self.here = folder, first, first
        self.choices = {"PICTURE_CACHE": str(folder / "pictures"), "SEARCH_INDEX": False, "WORKERS": 1, **choices}
        self.cleaned: dict[str, Clean] = {}
        first.write(folder / "site", still=True)
        assert self.build("one", first).status == 0
        self.kept = {name for name in ("one", "cache") if (folder / name).exists()}
        for name in self.kept:
            shutil.copytree(folder / name, folder / "kept" / name)

    def begin_again(self) -> None:
        """As it was after the first build."""
        self.save(self.first, still=True)
        for name in (*OUTPUTS, "cache"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        for name in self.kept:
            shutil.copytree(self.folder / "kept" / name, self.folder / name)

    def save(self, site: Site, still: bool = False) -> None:
        """Write what is other than what stands there."""
        site.write(self.folder / "site", self.here, still)
        self.here = site

    def build(self, output: str, site: Site) -> Built:
        """With what earlier builds left."""
        return self._build(output, site, str(self.folder / "cache"))

    def clean(self, site: Site) -> Clean:
        """Without that; a site that was built before is not built again."""
        if site.digest not in self.cleaned:
            built = self._build("clean", site, None)
            self.cleaned[site.digest] = Clean(built, digests(self.folder / "clean") if built.status == 0 else {})
        return self.cleaned[site.digest]

    def _build(self, output: str, site: Site, cache: str | None) -> Built:
        choices = {**self.choices, "BUILD_CACHE": cache, **site.choices}
        built = build(self.folder / "site", self.folder / output, site.today, **choices)
        assert built.status in (0, 2), "the program failed; the log says how"
        return built


def digests(folder: Path) -> Digests:
    """What a folder holds."""
    found = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*"))
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder" for name, path in found}


def differences(found: Digests, expected: Digests) -> list[str]:
    """The names of what is missing, too much or other than expected; a list that can be read when there are many."""
    told = [f"missing: {name}" for name in sorted(expected.keys() - found.keys())]
    told += [f"too much: {name}" for name in sorted(found.keys() - expected.keys())]
    return told + [f"other: {name}" for name in sorted(found.keys() & expected.keys()) if found[name] != expected[name]]
