"""The pages of all records but Doetanks and reports: what each says, where it came from and what followed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from heapq import merge
from itertools import groupby, islice

from .. import urls
from ..calendar_events import has_day, is_coming
from ..cards import Card, card_of, cards
from ..facets import lessons_by_organisation
from ..guides import guides_of
from ..library import Entry, Library, newest_first
from ..once import once
from ..pages import File, Page
from ..record_page import HANDBOOK, record_page
from ..records import Cafe, Discussion, Experiment, Lesson
from ..records.fields import Ref
from ..related import TYPES, Relations, find_relations, related

SAME_SUBJECT = 5
"""How many other posts about the same a post leads to."""

Values = Mapping[str, object]


def pages_of(library: Library, entries: Iterable[Entry]) -> Iterator[Page]:
    """One page a record, in each of its languages."""
    relations = find_relations(library)
    for entry in entries:
        make_values = _VALUES.get(entry.record.type)
        if make_values:
            values = make_values(library, entry)
            yield record_page(library, entry, {**values, **_related(library, relations, entry, values)})


def files_of(_library: Library, _entries: Iterable[Entry]) -> Iterable[File]:
    """None."""
    return ()


def _related(library: Library, relations: Relations, entry: Entry, values: Values) -> Values:
    """What else a reader may want, without what the page's sections and facts link already."""
    if entry.record.type not in TYPES:
        return {}
    lists = (value for value in values.values() if isinstance(value, tuple))
    linked = {item.ref for items in lists for item in items if isinstance(item, Card)} | entry.refers_to
    return {"others": related(library, relations, entry, linked)}


def _shown(library: Library, entry: Entry, *types: str) -> tuple[Card, ...]:
    return cards(library.referring(entry.ref, *types))


def _experiment(library: Library, entry: Entry) -> Values:
    return {
        "lessons": _shown(library, entry, "lesson"),
        "posts": _shown(library, entry, "post"),
    }


def _lesson(library: Library, entry: Entry) -> Values:
    lesson = entry.record
    assert isinstance(lesson, Lesson)
    return {
        "doetanks": _doetanks(library, lesson),
        "recommendations": _shown(library, entry, "recommendation"),
        "reports": _shown(library, entry, "report"),
        "posts": _shown(library, entry, "post"),
        "review_due": entry.review_due,
    }


def _doetanks(library: Library, lesson: Lesson) -> tuple[Card, ...]:
    """The Doetanks behind the experiments that a lesson is about."""
    direct = {ref for ref in lesson.about if ref.type == "doetank"}
    tried = (library.entry(ref).record for ref in lesson.about if ref.type == "experiment" and ref in library.entries)
    behind = {record.doetank for record in tried if isinstance(record, Experiment)} - direct
    return tuple(card_of(library, ref) for ref in sorted(behind) if ref in library.entries)


def _recommendation(library: Library, entry: Entry) -> Values:
    return {"posts": _shown(library, entry, "post")}


def _post(library: Library, entry: Entry) -> Values:
    return {"more": cards(_same_subject(library, entry))}


def _same_subject(library: Library, entry: Entry) -> tuple[Entry, ...]:
    """Other posts about the same Doetanks, Cafés or experiments, newest first."""
    refs = [ref for ref in entry.refers_to if ref.type in ("doetank", "cafe", "experiment")]
    # Each list is in this order already, and only its beginning is looked at.
    found = merge(*(_posts_about(library, ref) for ref in refs), key=newest_first)
    others = (ref for ref, _ in groupby(other.ref for other in found) if ref != entry.ref)
    return tuple(map(library.entry, islice(others, SAME_SUBJECT)))


@once
def _posts_about(library: Library, ref: Ref) -> tuple[Entry, ...]:
    return library.referring(ref, "post")


def _cafe(library: Library, entry: Entry) -> Values:
    cafe = entry.record
    assert isinstance(cafe, Cafe)
    coming = is_coming(cafe, library.site.today)
    reported = bool(cafe.rounds or cafe.film or entry.body.html)
    posts, lessons = _shown(library, entry, "post"), _shown(library, entry, "lesson")
    return {
        "coming": coming,
        "reported": reported,
        "untold": not (coming or cafe.cancelled or reported or posts or lessons),
        "ics": urls.calendar(entry.url, cafe.id) if coming and has_day(cafe) and not cafe.cancelled and not cafe.is_retired else "",
        "posts": posts,
        "lessons": lessons,
        "started": _shown(library, entry, "doetank"),
    }


def _reflection(library: Library, entry: Entry) -> Values:
    return {"posts": _shown(library, entry, "post"), "lessons": _shown(library, entry, "lesson")}


def _discussion(library: Library, entry: Entry) -> Values:
    record = entry.record
    assert isinstance(record, Discussion)
    others = [other for other in library.referring(entry.ref, "post", "doetank", "lesson") if other.ref not in record.led_to]
    return {
        "posts": cards(other for other in others if other.ref.type == "post"),
        "started": cards(other for other in others if other.ref.type == "doetank"),
        "lessons": cards(other for other in others if other.ref.type == "lesson"),
    }


def _inspiration(library: Library, entry: Entry) -> Values:
    return {"posts": _shown(library, entry, "post"), "lessons": _shown(library, entry, "lesson")}


def _method(library: Library, entry: Entry) -> Values:
    experiments = library.referring(entry.ref, "experiment")
    refs = {ref for other in experiments for ref in other.refers_to if ref.type == "doetank"}
    return {
        "experiments": cards(experiments),
        "doetanks": tuple(card_of(library, ref) for ref in sorted(refs)),
        "lessons": _shown(library, entry, "lesson"),
        "posts": _shown(library, entry, "post"),
    }


def _organisation(library: Library, entry: Entry) -> Values:
    return {
        "doetanks": _shown(library, entry, "doetank"),
        "lessons": cards(lessons_by_organisation(library).get(entry.ref, ())),
        "recommendations": _shown(library, entry, "recommendation"),
        "cafes": _shown(library, entry, "cafe"),
        "posts": _shown(library, entry, "post"),
        "people": _shown(library, entry, "person"),
        "inspiration": _shown(library, entry, "inspiration"),
        "reports": _shown(library, entry, "report"),
    }


def _person(library: Library, entry: Entry) -> Values:
    return {
        "doetanks": _shown(library, entry, "doetank"),
        "posts": _shown(library, entry, "post"),
        "reports": _shown(library, entry, "report"),
    }


def _page(library: Library, entry: Entry) -> Values:
    """Its parts, when there are enough of them to choose from; and for the guide for authors what each type asks."""
    parts = tuple((heading.id, heading.text) for heading in entry.body.headings if heading.level == 2)
    guides = guides_of(library) if entry.ref == HANDBOOK else ()
    return {"parts": parts if len(parts) > 3 else (), "guides": guides}


_VALUES: Mapping[str, Callable[[Library, Entry], Values]] = {
    "experiment": _experiment,
    "lesson": _lesson,
    "recommendation": _recommendation,
    "post": _post,
    "cafe": _cafe,
    "reflection": _reflection,
    "discussion": _discussion,
    "inspiration": _inspiration,
    "method": _method,
    "organisation": _organisation,
    "person": _person,
    "page": _page,
}
