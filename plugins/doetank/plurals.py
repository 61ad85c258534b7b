"""Dutch plurals that the search index does not bring together with their singular: lid and leden, kans and kansen."""

from functools import cache
from pathlib import Path

ENDINGS = Path(__file__).parent / "data" / "plurals.txt"


@cache
def other_number(word: str) -> str:
    """The plural of a singular and the other way round, by the longest ending that is listed: `raadslid` gives raadsleden.

    Empty for all other words, as those the index brings together by itself.
    """
    others = _others()
    known = (word[start:] for start in range(len(word)) if word[start:] in others)
    ending = next(known, "")
    return word.removesuffix(ending) + others[ending] if ending else ""


@cache
def _others() -> dict[str, str]:
    pairs = [line.split() for line in ENDINGS.read_text(encoding="utf-8").splitlines()]
    return {one: other for pair in pairs for one, other in (pair, reversed(pair))}
