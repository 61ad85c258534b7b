"""The site's choices out of pelicanconf.py."""

import os
import runpy
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from .catalogue import LANGUAGES
from .privacy import ROLE_MAILBOXES
from .repository import Repository
from .site import Site
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
        contact=settings.get("CONTACT", ""),
        mailboxes=ROLE_MAILBOXES | frozenset(settings.get("ROLE_MAILBOXES", ())),
        theme=THEME_CSS if settings.get("THEME_CSS") else "",
        theme_file=settings.get("THEME_CSS", ""),
    )


def _repository(settings: Mapping[str, Any]) -> Repository | None:
    """Where the texts live. Raises ValueError for a git host of an unknown kind."""
    url = settings.get("REPOSITORY", "").rstrip("/")
    return Repository(url, settings.get("FORGE", "github"), settings.get("BRANCH", "main")) if url else None
