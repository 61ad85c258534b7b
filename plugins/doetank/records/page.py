"""A page of free text: about, privacy, accessibility."""

from pydantic import Field

from ..catalogue import N_
from .fields import Count, Summary
from .record import Record


class Page(Record):
    """Free text; with `menu` it stands in the menu, lowest number first."""

    type = "page"
    label = N_("Page")
    plural = N_("Pages")

    summary: Summary | None = Field(None, title=N_("Summary"))
    menu: Count | None = Field(None, title=N_("Place in the menu"))
