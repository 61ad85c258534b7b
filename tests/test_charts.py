"""The charts of a report: every number is there, bars begin at zero, and a headline says no more than is known."""

import pytest

from doetank.charts import outcome_chart, phase_chart, share_chart, year_chart
from doetank.records.fields import Ref
from doetank.scale import Bar, Tick
from doetank.year_lessons import year_lessons

from .sites import doetank, example_library, experiment, lesson, library_of, report


def counted(library, name="2024"):
    return year_lessons(library, library.entry(Ref("report", name)).record)


def of_lessons(*lessons, **fields):
    name = fields.pop("name", "2024")
    texts = {f"lessons/les-{number}.md": lesson(**written) for number, written in enumerate(lessons)}
    library = library_of({**texts, f"reports/{name}.md": report(**fields)})
    return library, counted(library, name)


def of_outcomes(*outcomes):
    texts = {f"experiments/proef-{number}.md": experiment(outcome=outcome, start="2024") for number, outcome in enumerate(outcomes)}
    library = library_of({"doetanks/team.md": doetank(), **texts, "reports/2024.md": report()})
    return outcome_chart(counted(library), "en")


def test_nothing_is_drawn_when_there_is_nothing_to_draw():
    library, found = of_lessons(period={"from": "2023", "to": "2024"}, name="2023-2024")
    assert phase_chart(library, found, "nl") is None
    assert year_chart(library, found, "nl") is None
    assert share_chart(found, "nl") is None
    assert outcome_chart(found, "nl") is None


def test_lessons_are_drawn_per_phase_one_verdict_behind_the_other():
    library, found = of_lessons({"phase": "explore"}, {"phase": "explore", "verdict": "does-not-work"}, {"phase": "develop"})
    chart = phase_chart(library, found, "en")
    rows = {row.label: row for row in chart.rows}
    assert chart.headline == "Most lessons with a known phase are from Explore: 2 of 3"
    assert rows["Explore"].numbers == (1, 0, 1)
    assert rows["Explore"].pieces == (Bar(0, 50, "full"), Bar(50, 50, "open"))
    assert sum(row.total for row in chart.rows) == 3


def test_phases_with_as_many_lessons_are_all_named():
    library, found = of_lessons({"phase": "explore"}, {"phase": "develop"})
    assert phase_chart(library, found, "en").headline == "As many lessons from Explore, Develop: 1 of 2 each"


def test_nothing_is_said_of_phases_while_more_than_half_is_not_recorded():
    library, found = of_lessons({"phase": "explore"}, {}, {})
    chart = phase_chart(library, found, "en")
    assert chart.headline == "Of most lessons the phase is not recorded"
    assert (chart.rows[-1].label, chart.rows[-1].numbers) == ("Phase not recorded", (2, 0, 0))


def test_all_lessons_share_one_bar():
    _library, found = of_lessons({}, {}, {"verdict": "works-under-conditions"}, {"verdict": "does-not-work"})
    chart = share_chart(found, "en")
    assert chart.headline == "4 lessons: 2 on what works, 1 on what works under conditions, 1 on what does not"
    assert [(row.label, row.numbers, row.pieces) for row in chart.rows] == [
        ("2024", (2, 1, 1), (Bar(0, 50, "full"), Bar(50, 25, "half"), Bar(75, 25, "open")))
    ]
    assert (chart.ticks[0], chart.ticks[-1]) == (Tick(0, "0%"), Tick(100, "100%"))


@pytest.mark.parametrize(
    ("learned", "headline"),
    [
        (("2023", "2024", "2024"), "More lessons than in 2023: 2, after 1"),
        (("2023", "2023", "2024"), "Fewer lessons than in 2023: 1, after 2"),
        (("2023", "2024"), "As many lessons as in 2023: 1"),
        (("2022", "2024"), "More lessons than in 2023: 1, after 0"),
    ],
)
def test_a_year_stands_beside_the_years_before_it(learned, headline):
    library, found = of_lessons(*({"learned": year} for year in learned))
    chart = year_chart(library, found, "en")
    assert chart.headline == headline
    assert [row.label for row in chart.rows] == [str(year) for year in range(int(min(learned)), 2025)]


def test_a_year_looks_four_years_back_at_most():
    library, found = of_lessons({"learned": "2012"}, {"learned": "2024"})
    assert [row.label for row in year_chart(library, found, "en").rows] == ["2020", "2021", "2022", "2023", "2024"]


def test_the_first_year_has_nothing_to_stand_beside():
    library, found = of_lessons({"learned": "2024"})
    assert year_chart(library, found, "en") is None


def test_the_years_of_a_longer_period_are_compared():
    library, found = of_lessons(
        {"learned": "2023"}, {"learned": "2024-05"}, {"learned": "2024"}, period={"from": "2022", "to": "2024"}, name="2022-2024"
    )
    chart = year_chart(library, found, "en")
    assert chart.headline == "Most lessons were learned in 2024: 2 of 3"
    assert [(row.label, row.total) for row in chart.rows] == [("2022", 0), ("2023", 1), ("2024", 2)]


@pytest.mark.parametrize(
    ("outcomes", "headline"),
    [
        (("worked", "did-not-work", "unknown"), "1 of 2 experiments with a known outcome worked"),
        (("worked", "unknown", "unknown"), "Of most experiments the outcome is not recorded"),
        (("running",), "No experiment has ended yet"),
    ],
)
def test_a_share_is_given_only_when_enough_is_known(outcomes, headline):
    chart = of_outcomes(*outcomes)
    assert chart.headline == headline
    assert sum(row.total for row in chart.rows) == len(outcomes)


@pytest.mark.parametrize("name", ["2022", "2023", "2024", "2021-2024"])
def test_every_lesson_and_experiment_of_the_example_is_in_its_charts_once(name):
    found = counted(example_library(), name)
    charts = [share_chart(found, "nl"), phase_chart(example_library(), found, "nl")]
    assert {sum(row.total for row in chart.rows) for chart in charts if chart} <= {len(found.lessons)}
    for chart in [*charts, year_chart(example_library(), found, "nl"), outcome_chart(found, "nl")]:
        for row in chart.rows if chart else ():
            assert all(piece.left + piece.width <= 100.01 for piece in row.pieces)
            assert row.y < chart.height
