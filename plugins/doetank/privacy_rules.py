"""What looks private in a text, as data that the build and the form both read.

The patterns are Python's; `in_a_browser` says them in the words of JavaScript. They keep to what both have: `\\w` within brackets only,
no `\\b`, no flags. Each is bounded, so that no text makes them slow.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from .problems import Message, Translate, say

ROLE_MAILBOXES = frozenset({"info", "contact", "redactie", "webmaster", "privacy", "secretariaat", "communicatie"})
NEAR = 60
"""How many characters around a number are searched for a word such as BSN."""

# How long an IBAN is, in the countries from which one is to be expected here.
_IBAN_LENGTHS = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18, "FR": 27, "GB": 22,
    "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LT": 20, "LU": 20, "LV": 21, "MT": 31, "NL": 18, "NO": 15, "PL": 28,
    "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "TR": 26,
}  # fmt: skip
_IBAN = "|".join(
    f"[{code[0]}{code[0].lower()}][{code[1]}{code[1].lower()}][0-9]{{2}}(?: ?[A-Za-z0-9]){{{length - 4}}}"
    for code, length in _IBAN_LENGTHS.items()
)
_UPPER = "[A-ZÀ-ÖØ-ÞĆČĐĞİŁŃŚŞŠŹŻŽ]"
_REST = r"J?(?:['’][A-Z])?[a-zß-öø-ÿąćčđęğıłńśşšźżž][\w]{0,30}(?:-[\w]{1,30}){0,2}"
_CAPITAL = _UPPER + _REST
# That nothing stands before a word is asked after its first letter: then a search goes from capital to capital.
_FIRST = rf"{_UPPER}(?<![\w'’-]{_UPPER})"
_BETWEEN = r"(?:[Vv]an|[Dd]e[nr]?|[Hh]et|[Tt]en|[Tt]er|te|in|op|la|el|al|bin|von|['’]t|['’]s)"
_STREET = r"(?:straat|straatweg|weg|laan|plein|gracht|kade|singel|dreef|steeg|plantsoen|dijk)"
_NO_STREET = r"(?!(?:Postbus|Antwoordnummer|Onderweg|Terugweg|Heenweg|Snelweg|Rijksweg|Uitweg|Halfweg)[^\w])"
_HOUSE = r"[1-9][0-9]{0,4}(?: ?[a-zA-Z](?![\w]))?(?:[-/][0-9]{1,4})?"
_POSTCODE = r"[1-9][0-9]{3} ?[A-Z]{2}(?![\w-])"
_AFTER_HOUSE = r"(?=[,;:)!?\n]|\.(?![0-9])|$| (?:te|in|op) )"

PATTERNS: Mapping[str, str] = {
    # Cheap to look for: without the first there is no mailbox and no number, without the second no house.
    "numbers": r"@|\d[\d .()-]{7}",
    "house": r"[a-z’'] [1-9]",
    "web": r"https?://[^\s]+",
    "email": r"(?<![\w.+-])([\w.+-]+)@[\w-]+(?:\.[\w-]+)+",
    "phone": r"(?<![\w.,/+-])(?:\+31[ -]?(?:\(0\)[ -]?)?|0031[ -]?|\(?0)[1-9](?:[ )-]{0,2}\d){8}(?!\d)",
    "free_number": r"^0[89]00",
    "nine_digits": r"(?<![\d.,/-])(?:\d{9}|\d{4}\.\d{2}\.\d{3}|\d{3} \d{3} \d{3})(?![\d,/-]|\.\d)",
    "bsn_word": r"(?<![\w])(?:bsn|burgerservice-?nummers?|sofi-?nummers?)(?![\w])",
    "iban": rf"(?<![\w])(?:{_IBAN})(?![\w])",
    "address": rf"{_NO_STREET}{_FIRST}(?:{_REST}(?: (?:{_CAPITAL}|{_BETWEEN})){{0,3}} {_HOUSE},?[ \n]{_POSTCODE}"
    rf"|[\w'’-]{{1,40}}?{_STREET} {_HOUSE}{_AFTER_HOUSE})",
    "addressed": r"[MmDd](?<![\w-][MmDd])(?:evrouw|eneer|e heer|hr\.|evr\.|w\.|r\.)"
    rf"(?: [A-Z]\.)?(?: {_BETWEEN}){{0,2}} ({_CAPITAL})",
    "given": rf"({_FIRST}{_REST})(?= )",
    "family": rf"(?: [A-Z]\.)?(?: {_BETWEEN}){{0,3}} ({_CAPITAL})",
    # A street, a foundation or a prize that has somebody's name is not that person.
    "named_after": r"(?:straat|weg|laan|plein|gracht|kade|singel|dreef|steeg|plantsoen|dijk|[Ss]chool|[Cc]ollege|[Pp]rijs"
    r"|[Ss]tichting|[Ff]onds|[Ii]nstituut|[Ff]oundation|[Ii]nstitute|[Aa]ward|[Ll]ezing|Huis|Academie)$",
    "before": r"(?:[Ss]tichting|[Ff]onds|[Vv]ereniging|[Ss]int|[Ss]t\.|[Kk]oning|[Kk]oningin|[Pp]rins|[Pp]rinses|[Mm]useum"
    r"|[Hh]uize|[Dd]e|[Hh]et) $",
    "after": r"^(?: [A-Za-z]{1,20})? (?:[Ss]tichting|[Ff]onds|[Ii]nstituut|[Ss]chool|[Cc]ollege|[Pp]rijs|[Hh]uis|[Ll]ezing|[Mm]useum"
    r"|[Ff]oundation|[Ii]nstitute|[Aa]ward|[Aa]cademie|[Uu]niversiteit|[Pp]enning|[Pp]lein|[Ll]aan|[Ss]traat|[Pp]ark|[Bb]rug)(?![\w])",
}
# What follows a form of address or a given name and is no family name.
NO_FAMILY = frozenset({"Voorzitter", "Minister", "Staatssecretaris", "Burgemeester", "Wethouder", "President", "Modaal", "Publiek"})

MESSAGES: Mapping[str, Message] = {
    "email": say("`{found}` looks like a personal e-mail address; remove it, or name a role mailbox such as info@"),
    "phone": say("`{found}` looks like a phone number; remove it"),
    "bsn": say("`{found}` is a citizen service number (BSN); remove it"),
    "perhaps-bsn": say("`{found}` could be a citizen service number (BSN); if it is, remove it"),
    "iban": say("`{found}` is a bank account number (IBAN); remove it"),
    "address": say(
        "`{found}` looks like a postal address; if somebody lives there, write the place alone, such as `in the municipality of X`"
    ),
    "name": say("`{found}` looks like somebody's name; write the role, or `one woman, municipality of X`, unless the person agreed"),
}
"""What is said of each kind, in the order in which kinds are looked for."""
NOTICES = frozenset({"perhaps-bsn", "address", "name"})
"""Kinds that chance or a good reason may explain."""


@cache
def given_names() -> frozenset[str]:
    """The given names in `data/given_names.txt`."""
    lines = (Path(__file__).parent / "data" / "given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def text_rules(catalogue: Translate, mailboxes: Iterable[str] = ROLE_MAILBOXES) -> dict[str, Any]:
    """All of this for `contribute/privacy.js`, with its messages in the catalogue's language."""
    return {
        "patterns": {name: in_a_browser(pattern) for name, pattern in PATTERNS.items()},
        "messages": {kind: catalogue.gettext(message.text) for kind, message in MESSAGES.items()},
        "notices": sorted(NOTICES),
        "near": NEAR,
        "mailboxes": sorted(mailboxes),
        "given": sorted(given_names()),
        "no_family": sorted(NO_FAMILY),
    }


def in_a_browser(pattern: str) -> str:
    """The same pattern for JavaScript with the flag `u`, in which `\\w`, `\\d` and `\\s` mean what they mean in Python."""
    spaces = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
    return pattern.replace(r"\w", r"\p{L}\p{N}_").replace(r"\d", r"\p{Nd}").replace(r"\s", spaces)
