"""Atom feeds: everything, lessons, posts, Cafés and each theme."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time
from io import BytesIO
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


def pages(_library: Library) -> Iterable[Page]:
    """None."""
    return ()


def files(library: Library) -> Iterator[File]:
    """One feed each, newest first."""
    words = catalogue(library.site.language)
    everything = newest(entry for type_name in EVERYTHING for entry in library.all(type_name))
    yield _feed(library, "alles", words.gettext("Everything"), everything)
    yield _feed(library, "lessen", words.gettext("Lessons"), library.all("lesson"))
    yield _feed(library, "blog", words.gettext("Blog"), library.all("post"))
    yield _feed(library, "cafes", words.gettext("Cafés"), library.all("cafe"))
    for term in library.vocabulary.themes:
        yield _feed(library, f"thema-{term.id}", term.label.nl, [entry for entry in everything if term.id in entry.record.themes])


class _Feed(Atom1Feed):  # type: ignore[misc] # it comes without types
    """A feed whose items may have a picture; how many bytes that is, the library would want to know, and no reader does."""

    def add_item_elements(self, handler: Any, item: Mapping[str, Any]) -> None:
        """The item as the library writes it, and its picture."""
        super().add_item_elements(handler, item)
        if image := item["image"]:
            handler.addQuickElement("link", "", {"rel": "enclosure", **image})


def _feed(library: Library, name: str, title: str, entries: Iterable[Entry]) -> File:
    site = library.site
    address = urls.feed(name)
    feed = _Feed(
        title=f"{site.name}: {title}",
        link=site.absolute(urls.HOME),
        feed_url=site.absolute(address),
        description=site.tagline,
        language=site.language,
    )
    for entry in [entry for entry in entries if entry.record.when and not entry.record.is_draft][:NEWEST]:
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
