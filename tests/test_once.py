"""What is made of a value is made once."""

import pickle
from dataclasses import dataclass, replace

from doetank.once import once

asked: list[tuple[str, int]] = []


@dataclass(frozen=True)
class Team:
    name: str


@once
def letters(team: Team, times: int = 1) -> list[str]:
    asked.append((team.name, times))
    return sorted(team.name * times)


def test_the_same_question_is_worked_out_once():
    asked.clear()
    team = Team("ab")
    assert letters(team) is letters(team)
    assert letters(team, 2) is letters(team, 2) != letters(team)
    assert letters(team, times=2) == letters(team, 2)
    assert asked == [("ab", 1), ("ab", 2), ("ab", 2)]


def test_another_owner_is_asked_again_and_equals_the_first_as_before():
    asked.clear()
    team = Team("ab")
    letters(team)
    assert team == Team("ab")
    letters(Team("ab"))
    letters(replace(team))
    assert asked == [("ab", 1)] * 3


def test_an_owner_can_travel_with_what_is_kept_on_it():
    team = Team("ba")
    letters(team)
    asked.clear()
    assert letters(pickle.loads(pickle.dumps(team))) == ["a", "b"]  # noqa: S301 - its own bytes
    assert asked == []
