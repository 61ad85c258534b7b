"""From a change to the news of it: build, tell, and when it is quiet finish what nobody waits for."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from queue import Empty, Queue

from ..catalogue import catalogue
from ..search import index_command
from .answer import Answer
from .news import News
from .program import Program

PATIENCE = 0.2
"""Seconds that a mistake may last untold: an editor may have emptied a file that it is about to fill."""
QUIET = 0.5
"""Seconds without a change before data, feeds and the search index are made."""


class Following:
    """Builds after each change. `code` are the places of which a change asks for a new builder."""

    def __init__(self, program: Program, changes: Queue[frozenset[Path]], news: News, folder: Path, code: Iterable[Path]) -> None:
        self._program, self._changes, self._news, self._folder, self._code = program, changes, news, folder, tuple(code)
        self._index: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Until it is interrupted."""
        while True:
            self.build()
            if not self.wait(QUIET):
                self.finish()
                self.wait(None)

    def build(self) -> None:
        """Build, and tell how that ended. A mistake that is mended at once is not told, unless pages were shown ahead of it."""
        ahead, answer = self._steps()
        while answer.mistakes and not ahead.changed and self.wait(PATIENCE):
            ahead, answer = self._steps()
        self._tell(answer)

    def _steps(self) -> tuple[Answer, Answer]:
        """The pages that can be shown ahead, which are told at once; and all others."""
        ahead = self._program.ask("ahead")
        if ahead.changed:
            self._tell(ahead, whole=False)
        return ahead, ahead if ahead.mistakes else self._program.ask("show")

    def _tell(self, answer: Answer, whole: bool = True) -> None:
        self._news.tell(answer, whole)
        _print(answer)

    def finish(self) -> None:
        """Data, feeds and the search index, of what is shown."""
        answer = self._program.ask("finish")
        if answer.mistakes:
            self._tell(answer)
        elif answer.search:
            self._index = subprocess.Popen(index_command(self._folder, answer.search), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def wait(self, seconds: float | None) -> bool:
        """Whether something was changed in that time. Changed code asks for a new builder."""
        try:
            changed = self._changes.get(timeout=seconds)
            while not self._changes.empty():
                changed |= self._changes.get()
        except Empty:
            return False
        self._stop_index()
        if any(path.is_relative_to(place) for path in changed for place in self._code):
            self._program.stop()
        return True

    def stop(self) -> None:
        """End what was started."""
        self._stop_index()
        self._program.stop()

    def _stop_index(self) -> None:
        if self._index is not None:
            self._index.kill()
            self._index.communicate()
            self._index = None


def _print(answer: Answer) -> None:
    words = catalogue(answer.language)
    for mistake in answer.mistakes:
        print(mistake, file=sys.stderr)
    told = (
        words.ngettext("{n} mistake", "{n} mistakes", len(answer.mistakes))
        if answer.mistakes
        else words.gettext("{n} files in {seconds} s")
    )
    print(told.format(n=len(answer.mistakes) or len(answer.changed), seconds=f"{answer.seconds:.2f}"), flush=True)
