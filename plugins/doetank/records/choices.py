"""Coded values that are part of the contract, with the words readers see."""

from enum import StrEnum
from typing import Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from ..catalogue import N_, Label
from ..problems import say
from ..validation import Refusal, instead, shown


class Choice(StrEnum):
    """A coded value and its label, an English source text for the catalogue."""

    label: Label

    def __new__(cls, value: str, label: Label) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(cls._read, core_schema.is_instance_schema(cls))

    @classmethod
    def _read(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        for member in cls:
            if member.value == value:
                return member
        known = tuple(member.value for member in cls)
        choices = say("choose from {names}", names=", ".join(known))
        near = instead(value, known, choices) if isinstance(value, str) else choices
        raise Refusal(say("{found} is not possible here; {instead}", found=shown(value), instead=near))


class Status(Choice):
    PUBLISHED = "published", N_("Published")
    DRAFT = "draft", N_("Draft")
    RETIRED = "retired", N_("Retired")


class Evidence(Choice):
    DOCUMENTED = "documented", N_("Documented in a source")
    EXPERIENCE = "experience", N_("Own experience")
    DERIVED = "derived", N_("Derived from sources")
    UNKNOWN = "unknown", N_("Not recorded")


class State(Choice):
    RUNNING = "running", N_("Running")
    COMPLETED = "completed", N_("Completed")
    STOPPED = "stopped", N_("Stopped")
    UNKNOWN = "unknown", N_("Not recorded")


class Origin(Choice):
    LINKEDIN_QUESTION = "linkedin-question", N_("A question on LinkedIn")
    CAFE = "cafe", N_("A Café")
    MASTERCLASS = "masterclass", N_("A masterclass")
    CLIENT = "client", N_("A client")
    OTHER = "other", N_("Other")
    UNKNOWN = "unknown", N_("Not recorded")


class Outcome(Choice):
    WORKED = "worked", N_("Worked")
    PARTLY = "partly", N_("Partly worked")
    DID_NOT_WORK = "did-not-work", N_("Did not work")
    RUNNING = "running", N_("Still running")
    UNKNOWN = "unknown", N_("Outcome not recorded")


class Verdict(Choice):
    WORKS = "works", N_("Works")
    UNDER_CONDITIONS = "works-under-conditions", N_("Works under conditions")
    DOES_NOT_WORK = "does-not-work", N_("Does not work")


class Level(Choice):
    ISSUE = "issue", N_("About the issue")
    METHOD = "method", N_("About the method")
    NETWORK = "network", N_("About the network")


class FollowUpStatus(Choice):
    OPEN = "open", N_("Open")
    TAKEN_UP = "taken-up", N_("Taken up")
    IMPLEMENTED = "implemented", N_("Implemented")
    REJECTED = "rejected", N_("Rejected")
    UNKNOWN = "unknown", N_("Not recorded")


class PostKind(Choice):
    BLOG = "blog", N_("Blog")
    COACH_REFLECTION = "coach-reflection", N_("Coach's reflection")
    FILM = "film", N_("Film")
    INTERVIEW = "interview", N_("Interview")
    NEWS = "news", N_("News")


class CafeKind(Choice):
    CAFE = "cafe", N_("Café")
    GRAND_CAFE = "grand-cafe", N_("Grand Café")
    MASTERCLASS = "masterclass", N_("Masterclass")
    OTHER = "other", N_("Other meeting")


class RoundName(Choice):
    INSPIRE = "inspire", N_("Inspire")
    CONNECT = "connect", N_("Connect")
    DEEPEN = "deepen", N_("Deepen")


class Subject(Choice):
    CAFES = "cafes", N_("The Cafés")
    DOETANKS = "doetanks", N_("The Doetanks")
    LINKEDIN = "linkedin", N_("LinkedIn")
    WEBSITE = "website", N_("The website")
    NETWORK = "network", N_("The network")


class ChangeStatus(Choice):
    PLANNED = "planned", N_("Planned")
    DONE = "done", N_("Done")
    REVERTED = "reverted", N_("Reverted")
    UNKNOWN = "unknown", N_("Not recorded")


class ChangeScore(Choice):
    BETTER = "better", N_("Better")
    PARTLY = "partly", N_("Partly better")
    MIXED = "mixed", N_("Better and worse")
    WORSE = "worse", N_("Worse")
    NO_CHANGE = "no-change", N_("No change")
    UNKNOWN = "unknown", N_("Not recorded")


class InspirationKind(Choice):
    EXAMPLE = "example", N_("Example")
    PUBLICATION = "publication", N_("Publication")
