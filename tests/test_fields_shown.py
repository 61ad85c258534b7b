"""Every field that an author filled in stands on the record's page, where a reader can find it."""

import html
import re

import pytest

from doetank.catalogue import catalogue
from doetank.dates import When
from doetank.records import RECORD_TYPES
from doetank.records.choices import Choice
from doetank.records.fields import NETWORK, Ref
from doetank.records.walk import leaves

from .sites import built_example, example_library

NOT_SHOWN = {
    "status": "a draft or retired record says so in a notice",
    "lang": "an attribute of the text",
    "aliases": "the old addresses themselves",
    "fictional": "a notice",
    "privacy_ok": "between the author and the check",
    "consent": "why a name may stand here is no part of the text; a public source is a link",
    "decorative": "an image without a text",
    "menu": "the menu itself",
    "planned": "a mark on the phase",
    "online": "a word beside the place",
    "cancelled": "a notice",
    "partner": "a word among the facts",
    "license": "its name, with a link to its text",
    "transcript": "its words",
    "duration": "in words, with its value as an attribute",
}
"""Fields that are told otherwise than by their value, each with how."""


def page_of(entry):
    text = (built_example() / entry.url.strip("/") / "index.html").read_text(encoding="utf-8")
    main = text[text.index("<main") : text.index("</main>")]
    return main, " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def missing(entry):
    markup, words = page_of(entry)
    library = example_library()
    for leaf in leaves(entry.record):
        if NOT_SHOWN.keys() & {part for part in leaf.path if isinstance(part, str)}:
            continue
        if not shown(leaf.value, markup, words, library, catalogue(entry.record.site_lang)):
            yield ".".join(map(str, leaf.path)), leaf.value


def shown(value, markup, words, library, texts):
    if isinstance(value, Ref):
        return value == NETWORK or any(f'href="{version.url}"' in markup for version in library.versions(library.entry(value)))
    if isinstance(value, When):
        return f'datetime="{value.iso}"' in markup
    if isinstance(value, Choice):
        return texts.gettext(value.label).lower() in words.lower()
    if isinstance(value, bool | int):
        return str(value) in words.replace(".", "")
    if value in library.pictures:
        return library.pictures[value].url in markup
    return is_text(value, markup, words, library) or is_term(value, words, library)


def is_text(value, markup, words, library):
    if value == "unknown":
        return "vastgelegd" in words.lower() or "recorded" in words.lower()
    shown_as = html.unescape(re.sub(r"<[^>]+>", " ", library.inline.get(value, value)))
    return html.escape(value) in markup or value in words or " ".join(shown_as.split()) in words


def is_term(value, words, library):
    labels = {label for _, terms in library.vocabulary for term in terms if term.id == value for label in (term.label.nl, term.label.en)}
    return any(label.lower() in words.lower() for label in labels)


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_every_field_that_was_filled_in_is_on_the_page(type_name):
    entries = [entry for entry in example_library().everything() if entry.record.type == type_name]
    assert {entry.url: found for entry in entries if (found := list(missing(entry)))} == {}
