"""A coming Café is an event that a calendar program reads right."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from doetank.calendar_events import is_coming
from doetank.pipeline import make_outputs

from .builders import cafe, library, post, record
from .sites import html_of

ADDRESS = "/cafes/feest/feest.ics"


CHANGES = {"03-30T01:59": 1, "03-30T03:01": 2, "05-20T15:00": 2, "10-26T01:59": 2, "10-26T03:01": 1, "12-20T15:00": 1}
"""Hours before UTC in 2031, in the Netherlands, around both changes of the clock."""


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
    local = zone.to_tz(lookup_tzid=False)
    offsets = {at: datetime.fromisoformat(f"2031-{at}").replace(tzinfo=local).utcoffset() for at in CHANGES}
    assert offsets == {at: timedelta(hours=hours) for at, hours in CHANGES.items()}
    assert len(files[ADDRESS]) < 1500


@pytest.mark.parametrize("day", ["2031-03-29", "2031-03-31", "2031-10-25", "2031-10-27", "2045-07-01"])
def test_the_hours_are_right_on_both_sides_of_a_change_of_the_clock(day):
    found = event(date=None, start=f"{day}T15:00", end=f"{day}T17:00")
    expected = datetime.fromisoformat(f"{day}T15:00").replace(tzinfo=ZoneInfo("Europe/Amsterdam"))
    assert found.decoded("dtstart").astimezone(UTC) == expected.astimezone(UTC)


def test_a_file_without_hours_needs_no_time_zone():
    _, files = outputs(date="2031-05-20")
    assert icalendar.Calendar.from_ical(files[ADDRESS]).walk("VTIMEZONE") == []


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
    cancelled, other = event(date="2031-05-20", cancelled=True), event(date="2031-05-20")
    assert (str(cancelled["status"]), str(cancelled["summary"])) == ("CANCELLED", "Afgelast: Feest")
    assert (str(other["status"]), str(other["summary"])) == ("CONFIRMED", "Feest")
    assert cancelled["uid"] == other["uid"]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"venue": "De Kas; achter", "city": "Den Haag"}, "De Kas; achter, Den Haag"),
        ({"venue": "unknown", "city": "Den Haag"}, "Den Haag"),
        ({"city": "unknown"}, None),
        ({"city": None, "online": True}, "online"),
        ({"city": "Den Haag", "online": True}, "Den Haag, online"),
    ],
)
def test_a_place_is_told_as_far_as_it_is_known(fields, place):
    assert event(date="2031-05-20", **fields).get("location") == place


def test_an_event_says_what_its_page_says():
    found = event(date="2031-05-20", modified="2025-02-03", summary="Soep, en meer.")
    assert {name: found.decoded(name) for name in ("summary", "description", "uid", "url")} == {
        "summary": "Feest",
        "description": "Soep, en meer.",
        "uid": "feest@example.org",
        "url": "https://example.org/cafes/feest/",
    }
    assert found["dtstamp"].to_ical() == found["last-modified"].to_ical() == b"20250203T000000Z"


def test_a_later_change_has_a_higher_number_and_no_change_has_none():
    numbers = [event(date="2031-05-20", modified=day)["sequence"] for day in ("2025-02-03", "2025-02-04", "2026-01-01")]
    assert numbers == sorted(set(numbers))
    assert {"sequence", "last-modified"} & set(event(date="2031-05-20")) == set()


def test_who_reads_the_event_can_register_and_sees_no_markup():
    fields = {"date": "2031-05-20", "summary": "Soep *en* meer.", "registration": "https://example.org/aanmelden"}
    assert str(event(**fields)["description"]) == "Soep en meer.\n\nAanmelden: https://example.org/aanmelden"
    assert str(event(**fields, cancelled=True)["description"]) == "Soep en meer."


def test_a_long_text_is_folded_and_comes_back_whole():
    summary = "Een café over één ding; komma's, puntkomma's en \\ “aanhalingen”. " * 6
    _, files = outputs(date="2031-05-20", summary=json.dumps(summary.strip(), ensure_ascii=False))
    lines = files[ADDRESS].split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in b"".join(lines)
    (found,) = icalendar.Calendar.from_ical(files[ADDRESS]).walk("VEVENT")
    assert str(found["description"]) == summary.strip()


def test_a_coming_meeting_leads_to_its_own_file_and_stands_in_that_of_all():
    page, files = outputs(date="2031-05-20")
    assert page.values["ics"] == ADDRESS
    events = [icalendar.Calendar.from_ical(files[url]).walk("VEVENT") for url in ("/agenda.ics", ADDRESS)]
    assert events[0] == events[1]


def test_a_past_meeting_keeps_its_file_but_is_offered_to_nobody():
    page, files = outputs(date="2025-05-20")
    assert page.values["ics"] == ""
    events = [icalendar.Calendar.from_ical(files[url]).walk("VEVENT") for url in ("/agenda.ics", ADDRESS)]
    assert events[0] == events[1]


def test_a_file_is_the_same_on_every_day():
    texts = {"cafes/feest.md": cafe(date=None, start="2031-05-20T15:00", end="2031-05-20T19:00")}
    before = library(texts)
    after = replace(before, site=replace(before.site, today=date(2032, 1, 1)))
    contents = [[file for file in make_outputs(found)[1] if file.url.endswith(".ics")] for found in (before, after)]
    assert contents[0] == contents[1]


def html(**fields):
    return html_of(library({"cafes/feest.md": cafe(**{"title": "Feest", **fields})}), "/cafes/feest/")


def test_a_page_is_an_announcement_before_and_a_report_after():
    fields = {"start": "2031-05-20T15:00", "end": "2031-05-20T19:00", "registration": "https://example.org/meld"}
    before = html(date=None, **fields)
    for told in ("Café, aankondiging", "dinsdag", "15:00", "19:00", "Den Haag", "https://example.org/meld", ADDRESS):
        assert told in before
    after = html(date=None, **{**fields, "start": "2025-05-20T15:00", "end": "2025-05-20T19:00"}, rounds="[{round: inspire, text: Soep.}]")
    assert "Café, verslag" in after
    assert not [gone for gone in ("aankondiging", "https://example.org/meld", ADDRESS, "Niemand schreef op") if gone in after]


def test_a_past_meeting_of_which_nobody_wrote_says_so():
    found = html(date="2025-05-20")
    assert "Niemand schreef op hoe deze bijeenkomst ging." in found
    assert "verslag" not in found


def test_a_meeting_that_a_post_tells_of_is_told():
    told = post(title="Zo ging het", date="2025-05-21", about=["cafe:feest"])
    found = html_of(library({"cafes/feest.md": cafe(title="Feest", date="2025-05-20"), "posts/zo.md": told}), "/cafes/feest/")
    assert "Zo ging het" in found
    assert "Niemand schreef op" not in found


def test_a_cancelled_meeting_invites_nobody():
    found = html(date="2031-05-20", registration="https://example.org/meld", cancelled="true")
    assert "Deze bijeenkomst gaat niet door." in found
    assert not [gone for gone in ("https://example.org/meld", ADDRESS, "aankondiging") if gone in found]


def test_a_meeting_of_which_the_month_is_known_has_no_day_of_the_week():
    assert "donderdag" not in html(date="2031-05")
    assert "donderdag" in html(date="2031-05-01")


@pytest.mark.parametrize(("day", "coming"), [(20, True), (21, True), (22, False)])
def test_a_meeting_of_two_days_is_coming_until_its_last(day, coming):
    meeting = record(cafe(date=None, start="2031-05-20T09:00", end="2031-05-21T17:00"), "cafes/feest.md")
    assert is_coming(meeting, date(2031, 5, day)) is coming
