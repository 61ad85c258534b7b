"""The questions of the form: each field once, where it is looked for, and answered in a way that goes with its type."""

import pytest

from doetank.catalogue import catalogue
from doetank.form_fields import Form, Question, form_of
from doetank.records import RECORD_TYPES
from doetank.records.describe import describe_fields
from doetank.urls import GUIDES

from .builders import vocabulary

WORDS = catalogue("en")


def form(type_name: str) -> Form:
    return form_of(RECORD_TYPES[type_name], vocabulary(), WORDS)


def names(questions: tuple[Question, ...]) -> list[str]:
    return [question.name for question in questions]


@pytest.mark.parametrize("type_name", GUIDES)
def test_every_field_is_asked_once(type_name: str) -> None:
    asked = form(type_name)
    found = names((*asked.required, *asked.sometimes, *asked.optional, *asked.for_editors))
    assert sorted(found) == sorted(field.name for field in describe_fields(RECORD_TYPES[type_name]))


def test_what_a_rule_may_ask_for_is_not_hidden_among_what_may_be_left_out() -> None:
    assert {name: names(form(name).sometimes) for name in GUIDES} == {
        "post": [],
        "lesson": ["conditions"],
        "experiment": ["because"],
        "cafe": ["date", "start", "end", "city", "online"],
        "inspiration": [],
        "discussion": [],
    }


def test_an_answer_is_given_in_a_way_that_goes_with_its_type() -> None:
    cafe, lesson = form("cafe"), form("lesson")
    ways = {question.name: question.widget for question in (*cafe.required, *cafe.sometimes, *cafe.optional, *lesson.required)}
    assert {
        name: ways[name] for name in ("title", "summary", "kind", "start", "date", "online", "registration", "rounds", "hosts", "themes")
    } == {
        "title": "line",
        "summary": "paragraph",
        "kind": "radios",
        "start": "moment",
        "date": "date",
        "online": "flag",
        "registration": "address",
        "rounds": "group",
        "hosts": "reference",
        "themes": "boxes",
    }


def test_parts_of_a_group_have_a_place_for_the_number_of_their_item() -> None:
    (sources,) = [question for question in form("lesson").optional if question.name == "sources"]
    assert [part.path for part in sources.questions] == ["sources-§-title", "sources-§-url", "sources-§-date", "sources-§-accessed"]
    assert all(part.inner for part in sources.questions)


def test_one_chooses_from_labels_in_the_language_of_the_form() -> None:
    (verdict,) = [question for question in form("lesson").required if question.name == "verdict"]
    assert verdict.options[0] == ("works", "Works")
    (dutch,) = [
        question for question in form_of(RECORD_TYPES["lesson"], vocabulary(), catalogue("nl")).required if question.name == "verdict"
    ]
    assert dutch.options[0] == ("works", "Werkt")


def test_every_type_that_is_referred_to_gets_its_list_once() -> None:
    assert form("experiment").refers_to == ("doetank", "method", "type:id")
