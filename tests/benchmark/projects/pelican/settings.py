# ruff: noqa: INP001 - a project of Pelican, not a package
"""Stock Pelican: its own articles, one index in pages of 50, themes as tags, one feed and a site map."""

import json
from pathlib import Path

SITENAME = "Benchmark"
SITEURL = "https://example.org"
DEFAULT_LANG = "nl"
TIMEZONE = "UTC"
PATH = "content"
THEME = "theme"
ARTICLE_PATHS = ["records"]
PAGE_PATHS: list[str] = []
STATIC_PATHS = ["media"]
ARTICLE_URL, ARTICLE_SAVE_AS = "records/{slug}/", "records/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "themes/{slug}/", "themes/{slug}/index.html"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
DEFAULT_PAGINATION = 50
PAGINATED_TEMPLATES = {"index": None}
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 30
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
LABELS = json.loads((Path(__file__).parent / "labels.json").read_text(encoding="utf-8"))
