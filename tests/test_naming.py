"""Names of new files: they say what is in them, and none is another one's."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doetank.naming import LONGEST, new_id
from doetank.records.shape import ID


@pytest.mark.parametrize(
    ("type_name", "values", "name"),
    [
        ("lesson", {"title": "Eén vraag per brief!", "date": "2024"}, "een-vraag-per-brief"),
        ("post", {"title": "Café", "date": "2024-05"}, "2024-05-cafe"),
        ("cafe", {"title": "Café", "start": "2024-04-25T19:30"}, "2024-04-25-cafe"),
        ("cafe", {"title": "Café", "date": "25 april"}, "cafe"),
        ("lesson", {"title": "../../tasks.py"}, "tasks-py"),
        ("lesson", {"title": "🙂"}, "naam"),
        ("lesson", {}, "naam"),
        ("lesson", {"title": "woord " * 20}, "-".join(["woord"] * 10)),
        ("lesson", {"title": "w" * 100}, "w" * LONGEST),
    ],
)
def test_a_file_is_named_after_its_title_and_where_that_is_usual_its_date(type_name: str, values: dict[str, object], name: str) -> None:
    assert new_id(type_name, values) == name


def test_a_name_that_is_taken_gets_the_next_number() -> None:
    assert new_id("lesson", {"title": "Les"}, {"les", "les-2"}) == "les-3"


@given(st.text(max_size=200), st.text(max_size=20))
def test_every_title_gives_a_name_that_a_record_may_have(title: str, date: str) -> None:
    assert re.fullmatch(ID, new_id("post", {"title": title, "date": date}))
