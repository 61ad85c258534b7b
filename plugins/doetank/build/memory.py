"""What builds tell later ones: what was read and how templates hang together, and what stands in a folder that was written."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

from ..site import Site
from .kept import Kept
from .last import Last, Made, as_text, last_from, made_from, what_is_there, what_was_written
from .made_of import chosen, made_of, program

PREFIX = "output:"
SPARE = "before"
"""Here is the output that the last one replaced."""
MOST = 10
"""Of so many folders it is remembered what was written there."""


class Memory(AbstractContextManager["Memory"]):
    """For one build into `output`. Without a `folder` nothing is known, and nothing is kept.

    `chosen` is the fingerprint of our code with all choices, and `made_of` of all that goes in.
    Nothing is known of the last build when a choice has no fingerprint, and so may be another every time.
    """

    def __init__(self, folder: Path | None, output: Path, settings: Mapping[str, Any], site: Site, say: Callable[[str], None]) -> None:
        code = program()
        self.kept = Kept(folder, code, say)
        self.spare = folder / SPARE if folder else None
        self.chosen = chosen(code, settings, site)
        self.made_of = made_of(self.chosen, settings)
        self._settings, self._output = settings, output
        self._key = f"{PREFIX}{hashlib.sha256(str(output.resolve()).encode()).hexdigest()}"
        self._text = self.kept.get(self._key) if self.chosen else None

    @property
    def made(self) -> Made:
        """The last build in short."""
        return made_from(self._text)

    @cached_property
    def last(self) -> Last:
        """The last build, with every file and page."""
        return last_from(self._text, self._output)

    @property
    def is_current(self) -> bool:
        """Whether the output is what a build would make now."""
        made = self.made
        return made.of == self.made_of and made.there == what_is_there(self._output)

    def keep(self, last: Last) -> None:
        """Remember what was written now; and of what, unless somebody changed that meanwhile."""
        still = made_of(self.chosen, self._settings) == self.made_of
        made = replace(last.made, of=self.made_of if still else "", there=what_was_written(last.files))
        self.kept.put({self._key: as_text(replace(last, made=made))})
        self.kept.forget(PREFIX, MOST)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.kept.close()
