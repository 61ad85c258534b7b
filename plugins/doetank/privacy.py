"""What may identify somebody: e-mail addresses, phone numbers and citizen service numbers in any text."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from stdnum.nl import bsn

from .problems import Message, say

ROLE_MAILBOXES = frozenset({"info", "contact", "redactie", "webmaster", "privacy", "secretariaat", "communicatie"})

_EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.,/+-])(?:\+31[ -]?(?:\(0\)[ -]?)?|0031[ -]?|\(?0)[1-9](?:[ )-]{0,2}\d){8}(?!\d)")
_NINE_DIGITS = re.compile(r"(?<![\d.,/-])(?:\d{9}|\d{4}\.\d{2}\.\d{3}|\d{3} \d{3} \d{3})(?![\d,/-]|\.\d)")
_BSN_WORD = re.compile(r"(?i)\b(?:bsn|burgerservice-?nummers?|sofi-?nummers?)\b")
_ADDRESS = re.compile(r"https?://\S+")
_WORTH_A_LOOK = re.compile(r"@|\d[\d .()-]{7}")
"""Nothing private is without one of these; most texts are, and are not looked at any further."""
_FREE_NUMBERS = re.compile(r"^0[89]00")
NEAR = 60
"""How many characters around a number are searched for a word such as BSN."""


class Private(NamedTuple):
    """A passage that looks private, where it starts, and whether chance may explain it."""

    start: int
    text: str
    message: Message
    notice: bool = False


def private_passages(text: str, waived: Collection[str] = (), mailboxes: Collection[str] = ROLE_MAILBOXES) -> Iterator[Private]:
    """Passages of `text` that look private and are not in `waived`."""
    if not _WORTH_A_LOOK.search(text):
        return
    without_addresses = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    for found in _found(without_addresses, mailboxes):
        if found.text not in waived:
            yield found


def _found(text: str, mailboxes: Collection[str]) -> Iterator[Private]:
    for match in _EMAIL.finditer(text) if "@" in text else ():
        if match[1].lower() not in mailboxes:
            message = say("`{found}` looks like a personal e-mail address; remove it, or name a role mailbox such as info@", found=match[0])
            yield Private(match.start(), match[0], message)
    for match in _PHONE.finditer(text):
        if not _FREE_NUMBERS.match(re.sub(r"\D", "", match[0])):
            message = say("`{found}` looks like a phone number; remove it", found=match[0])
            yield Private(match.start(), match[0], message)
    for match in _NINE_DIGITS.finditer(text):
        if bsn.is_valid(match[0].replace(".", "").replace(" ", "")):
            yield _number(text, match)


def _number(text: str, match: re.Match[str]) -> Private:
    around = text[max(0, match.start() - NEAR) : match.end() + NEAR]
    if _BSN_WORD.search(around):
        return Private(match.start(), match[0], say("`{found}` is a citizen service number (BSN); remove it", found=match[0]))
    message = say("`{found}` could be a citizen service number (BSN); if it is, remove it", found=match[0])
    return Private(match.start(), match[0], message, notice=True)
