"""The news that every open page waits for: which build is shown, and what is wrong."""

import json
from threading import Condition
from typing import NamedTuple

from ..catalogue import catalogue
from .answer import Answer, Kind


class Item(NamedTuple):
    """One piece of news: its place in the order, and what a page is sent."""

    number: int
    text: str


class News:
    """The last news only. Pages wait for it, each in a thread of its own."""

    def __init__(self, session: str) -> None:
        self._session, self._builds, self._changed = session, 0, Condition()
        self._last = Item(0, json.dumps({"build": "", "mistakes": []}))

    @property
    def build(self) -> str:
        """Which build is shown now; another session of `serve` has other names for its builds."""
        return f"{self._session}-{self._builds}"

    def tell(self, answer: Answer) -> None:
        """A page that shows another build than the last good one loads itself again; mistakes are laid over it."""
        with self._changed:
            self._builds += bool(answer.changed)
            told = {"build": self.build if self._builds else "", "language": answer.language, **_words(answer)}
            mistakes = [{"place": one.place, "field": one.field, "message": one.message, "whole": str(one)} for one in answer.mistakes]
            self._last = Item(self._last.number + 1, json.dumps({**told, "mistakes": mistakes}))
            self._changed.notify_all()

    def after(self, number: int, seconds: float) -> Item | None:
        """The last news, when it is other than `number`; None when there is none in that time."""
        with self._changed:
            self._changed.wait_for(lambda: self._last.number != number, seconds)
            return self._last if self._last.number != number else None


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
