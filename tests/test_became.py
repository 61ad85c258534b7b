"""What was recommended and planned before a period: nothing drops out, and only silence is no answer."""

import pytest

from doetank.became import promises
from doetank.records.choices import ChangeStatus, FollowUpStatus, Level
from doetank.records.report import Years

from .sites import lesson, library_of, recommendation, reflection


def years(start=2024, end=2024):
    return Years.model_validate({"from": str(start), "to": str(end)})


def of_recommendation(*steps, **fields):
    texts = {"lessons/les.md": lesson(learned="2023"), "recommendations/r.md": recommendation(follow_up=list(steps), **fields)}
    return promises(library_of(texts), years())


def of_change(*steps, status="planned", date="2023-06-01"):
    changes = [{"what": "Anders.", "status": "done"}, {"what": "Een bord.", "status": status, "follow_up": list(steps)}]
    return promises(library_of({"reflections/r.md": reflection(date=date, changes=changes)}), years())


def step(date, status):
    return {"date": date, "status": status, "note": "Zo is het."}


def test_it_is_told_as_it_was_known_on_the_last_day_of_the_period():
    (found,) = of_recommendation(step("2023-12", "open"), step("2024-06", "taken-up"), step("2025-01", "implemented"))
    assert found.latest.status is FollowUpStatus.TAKEN_UP
    assert found.answer == found.latest
    assert not found.unanswered


def test_an_answer_of_before_the_period_is_known_and_is_no_answer_in_it():
    (found,) = of_recommendation(step("2023-12", "open"))
    assert (found.latest.status, found.answer, found.unanswered) == (FollowUpStatus.OPEN, None, True)


def test_silence_is_no_answer():
    (found,) = of_recommendation()
    assert (found.latest, found.unanswered) == (None, True)


def test_that_nobody_knows_is_an_answer():
    (found,) = of_recommendation(step("2024", "unknown"))
    assert not found.unanswered


@pytest.mark.parametrize("status", ["implemented", "rejected"])
def test_what_was_done_or_turned_down_before_is_settled(status):
    (found,) = of_recommendation(step("2023-12", status))
    assert (found.settled, found.unanswered) == (True, False)


def test_what_was_done_and_then_was_open_again_is_not_settled():
    (found,) = of_recommendation(step("2023-10", "implemented"), step("2023-12", "open"))
    assert (found.settled, found.unanswered) == (False, True)


def test_a_recommendation_of_the_period_itself_is_not_of_before():
    assert of_recommendation(made="2024-01") == ()


def test_its_levels_are_those_of_the_lessons_it_follows_from():
    texts = {
        "lessons/a.md": lesson(learned="2023", level="network"),
        "lessons/b.md": lesson(learned="2023", level="issue"),
        "recommendations/r.md": recommendation(follows_from=["a", "b"]),
    }
    (found,) = promises(library_of(texts), years())
    assert found.levels == (Level.ISSUE, Level.NETWORK)


def test_a_planned_change_is_a_promise_too():
    (found,) = of_change(step("2024-03", "done"))
    assert (found.change.what, found.index, found.levels) == ("Een bord.", 1, (Level.NETWORK,))
    assert (found.answer.status, found.unanswered) == (ChangeStatus.DONE, False)


def test_a_planned_change_without_an_answer_is_unanswered():
    (found,) = of_change()
    assert found.unanswered


@pytest.mark.parametrize("status", ["done", "reverted", "unknown"])
def test_a_change_that_was_not_planned_is_no_promise(status):
    assert of_change(status=status) == ()


def test_a_change_planned_in_the_period_itself_is_not_of_before():
    assert of_change(date="2024-01-05") == ()


def test_recommendations_come_before_changes_and_older_ones_first():
    texts = {
        "lessons/les.md": lesson(learned="2022"),
        "recommendations/b.md": recommendation(made="2023-05"),
        "recommendations/a.md": recommendation(made="2022-05"),
        "reflections/z.md": reflection(date="2021-01-01", changes=[{"what": "Een bord.", "status": "planned"}]),
    }
    assert [str(found.entry.ref) for found in promises(library_of(texts), years())] == [
        "recommendation:a",
        "recommendation:b",
        "reflection:z",
    ]
