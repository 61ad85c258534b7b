"""The agenda: coming Cafés first, then the past ones; and a calendar file of the coming ones."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from icalendar import Calendar, Event

from .. import urls
from ..cards import card, cards
from ..catalogue import N_
from ..library import Entry, Library
from ..pages import File, Page
from ..record_page import HOME
from ..records import Cafe

ICS = "/agenda.ics"


def pages(library: Library) -> Iterator[Page]:
    """One page."""
    coming, past = _split(library)
    values = {"coming": cards(reversed(coming)), "past": cards(past), "ics": ICS}
    yield Page(urls.AGENDA, "agenda", N_("Agenda"), N_("Coming and past Cafés."), values, crumbs=(HOME,), section="cafe")


def files(library: Library) -> Iterator[File]:
    """The coming meetings as iCalendar."""
    coming, _ = _split(library)
    calendar = Calendar()
    calendar.add("prodid", "-//Slimmernetwerk//agenda//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{library.site.name}: agenda")
    for entry in reversed(coming):
        calendar.add_component(_event(library, entry))
    calendar.add_missing_timezones()
    yield File(ICS, calendar.to_ical())


def _split(library: Library) -> tuple[list[Entry], list[Entry]]:
    """Coming and past, both newest first."""
    coming: list[Entry] = []
    past: list[Entry] = []
    for entry in library.all("cafe"):
        assert isinstance(entry.record, Cafe)
        (coming if entry.record.when.last >= library.site.today else past).append(entry)
    return coming, past


def _event(library: Library, entry: Entry) -> Event:
    cafe = entry.record
    assert isinstance(cafe, Cafe)
    event = Event()
    event.add("uid", f"{cafe.id}@slimmernetwerk")
    # The stamp says when the entry was last changed, not when the site was built: equal input, equal bytes.
    changed = cafe.modified or cafe.created or cafe.when
    event.add("dtstamp", datetime.combine(changed.first, time(), UTC))
    event.add("summary", cafe.title)
    event.add("description", card(entry).summary)
    event.add("url", library.site.absolute(entry.url))
    if cafe.start and cafe.start.moment and cafe.end and cafe.end.moment:
        event.add("dtstart", cafe.start.moment.astimezone(library.site.zone))
        event.add("dtend", cafe.end.moment.astimezone(library.site.zone))
    else:
        event.add("dtstart", cafe.when.first)
    place = ", ".join(part for part in (cafe.venue, cafe.city) if part and part != "unknown")
    if place:
        event.add("location", place)
    if cafe.cancelled:
        event.add("status", "CANCELLED")
    return event
