"""Inspiration: an example or a publication from elsewhere."""

from pydantic import Field

from ..catalogue import N_
from .choices import InspirationKind
from .date_fields import Year
from .fields import Address, Inline, Name, OrganisationRef, Summary
from .record import Record


class Inspiration(Record):
    """One entry of the inspiration guide."""

    type = "inspiration"
    label = N_("Inspiration")
    plural = N_("Inspiration guide")

    kind: InspirationKind = Field(title=N_("Kind"), description=N_("Something that somebody does, or something to read."))
    url: Address = Field(title=N_("Address"), description=N_("Where it can be found."), examples=["https://example.org/brieven"])
    summary: Summary = Field(
        title=N_("Summary"),
        description=N_("What it is, in a few sentences of your own."),
        examples=[N_("A guide for short letters, with examples from before and after.")],
    )
    year: Year | None = Field(None, title=N_("Year"), description=N_("When it was published, or when it began."), examples=["2024"])
    authors: tuple[Name, ...] = Field(
        (), title=N_("Authors"), description=N_("Who made it, one name at a time."), examples=[N_("Bureau Heldere Brief")]
    )
    organisation: OrganisationRef | None = Field(
        None, title=N_("Organisation"), description=N_("The organisation behind it, when it has a page here.")
    )
    why: Inline | None = Field(
        None,
        title=N_("Why it inspires"),
        description=N_("What colleagues may take from it."),
        examples=[N_("It shows that shorter is possible.")],
    )
    archived_url: Address | None = Field(
        None,
        title=N_("Archived copy"),
        description=N_("A copy that stays, for when the page goes."),
        examples=["https://web.archive.org/web/2024/https://example.org/brieven"],
    )
