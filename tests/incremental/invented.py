"""A small invented site, in which records of ten types name each other, and a theme that prints all that a page is made of."""

import tempfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from doetank.editions.form import as_file
from doetank.editions.freeze import edition_of
from doetank.pipeline import read_library
from doetank.records.fields import Ref

from ..builders import VOCABULARY
from ..sites import ROOT, site
from .site import Site, Text

COLOURS = ("red", "green", "blue")
PICTURE = "content/media/potten.png"
DOCUMENT = "content/media/verslag.pdf"
EDITION = "content/reports/2013.edition.json"
MESSAGES = "translations/nl/LC_MESSAGES/messages.po"


@cache
def picture(colour: str) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (8, 6), colour).save(buffer, "PNG")
    return buffer.getvalue()


def messages(text: str) -> bytes:
    """A Dutch catalogue with a few texts that stand on many pages, and in a feed."""
    told = {"Lessons": text, "Works": f"{text} werkt", "Yearly lessons": f"Jaar met {text}"}
    return "\n".join(f'msgid "{english}"\nmsgstr "{dutch}"\n' for english, dutch in told.items()).encode()


def vocabulary(label: str) -> bytes:
    """With one theme more, and another label for the first."""
    more = "themes:\n  - id: taal\n    label: {nl: Taal, en: Language}\n    definition: {nl: Wat er staat., en: What it says.}\n"
    return VOCABULARY.replace("{nl: Kennis,", f"{{nl: {label},").replace("themes:\n", more).encode()


SEEN = """{% from "components/shown.html" import shown %}
{{ page }} {{ site }} {{ tagline }} {{ menu }} {{ service }} {{ page_language }}
{% for title, url, section in sections %}{{ shown(title=_(title), url=url) }}{% endfor %}
{{ page.title | t }} {{ page.title | plain }} {{ page.title | inline }} {{ page.title | foreign }}
{% if record is defined %}
{% for theme in record.themes %}{{ theme | term("themes") }} {{ theme | definition("themes") }}{% endfor %}
{{ record.summary | inline }}{% if record.image %}{{ record.image.file | picture }}{% endif %}
{% endif %}
{% block own %}{% endblock %}
"""
"""All that a page is made of, as the theme of these tests prints it: the smallest difference shows."""


def small_theme() -> dict[str, bytes]:
    """A template for each that the real theme has, and three style sheets."""
    names = [path.stem for path in (ROOT / "theme" / "templates").glob("*.html")]
    own = {f"templates/{name}.html": f'{{% extends "seen.html" %}}{{% block own %}}{name}{{% endblock %}}' for name in names}
    others = {
        "templates/seen.html": SEEN,
        "templates/components/shown.html": "{% macro shown(title, url) %}{{ title }} {{ url }}{% endmacro %}",
        "static/css/site.css": '@layer base;\n\n@import url("base.css") layer(base);\n',
        "static/css/base.css": "body { margin: 0; }\n",
        "static/favicon.svg": "<svg/>",
        "own.css": ":root { --colour: red; }\n",
    }
    return {f"theme/{name}": text.encode() for name, text in (own | others).items()}


def real_theme() -> dict[str, bytes]:
    """The theme as it is, with its texts in Dutch and a token file of an organisation."""
    paths = [path for name in ("templates", "static") for path in (ROOT / "theme" / name).rglob("*") if path.is_file()]
    own = {"theme/own.css": b":root { --colour: red; }\n", MESSAGES: (ROOT / "theme" / MESSAGES).read_bytes()}
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths} | own


TOLD = dict.fromkeys(("summary", "expected", "happened", "because"), "Iets.")
LESSON = {**TOLD, "title": "Begin klein", "verdict": "works", "level": "method", "advice": "Iets.", "conditions": "Iets.",
          "evidence": "experience"}  # fmt: skip
IMAGE = {"file": "media/potten.png", "alt": "Drie potten.", "maker": "Redactie", "rights": "CC BY 4.0"}
TEXTS: Mapping[str, Text] = {
    "doetanks/kennisteam.md": Text(
        {"title": "Kennisteam", "summary": "Kort.", "question": "Hoe?", "state": "unknown", "origin": "cafe",
         "origin_record": "cafe:praatcafe", "organisations": ["waterkant"], "sources": [{"title": "Verslag"}]},
        "Zie [de proef]({filename}/experiments/knikkerproef.md).\n",
    ),
    "experiments/knikkerproef.md": Text(
        {**TOLD, "title": "Proef met *knikkers*", "doetank": "kennisteam", "hypothesis": "Iets.", "methods": ["rollenspel"],
         "start": "2013-03", "outcome": "worked", "themes": ["kennis"]},
        "## Wat wij deden\n\nWij telden.[^1]\n\n[^1]: Twee keer.\n",
    ),
    "lessons/beginklein.md": Text(
        {**LESSON, "about": ["experiment:knikkerproef"], "learned": "2013", "themes": ["kennis"], "review_by": "2026-01-20"},
        "Klein is snel.\n",
    ),
    "lessons/beginklein.en.md": Text(
        {**LESSON, "title": "Start small", "about": ["experiment:knikkerproef"], "learned": "2013", "themes": ["kennis"],
         "review_by": "2026-01-20"},
        "Small is fast.\n",
    ),
    "lessons/stopoptijd.md": Text(
        {**LESSON, "title": "Stop op tijd", "verdict": "does-not-work", "about": ["network"], "learned": "2013-05", "aliases": ["/2013/stop/"]},
        "Zie ook [klein]({filename}/lessons/beginklein.md) en [het verslag]({static}/media/verslag.pdf).\n",
    ),
    "recommendations/deellessen.md": Text({"title": "Deel lessen", "summary": "Kort.", "follows_from": ["beginklein"], "made": "2013"}),
    "posts/weblog.md": Text(
        {"title": "Bericht", "date": "2013-05-01", "kind": "blog", "about": ["doetank:kennisteam"], "image": IMAGE}, "Wij begonnen.\n"
    ),
    "cafes/praatcafe.md": Text({"title": "Praten", "date": "2026-01-16", "kind": "cafe", "city": "Almere", "summary": "Kort."}),
    "methods/rollenspel.md": Text({"title": "Rollenspel", "category": "meeting", "source": {"title": "Handboek"}}),
    "organisations/waterkant.md": Text({"title": "Waterkant", "tier": "municipality"}),
    "reports/2013.md": Text(
        {"title": "Jaarlessen", "summary": "Kort.", "period": {"from": 2013, "to": 2013}, "highlights": ["beginklein"]}, "Een jaar.\n"
    ),
    "pages/overons.md": Text({"title": "Over ons", "summary": "Kort.", "menu": 1}, "Wie wij zijn.\n"),
    "pages/spelregels.md": Text({"title": "Spelregels", "summary": "Kort."}, "Wat wij doen.\n"),
}  # fmt: skip


def small_site(theme: Mapping[str, bytes] | None = None) -> Site:
    """It has a translation, a picture, a document, an old address and a yearly report too; without another, the small theme."""
    files = {
        PICTURE: picture(COLOURS[0]),
        DOCUMENT: b"%PDF-1.7",
        MESSAGES: messages("Lessen"),
        "content/vocabulary.yml": vocabulary("Kennis"),
    }
    return Site(TEXTS, files | dict(theme or small_theme()))


@cache
def edition() -> bytes:
    """The yearly lessons of this site as an edition that was frozen."""
    with tempfile.TemporaryDirectory() as name:
        small_site().write(Path(name))
        library = read_library(Path(name) / "content", site())
    report = library.entry(Ref("report", "2013"))
    return as_file(edition_of(library.published, report, EDITION, {}))
