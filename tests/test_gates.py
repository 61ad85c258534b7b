"""What keeps a report from being published, and what does not."""

import pytest

from doetank.gates import stops
from doetank.records.fields import Ref

from .sites import lesson, library_of, recommendation, reflection, report


def found(texts, **fields):
    library = library_of({"reports/2024.md": report(**fields), **texts})
    return [
        (stop.path.partition("/")[2], stop.field, stop.message.text)
        for stop in stops(library.published, library.entry(Ref("report", "2024")))
    ]


NO_ANSWER = "no answer dated in {years}; add one to `follow_up`, and write `unknown` with a note if nobody knows"
TOO_LITTLE = "is `unknown`, and the report of {years} highlights this lesson; fill it in, or choose another"


def test_nothing_stops_a_report_that_owes_no_answer():
    assert found({"lessons/les.md": lesson()}, highlights=["les"]) == []


def test_an_earlier_recommendation_without_an_answer_stops_it():
    texts = {"lessons/les.md": lesson(learned="2023"), "lessons/nu.md": lesson(), "recommendations/r.md": recommendation()}
    assert found(texts) == [("recommendations/r.md", ("follow_up",), NO_ANSWER)]


def test_an_earlier_plan_without_an_answer_stops_it():
    changes = [{"what": "Iets.", "status": "done"}, {"what": "Een bord.", "status": "planned"}]
    texts = {"lessons/nu.md": lesson(), "reflections/r.md": reflection(changes=changes)}
    assert found(texts) == [("reflections/r.md", ("changes", 1, "follow_up"), NO_ANSWER)]


def test_that_nobody_knows_stops_nothing():
    step = [{"date": "2024", "status": "unknown", "note": "Wij vroegen het, en kregen geen antwoord."}]
    changes = [{"what": "Een bord.", "status": "planned", "follow_up": step}]
    texts = {
        "lessons/nu.md": lesson(),
        "lessons/les.md": lesson(learned="2023"),
        "recommendations/r.md": recommendation(follow_up=step),
        "reflections/r.md": reflection(changes=changes),
    }
    assert found(texts) == []


@pytest.mark.parametrize(("name", "expected"), [("happened", True), ("advice", True), ("expected", False), ("because", False)])
def test_a_highlight_tells_what_happened_and_what_to_do(name, expected):
    texts = {"lessons/les.md": lesson(**{name: "unknown"})}
    assert found(texts, highlights=["les"]) == ([("lessons/les.md", (name,), TOO_LITTLE)] if expected else [])
    assert found(texts) == []


def test_a_period_without_records_has_nothing_to_report():
    assert found({"lessons/les.md": lesson(learned="2023")}) == [
        ("reports/2024.md", ("period",), "no record is dated in {years}, so there is nothing to report")
    ]


def test_a_draft_is_not_ready():
    assert found({"lessons/les.md": lesson()}, status="draft") == [
        ("reports/2024.md", ("status",), "is `draft`; remove the line when the report is ready to be published")
    ]


def test_a_draft_cannot_be_highlighted():
    texts = {"lessons/les.md": lesson(status="draft"), "lessons/nu.md": lesson()}
    assert found(texts, highlights=["les"]) == [
        ("lessons/les.md", ("status",), "is `draft`, and the report of {years} highlights this lesson")
    ]


def test_a_draft_lesson_does_not_count():
    assert len(found({"lessons/les.md": lesson(status="draft")})) == 1
