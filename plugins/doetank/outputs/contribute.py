"""How to contribute: for each type a form, its field guide, a file to fill in, and what the form holds answers to."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .. import urls
from ..catalogue import N_, catalogue
from ..form_fields import Form, form_of
from ..form_messages import messages
from ..json_schema import schema_of
from ..library import Library
from ..pages import Crumb, File, Page
from ..record_page import HOME
from ..records import RECORD_TYPES
from ..records.describe import FieldDescription, describe_fields
from ..scaffold import scaffold
from ..vocabulary import Term
from ..written import PLAIN

ABOUT = {
    "lesson": N_("What you expected, what happened, why, and what you would advise now."),
    "experiment": N_("Something you tried, and how it came out."),
    "post": N_("A short story, an interview, a film or news."),
    "cafe": N_("A meeting that is coming, or a report of one."),
    "discussion": N_("A question to colleagues, or what they answered."),
    "inspiration": N_("An example or a publication from elsewhere."),
}
"""What contributors write most, in the order in which it is offered."""
DATED = frozenset({"post", "cafe"})
"""The types whose files are named after their day."""


@dataclass(frozen=True)
class Guide:
    """What a contributor needs to write one type. `dated` says that the name of the file begins with the day."""

    type: str
    label: str
    about: str
    url: str
    folder: str
    template: str
    rules: str
    dated: bool
    fields: tuple[FieldDescription, ...]
    form: Form
    messages: Mapping[str, str]

    @property
    def required(self) -> tuple[FieldDescription, ...]:
        return tuple(field for field in self.fields if field.required)

    @property
    def optional(self) -> tuple[FieldDescription, ...]:
        return tuple(field for field in self.fields if not field.required)


def pages(library: Library) -> Iterator[Page]:
    """The choice of a type, and for each a form and its field guide."""
    guides = tuple(_guide(library, type_name) for type_name in urls.GUIDES)
    terms: dict[str, tuple[Term, ...]] = dict(library.vocabulary)
    yield Page(
        urls.CONTRIBUTE,
        "contribute",
        N_("Contribute"),
        N_("Share what you learned by trying."),
        {"guides": guides},
        crumbs=(HOME,),
        section="contribute",
    )
    up = (HOME, Crumb(N_("Contribute"), urls.CONTRIBUTE))
    for guide in guides:
        values = {"guide": guide, "terms": terms, "choices": library.address(urls.FORM_CHOICES)}
        yield Page(urls.guide(guide.type), "guide", guide.label, guide.about, values, crumbs=up, section="contribute")


def files(library: Library) -> Iterator[File]:
    """For each type a file to fill in, required fields first, and what its form holds answers to; and what they may refer to."""
    words = catalogue(library.language)
    for type_name in urls.GUIDES:
        guide = _guide(library, type_name)
        text = scaffold(guide.fields, {}, words.gettext("Write your text here."), library.vocabulary, words)
        yield File(guide.template, text.encode())
        yield File(guide.rules, _json({"schema": schema_of(RECORD_TYPES[type_name], library.vocabulary, words), "plain": PLAIN}))
    yield File(library.address(urls.FORM_CHOICES), _json(_choices(library)))


def _choices(library: Library) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The id and title of every record that is published or a draft, by type."""
    return {
        name: tuple((entry.record.id, entry.record.title) for entry in library.all(name) if not entry.record.is_retired)
        for name in RECORD_TYPES
    }


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _guide(library: Library, type_name: str) -> Guide:
    record_type = RECORD_TYPES[type_name]
    return Guide(
        type=type_name,
        label=record_type.label,
        about=ABOUT[type_name],
        url=library.address(urls.guide(type_name)),
        folder=urls.TYPES[type_name].folder,
        template=library.address(urls.template(type_name)),
        rules=library.address(urls.form_rules(type_name)),
        dated=type_name in DATED,
        fields=describe_fields(record_type),
        form=form_of(record_type, library.vocabulary, library.language),
        messages=messages(library.language),
    )
