"""Atom feeds: everything, lessons, posts, Cafés and each theme."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time
from io import BytesIO
from itertools import islice
from typing import Any

from feedgenerator import Atom1Feed, get_tag_uri

from .. import urls
from ..catalogue import catalogue
from ..dates import When
from ..library import Entry, Library
from ..pages import File, Page
from ..record_page import page_image
from ..records import Record
from ..relations import newest

NEWEST = 30
EVERYTHING = ("lesson", "experiment", "recommendation", "post", "cafe", "reflection", "report", "discussion")


class Feed(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """A feed in which an entry in another language says so, and an entry may have a picture; its bytes no reader wants to know."""

    def item_attributes(self, item: Mapping[str, object]) -> dict[str, object]:
        return {"xml:lang": item["language"]} if item["language"] != self.feed["language"] else {}

    def add_item_elements(self, handler: Any, item: Mapping[str, Any]) -> None:
        super().add_item_elements(handler, item)
        if image := item["image"]:
            handler.addQuickElement("link", "", {"rel": "enclosure", **image})


def pages(_library: Library) -> Iterable[Page]:
    """None."""
    return ()


def files(library: Library) -> Iterator[File]:
    """One feed each, newest first."""
    words = catalogue(library.language)
    everything = newest(entry for type_name in EVERYTHING for entry in library.all(type_name))
    about: dict[str, list[Entry]] = defaultdict(list)
    for entry in everything:
        for theme in dict.fromkeys(entry.record.themes):
            about[theme].append(entry)
    yield _feed(library, "alles", words.gettext("Everything"), everything)
    yield _feed(library, "lessen", words.gettext("Lessons"), library.all("lesson"))
    yield _feed(library, "blog", words.gettext("Blog"), library.all("post"))
    yield _feed(library, "cafes", words.gettext("Cafés"), library.all("cafe"))
    for term in library.vocabulary.themes:
        yield _feed(library, f"thema-{term.id}", term.label.text(library.language), about[term.id])


def _feed(library: Library, name: str, title: str, entries: Iterable[Entry]) -> File:
    site = library.site
    address = library.address(urls.feed(name))
    feed = Feed(
        title=f"{site.name}: {title}",
        link=site.absolute(library.address(urls.HOME)),
        feed_url=site.absolute(address),
        description=site.tagline_in(library.language),
        language=library.language,
    )
    for entry in islice((entry for entry in entries if entry.record.when and not entry.record.is_draft), NEWEST):
        record = entry.record
        assert record.when is not None
        link = site.absolute(entry.url)
        feed.add_item(
            title=record.title,
            link=link,
            description=getattr(record, "summary", None) or "",
            unique_id=get_tag_uri(link, _moment(record.when)),
            pubdate=_moment(record.when),
            updateddate=_moment(record.modified or record.when),
            language=record.lang,
            image=_image(library, record),
        )
    # An empty feed has no date of its own; the library would take the clock's, and no two builds would agree.
    feed.latest_post_date = lambda: max((item["updateddate"] for item in feed.items), default=datetime(1970, 1, 1, tzinfo=UTC))
    buffer = BytesIO()
    feed.write(buffer, "utf-8")
    return File(address, buffer.getvalue())


def _image(library: Library, record: Record) -> Mapping[str, str] | None:
    image = page_image(library, record)
    return {"type": image.picture.type, "href": library.site.absolute(image.picture.url)} if image else None


def _moment(when: When) -> datetime:
    return when.moment or datetime.combine(when.first, time(12), UTC)
