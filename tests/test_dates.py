"""Dates keep exactly the precision they were written with."""

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doetank.dates import When, parse_when

from .builders import ZONE


def when(text):
    return parse_when(text, ZONE)


def test_a_year_may_be_any_day_of_it():
    assert when("2012") == When("2012", "year", date(2012, 1, 1), date(2012, 12, 31))


def test_a_month_may_be_any_day_of_it():
    assert when("2012-02") == When("2012-02", "month", date(2012, 2, 1), date(2012, 2, 29))


def test_a_day_is_that_day():
    assert when("2012-04-25") == When("2012-04-25", "day", date(2012, 4, 25), date(2012, 4, 25))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2012-04-25T19:30", "2012-04-25T19:30:00+02:00"),
        ("2012-04-25 19:30", "2012-04-25T19:30:00+02:00"),
        ("2012-12-25T19:30", "2012-12-25T19:30:00+01:00"),
        ("2012-04-25T19:30:15", "2012-04-25T19:30:15+02:00"),
        ("2012-04-25T19:30Z", "2012-04-25T19:30:00+00:00"),
        ("2012-04-25 19:30:00 Z", "2012-04-25T19:30:00+00:00"),
        ("2012-04-25T19:30+01:00", "2012-04-25T19:30:00+01:00"),
        ("2012-04-25T19:30+0100", "2012-04-25T19:30:00+01:00"),
        ("2012-04-25 19:30 -0530", "2012-04-25T19:30:00-05:30"),
    ],
)
def test_a_moment_has_t_or_a_space_and_a_zone_or_that_of_the_site(text, iso):
    assert when(text).iso == iso


def test_a_moment_is_on_the_day_of_its_own_clock():
    assert when("2012-04-25T23:30-05:00").first == date(2012, 4, 25)


@pytest.mark.parametrize(
    "text",
    ["03-04-2026", "2026/04/03", "26-04-03", "2026-4-3", "2013-13", "2013-02-30", "2013-00", "0000", "20", "", "vandaag",
     "2013-04-25T", "2013-04-25T25:00", "2013-04-25T14:00+99:00", "2013-04T14:00", "２０１３", "2013-04-25T14:00 CET"],
)  # fmt: skip
def test_another_form_and_a_day_that_does_not_exist_are_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - the caller says what is wrong with it
        when(text)


def test_dates_sort_by_their_first_day_and_then_by_the_clock():
    texts = ["2013", "2012-04-25T19:30", "2012-04-25", "2012-04", "2012", "2012-04-25T09:00", "2012-01"]
    assert [str(item) for item in sorted(map(when, texts))] == [
        "2012", "2012-01", "2012-04", "2012-04-25", "2012-04-25T09:00:00+02:00", "2012-04-25T19:30:00+02:00", "2013",
    ]  # fmt: skip


DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
IMPRECISE = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))
OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
BOUNDS = (datetime(1950, 1, 1), datetime(2100, 1, 1))  # noqa: DTZ001 - the zones come from `timezones`
MOMENTS = st.datetimes(*BOUNDS, timezones=OFFSETS).map(lambda moment: moment.replace(microsecond=0).isoformat())


@given(IMPRECISE | MOMENTS)
def test_what_is_written_comes_back(text):
    assert str(when(text)) == text
    assert when(str(when(text))) == when(text)


@given(DAYS, DAYS)
def test_days_sort_as_days_do(one, other):
    assert (when(one.isoformat()) < when(other.isoformat())) == (one < other)


@given(st.lists(IMPRECISE | MOMENTS))
def test_every_order_of_the_same_dates_sorts_the_same(texts):
    assert sorted(map(when, texts)) == sorted(map(when, reversed(texts)))


@given(st.text())
def test_any_text_is_a_date_or_a_value_error(text):
    try:
        found = parse_when(text, ZoneInfo("UTC"))
    except ValueError:
        return
    assert found.first <= found.last
