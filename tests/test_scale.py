"""Places on a drawing: in percent, from zero or from a first of January, and no more sure than the dates are."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from doetank.dates import parse_when
from doetank.scale import Bar, NumberScale, Tick, YearScale, bars

FOUR_YEARS = YearScale(2021, 2024)


def when(text):
    return parse_when(text, ZoneInfo("UTC")) if text else None


def drawn(start, end, scale=FOUR_YEARS, **options):
    return bars(scale, when(start), when(end), **options)


def test_a_scale_of_years_runs_from_the_first_to_the_last_day():
    assert FOUR_YEARS.at(date(2021, 1, 1)) == 0
    assert FOUR_YEARS.bar(date(2021, 1, 1), date(2024, 12, 31), "known") == Bar(0, 100, "known")
    assert FOUR_YEARS.ticks == (Tick(0, "2021"), Tick(24.98, "2022"), Tick(49.97, "2023"), Tick(74.95, "2024"))


def test_years_that_do_not_fit_have_a_line_without_a_text():
    assert [tick.label for tick in YearScale(2020, 2027).ticks] == ["2020", "", "2022", "", "2024", "", "2026", ""]


@pytest.mark.parametrize(
    ("highest", "texts"),
    [(0, "0 1"), (1, "0 1"), (5, "0 1 2 3 4 5"), (6, "0 2 4 6"), (11, "0 5 10 15"), (30, "0 10 20 30"), (90, "0 20 40 60 80 100")],
)
def test_a_scale_of_numbers_starts_at_zero_and_ends_at_a_round_number(highest, texts):
    scale = NumberScale(highest)
    assert " ".join(tick.label for tick in scale.ticks) == texts
    assert (scale.ticks[0].at, scale.ticks[-1].at) == (0, 100)
    assert scale.at(highest) <= 100


def test_dates_by_month_or_day_are_drawn_full():
    assert drawn("2021-01", "2022-12") == (Bar(0, 49.97, "known"),)
    assert drawn("2021-01-01", "2024-12-31") == (Bar(0, 100, "known"),)


def test_a_year_is_drawn_as_a_whole_and_as_not_exact():
    assert drawn("2021", "2021") == (Bar(0, 24.98, "about"),)
    assert drawn("2021", "2022") == (Bar(0, 49.97, "about"),)
    assert drawn("2021", "2023") == (Bar(0, 24.98, "about"), Bar(24.98, 24.99, "known"), Bar(49.97, 24.98, "about"))
    assert drawn("2021", "2022-12") == (Bar(0, 24.98, "about"), Bar(24.98, 24.99, "known"))
    assert drawn("2021-01", "2022") == (Bar(0, 24.98, "known"), Bar(24.98, 24.99, "about"))
    assert drawn("2021", "2021-03") == (Bar(0, 6.16, "about"),)


def test_an_end_that_nobody_recorded_is_not_made_up():
    assert drawn("2022", None) == (Bar(24.98, 24.99, "about"),)
    assert drawn("2021-01", None) == (Bar(0, 2.12, "about"),)
    assert drawn(None, "2024") == (Bar(74.95, 25.05, "about"),)
    assert drawn(None, None) == ()


def test_who_works_on_is_drawn_until_today():
    assert drawn("2022-01", None, until=date(2022, 12, 31)) == (Bar(24.98, 24.99, "known"),)
    assert drawn("2024-01", None, until=date(2023, 12, 31)) == (Bar(74.95, 2.12, "about"),)


def test_what_is_planned_is_planned_as_a_whole():
    assert drawn("2024", None, planned=True) == (Bar(74.95, 25.05, "planned"),)
    assert {bar.kind for bar in drawn("2021", "2023", planned=True)} == {"planned"}
