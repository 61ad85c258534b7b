"""Cafés as a calendar program reads them: which are coming, and each as an event in the site's time zone."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from .catalogue import N_, Catalogue, catalogue
from .dates import When
from .library import Entry, Library
from .records import Cafe

_CANCELLED = N_("Cancelled: {title}")
_REGISTER = N_("Register: {address}")
_ONLINE = N_("online")


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
    years: list[int] = []
    for entry in entries:
        cafe = entry.record
        assert isinstance(cafe, Cafe)
        if has_day(cafe):
            calendar.add_component(_event(library, cafe, entry.url))
            years += (cafe.when.year, (cafe.end or cafe.when).year)
    if years:
        # The changes of the clock around the meetings; all since 1970 would be many times the file itself.
        calendar.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1))
    written: bytes = calendar.to_ical()
    return written


def _event(library: Library, cafe: Cafe, address: str) -> Event:
    site, words = library.site, catalogue(cafe.site_lang)
    event = Event()
    event.add("uid", f"{cafe.id}@{urlsplit(site.url).hostname or 'slimmernetwerk'}")
    _add_changes(event, cafe)
    event.add("summary", words.gettext(_CANCELLED).format(title=cafe.title) if cafe.cancelled else cafe.title)
    event.add("description", _told(library, cafe, words))
    event.add("url", site.absolute(address))
    start, end = cafe.when, cafe.end
    event.add("dtstart", start.moment.astimezone(site.zone) if start.moment else start.first)
    if end and end.moment:
        event.add("dtend", end.moment.astimezone(site.zone))
    place = _place(cafe, words)
    if place:
        event.add("location", place)
    event.add("status", "CANCELLED" if cafe.cancelled else "CONFIRMED")
    return event


def _add_changes(event: Event, cafe: Cafe) -> None:
    """When the record says that it was made and changed, not when the site was built: equal input, equal bytes."""
    event.add("dtstamp", _midnight(cafe.modified or cafe.created or cafe.when))
    if cafe.modified:
        event.add("last-modified", _midnight(cafe.modified))
        # A day as a number: it grows with every change, and nobody has to count the changes.
        event.add("sequence", int(f"{cafe.modified.first:%Y%m%d}"))


def _midnight(when: When) -> datetime:
    return datetime.combine(when.first, time(), UTC)


def _told(library: Library, cafe: Cafe, words: Catalogue) -> str:
    summary = library.plain(cafe.summary)
    if not cafe.registration or cafe.cancelled:
        return summary
    return f"{summary}\n\n{words.gettext(_REGISTER).format(address=cafe.registration)}"


def _place(cafe: Cafe, words: Catalogue) -> str:
    parts = [part for part in (cafe.venue, cafe.city) if part and part != "unknown"]
    return ", ".join([*parts, words.gettext(_ONLINE)] if cafe.online else parts)
