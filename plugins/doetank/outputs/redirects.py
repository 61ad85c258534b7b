"""Old addresses keep working: a small page at each alias leads to the record."""

from collections.abc import Iterable, Iterator

from ..library import Library
from ..pages import File, Page


def pages(library: Library) -> Iterator[Page]:
    """One page an alias."""
    for entry in library.told():
        for alias in entry.record.aliases:
            address = alias if alias.endswith("/") or "." in alias.rsplit("/", 1)[-1] else f"{alias}/"
            yield Page(
                address,
                "redirect",
                entry.record.title,
                values={"target": entry.url},
                language=entry.record.site_lang,
                path=entry.record.path,
                listed=False,
            )


def files(_library: Library) -> Iterable[File]:
    """None."""
    return ()
