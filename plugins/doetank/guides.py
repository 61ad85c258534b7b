"""What a contributor needs to write a type: its form, its field guide and a file to fill in."""

from collections.abc import Mapping
from dataclasses import dataclass

from . import urls
from .catalogue import N_, catalogue
from .form_fields import Form, form_of
from .form_messages import messages
from .library import Library
from .naming import DATED
from .records import RECORD_TYPES
from .records.describe import FieldDescription, describe_fields

ABOUT = {
    "post": N_("A short story, an interview, a film or news."),
    "lesson": N_("What you expected, what happened, why, and what you would advise now."),
    "experiment": N_("Something you tried, and how it came out."),
    "cafe": N_("A meeting that is coming, or a report of one."),
    "inspiration": N_("An example or a publication from elsewhere."),
    "discussion": N_("A question to colleagues, or what they answered."),
}
"""What contributors write most, in the order in which it is offered."""


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


def guides_of(library: Library) -> tuple[Guide, ...]:
    """The types that contributors write, in the order in which they are offered."""
    return tuple(guide_of(library, type_name) for type_name in urls.GUIDES)


def guide_of(library: Library, type_name: str) -> Guide:
    """One type, in the language of the library."""
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
        form=form_of(record_type, library.vocabulary, catalogue(library.language)),
        messages=messages(library.language),
    )
