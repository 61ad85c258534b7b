"""Texts of ours in the reader's language: English in the code, Dutch from a gettext catalogue."""

from functools import cache
from gettext import NullTranslations
from pathlib import Path

from babel.messages.pofile import read_po

FOLDER = Path(__file__).resolve().parents[2] / "theme" / "translations"
LANGUAGES = ("nl", "en")
SOURCE_LANGUAGE = "en"


class Catalogue(NullTranslations):
    """One language. A text without a translation is shown in English; the tests refuse that for Dutch."""

    def __init__(self, language: str, texts: dict[str, str], plurals: dict[str, tuple[str, str]]) -> None:
        super().__init__()
        self.language = language
        self._texts = texts
        self._plurals = plurals

    def gettext(self, message: str) -> str:
        return self._texts.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        one, many = self._plurals.get(msgid1, (msgid1, msgid2))
        return one if n == 1 else many


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of one language; the source language needs no file."""
    path = FOLDER / language / "LC_MESSAGES" / "messages.po"
    if language == SOURCE_LANGUAGE or not path.exists():
        return Catalogue(language, {}, {})
    texts: dict[str, str] = {}
    plurals: dict[str, tuple[str, str]] = {}
    with path.open("rb") as file:
        for message in read_po(file, locale=language):
            if not message.id or not message.string or message.fuzzy:
                continue
            if isinstance(message.id, (list, tuple)) and isinstance(message.string, (list, tuple)):
                one, many = message.string
                texts[message.id[0]] = one
                plurals[message.id[0]] = (one, many)
            elif isinstance(message.id, str) and isinstance(message.string, str):
                texts[message.id] = message.string
    return Catalogue(language, texts, plurals)


class Label(str):
    """An English source text of ours, to be shown in the reader's language; a record's own text is a plain `str`."""

    __slots__ = ()


def N_(text: str) -> Label:  # noqa: N802 - the name that gettext tools look for
    """Mark a text for the catalogue without translating it yet."""
    return Label(text)
