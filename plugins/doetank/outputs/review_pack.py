"""The review pack of each report as a page, for who makes the report. Not on a public site."""

from collections.abc import Iterable, Iterator

from .. import urls
from ..cards import card
from ..catalogue import N_, catalogue
from ..library import Library
from ..pages import File, Page
from ..record_page import crumbs
from ..records import Report
from ..review import Review, review


def pages(library: Library) -> Iterator[Page]:
    """One page a report, in each language of the site; an edition is reviewed already."""
    if library.site.production:
        return
    for entry in (found for found in library.all("report") if found.ref not in library.editions):
        assert isinstance(entry.record, Report)
        yield Page(
            urls.review(entry.record.period.name),
            "review",
            N_("To look at"),
            values={"report": card(entry), **_values(library, review(library, entry.record.period))},
            crumbs=crumbs("report"),
            listed=False,
            section="report",
        )


def files(_library: Library) -> Iterable[File]:
    """None."""
    return ()


def _values(library: Library, pack: Review) -> dict[str, object]:
    """A message in parts, for its template: every second one is to be typed as it stands."""
    words = catalogue(library.language)
    return {
        "pack": pack,
        "groups": tuple(
            (group, tuple((card(item.entry), item, _sentence(item.message.format(words)).split("`")) for item in group.items))
            for group in pack.groups
        ),
        "notices": tuple(notice.format(words) for notice in pack.notices),
    }


def _sentence(text: str) -> str:
    """On a page nothing stands before a message, as the place in its file does on a screen."""
    return f"{text[:1].upper()}{text[1:]}."
