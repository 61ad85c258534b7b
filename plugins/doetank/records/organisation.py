"""An organisation that takes part, hosts or is a partner."""

from pydantic import Field

from ..catalogue import N_
from .fields import Address, Flag, NamedTitle, Summary, TierTerm
from .record import Record


class Organisation(Record):
    """An organisation and its tier of government."""

    type = "organisation"
    label = N_("Organisation")
    plural = N_("Organisations")

    title: NamedTitle = Field(title=N_("Title"), description=N_("Short and clear; at most 140 characters."))
    summary: Summary | None = Field(None, title=N_("Summary"))
    tier: TierTerm = Field(title=N_("Tier"))
    url: Address | None = Field(None, title=N_("Address"))
    partner: Flag = Field(False, title=N_("Partner of the network"))
