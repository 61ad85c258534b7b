"""The way of a Doetank as a drawing: what has a date is drawn, what has none is named."""

from datetime import date

from doetank.records.fields import Ref
from doetank.ways import drawn_way, drawn_ways

from .sites import doetank, example_library, library_of

TODAY = date(2024, 12, 31)


def team(**fields):
    library = library_of({"doetanks/team.md": doetank(**fields)})
    return library.entry(Ref("doetank", "team")).record


def test_without_a_date_nothing_is_drawn():
    assert drawn_way(team(phases=[{"phase": "question"}]), TODAY) is None
    assert drawn_way(team(), TODAY) is None
    assert drawn_ways(library_of({"doetanks/team.md": doetank(phases=[{"phase": "question"}])})) is None


def test_dated_stretches_are_drawn_in_the_order_of_the_team_and_the_others_named():
    way = drawn_way(
        team(
            state="completed", phases=[{"phase": "question", "start": "2023"}, {"phase": "explore"}, {"phase": "develop", "end": "2024-12"}]
        ),
        TODAY,
    )
    assert [(item.entry.phase, item.y, item.label_at, item.label_end) for item in way.stretches] == [
        ("question", 52, 0, False),
        ("develop", 96, 100, True),
    ]
    assert way.undated == ("explore",)
    assert (way.height, way.kinds) == (120, ("about",))


def test_only_the_stretch_in_which_a_running_team_works_goes_on_until_today():
    phases = [
        {"phase": "question", "start": "2023-01"},
        {"phase": "explore", "start": "2024-01"},
        {"phase": "develop", "start": "2025", "planned": True},
    ]
    assert [[bar.kind for bar in item.bars] for item in drawn_way(team(phases=phases), TODAY).stretches] == [
        ["about"],
        ["known"],
        ["planned"],
    ]
    assert [[bar.kind for bar in item.bars] for item in drawn_way(team(state="unknown", phases=phases), TODAY).stretches] == [
        ["about"],
        ["about"],
        ["planned"],
    ]


def test_doetanks_share_one_scale_and_one_lane_a_phase():
    library = library_of({
        "doetanks/later.md": doetank(title="Later", state="completed", phases=[{"phase": "explore", "start": "2024"}]),
        "doetanks/eerst.md": doetank(title="Eerst", state="completed", phases=[{"phase": "explore", "start": "2023"}, {"phase": "question"}]),
        "doetanks/zonder.md": doetank(title="Zonder"),
    })  # fmt: skip
    ways = drawn_ways(library)
    assert [team.card.title for team in ways.teams] == ["Eerst", "Later"]
    assert [bar.left for team in ways.teams for item in team.way.stretches for bar in item.bars] == [0, 49.93]
    assert {item.y for team in ways.teams for item in team.way.stretches} == {13}
    assert [card.title for card in ways.undated] == ["Zonder"]


def test_every_doetank_of_the_example_is_drawn_or_named_once():
    ways = drawn_ways(example_library())
    found = [team.card.ref for team in ways.teams] + [card.ref for card in ways.undated]
    assert sorted(found) == sorted(entry.ref for entry in example_library().all("doetank"))
    for team in ways.teams:
        for item in team.way.stretches:
            assert all(bar.left >= 0 and bar.left + bar.width <= 100.01 for bar in item.bars)
            assert item.y < team.way.height
