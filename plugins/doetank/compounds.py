"""Dutch compounds: the words that a long word is made of, so that a reader who types one of them finds it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase

from .plurals import other_number

WORD_LIST = Path(__file__).parent / "data" / "parts.txt"
SHORTEST, LONGEST = 4, 14
# Words that are parts often: short ones that are hardly ever part of a word by chance, and some that the list has not.
ADDED = frozenset({
    "bus", "dag", "les", "lid", "mug", "net", "pad", "pot", "wet", "zee", "zon",
    "innovator", "kafka", "koninkrijk", "stand", "toegankelijkheid",
})  # fmt: skip
# Words of the list that stand in long words by chance.
NO_PARTS = frozenset({"aard", "duid", "gesp", "kies", "luis", "thuis", "vers", "wijs"})
# At the end of a word these are endings.
ENDINGS = frozenset({"lijk", "loos", "loze", "matig", "rijk", "ring", "ster"})
# Words that look like a compound, and are none that a reader sees.
NO_COMPOUNDS = frozenset({
    "achterstand", "belangrijkste", "burgemeester", "deelnemer", "deelnemers", "drijfveer", "drijfveren",
    "gereedschapskist", "goedkoop", "goedkoper", "grondslag", "handleiding", "homeless", "huisvesting",
    "luisteren", "maandag", "maatregel", "maatregelen", "minister", "nederland", "netwerk", "netwerken",
    "platform", "potlood", "rangschikken", "stilstaat", "vaststellen", "verslagen", "vraagstuk", "vraagstukken",
    "vrijdag", "zondag",
})  # fmt: skip
_leading_nowhere: set[str] = set()
"""Words that were looked at before, in vain: most of any text."""
_LEAST = min(map(len, ADDED))
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN_WORDS = bytes(code for code in range(0x80) if not chr(code).isalpha())
_IN_WORDS = bytes.maketrans(_BETWEEN_WORDS + ascii_uppercase.encode(), b" " * len(_BETWEEN_WORDS) + ascii_lowercase.encode())
"""Of ASCII, which most texts are made of for the most part: letters in lower case, and a space for what is none."""
_DOUBLE = re.compile(r"([^aeiou])\1$")
_OPEN = re.compile(r"(?<![aeiou])([aeou])[^aeiouwxj]$")


def parts_of(texts: Iterable[str]) -> tuple[str, ...]:
    """The parts of all words in these texts, and the other number of words and parts, in the order of the alphabet.

    What is a word of the texts themselves is left out, and so is the beginning of one, which finds its page by itself:
    `kennis` of kennisbehoud. Not so when it ends in -e or -en, which the index takes off, and then it may begin nothing.
    """
    words = _words_of(" ".join(texts))
    found: set[str] = set()
    for word in words - _leading_nowhere:
        found |= (others := _leading_to(word))
        if not others:
            _leading_nowhere.add(word)
    return tuple(sorted(found - words))


def _words_of(text: str) -> set[str]:
    """Every `_WORD` in lower case; the pattern itself takes twice as long to find them as to part a text at its spaces."""
    parted = text.encode(errors="surrogatepass").translate(_IN_WORDS).decode(errors="surrogatepass")
    words = set(parted.split())
    if not parted.isascii():
        others = [word for word in words if not word.isascii()]
        words.difference_update(others)
        words.update(word for other in others for word in _WORD.findall(other.casefold()))
    return words


@cache
def _leading_to(word: str) -> frozenset[str]:
    """What else may lead a reader to a text with this word in it."""
    made_of = parts(word)
    needed = {part for part in made_of if part.endswith(("en", "e")) or not word.startswith(part)}
    return frozenset(needed | {other for one in (word, *made_of) if (other := other_number(one))})


@cache
def parts(word: str) -> tuple[str, ...]:
    """What a word in lower case is made of: `schuldhulpverlening` gives hulp, hulpverlening, schuld and verlening.

    Empty for a word that is no compound, or of which some letters belong to no known word.
    """
    if word in NO_COMPOUNDS:
        return ()
    found: set[str] = set()
    for first, rest in _cuts(word)[:1]:
        found |= {first, rest, *parts(first), *parts(rest)}
    return tuple(sorted(found))


def _cuts(word: str) -> list[tuple[str, str]]:
    """The ways to cut a word in a known first part and a rest that is a word or a compound; the best way first."""
    cuts = range(_LEAST, len(word) - _LEAST + 1)
    ways = ((_pieces(word[cut:]), -len(word[cut:]), first, word[cut:]) for cut in cuts for first in _words(word[:cut]))
    return [(first, rest) for pieces, _, first, rest in sorted(ways) if pieces]


@cache
def _pieces(word: str) -> int:
    """Of how few known words the end of a word is made; 0 when it is not made of known words."""
    if ENDINGS.isdisjoint((word, *_bare(word))) and any(_words(word)):
        return 1
    fewest = min((_pieces(rest) for _, rest in _cuts(word)), default=0)
    return fewest + 1 if fewest else 0


def _words(text: str) -> Iterator[str]:
    """The known word that a text is: as it stands, or else without an ending or the letters that link it to the next."""
    return islice((form for form in (text, *_bare(text)) if form in _known()), 1)


def _bare(word: str) -> Iterator[str]:
    """What a word may be without its ending: `zalen` gives zaal, `straffen` straf, `brieven` brief."""
    if word.endswith(("s", "en")):
        yield word[:-1]
    for ending in ("en", "e"):
        stem = word.removesuffix(ending)
        if stem != word:
            yield stem
            yield _DOUBLE.sub(r"\1", stem)
            yield _OPEN.sub(lambda match: match[1] + match[0], stem)
            yield stem[:-1] + {"v": "f", "z": "s"}.get(stem[-1:], stem[-1:])


@cache
def _known() -> frozenset[str]:
    return (frozenset(WORD_LIST.read_text(encoding="utf-8").split()) | ADDED) - NO_PARTS
