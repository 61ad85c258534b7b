"""The site's choices out of pelicanconf.py."""

import importlib.util
import os
import runpy
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from .catalogue import LANGUAGES
from .privacy_rules import ROLE_MAILBOXES
from .repository import Repository
from .site import Publisher, Site
from .urls import THEME_CSS


def site_of(settings_file: Path) -> Site:
    """Read a settings file. Raises FileNotFoundError when it is not there."""
    return site_from(runpy.run_path(str(settings_file)))


def site_from(settings: Mapping[str, Any]) -> Site:
    """The choices in Pelican's settings. The clock is read here and nowhere else; SOURCE_DATE_EPOCH goes before it."""
    zone = ZoneInfo(settings.get("TIMEZONE", "UTC"))
    now = float(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    return Site(
        name=settings["SITENAME"],
        tagline=settings.get("SITESUBTITLE", ""),
        url=settings.get("SITEURL", "").rstrip("/"),
        language=settings["DEFAULT_LANG"],
        languages=LANGUAGES,
        zone=zone,
        today=datetime.fromtimestamp(now, zone).date(),
        production=bool(settings.get("PRODUCTION", False)),
        repository=_repository(settings),
        contact=_contact(settings),
        editors=settings.get("EDITORS", ""),
        mailboxes=ROLE_MAILBOXES | frozenset(settings.get("ROLE_MAILBOXES", ())),
        taglines=dict(settings.get("SITESUBTITLES", {})),
        theme=THEME_CSS if settings.get("THEME_CSS") else "",
        publisher=_publisher(settings),
        theme_file=settings.get("THEME_CSS", ""),
        pdf=bool(settings.get("PDF", False)) and importlib.util.find_spec("typst") is not None,
    )


def _repository(settings: Mapping[str, Any]) -> Repository | None:
    """Where the texts live. Raises ValueError for a git host of an unknown kind."""
    url = settings.get("REPOSITORY", "").rstrip("/")
    return Repository(url, settings.get("FORGE", "github"), settings.get("BRANCH", "main")) if url else None


def _contact(settings: Mapping[str, Any]) -> str:
    """Where to write to. Raises ValueError for what is no address, such as a mailbox without `mailto:`."""
    contact: str = settings.get("CONTACT", "")
    if contact and not contact.startswith(("/", "https://", "mailto:", "tel:")):
        raise ValueError(f"CONTACT: expected a page of the site, or an address with https:, mailto: or tel:, found {contact}")
    return contact


def _publisher(settings: Mapping[str, Any]) -> Publisher | None:
    """Who publishes the data, when that is settled. Raises ValueError for an address without a name, or one that is none."""
    told = settings.get("PUBLISHER") or {}
    if not told:
        return None
    if not told.get("name") or not told.get("uri", "https://").startswith(("https://", "http://")):
        raise ValueError(f"PUBLISHER: expected a name, and an address as uri, found {told}")
    return Publisher(told["name"], told.get("uri", ""))
