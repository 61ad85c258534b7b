"""The charts of a report: every number is there, bars begin at zero, and a headline says no more than is known."""

import pytest

from doetank.charts import outcome_chart, phase_chart, share_chart, year_chart
from doetank.figures import Count
from doetank.pipeline import make_outputs
from doetank.records.fields import Ref
from doetank.scale import Bar, Tick
from doetank.year_lessons import year_lessons

from .sites import doetank, example_library, experiment, lesson, library_of, report


def counted(library, name="2024"):
    return year_lessons(library.speaking("en"), library.entry(Ref("report", name)).record)


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
    _library, found = of_lessons(period={"from": "2023", "to": "2024"}, name="2023-2024")
    assert phase_chart(found, "nl") is None
    assert year_chart(found, (), "nl") is None
    assert share_chart(found, "nl") is None
    assert outcome_chart(found, "nl") is None


def test_lessons_are_drawn_per_phase_one_verdict_behind_the_other():
    _library, found = of_lessons({"phase": "explore"}, {"phase": "explore", "verdict": "does-not-work"}, {"phase": "develop"})
    chart = phase_chart(found, "en")
    rows = {row.label: row for row in chart.rows}
    assert chart.headline == "Most lessons with a known phase are from Explore: 2"
    assert rows["Explore"].numbers == (1, 0, 1)
    assert rows["Explore"].pieces == (Bar(0, 50, "full"), Bar(50, 50, "open"))
    assert sum(row.total for row in chart.rows) == 3


def test_phases_with_as_many_lessons_are_all_named():
    _library, found = of_lessons({"phase": "explore"}, {"phase": "develop"})
    assert phase_chart(found, "en").headline == "Most lessons with a known phase are from Explore, Develop, as many from each"


def test_nothing_is_said_of_phases_while_more_than_half_is_not_recorded():
    _library, found = of_lessons({"phase": "explore"}, {}, {})
    chart = phase_chart(found, "en")
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
        (("2023", "2024", "2024"), "Meer lessen dan in 2023: 2, na 1"),
        (("2023", "2023", "2024"), "Minder lessen dan in 2023: 1, na 2"),
        (("2023", "2024"), "Evenveel lessen als in 2023: 1"),
        (("2022", "2024"), "Meer lessen dan in 2023: 1, na 0"),
    ],
)
def test_a_year_stands_beside_the_report_before_it(learned, headline):
    chart = of_years(["2023", "2024"], *learned)
    assert chart.headline == headline
    assert [row.label for row in chart.rows] == ["2023", "2024"]
    assert next(piece.url for piece in chart.said if isinstance(piece, Count)) == "/jaarlessen/2024/geteld/#count-lessons"
    assert chart.rows[0].counts[0].url == "/jaarlessen/2023/geteld/#count-lessons-works"


def of_years(years, *learned):
    """The chart of the last of these years, with a report over each of them."""
    reports = {f"reports/{year}.md": report(period={"from": year, "to": year}) for year in years}
    library = library_of({**{f"lessons/les-{n}.md": lesson(learned=year) for n, year in enumerate(learned)}, **reports})
    url = f"/jaarlessen/{years[-1]}/"
    return next(page for page in make_outputs(library)[0] if page.url == url).values["year_chart"]


def test_a_year_looks_four_years_back_at_most():
    chart = of_years(range(2018, 2025), "2018", "2024")
    assert [row.label for row in chart.rows] == ["2020", "2021", "2022", "2023", "2024"]


def test_a_year_without_a_report_is_not_shown_as_a_year_without_lessons():
    assert [row.label for row in of_years(["2020", "2021", "2023", "2024"], "2020", "2022", "2024").rows] == ["2023", "2024"]
    assert of_years(["2022", "2024"], "2022", "2024") is None


def test_the_years_of_a_longer_period_are_compared():
    _library, found = of_lessons(
        {"learned": "2023"}, {"learned": "2024-05"}, {"learned": "2024"}, period={"from": "2022", "to": "2024"}, name="2022-2024"
    )
    chart = year_chart(found, (), "en")
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
    charts = [share_chart(found, "nl"), phase_chart(found, "nl")]
    assert {sum(row.total for row in chart.rows) for chart in charts if chart} <= {len(found.lessons)}
    for chart in [*charts, year_chart(found, (), "nl"), outcome_chart(found, "nl")]:
        for row in chart.rows if chart else ():
            assert all(piece.left + piece.width <= 100.01 for piece in row.pieces)
            assert row.y < chart.height
