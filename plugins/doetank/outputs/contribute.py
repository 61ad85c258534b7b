"""How to contribute: for each type a form, its field guide, a file to fill in, and what the form holds answers to."""

import json
from collections.abc import Iterator, Mapping

from .. import urls
from ..cards import card_of
from ..catalogue import N_, Catalogue, catalogue
from ..form_messages import body_rules
from ..guides import guide_of, guides_of
from ..json_schema import schema_of
from ..library import Library
from ..pages import File, Page
from ..plain_language import language_rules
from ..privacy_rules import ROLE_MAILBOXES, text_rules
from ..record_page import CONTRIBUTE, HANDBOOK, HOME
from ..records import RECORD_TYPES
from ..scaffold import scaffold
from ..vocabulary import Term
from ..written import PLAIN


def pages(library: Library) -> Iterator[Page]:
    """The choice of a type, and for each a form and its field guide."""
    guides = guides_of(library)
    terms: dict[str, tuple[Term, ...]] = dict(library.vocabulary)
    yield Page(
        urls.CONTRIBUTE,
        "contribute",
        N_("Contribute"),
        N_("Share what you learned by trying."),
        {"guides": guides, "handbook": card_of(library, HANDBOOK) if HANDBOOK in library.entries else None},
        crumbs=(HOME,),
        section="contribute",
    )
    up = (HOME, CONTRIBUTE)
    for guide in guides:
        values = {"guide": guide, "terms": terms, "choices": library.address(urls.FORM_CHOICES)}
        yield Page(urls.guide(guide.type), "guide", guide.label, guide.about, values, crumbs=up, section="contribute")


def files(library: Library) -> Iterator[File]:
    """For each type a file to fill in, required fields first, and what its form holds answers to; and what they may refer to."""
    words = catalogue(library.language)
    for type_name in urls.GUIDES:
        guide = guide_of(library, type_name)
        text = scaffold(guide.fields, {}, words.gettext("Write your text here."), library.vocabulary, words)
        yield File(guide.template, text.encode())
        yield File(guide.rules, _json(_rules(library, type_name, words)))
    yield File(library.address(urls.FORM_CHOICES), _json(_choices(library)))


def _rules(library: Library, type_name: str, words: Catalogue) -> Mapping[str, object]:
    """What a text of one type must be like, and what is pointed out in it."""
    return {
        "schema": schema_of(RECORD_TYPES[type_name], library.vocabulary, words),
        "plain": PLAIN,
        "body": body_rules(words),
        "language": language_rules(library.language),
        "privacy": text_rules(words, library.site.mailboxes | ROLE_MAILBOXES),
    }


def _choices(library: Library) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The id and title of every record that is published or a draft, by type."""
    return {
        name: tuple((entry.record.id, entry.record.title) for entry in library.all(name) if not entry.record.is_retired)
        for name in RECORD_TYPES
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
