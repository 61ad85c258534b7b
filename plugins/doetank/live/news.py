"""The news that every open page waits for: which build of it is shown, and what is wrong."""

import json
from collections.abc import Mapping
from threading import Condition
from typing import NamedTuple

from ..catalogue import catalogue
from .answer import Answer, Kind

Told = Mapping[str, object]
_NOTHING: Told = {"mistakes": [], "whole": True}


class Item(NamedTuple):
    """One piece of news: its place in the order, and what a page is sent."""

    number: int
    text: str


class News:
    """The last news only. Pages wait for it, each in a thread of its own."""

    def __init__(self, session: str) -> None:
        self._session, self._changed = session, Condition()
        self._number, self._told = 0, _NOTHING
        self._builds, self._everywhere = 0, 0
        self._builds_of: dict[str, int] = {}
        self._ahead: tuple[str, ...] = ()

    def build(self, page: str = "") -> str:
        """In which build the file of a page became what it is, or without a name the last one.

        Another session of `serve` has other names for its builds.
        """
        last = max(self._builds_of.get(page, 0), self._everywhere) if page else self._builds
        return f"{self._session}-{last}"

    def tell(self, answer: Answer, whole: bool = True) -> None:
        """A page that shows another build than its last good one loads itself again; mistakes are laid over it.

        News that is not `whole` is of pages ahead of the others; a mistake in these has taken them back.
        """
        with self._changed:
            self._count(self._ahead if answer.mistakes else answer.changed)
            self._ahead = () if whole else answer.changed
            mistakes = [{"place": one.place, "field": one.field, "message": one.message, "whole": str(one)} for one in answer.mistakes]
            self._told = {"language": answer.language, **_words(answer), "mistakes": mistakes, "whole": whole}
            self._number += 1
            self._changed.notify_all()

    def after(self, number: int, seconds: float, page: str = "") -> Item | None:
        """The last news for a page, when it is other than `number`; None when there is none in that time."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number, seconds)
            if self._number == number:
                return None
            return Item(self._number, json.dumps({"build": self.build(page) if self._builds else "", **self._told}))

    def _count(self, changed: tuple[str, ...]) -> None:
        """One build more. What is no page, such as a style sheet, may show on each of them."""
        if changed:
            self._builds += 1
            self._builds_of |= dict.fromkeys(changed, self._builds)
            if not all(name.endswith(".html") for name in changed):
                self._everywhere = self._builds


def _words(answer: Answer) -> dict[str, str]:
    """What the page says beside the mistakes, in the language of the site."""
    words = catalogue(answer.language)
    titles = {
        Kind.CONTENT: words.ngettext("{n} mistake in the texts", "{n} mistakes in the texts", len(answer.mistakes)),
        Kind.THEME: words.gettext("A mistake in the theme"),
        Kind.CODE: words.gettext("A mistake in the code"),
    }
    return {
        "title": titles[answer.kind].format(n=len(answer.mistakes)),
        "kept": words.gettext("You see the last good version. This goes away when it is mended."),
        "copy": words.gettext("Copy"),
        "copied": words.gettext("Copied"),
        "lost": words.gettext("The server cannot be reached. Start it again with: python3 tasks.py serve"),
    }
