"""What may identify somebody, in any text: e-mail and postal addresses, phone, bank account and citizen service numbers, and names."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn

from .privacy_rules import MESSAGES, NEAR, NO_FAMILY, NOTICES, PATTERNS, ROLE_MAILBOXES, given_names
from .problems import Message

_PATTERN = {name: re.compile(pattern) for name, pattern in PATTERNS.items()}

# A pattern goes through a text slowly, and what it looks for has a shape that is found ten times as fast in bytes: these make
# a letter an `a`, a capital an `A` and a digit a `1`, and what may stand between the digits of a number a `0`. What is no ASCII
# counts as digits, but for how U+2019 ends, the apostrophe that a street may have, and for how U+00C0 to U+017F begin, among which
# are the other capitals.
_LETTERS, _CAPITALS, _DIGITS = b"abcdefghijklmnopqrstuvwxyz'\x99", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ\xc3\xc4\xc5", b"0123456789"
_OTHERS = bytes({*range(0x80, 0x100)} - {*_LETTERS, *_CAPITALS})
_KINDS = bytes.maketrans(
    _LETTERS + _CAPITALS + _DIGITS + _OTHERS, b"a" * len(_LETTERS) + b"A" * len(_CAPITALS) + b"1" * len(_DIGITS + _OTHERS)
)
_IN_NUMBERS = bytes.maketrans(_DIGITS + bytes(range(0x80, 0x100)) + b" .()-", b"1" * 138 + b"0" * 5)
_NUMBER = re.compile(rb"1[01]{7}")
# What stands before is asked at the letter that is seldom. A family name follows on a given name, a title, an initial, or what is between.
_HOUSE = re.compile(rb"1(?<=a 1)")
_FAMILY = re.compile(rb"A(?<=[a1.] A)")


class Private(NamedTuple):
    """A passage that looks private, where it starts, and what it looks like."""

    start: int
    text: str
    kind: str

    @property
    def message(self) -> Message:
        """What to do about it."""
        return Message(MESSAGES[self.kind].text, {"found": self.text})

    @property
    def notice(self) -> bool:
        """Whether chance or a good reason may explain it."""
        return self.kind in NOTICES


def private_passages(
    text: str,
    waived: Collection[str] = (),
    mailboxes: Collection[str] = ROLE_MAILBOXES,
    may_stand: Collection[str] = (),
    named: Collection[str] = (),
) -> Iterator[Private]:
    """Passages of `text` that look private and are not in `waived`; kinds that `may_stand` there are not looked at.

    `named` are the people whose name stands in a field for names of the same record.
    """
    without_addresses = _PATTERN["web"].sub(_blank, text) if "://" in text else text
    numbers, houses, names = _may_hold(without_addresses.encode(errors="surrogatepass"))
    for found in (
        *(_numbers(without_addresses, mailboxes) if numbers else ()),
        *(_addresses(without_addresses) if houses else ()),
        *(_names(without_addresses) if names else ()),
    ):
        agreed = found.kind == "name" and found.text in named
        if not agreed and found.text not in waived and found.kind not in may_stand:
            yield found


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _may_hold(text: bytes) -> tuple[bool, bool, bool]:
    """Whether there may be mailboxes or numbers in a text, whether there may be houses, and whether there may be names."""
    kinds = text.translate(_KINDS)
    numbers = b"@" in text or (b"11" in kinds and _NUMBER.search(text.translate(_IN_NUMBERS)) is not None)
    return numbers, _HOUSE.search(kinds) is not None, _FAMILY.search(kinds) is not None


def _is_account(text: str) -> bool:
    number = text.replace(" ", "").upper()
    return mod_97_10.is_valid(number[4:] + number[:4])


def _numbers(text: str, mailboxes: Collection[str]) -> Iterator[Private]:
    """E-mail addresses are among them."""
    if not _PATTERN["numbers"].search(text):
        return
    accounts = tuple(match for match in _PATTERN["iban"].finditer(text) if _is_account(match[0]))
    yield from (Private(match.start(), match[0], "iban") for match in accounts)
    if accounts:  # in one, other numbers are found by chance
        text = _PATTERN["iban"].sub(lambda match: _blank(match) if _is_account(match[0]) else match[0], text)
    for match in _PATTERN["email"].finditer(text) if "@" in text else ():
        if match[1].lower() not in mailboxes:
            yield Private(match.start(), match[0], "email")
    for match in _PATTERN["phone"].finditer(text):
        if not _PATTERN["free_number"].match(re.sub(r"\D", "", match[0])):
            yield Private(match.start(), match[0], "phone")
    for match in _PATTERN["nine_digits"].finditer(text):
        if bsn.is_valid(match[0].replace(".", "").replace(" ", "")):
            around = text[max(0, match.start() - NEAR) : match.end() + NEAR]
            yield Private(match.start(), match[0], "bsn" if _PATTERN["bsn_word"].search(around.lower()) else "perhaps-bsn")


def _addresses(text: str) -> Iterator[Private]:
    if _PATTERN["house"].search(text):
        yield from (Private(match.start(), match[0], "address") for match in _PATTERN["address"].finditer(text))


def _names(text: str) -> Iterator[Private]:
    addressed = [match for match in _PATTERN["addressed"].finditer(text) if _is_family(match[1])]
    given = [match for match in _PATTERN["given"].finditer(text) if match[1] in given_names()]
    before = 0
    for match in sorted(addressed + given, key=re.Match.start):
        if match.start() >= before:
            before, last = _end_of_name(text, match)
            alone = before == match.end() and match[0] == match[1]
            if not alone and _is_family(last) and not _named_after(text, match.start(), before):
                yield Private(match.start(), text[match.start() : before], "name")


def _is_family(name: str) -> bool:
    return name not in NO_FAMILY and not _PATTERN["named_after"].search(name)


def _end_of_name(text: str, match: re.Match[str]) -> tuple[int, str]:
    """Where a name ends that may begin with several given names, and its last part."""
    end, last = match.end(), match[1]
    while last in given_names() and (family := _PATTERN["family"].match(text, end)):
        end, last = family.end(), family[1]
    return end, last


def _named_after(text: str, start: int, end: int) -> bool:
    return bool(_PATTERN["before"].search(text[max(0, start - 20) : start]) or _PATTERN["after"].search(text[end : end + 40]))
