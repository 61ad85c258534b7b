"""The values that more than one record type holds."""

from typing import Any

from pydantic import Field

from ..catalogue import N_
from ..problems import say
from ..validation import Broken, Value
from .fields import Address, Consent, Count, Date, Day, Flag, Name, NamedTitle, OrganisationRef, PersonRef, RoleTerm, Text
from .media_fields import FilmLength, FilmName, Media, PictureName
from .rules import checked, not_together, one_of, only_with


class Source(Value):
    """Where facts come from."""

    title: NamedTitle = Field(title=N_("Title"))
    url: Address | None = Field(None, title=N_("Address"))
    date: Date | None = Field(None, title=N_("Date"))
    accessed: Day | None = Field(None, title=N_("Read on"))


class Link(Value):
    """Something elsewhere."""

    title: NamedTitle = Field(title=N_("Title"))
    url: Address = Field(title=N_("Address"))


@checked("alt", "decorative")
def _alternative(image: Any) -> Broken:
    if image.alt is None and not image.decorative:
        yield ("alt",), say("is missing: say what the image shows, or write `decorative: true` when it adds nothing")
    if image.alt is not None and image.decorative:
        yield ("alt",), say("a decorative image has no text; remove `alt` or `decorative`")


@checked("maker", "rights", "decorative")
def _credit(image: Any) -> Broken:
    for name in ("maker", "rights"):
        if getattr(image, name) is None and not image.decorative:
            yield (name,), say("is missing, and is required")


class Image(Value):
    """A picture of ours, with who made it and what others may do with it."""

    file: PictureName = Field(title=N_("File"))
    alt: Text | None = Field(None, title=N_("What it shows"))
    decorative: Flag = Field(False, title=N_("Decorative"))
    maker: Name | None = Field(None, title=N_("Maker"))
    rights: Name | None = Field(None, title=N_("Rights"))

    rules = (_alternative, _credit)


class Film(Value):
    """A film, readable too: with captions and a transcript."""

    file: FilmName | None = Field(None, title=N_("File"))
    url: Address | None = Field(None, title=N_("Address"))
    captions: Media = Field(title=N_("Captions"))
    transcript: Media = Field(title=N_("Transcript"))
    poster: PictureName | None = Field(None, title=N_("Poster"))
    duration: FilmLength | None = Field(None, title=N_("Duration"), description=N_("Minutes and seconds, such as 4:05."))

    rules = (one_of("file", "url"),)


@checked("name", "consent", "person")
def _consent(contributor: Any) -> Broken:
    if contributor.name is not None and contributor.consent is None and contributor.person is None:
        yield ("name",), say("a name needs consent: write `consent: self` or the public address where it stands, or give the role alone")


class Contributor(Value):
    """Who did something: a role, and a name only with consent."""

    role: RoleTerm = Field(title=N_("Role"))
    person: PersonRef | None = Field(None, title=N_("Person"))
    name: Name | None = Field(None, title=N_("Name"))
    consent: Consent | None = Field(None, title=N_("Consent to be named"))
    organisation: OrganisationRef | None = Field(None, title=N_("Organisation"))

    rules = (not_together("person", "name"), _consent, only_with("consent", "name"))


class Waiver(Value):
    """A text that looks private and may stand, with the reason why."""

    text: Text = Field(title=N_("Text"))
    because: Text = Field(title=N_("Because"))


class Attendance(Value):
    """How many came, and who says so."""

    number: Count = Field(title=N_("Number"))
    source: Source = Field(title=N_("Source"))
