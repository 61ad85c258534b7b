"""Files that are written from what somebody filled in: what is read back is what was filled in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doetank.front_matter import read_document
from doetank.records import RECORD_TYPES
from doetank.records.describe import describe_fields
from doetank.written import is_given, scalar, write_document
from doetank.yaml_text import read_mapping

LESSON = describe_fields(RECORD_TYPES["lesson"])
CAFE = describe_fields(RECORD_TYPES["cafe"])
NO_INVISIBLE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp"), exclude_characters="\ufffe\uffff"), max_size=80
)


def read(text: str) -> object:
    document, problems = read_document(text.encode(), "les.md")
    assert problems == ()
    assert document
    assert document.fields
    return document.fields.data


def test_fields_stand_in_the_order_of_the_type_and_the_text_below_them() -> None:
    values = {
        "advice": "Bel eerst.",
        "title": "Bel: ook als u schrijft",
        "about": ["network"],
        "sources": [{"title": "Verslag", "date": "2024-05"}],
        "tags": [],
    }
    assert write_document(LESSON, values, "\nEen tekst.\n\n") == (
        '---\ntitle: "Bel: ook als u schrijft"\nabout:\n  - network\nadvice: Bel eerst.\n'
        "sources:\n  - title: Verslag\n    date: 2024-05\n---\n\nEen tekst.\n"
    )


def test_groups_in_groups_are_read_back() -> None:
    values = {
        "title": "Café",
        "attendance": {"number": 12, "source": {"title": "Lijst"}},
        "online": True,
        "rounds": [{"round": "inspire", "text": "Een."}, {"round": ""}],
    }
    assert read(write_document(CAFE, values, "")) == {
        "title": "Café",
        "attendance": {"number": "12", "source": {"title": "Lijst"}},
        "online": "true",
        "rounds": [{"round": "inspire", "text": "Een."}],
    }


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2013", "2013"),
        (True, "true"),
        (7, "7"),
        ("null", '"null"'),
        ("- x", '"- x"'),
        ("a: b", '"a: b"'),
        ("a:", '"a:"'),
        ("a #b", '"a #b"'),
        ("C#", "C#"),
        ("één", "één"),
        ("een\ntwee", '"een\\ntwee"'),
    ],
)
def test_a_value_gets_quotes_only_where_it_needs_them(value: object, text: str) -> None:
    assert scalar(value) == text


@pytest.mark.parametrize("value", [None, "", [], {}, {"a": ""}, [""], [{}]])
def test_what_is_empty_is_not_given(value: object) -> None:
    assert not is_given(value)


@given(NO_INVISIBLE)
def test_every_text_is_read_back_as_it_was(text: str) -> None:
    fields, problems = read_mapping(f"title: {scalar(text)}\n", "les.md")
    assert problems == ()
    assert fields
    assert fields.data.get("title", "") == ("" if not text.strip() else text)
