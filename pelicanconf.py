"""The site as choices. publishconf.py adds what differs in production."""

import sys
from pathlib import Path

from jinja2 import StrictUndefined

sys.path.insert(0, str(Path(__file__).parent / "plugins"))

# Imported, not named: a plugin that cannot be imported must stop the build (Pelican skips a name it cannot find).
from doetank import plugin

SITENAME = "Slimmernetwerk"
SITESUBTITLE = "Wat publieke professionals leerden door te proberen, mislukkingen inbegrepen."
# The same in the other languages of the site.
SITESUBTITLES = {"en": "What public professionals learned by trying, failures included."}
SITEURL = "http://localhost:8000"
DEFAULT_LANG = "nl"
TIMEZONE = "Europe/Amsterdam"

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
# Your own colours, fonts and sizes: a CSS file, counted from the folder of the theme, such as `examples/theme.css`; empty for ours.
THEME_CSS = ""
PRODUCTION = False

# Where the texts live, for "improve this page", its source and its history; empty when that is nowhere.
REPOSITORY = ""
# Which kind of git host that is: "github", "gitlab", "forgejo" or "gitea"; and the branch that the site is built from.
FORGE = "github"
BRANCH = "main"
# Who publishes the open data: {"name": "…", "uri": "https://…"}, with as uri the address by which a register (TOOI, ROR) knows it.
# Empty as long as that is not settled: the description of the data then names the site, and is not ready for data.overheid.nl.
PUBLISHER: dict[str, str] = {}
# Where to tell of a weakness in the site, for security.txt, and to ask about its data: a page of the site, or an address with
# https:, mailto: or tel: in front.
CONTACT = "/colofon/"
# The mailbox of the editors, such as redactie@example.org, to which the form for contributors sends; empty when there is none.
EDITORS = ""
# Mailboxes of a role may stand in a text, beside info@, contact@ and the like.
ROLE_MAILBOXES: tuple[str, ...] = ()

PLUGINS = [plugin]
PELICAN_CLASS = plugin.Network
JINJA_ENVIRONMENT = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}

# Everything is a record; Pelican's own articles, pages, lists and feeds are not used.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
STATIC_PATHS = ["media"]
# Pictures that were encoded before; may be removed at any time.
PICTURE_CACHE = str(Path(__file__).parent / ".build" / "pictures")
# What was read and written before, so that only what changed is made again; may be removed at any time. None: nothing is kept.
BUILD_CACHE = str(Path(__file__).parent / ".build" / "cache")
# With how many processes the site is built; None: as many as there are processors.
WORKERS: int | None = None
# Whether readers can search the site.
SEARCH_INDEX = True
# Whether the yearly lessons are printed as PDF too, which takes some seconds; `report build` does so as well.
PDF = False
# Yearly lessons that were printed before; may be removed at any time.
PDF_CACHE = str(Path(__file__).parent / ".build" / "pdf")
# Transcripts stand on the page itself.
STATIC_EXCLUDE_SOURCES = False
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
