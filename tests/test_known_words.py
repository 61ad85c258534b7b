"""The words of the site, each with the number of pages it stands on, for a search that finds nothing."""

import json

from doetank.pipeline import make_outputs
from doetank.urls import KNOWN_WORDS, in_language

from .sites import lesson, library_of

TOLD = dict.fromkeys(("summary", "expected", "happened", "because", "advice", "conditions"), "Kort.")


def words(files, language="nl"):
    content = next(file.content for file in make_outputs(library_of(files))[1] if file.url == in_language(KNOWN_WORDS, language, "nl"))
    return json.loads(content)


def test_a_word_is_counted_once_a_page_and_what_it_is_made_of_counts_too():
    files = {
        "lessons/a.md": lesson(**{**TOLD, "title": "Kennisbehoud en *gezag*"}) + "Gezag, gezag.\n",
        "lessons/b.md": lesson(**{**TOLD, "title": "Gezag"}),
    }
    assert words(files) == {"behoud": 1, "gezag": 2, "kennisbehoud": 1, "kort": 2}


def test_each_language_has_its_own_words_and_a_draft_gives_none():
    files = {
        "lessons/a.md": lesson(**{**TOLD, "title": "Gezag"}),
        "lessons/a.en.md": lesson(**{**TOLD, "title": "Authority"}),
        "lessons/b.md": lesson(**{**TOLD, "title": "Onbekend", "status": "draft"}),
    }
    assert words(files) == {"gezag": 1, "kort": 1}
    assert words(files, "en") == {"authority": 1, "kort": 1}
