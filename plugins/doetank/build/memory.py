"""What builds tell later ones: what was read and how templates hang together, and what stands in a folder that was written."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from ..site import Site
from .kept import Kept
from .last import Last, as_text, last_from
from .made_of import made_of, program


class Memory(AbstractContextManager["Memory"]):
    """For one build into `output`. Without a `folder` nothing is known, and nothing is kept.

    `program` is the fingerprint of our code, and `made_of` of all that goes in; the last is empty when it may be another every time.
    """

    def __init__(self, folder: Path | None, output: Path, settings: Mapping[str, Any], site: Site, say: Callable[[str], None]) -> None:
        self.kept = Kept(folder, say)
        self.program = program()
        self.made_of = made_of(self.program, settings, site)
        self._key = f"output:{hashlib.sha256(str(output.resolve()).encode()).hexdigest()}"
        self.last = last_from(self.kept.get(self._key), output)

    @property
    def is_current(self) -> bool:
        """Whether the output is what a build would make now."""
        return bool(self.made_of) and self.last.made_of == self.made_of and self.last.is_whole()

    def keep(self, last: Last) -> None:
        """Remember what was written now."""
        self.kept.put({self._key: as_text(replace(last, made_of=self.made_of))})

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.kept.close()
