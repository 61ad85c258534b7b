"""How to contribute: the field guide and a template file for each type, from the record types."""

from collections.abc import Iterator
from dataclasses import dataclass

from .. import urls
from ..catalogue import N_, Catalogue, catalogue
from ..library import Library
from ..pages import Crumb, File, Page
from ..record_page import HOME
from ..records import RECORD_TYPES
from ..records.describe import FieldDescription, describe_fields
from ..vocabulary import Term

ABOUT = {
    "lesson": N_("What you expected, what happened, why, and what you would advise now."),
    "experiment": N_("Something you tried, and how it came out."),
    "post": N_("A short story, an interview, a film or news."),
    "cafe": N_("A meeting that is coming, or a report of one."),
    "discussion": N_("A question to colleagues, or what they answered."),
    "inspiration": N_("An example or a publication from elsewhere."),
}
"""What contributors write most, in the order in which it is offered."""


@dataclass(frozen=True)
class Guide:
    """What a contributor needs to write one type."""

    type: str
    label: str
    about: str
    url: str
    folder: str
    template: str
    fields: tuple[FieldDescription, ...]

    @property
    def required(self) -> tuple[FieldDescription, ...]:
        return tuple(field for field in self.fields if field.required)

    @property
    def optional(self) -> tuple[FieldDescription, ...]:
        return tuple(field for field in self.fields if not field.required)


def pages(library: Library) -> Iterator[Page]:
    """The choice of a type, and a field guide for each."""
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
        yield Page(
            urls.guide(guide.type),
            "guide",
            guide.label,
            N_("What to write, field by field."),
            {"guide": guide, "terms": terms},
            crumbs=up,
            section="contribute",
        )


def files(library: Library) -> Iterator[File]:
    """A file to fill in, for each type: required fields first, the others as comments."""
    words = catalogue(library.language)
    for type_name in urls.GUIDES:
        guide = _guide(library, type_name)
        lines = [
            "---",
            *(line for field in guide.fields for line in _lines(field, words)),
            "---",
            "",
            words.gettext("Write your text here."),
            "",
        ]
        yield File(guide.template, "\n".join(lines).encode())


def _guide(library: Library, type_name: str) -> Guide:
    record_type, address = RECORD_TYPES[type_name], library.address(urls.guide(type_name))
    return Guide(
        type_name,
        record_type.label,
        ABOUT[type_name],
        address,
        urls.TYPES[type_name].folder,
        f"{address}voorbeeld.md",
        describe_fields(record_type),
    )


def _lines(field: FieldDescription, words: Catalogue) -> Iterator[str]:
    hint = " ".join(words.gettext(text) for text in (field.hint, field.kind) if text)
    yield f"# {words.gettext(field.label)}: {hint}"
    if field.values:
        yield "# " + ", ".join(f"{value} ({words.gettext(label)})" for value, label in field.values)
    mark = "" if field.required else "# "
    if field.fields:
        first = "  - " if field.many else "    "
        yield f"{mark}{field.name}:"
        for index, inner in enumerate(field.fields):
            yield f"{mark}{first if index == 0 else '    '}{inner.name}:"
    else:
        yield f"{mark}{field.name}:"
