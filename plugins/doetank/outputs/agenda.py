"""The agenda: coming Cafés first, then the past ones; and calendar files, one of all of them and one of each."""

from collections.abc import Iterator
from typing import NamedTuple

from .. import urls
from ..calendar_events import calendar_of, has_day, is_coming
from ..cards import Card, card, cards
from ..catalogue import N_, catalogue
from ..library import Entry, Library
from ..pages import File, Page
from ..record_page import HOME
from ..records import Cafe

ICS = "/agenda.ics"


class Meeting(NamedTuple):
    """A coming Café with what somebody needs who may go there; `ics` is empty when there is nothing to put in a calendar."""

    card: Card
    cafe: Cafe
    ics: str


def pages(library: Library) -> Iterator[Page]:
    """One page."""
    coming, past = _split(library)
    values = {"coming": tuple(_meeting(entry) for entry in coming), "past": cards(past), "ics": library.address(ICS)}
    yield Page(urls.AGENDA, "agenda", N_("Agenda"), N_("Coming and past Cafés."), values, crumbs=(HOME,), section="cafe")


def files(library: Library) -> Iterator[File]:
    """The meetings as iCalendar: all in one file, and each beside its page. A cancelled one says so, and a past one stays."""
    coming, past = _split(library)
    agenda = catalogue(library.language).gettext("Agenda").casefold()
    yield File(library.address(ICS), calendar_of(library, [*past[::-1], *coming], f"{library.site.name}: {agenda}"))
    for entry in (*past, *coming):
        assert isinstance(entry.record, Cafe)
        if has_day(entry.record) and entry.record.site_lang == library.language:
            yield File(urls.calendar(entry.url, entry.record.id), calendar_of(library, (entry,), entry.record.title))


def _meeting(entry: Entry) -> Meeting:
    cafe = entry.record
    assert isinstance(cafe, Cafe)
    return Meeting(card(entry), cafe, urls.calendar(entry.url, cafe.id) if has_day(cafe) and not cafe.cancelled else "")


def _split(library: Library) -> tuple[list[Entry], list[Entry]]:
    """Coming, the first one first, and past, the last one first."""
    coming: list[Entry] = []
    past: list[Entry] = []
    for entry in library.all("cafe"):
        assert isinstance(entry.record, Cafe)
        (coming if is_coming(entry.record, library.site.today) else past).append(entry)
    return coming[::-1], past
