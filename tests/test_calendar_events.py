"""A coming Café is an event that a calendar program reads right."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from doetank.calendar_events import is_coming
from doetank.pipeline import make_outputs

from .builders import cafe, library, record

ADDRESS = "/cafes/feest/feest.ics"


def outputs(**fields):
    pages, files = make_outputs(library({"cafes/feest.md": cafe(**{"title": "Feest", **fields})}))
    page = next(page for page in pages if page.url == "/cafes/feest/")
    return page, {file.url: file.content for file in files if file.url.endswith(".ics")}


def event(**fields):
    _, files = outputs(**fields)
    (found,) = icalendar.Calendar.from_ical(files[ADDRESS]).walk("VEVENT")
    return found


def test_a_meeting_with_hours_has_them_in_the_zone_of_the_site():
    found = event(date=None, start="2031-05-20T15:00", end="2031-05-20T19:00")
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (
        datetime(2031, 5, 20, 15, tzinfo=ZoneInfo("Europe/Amsterdam")),
        datetime(2031, 5, 20, 19, tzinfo=ZoneInfo("Europe/Amsterdam")),
    )
    assert found["dtstart"].to_ical() == b"20310520T150000"
    assert found["dtstart"].params["TZID"] == "Europe/Amsterdam"


def test_a_meeting_in_another_zone_is_told_in_that_of_the_site():
    found = event(date=None, start="2031-01-20T15:00Z", end="2031-01-20T17:00Z")
    assert found["dtstart"].to_ical() == b"20310120T160000"
    assert found["dtstart"].params["TZID"] == "Europe/Amsterdam"


def test_a_file_brings_the_time_zone_that_its_hours_need():
    _, files = outputs(date=None, start="2031-05-20T15:00", end="2031-05-20T19:00")
    (zone,) = icalendar.Calendar.from_ical(files[ADDRESS]).walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/Amsterdam"
    at = datetime(2031, 5, 20, 15, tzinfo=zone.to_tz(lookup_tzid=False))
    assert at.utcoffset() == timedelta(hours=2)


def test_a_day_alone_is_a_whole_day():
    found = event(date="2031-05-20")
    assert found["dtstart"].to_ical() == b"20310520"
    assert found["dtstart"].params["VALUE"] == "DATE"
    assert "dtend" not in found


def test_a_date_with_a_time_has_no_end_that_nobody_gave():
    found = event(date="2031-05-20T15:00")
    assert found["dtstart"].to_ical() == b"20310520T150000"
    assert "dtend" not in found


def test_a_month_is_no_day_and_gives_no_event():
    page, files = outputs(date="2031-05")
    assert page.values["coming"]
    assert page.values["ics"] == ""
    assert set(files) == {"/agenda.ics", "/en/agenda.ics"}
    assert icalendar.Calendar.from_ical(files["/agenda.ics"]).walk("VEVENT") == []


def test_a_cancelled_meeting_says_so_to_who_has_it_and_is_offered_to_nobody():
    page, _ = outputs(date="2031-05-20", cancelled=True)
    assert page.values["ics"] == ""
    assert str(event(date="2031-05-20", cancelled=True)["status"]) == "CANCELLED"
    assert "status" not in event(date="2031-05-20")


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"venue": "De Kas; achter", "city": "Den Haag"}, "De Kas; achter, Den Haag"),
        ({"venue": "unknown", "city": "Den Haag"}, "Den Haag"),
        ({"city": "unknown"}, None),
        ({"city": None, "online": True}, None),
    ],
)
def test_a_place_is_told_as_far_as_it_is_known(fields, place):
    assert event(date="2031-05-20", **fields).get("location") == place


def test_an_event_says_what_its_page_says():
    found = event(date="2031-05-20", modified="2025-02-03", summary="Soep, en meer.")
    assert {name: found.decoded(name) for name in ("summary", "description", "uid", "url")} == {
        "summary": "Feest",
        "description": "Soep, en meer.",
        "uid": "feest@slimmernetwerk",
        "url": "https://example.org/cafes/feest/",
    }
    assert found["dtstamp"].to_ical() == b"20250203T000000Z"


def test_a_coming_meeting_leads_to_its_own_file_and_stands_in_that_of_all():
    page, files = outputs(date="2031-05-20")
    assert page.values["ics"] == ADDRESS
    events = [icalendar.Calendar.from_ical(files[url]).walk("VEVENT") for url in ("/agenda.ics", ADDRESS)]
    assert events[0] == events[1]


def test_a_past_meeting_has_no_file():
    page, files = outputs(date="2025-05-20")
    assert page.values["ics"] == ""
    assert set(files) == {"/agenda.ics", "/en/agenda.ics"}


@pytest.mark.parametrize(("day", "coming"), [(20, True), (21, True), (22, False)])
def test_a_meeting_of_two_days_is_coming_until_its_last(day, coming):
    meeting = record(cafe(date=None, start="2031-05-20T09:00", end="2031-05-21T17:00"), "cafes/feest.md")
    assert is_coming(meeting, date(2031, 5, day)) is coming
