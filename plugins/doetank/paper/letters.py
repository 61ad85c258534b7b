"""Characters that can be printed: those that our fonts have, and the fonts that Typst itself brings. Any other is told by its name."""

import unicodedata

PRINTED = (
    (0x0020, 0x007E), (0x00A0, 0x04FF),  # Latin, Greek, Cyrillic
    (0x05D0, 0x05EA), (0x0621, 0x063A), (0x0641, 0x064A),  # Hebrew, Arabic
    (0x1E00, 0x1FFF), (0x2000, 0x2029), (0x202F, 0x2040), (0x2070, 0x20BF), (0x2190, 0x22FF), (0x2500, 0x25FF),
)  # fmt: skip
"""Ranges of which every assigned character is there; the tests print all of them. Those that turn the text around them are left out."""

_UNASSIGNED = ("Cn", "Co", "Cs", "Cc")
_WITHOUT_WIDTH = ("Mn", "Me", "Cf")


def printable(text: str) -> str:
    """`[grinning face]` for what no font has, so that nothing is lost and nothing stops the press."""
    return text if text.isascii() and text.isprintable() else "".join(map(_printable, text))


def _printable(character: str) -> str:
    kind = unicodedata.category(character)
    if character == "\n" or (kind not in _UNASSIGNED and any(first <= ord(character) <= last for first, last in PRINTED)):
        return character
    if kind in _WITHOUT_WIDTH or kind == "Cc":
        return ""
    return f"[{unicodedata.name(character, f'U+{ord(character):04X}').lower()}]"
