"""The words of the site, for a search that finds nothing: a file a language, which only such a search asks for."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from .. import urls
from ..facets import other_words
from ..library import Entry, Library
from ..pages import File, Page
from ..wording import wording

SHORTEST, MOST = 4, 6000
"""Letters of a word, and words of a file, of which those on the fewest pages are left out first."""

_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")


def pages(_library: Library) -> Iterable[Page]:
    """None."""
    return ()


def files(library: Library) -> Iterator[File]:
    """Each word with the number of pages it stands on, in the order of the alphabet."""
    counts: Counter[str] = Counter()
    # Most pieces come back in many texts.
    within = cache(_words_within)
    for entry in library.told():
        counts.update(frozenset().union(*map(within, _pieces(library, entry))))
    kept = sorted(counts, key=lambda word: (-counts[word], word))[:MOST]
    text = json.dumps({word: counts[word] for word in sorted(kept)}, ensure_ascii=False, separators=(",", ":"))
    yield File(library.address(urls.KNOWN_WORDS), text.encode())


def _pieces(library: Library, entry: Entry) -> set[str]:
    """What stands between two spaces in the texts of a record, and the words that it is found with and does not use itself."""
    if entry.record.is_retired or entry.record.is_draft:
        return set()
    texts = (*wording(entry.record, entry.body, library.inline), *other_words(library, entry))
    return set(" ".join(texts).split())


def _words_within(piece: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(piece.casefold()))
