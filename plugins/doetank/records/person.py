"""A person, named only with consent."""

from typing import Any

from pydantic import Field

from ..catalogue import N_
from ..problems import say
from ..validation import Broken, Clause, Value
from .date_fields import Day
from .fields import Address, NamedTitle, Orcid, OrganisationRef, Summary, Text
from .record import Record
from .rules import checked

_NEITHER = say("is missing; give `{one}`, or `{other}`", one="date + scope", other="public_source")
_BOTH = say("cannot stand beside `{other}`; keep one of them", other="date")
_NO_DATE = say("stands without `{other}`; give both or neither", other="date")
_NO_SCOPE = say("stands without `{other}`; give both or neither", other="scope")


@checked(
    "date",
    "scope",
    "public_source",
    clauses=(
        Clause("date", {"anyOf": [{"required": ["date"]}, {"required": ["scope"]}, {"required": ["public_source"]}]}, _NEITHER),
        Clause("public_source", {"not": {"required": ["public_source", "date"]}}, _BOTH),
        Clause("scope", {"dependentRequired": {"scope": ["date"]}}, _NO_DATE),
        Clause("date", {"if": {"required": ["public_source"]}, "else": {"dependentRequired": {"date": ["scope"]}}}, _NO_SCOPE),
    ),
)
def _agreed_or_public(consent: Any) -> Broken:
    if consent.date is None and consent.scope is None and consent.public_source is None:
        yield ("date",), _NEITHER
    elif consent.public_source is not None and consent.date is not None:
        yield ("public_source",), _BOTH
    elif consent.scope is not None and consent.date is None:
        yield ("scope",), _NO_DATE
    elif consent.date is not None and consent.scope is None:
        yield ("date",), _NO_SCOPE


class Consent(Value):
    """Why the name may stand here: agreed on a date for a purpose, or public already."""

    date: Day | None = Field(None, title=N_("Date"))
    scope: Text | None = Field(None, title=N_("Scope"))
    public_source: Address | None = Field(None, title=N_("Public source"))

    rules = (_agreed_or_public,)


class Person(Record):
    """Somebody who agreed to be named."""

    type = "person"
    label = N_("Person")
    plural = N_("People")

    title: NamedTitle = Field(title=N_("Title"), description=N_("Short and clear; at most 140 characters."))
    summary: Summary | None = Field(None, title=N_("Summary"))
    role: Text | None = Field(None, title=N_("Role"))
    organisation: OrganisationRef | None = Field(None, title=N_("Organisation"))
    consent: Consent = Field(title=N_("Consent to be named"))
    url: Address | None = Field(None, title=N_("Address"))
    orcid: Orcid | None = Field(None, title=N_("ORCID"))
