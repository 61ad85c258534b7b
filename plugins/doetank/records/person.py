"""A person, named only with consent."""

from pydantic import Field

from ..catalogue import N_
from ..validation import Value
from .fields import Address, Day, OrganisationRef, Summary, Text
from .record import Record
from .rules import not_together, one_of, only_with


class Consent(Value):
    """Why the name may stand here: agreed on a date for a purpose, or public already."""

    date: Day | None = Field(None, title=N_("Date"))
    scope: Text | None = Field(None, title=N_("Scope"))
    public_source: Address | None = Field(None, title=N_("Public source"))

    rules = (
        one_of("date", "public_source"),
        only_with("date", "scope"),
        only_with("scope", "date"),
        not_together("date", "public_source"),
    )


class Person(Record):
    """Somebody who agreed to be named."""

    type = "person"
    label = N_("Person")
    plural = N_("People")

    summary: Summary | None = Field(None, title=N_("Summary"))
    role: Text | None = Field(None, title=N_("Role"))
    organisation: OrganisationRef | None = Field(None, title=N_("Organisation"))
    consent: Consent = Field(title=N_("Consent to be named"))
    url: Address | None = Field(None, title=N_("Address"))
    orcid: Text | None = Field(None, title=N_("ORCID"), pattern=r"^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$")
