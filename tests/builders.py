"""Texts and records to test with. A test shows what matters to it; the builder adds the rest."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from doetank.site import Site

ZONE = ZoneInfo("Europe/Amsterdam")
TODAY = date(2026, 1, 15)


def site(production: bool = False, **fields: object) -> Site:
    """The choices of a site, on a fixed day."""
    fixed: dict[str, object] = {
        "name": "Netwerk", "tagline": "Leren van proberen.", "url": "https://example.org", "language": "nl",
        "languages": ("nl", "en"), "zone": ZONE, "today": TODAY, "mailboxes": frozenset({"info", "contact"}),
    }  # fmt: skip
    return Site(**{**fixed, "production": production, **fields})  # type: ignore[arg-type]
