"""Words are cut where people would cut them, and words that only look like compounds are left whole."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doetank.commands.word_list import reduced
from doetank.compounds import ADDED, LONGEST, SHORTEST, WORD_LIST, _words_of, parts, parts_of

from .sites import lesson, library_of


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kennisbehoud", "behoud kennis"),
        ("overheidsincasso", "incasso overheid"),
        ("inwonerparticipatie", "inwoner participatie"),
        ("zonnepanelen", "panelen zonne"),
        ("toeslagenaffaire", "affaire toeslag"),
        ("wijkagenten", "agenten wijk"),
        ("buurthuis", "buurt huis"),
        ("raadslid", "lid raad"),
    ],
)
def test_a_compound_has_parts(word: str, expected: str) -> None:
    assert " ".join(parts(word)) == expected


def test_a_part_that_is_a_compound_has_parts_too() -> None:
    assert parts("schuldhulpverlening") == ("hulp", "hulpverlening", "schuld", "verlening")
    assert parts("energiearmoedebeleid") == ("armoede", "armoedebeleid", "beleid", "energie")


@pytest.mark.parametrize(
    "word",
    ["ambtenaar", "onderwijs", "organisatie", "vergadering", "minister", "persoonlijk", "eindeloze", "maatregelen", "netwerk", "dag", ""],
)
def test_a_word_that_only_looks_like_a_compound_is_left_whole(word: str) -> None:
    assert parts(word) == ()


def test_a_word_of_the_text_itself_and_the_beginning_of_one_are_no_part_of_it() -> None:
    assert parts_of(["Kennisbehoud", "en Behoud, én overheidsincasso."]) == ("incasso",)
    assert parts_of(["Brievenbus in een bewonersgroep"]) == ("brief", "bus", "groep")


@given(st.text(st.sampled_from("aBZé٣²½ßİŉĲ_-'’1. \n\t\x1c\x85\u00a0\u0301\u2003\u212a") | st.characters()))
def test_the_words_of_a_text_are_its_runs_of_letters(text: str) -> None:
    assert _words_of(text) == set(re.findall(r"[^\W\d_]+", text.casefold()))


def test_the_word_list_is_sorted_small_and_holds_no_word_twice() -> None:
    words = WORD_LIST.read_text(encoding="utf-8").splitlines()
    assert words == sorted(set(words))
    assert {len(word) for word in words} == set(range(SHORTEST, LONGEST + 1))
    assert WORD_LIST.stat().st_size < 300_000
    assert ADDED.isdisjoint(words)


def test_the_word_list_keeps_what_may_be_part_of_a_compound() -> None:
    lines = ["5", "behoud/CcCaCb", "behoud/V3Pn", "naar/AdAeAi", "ĳsbaan/Cc", "Jan/Ca", "wet/Ca", "onder", "zorg/ZaCb\tpo:noun"]
    assert reduced(lines) == ("behoud", "ijsbaan", "zorg")


def test_the_licence_of_the_word_list_stands_beside_it() -> None:
    assert "Revised BSD License" in Path(WORD_LIST.parent, "LICENSE-opentaal.txt").read_text(encoding="utf-8")


def test_a_record_keeps_the_parts_of_its_dutch_words_only() -> None:
    body = "[Wat](https://example.org/brugwachter) is **schuldhulp**?\n"
    library = library_of({"lessons/a.md": lesson(title="Kennisbehoud") + body, "lessons/b.md": lesson(title="Kennisbehoud", lang="fy")})
    assert [entry.parts for entry in library.everything()] == [("behoud", "hulp", "schulden"), ()]
