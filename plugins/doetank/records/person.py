"""A person, named only with consent."""

from typing import Any

from pydantic import Field

from ..catalogue import N_
from ..problems import say
from ..validation import Broken, Value
from .fields import Address, Day, NamedTitle, Orcid, OrganisationRef, Summary, Text
from .record import Record
from .rules import checked


@checked("date", "scope", "public_source")
def _agreed_or_public(consent: Any) -> Broken:
    if consent.date is None and consent.scope is None and consent.public_source is None:
        yield ("date",), say("is missing; give `{one}`, or `{other}`", one="date + scope", other="public_source")
    elif consent.public_source is not None and consent.date is not None:
        yield ("public_source",), say("cannot stand beside `{other}`; keep one of them", other="date")
    elif consent.scope is not None and consent.date is None:
        yield ("scope",), say("stands without `{other}`; give both or neither", other="date")
    elif consent.date is not None and consent.scope is None:
        yield ("date",), say("stands without `{other}`; give both or neither", other="scope")


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
