"""Cafés as a calendar program reads them: which are coming, and each as an event in the site's time zone."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event

from .library import Entry, Library
from .records import Cafe


def is_coming(cafe: Cafe, today: date) -> bool:
    """Whether a meeting is today or later; one of several days is coming until its last."""
    return (cafe.end or cafe.when).last >= today


def has_day(cafe: Cafe) -> bool:
    """Whether its day is known; a month alone is no entry in a calendar."""
    return cafe.when.precision in ("day", "minute")


def calendar_of(library: Library, entries: Iterable[Entry], name: str) -> bytes:
    """Cafés as one iCalendar file, in their order, with the time zones they need; one without a day is left out."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Slimmernetwerk//agenda//{library.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        cafe = entry.record
        assert isinstance(cafe, Cafe)
        if has_day(cafe):
            calendar.add_component(_event(library, cafe, entry.url))
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _event(library: Library, cafe: Cafe, address: str) -> Event:
    event = Event()
    event.add("uid", f"{cafe.id}@slimmernetwerk")
    # The stamp says when the entry was last changed, not when the site was built: equal input, equal bytes.
    changed = cafe.modified or cafe.created or cafe.when
    event.add("dtstamp", datetime.combine(changed.first, time(), UTC))
    event.add("summary", cafe.title)
    event.add("description", cafe.summary)
    event.add("url", library.site.absolute(address))
    start, end = cafe.when, cafe.end
    event.add("dtstart", start.moment.astimezone(library.site.zone) if start.moment else start.first)
    if end and end.moment:
        event.add("dtend", end.moment.astimezone(library.site.zone))
    place = ", ".join(part for part in (cafe.venue, cafe.city) if part and part != "unknown")
    if place:
        event.add("location", place)
    if cafe.cancelled:
        event.add("status", "CANCELLED")
    return event
