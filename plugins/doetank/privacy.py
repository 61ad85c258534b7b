"""What may identify somebody: addresses, numbers and names, in any text. The page of the form asks the same, by the same rules.

The patterns mean the same in Python and in JavaScript, so letters and digits are written out.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from stdnum import iban
from stdnum.nl import bsn

from .catalogue import Catalogue
from .problems import Message, say

ROLE_MAILBOXES = frozenset({"info", "contact", "redactie", "webmaster", "privacy", "secretariaat", "communicatie"})
NEAR = 60
"""How many characters around a number are searched for a word such as BSN."""

_LETTER = "A-Za-zÀ-ÖØ-öø-ÿĀ-ž"
_CAPITAL = "A-ZÀ-ÖØ-ÞĀŁŚŻÖŞİ"
_WORD = f"[{_LETTER}0-9_]"
_BETWEEN = "[Vv]an der|[Vv]an den|[Vv]an de|[Vv]an het|[Vv]an 't|[Vv]an|[Dd]e la|[Dd]e|[Dd]en|der|[Tt]en|[Tt]er|te|in 't|op de|op den|[Ee]l|[Aa]l|[Bb]en|'t"
_STREETS = "straat|weg|laan|plein|gracht|kade|singel|steeg|dreef|plantsoen"

PATTERNS = {
    "email": rf"(?<![{_LETTER}0-9_.+-])([{_LETTER}0-9_.+-]+)@[{_LETTER}0-9_-]+(?:\.[{_LETTER}0-9_-]+)+",
    "phone": r"(?<![A-Za-z0-9_.,/+-])(?:\+31[ -]?(?:\(0\)[ -]?)?|0031[ -]?|\(?0)[1-9](?:[ )-]{0,2}[0-9]){8}(?![0-9])",
    "iban": r"(?<![A-Za-z0-9])(?:NL[0-9]{2} ?[A-Z]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{2}|BE[0-9]{2}(?: ?[0-9]{4}){3}|DE[0-9]{2}(?: ?[0-9]{4}){4} ?[0-9]{2})(?![A-Za-z0-9])",
    "bsn": r"(?<![0-9.,/-])(?:[0-9]{9}|[0-9]{4}\.[0-9]{2}\.[0-9]{3}|[0-9]{3} [0-9]{3} [0-9]{3})(?![0-9,/-]|\.[0-9])",
    "address": rf"(?<![{_LETTER}])[{_CAPITAL}][{_LETTER}.'-]*(?:{_STREETS}|dijk) [1-9][0-9]{{0,3}}(?:-?[a-zA-Z](?![{_LETTER}]))?(?![0-9])(?:,? [1-9][0-9]{{3}} ?[A-Z]{{2}}(?![A-Za-z]))?",
    "title": rf"(?<![{_LETTER}])(?:[Dd]e heer|[Dd]hr\.|[Mm]w\.|[Mm]evr\.|[Mm]evrouw|[Mm]eneer) (?:[A-Z]\. ?)*(?:(?:{_BETWEEN}) )*[{_CAPITAL}][{_LETTER}'-]+",
    "name": rf"(?<![{_LETTER}'-])([{_CAPITAL}][{_LETTER}]+)(?:-[{_CAPITAL}][{_LETTER}]+)? (?:(?:{_BETWEEN}) )*[{_CAPITAL}][{_LETTER}]+(?:-[{_CAPITAL}][{_LETTER}]+)?(?![{_LETTER}])",
}
"""Where to look, by kind. What is found is private when its kind's test says so too."""
BSN_WORD = rf"(?<!{_WORD})(?:[Bb][Ss][Nn]|[Bb]urgerservice-?nummers?|[Ss]ofi-?nummers?)(?!{_WORD})"
FREE_NUMBER = "^0[89]00"
NOT_AFTER = r"(?:[Ss]tichting|[Ff]onds|[Pp]rins|[Pp]rinses|[Kk]oning|[Kk]oningin|[Ss]int|[Ss]t\.|[Ss]chool|[Uu]niversiteit|[Mm]useum) $"
NOT_BEFORE = r"^(?: ?-?(?:[Ss]tichting|[Ff]onds|[Ss]chool|[Cc]ollege|[Ii]nstituut|[Pp]rijs|[Mm]useum|[Uu]niversiteit|[Hh]uis|[Ll]yceum))"
IN_STREET = rf"(?:{_STREETS})$"
"""A street, a school or a foundation may be called after somebody."""

_ANONYMOUS = say("write the role alone, or for instance “one woman, municipality X”")
MESSAGES = {
    "email": say("`{found}` looks like a personal e-mail address; remove it, or name a role mailbox such as info@"),
    "phone": say("`{found}` looks like a phone number; remove it"),
    "iban": say("`{found}` is a bank account number (IBAN); remove it"),
    "bsn": say("`{found}` is a citizen service number (BSN); remove it"),
    "number": say("`{found}` could be a citizen service number (BSN); if it is, remove it"),
    "address": say("`{found}` looks like where somebody lives; leave it out, or name the municipality alone"),
    "name": say("`{found}` looks like the name of a person; {instead}", instead=_ANONYMOUS),
}
"""What is said of each kind."""
NOTICES = frozenset({"number", "address", "name"})
"""The kinds that chance may explain: they are advice."""

_ADDRESS = re.compile(r"https?://\S+")
_WORTH_A_LOOK = re.compile(rf"@|[0-9][0-9 .()-]{{7}}|[A-Z]{{2}}[0-9]{{2}}|(?:{_STREETS}|dijk) [1-9]")
"""No address and no number is without one of these; most texts are, and are asked for names only."""
_FIND = {kind: re.compile(pattern) for kind, pattern in PATTERNS.items()}


class Private(NamedTuple):
    """A passage that looks private, where it starts, and whether chance may explain it."""

    start: int
    text: str
    message: Message
    notice: bool = False


@cache
def given_names() -> frozenset[str]:
    """Common given names; what a capital follows is then most likely a surname."""
    return frozenset((Path(__file__).with_name("data") / "given_names.txt").read_text(encoding="utf-8").split())


def private_passages(
    text: str, waived: Collection[str] = (), mailboxes: Collection[str] = ROLE_MAILBOXES, fine: Collection[str] = ()
) -> Iterator[Private]:
    """Passages of `text` that look private and are not in `waived`; the kinds in `fine` are what the text is for."""
    without_addresses = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    for start, found, kind in _found(without_addresses, mailboxes):
        if found not in waived and kind not in fine:
            message = MESSAGES[kind]
            yield Private(start, found, Message(message.text, {**message.values, "found": found}), kind in NOTICES)


def text_rules(words: Catalogue, mailboxes: Iterable[str]) -> dict[str, object]:
    """The same for the page of the form, with its messages in one language."""
    return {
        "patterns": PATTERNS,
        "bsnWord": BSN_WORD,
        "freeNumber": FREE_NUMBER,
        "notAfter": NOT_AFTER,
        "notBefore": NOT_BEFORE,
        "inStreet": IN_STREET,
        "near": NEAR,
        "givenNames": sorted(given_names()),
        "mailboxes": sorted(mailboxes),
        "notices": sorted(NOTICES),
        "messages": {kind: Message(said.text, {**said.values, "found": "{found}"}).format(words) for kind, said in MESSAGES.items()},
    }


def _found(text: str, mailboxes: Collection[str]) -> Iterator[tuple[int, str, str]]:
    """Start, passage and kind, kind by kind."""
    if _WORTH_A_LOOK.search(text):
        for match in _FIND["email"].finditer(text) if "@" in text else ():
            if match[1].lower() not in mailboxes:
                yield match.start(), match[0], "email"
        for match in _FIND["iban"].finditer(text):
            if iban.is_valid(match[0], check_country=False):
                yield match.start(), match[0], "iban"
                # Its digits are no other number.
                text = text.replace(match[0], "#" * len(match[0]))
        for match in _FIND["phone"].finditer(text):
            if not re.match(FREE_NUMBER, re.sub("[^0-9]", "", match[0])):
                yield match.start(), match[0], "phone"
        for match in _FIND["bsn"].finditer(text):
            if bsn.is_valid(re.sub("[. ]", "", match[0])):
                around = text[max(0, match.start() - NEAR) : match.end() + NEAR]
                yield match.start(), match[0], "bsn" if re.search(BSN_WORD, around) else "number"
        for match in _FIND["address"].finditer(text):
            yield match.start(), match[0], "address"
    for match in _FIND["title"].finditer(text):
        yield match.start(), match[0], "name"
    for match in _FIND["name"].finditer(text):
        if match[1] in given_names() and not _is_called_after(text, match):
            yield match.start(), match[0], "name"


def _is_called_after(text: str, match: re.Match[str]) -> bool:
    """Whether it is a street, a school or the like that has somebody's name."""
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 20]
    return bool(re.search(NOT_AFTER, before) or re.search(NOT_BEFORE, after) or re.search(IN_STREET, match[0]))
