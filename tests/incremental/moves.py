"""What authors, editors, designers and the clock do to a site: each move makes another site of one."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from .invented import COLOURS, DOCUMENT, EDITION, IMAGE, LESSON, MESSAGES, PICTURE, edition, messages, picture, vocabulary
from .site import Site, Text, record_id

Move = Callable[[Site, DataObject], Site]
Thing = TypeVar("Thing")

WORDS = ("aap", "noot", "mies", "wim", "zus", "jet", "a & <b>", "één *twee*")
NEW = ("nieuwling", "ander", "beter")
NEEDED = frozenset({"doetank", "about", "follows_from"})
"""Fields that a record cannot do without, and that name others."""
OWN = frozenset({"title", "summary", "retired_because"})
"""Fields that a translation words anew; the others say the same in every language."""
FIELDS: Mapping[str, Mapping[str, tuple[object, ...]]] = {
    "lessons": {
        "verdict": ("works", "works-under-conditions", "does-not-work"),
        "learned": ("2012", "2013", "2013-06"),
        "themes": (["kennis"], ["taal", "kennis"], None),
        "review_by": ("2026-01-10", "2026-03-01", None),
        "summary": WORDS,
    },
    "experiments": {"outcome": ("worked", "did-not-work"), "start": ("2012", "2013-03", None), "happened": ("unknown", "Iets.")},
    "recommendations": {"made": ("2013", "2014-02"), "follow_up": ([{"date": "2015", "status": "rejected", "note": "Nee."}], None)},
    "posts": {"date": ("2013-05-01", "2014-01-01"), "image": (IMAGE, {**IMAGE, "alt": "Potten."}, None), "modified": ("2026-01-14", None)},
    "cafes": {"date": ("2012-01-01", "2026-01-16", "2026-02-01"), "cancelled": (True, False)},
    "doetanks": {"state": ("running", "unknown"), "themes": (["taal"], None), "organisations": (["waterkant"], None)},
    "pages": {"menu": (1, 2, None), "summary": WORDS},
    "reports": {"released": ("2014-01-15", None), "summary": WORDS},
}
"""What an author may write in a field; None for nothing."""
CHOICES: Mapping[str, tuple[object, ...]] = {
    "SITENAME": ("Netwerk", "Ander netwerk"),
    "SITEURL": ("https://example.org", "https://example.com"),
    "SITESUBTITLE": ("Wat wij leerden.", "Wat zij leerden."),
    "PRODUCTION": (True, False),
    "REPOSITORY": ("https://github.com/example/site", ""),
    "THEME_CSS": ("own.css", ""),
    "TIMEZONE": ("Europe/Amsterdam", "Pacific/Auckland"),
    "DEFAULT_LANG": ("nl", "en"),
}
THEME = ("templates/seen.html", "templates/base.html", "templates/lesson.html", "templates/list.html", "templates/components/shown.html",
         "static/css/base.css", "static/css/site.css", "static/favicon.svg", "own.css")  # fmt: skip
DAYS = (date(2026, 1, 15), date(2026, 1, 16), date(2026, 2, 2), date(2027, 1, 1))


def choose(data: DataObject, things: Iterable[Thing]) -> Thing:
    return data.draw(st.sampled_from(tuple(things)))


def edit_body(site: Site, data: DataObject) -> Site:
    name = choose(data, sorted(site.texts))
    text = site.texts[name]
    return site.with_texts({name: replace(text, body=f"{text.body}\n{choose(data, WORDS)}\n")})


def edit_title(site: Site, data: DataObject) -> Site:
    return site.having([choose(data, sorted(site.texts))], title=choose(data, WORDS))


def edit_field(site: Site, data: DataObject) -> Site:
    name = choose(data, sorted(name for name in site.texts if name.partition("/")[0] in FIELDS))
    fields = FIELDS[name.partition("/")[0]]
    field = choose(data, fields)
    return site.having([name] if field in OWN else site.versions(name), **{field: choose(data, fields[field])})


def change_status(site: Site, data: DataObject) -> Site:
    """To a draft, retired, or published."""
    name = choose(data, sorted(site.texts))
    status = choose(data, ("draft", "retired", "published"))
    because = "Achterhaald." if status == "retired" else None
    return site.having(site.versions(name), status=status, retired_because=because)


def add(site: Site, data: DataObject) -> Site:
    """A record that names others, or a page of free text."""
    new = choose(data, NEW)
    lesson = Text({**LESSON, "about": ["network"], "learned": "2013-07", "themes": ["kennis"]}, "Nieuw.\n")
    post = Text({"title": choose(data, WORDS), "date": "2014-06-01", "kind": "blog"}, "Zie [ons]({filename}/pages/spelregels.md).\n")
    page = Text({"title": choose(data, WORDS), "menu": 3})
    return site.with_texts(choose(data, ({f"lessons/{new}.md": lesson}, {f"posts/{new}.md": post}, {f"pages/{new}.md": page})))


def delete(site: Site, data: DataObject) -> Site:
    """A record with its translations, and from the others what names it; who cannot do without it goes too."""
    return without(site, choose(data, sorted(site.texts)))


def rename(site: Site, data: DataObject) -> Site:
    """A file with its translations, and its name wherever it is used; with or without leading on from the old address."""
    old, new = record_id(choose(data, sorted(name for name in site.texts if not name.startswith("reports/")))), choose(data, NEW)
    if any(record_id(name) == new for name in site.texts):
        return site
    return replace(site, texts={name.replace(old, new): _renamed(text, old, new) for name, text in site.texts.items()})


def put_in_folder(site: Site, data: DataObject) -> Site:
    """A file stands elsewhere, and its page does not."""
    name = choose(data, sorted(name for name in site.texts if "{filename}" not in str(site.texts[name].body)))
    folder, _, file = name.partition("/")
    if any(name in text.body for text in site.texts.values()):
        return site
    moved = f"{folder}/2013/{file.rpartition('/')[2]}"
    return replace(site, texts={moved if one == name else one: text for one, text in site.texts.items()})


def translate(site: Site, data: DataObject) -> Site:
    name = choose(data, sorted(name for name in site.texts if not name.endswith(".en.md")))
    english = replace(site.texts[name].having(title=choose(data, WORDS)), body="English.\n")
    return site.with_texts({name.replace(".md", ".en.md"): english})


def relabel(site: Site, data: DataObject) -> Site:
    """A term of the vocabulary is called otherwise."""
    return site.with_file("content/vocabulary.yml", vocabulary(choose(data, ("Kennis", "Weten", "Leren"))))


def reword(site: Site, data: DataObject) -> Site:
    """A text of ours is said otherwise in Dutch."""
    return site.with_file(MESSAGES, messages(choose(data, ("Lessen", "Leerpunten"))))


def change_theme(site: Site, data: DataObject) -> Site:
    """A template, one that others are made of, a macro, a style sheet, or any other file."""
    name = choose(data, [name for name in THEME if f"theme/{name}" in site.files])
    mark = choose(data, WORDS[:3])
    if name.endswith("shown.html"):
        return site.with_file(f"theme/{name}", f"{{% macro shown(title, url) %}}{{{{ url }}}} {mark}{{% endmacro %}}".encode())
    return site.with_file(f"theme/{name}", site.files[f"theme/{name}"] + f"/* {mark} */".encode())


def add_to_theme(site: Site, data: DataObject) -> Site:
    """A file that was not there, and one that no page is made with; or away with both."""
    new = ("theme/static/new.txt", "theme/templates/new.html")
    if new[0] in site.files:
        return replace(site, files={name: content for name, content in site.files.items() if name not in new})
    return site.with_file(new[0], b"nieuw").with_file(new[1], b"nieuw")


def change_media(site: Site, data: DataObject) -> Site:
    """Another picture or document under the same name."""
    if data.draw(st.booleans()):
        return site.with_file(PICTURE, picture(choose(data, COLOURS)))
    return site.with_file(DOCUMENT, f"%PDF-1.7 {choose(data, WORDS[:3])}".encode())


def freeze(site: Site, _data: DataObject) -> Site:
    """The yearly lessons of the first site become an edition, which keeps its records as they were; or the edition is taken back."""
    if EDITION in site.files:
        return replace(site, files={name: content for name, content in site.files.items() if name != EDITION})
    return site.with_file(EDITION, edition())


def change_choice(site: Site, data: DataObject) -> Site:
    """Another setting of the site."""
    name = choose(data, CHOICES)
    return replace(site, choices={**site.choices, name: choose(data, CHOICES[name])})


def wait(site: Site, data: DataObject) -> Site:
    """Another day."""
    return replace(site, today=choose(data, DAYS))


MOVES: tuple[Move, ...] = (
    edit_body, edit_title, edit_field, change_status, add, delete, rename, put_in_folder, translate, relabel, reword, change_theme,
    add_to_theme, change_media, freeze, change_choice, wait,
)  # fmt: skip


def without(site: Site, name: str) -> Site:
    """The site without a record, as its editors would leave it."""
    gone = record_id(name)
    left: dict[str, Text] = {}
    needing: list[str] = []
    for other, text in site.texts.items():
        if record_id(other) == gone:
            continue
        fields = {field: _lacking(value, gone) for field, value in text.fields.items()}
        if any(field in NEEDED and value is None for field, value in fields.items()):
            needing.append(other)
        body = "".join(line for line in text.body.splitlines(keepends=True) if f"/{gone}." not in line)
        left[other] = Text({field: value for field, value in fields.items() if value is not None}, body)
    site = replace(site, texts=left)
    for other in needing:
        site = without(site, other) if other in site.texts else site
    return site


def _lacking(value: object, gone: str) -> object:
    """A value of a field without what names a record; None when nothing is left. A report is called as a year, and nobody names it."""
    if isinstance(value, list):
        return [item for item in value if _lacking(item, gone)] or None
    return None if isinstance(value, str) and value.rpartition(":")[2] == gone and not gone.isdigit() else value


def _renamed(text: Text, old: str, new: str) -> Text:
    fields: dict[str, object] = json.loads(json.dumps(text.fields).replace(old, new))
    return Text(fields, text.body.replace(old, new))
