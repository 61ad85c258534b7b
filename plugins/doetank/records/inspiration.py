"""Inspiration: an example or a publication from elsewhere."""

from pydantic import Field

from ..catalogue import N_
from .choices import InspirationKind
from .fields import Address, Inline, Name, OrganisationRef, Summary, Year
from .record import Record


class Inspiration(Record):
    """One entry of the inspiration guide."""

    type = "inspiration"
    label = N_("Inspiration")
    plural = N_("Inspiration guide")

    kind: InspirationKind = Field(title=N_("Kind"))
    url: Address = Field(title=N_("Address"))
    summary: Summary = Field(title=N_("Summary"))
    year: Year | None = Field(None, title=N_("Year"))
    authors: tuple[Name, ...] = Field((), title=N_("Authors"))
    organisation: OrganisationRef | None = Field(None, title=N_("Organisation"))
    why: Inline | None = Field(None, title=N_("Why it inspires"))
    archived_url: Address | None = Field(None, title=N_("Archived copy"))
