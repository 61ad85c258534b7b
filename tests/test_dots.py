"""Lessons as dots on a time line: every lesson once, a day as a dot, and no more precise than it was recorded."""

import pytest

from doetank.dots import dot_chart
from doetank.records.fields import Ref
from doetank.scale import Tick
from doetank.year_lessons import year_lessons

from .sites import example_library, lesson, library_of, report


def chart_of(*lessons, period=("2024", "2024"), language="en"):
    name = "-".join(dict.fromkeys(period))
    texts = {f"lessons/les-{number}.md": lesson(**written) for number, written in enumerate(lessons)}
    library = library_of({**texts, f"reports/{name}.md": report(period={"from": period[0], "to": period[1]})})
    return dot_chart(year_lessons(library, library.entry(Ref("report", name)).record), language)


def drawn(chart):
    return [(row.verdict.value, [(dot.when.iso, dot.left, dot.width, len(dot.cards)) for dot in row.dots]) for row in chart.rows]


def test_without_lessons_nothing_is_drawn():
    assert chart_of() is None


def test_a_day_is_a_dot_in_the_middle_of_its_day_and_a_month_or_year_is_as_long_as_it_is():
    chart = chart_of({"learned": "2024-01-01"}, {"learned": "2024-02"}, {"learned": "2024", "verdict": "does-not-work"})
    assert drawn(chart) == [
        ("works", [("2024-01-01", 0.14, 0.0, 1), ("2024-02", 8.47, 7.92, 1)]),
        ("works-under-conditions", []),
        ("does-not-work", [("2024", 0.0, 100.0, 1)]),
    ]


def test_what_was_learned_on_one_date_is_one_dot():
    (works, _, _) = chart_of({"learned": "2024-05-01"}, {"learned": "2024-05-01"}, {"learned": "2024-05"}).rows
    assert [(dot.when.iso, len(dot.cards)) for dot in works.dots] == [("2024-05", 1), ("2024-05-01", 2)]


def test_dots_that_would_touch_stand_under_each_other():
    (works, _, fails) = chart_of({"learned": "2024-05-01"}, {"learned": "2024-05-03"}, {"learned": "2024-09-01"}).rows
    first, second, third = (dot.y for dot in works.dots)
    assert second > first == third
    assert fails.y > second


def test_a_year_is_marked_by_its_quarters():
    ticks = chart_of({"learned": "2024"}, language="nl").ticks
    assert (ticks[0], [tick.label for tick in ticks]) == (Tick(0.0, "jan"), ["jan", "apr", "jul", "okt"])


def test_several_years_are_told_by_bars_and_not_by_dots():
    assert chart_of({"learned": "2024"}, period=("2023", "2024")) is None


@pytest.mark.parametrize("name", ["2022", "2023", "2024"])
def test_every_lesson_of_a_report_of_the_example_is_drawn_once(name):
    library = example_library()
    counted = year_lessons(library, library.entry(Ref("report", name)).record)
    chart = dot_chart(counted, "nl")
    refs = [card.ref for row in chart.rows for dot in row.dots for card in dot.cards]
    assert sorted(refs) == sorted(entry.ref for entry in counted.lessons)
    assert chart.first <= chart.last
    assert all(dot.left >= 0 and dot.left + dot.width <= 100.01 and dot.y < chart.height for row in chart.rows for dot in row.dots)
