"""The types that fields have: what is accepted, and what is said when it is not."""

import re
from dataclasses import dataclass
from datetime import tzinfo
from typing import Annotated, NamedTuple
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, JsonValue, ValidationInfo
from pydantic_core import CoreSchema, core_schema

from ..problems import say
from ..urls import TYPES
from ..validation import Refusal, instead, shown
from ..vocabulary import Vocabulary
from ..yaml_plain import Plain
from .shape import ADDRESS, ONE_LINE, ONE_PARAGRAPH, TEXT, Shape, like


@dataclass(frozen=True)
class Reading:
    """What the meaning of a field depends on besides its text."""

    vocabulary: Vocabulary
    zone: tzinfo


class Ref(NamedTuple):
    """A reference to a record; `network` stands for the network as a whole."""

    type: str
    id: str

    def __str__(self) -> str:
        return self.type if self.type == "network" else f"{self.type}:{self.id}"


NETWORK = Ref("network", "network")


def reading_of(info: ValidationInfo) -> Reading:
    """What a field is read with."""
    assert isinstance(info.context, Reading)
    return info.context


def plain_text(value: object) -> str:
    """A text without white space around it. Raises Refusal for anything else."""
    if not isinstance(value, str):
        raise Refusal(say("expected text, found {found}", found=shown(value)))
    return value.strip()


def fits(shape: Shape) -> BeforeValidator:
    """What is right when the whole text fits the shape."""

    def read(value: object) -> str:
        text = plain_text(value)
        if not re.match(str(shape.schema["pattern"]), text):
            raise shape.refusal(value)
        return text

    return BeforeValidator(read)


LINE = Shape({"type": TEXT, "pattern": ONE_LINE}, say("expected one line of plain text"))
PARAGRAPH = Shape({"type": TEXT, "pattern": ONE_PARAGRAPH}, say("expected one paragraph; longer text belongs below the second `---`"))


def _one_line(value: str) -> str:
    if "\n" in value:
        raise LINE.refusal(value)
    return value


def _one_paragraph(value: str) -> str:
    if "\n\n" in value:
        raise PARAGRAPH.refusal(value)
    return value.replace("\n", " ")


Text = Annotated[str, BeforeValidator(plain_text), AfterValidator(_one_line), Field(max_length=2000), LINE]
Title = Annotated[str, BeforeValidator(plain_text), AfterValidator(_one_line), Field(max_length=140), LINE]


class InlineMarkdown:
    """Marks a text in which emphasis, links and code may stand."""


class ForNames:
    """Marks a text that is there to name people, or what may be named after them: authors, makers, organisations, titles elsewhere."""


class ForAddress:
    """Marks a text that is there to say where everybody may come."""


Name = Annotated[Text, ForNames()]
NamedTitle = Annotated[Title, ForNames()]
PublicPlace = Annotated[Text, ForAddress()]

Inline = Annotated[str, BeforeValidator(plain_text), AfterValidator(_one_paragraph), InlineMarkdown(), Field(max_length=6000), PARAGRAPH]
Summary = Annotated[str, BeforeValidator(plain_text), AfterValidator(_one_paragraph), InlineMarkdown(), Field(max_length=600), PARAGRAPH]


FLAG = Shape({"type": "boolean"}, say("expected `true` or `false`, found {found}"))
NUMBER = Shape({"type": "integer", "minimum": 0, "maximum": 999_999_999}, say("expected a whole number such as `60`, found {found}"))


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, Plain) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    raise FLAG.refusal(value)


def _whole_number(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Plain) and re.fullmatch(r"0|[1-9][0-9]{0,8}", value):
        return int(value)
    raise NUMBER.refusal(value)


Flag = Annotated[bool, BeforeValidator(_flag), FLAG]
Count = Annotated[int, BeforeValidator(_whole_number), NUMBER]


_WEB = like(ADDRESS, say("expected an address that starts with `https://`, found {found}"))


def _address(value: object) -> str:
    text = plain_text(value)
    if not _is_address(text):
        raise _WEB.refusal(value)
    return text


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:  # such as `https://[x`
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)


Address = Annotated[str, BeforeValidator(_address), _WEB]


_OLD_PATH = like(r"(?!.*(?:\.\.|//))/[A-Za-z0-9_./-]*", say("expected an old path such as `/2013/05/verslag/`, found {found}"))


OldPath = Annotated[str, fits(_OLD_PATH), _OLD_PATH]


ANY = "type:id"
"""Where a reference may name a record of any type."""
FOR_EDITORS: dict[str, JsonValue] = {"for": "editors"}
"""Said of a field (as `json_schema_extra`) that contributors need not think of."""


@dataclass(frozen=True)
class ReferenceTo:
    """A reference to a record: a plain id where the type is clear, `type:id` where `type` is None."""

    type: str | None
    or_network: bool = False
    or_address: bool = False

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def _read(self, value: object) -> Ref | str:
        if isinstance(value, Ref):
            return value
        text = plain_text(value)
        if self.or_network and text == NETWORK.type:
            return NETWORK
        if self.or_address and text.startswith("http"):
            return _address(text)
        type_part, colon, id_part = text.rpartition(":")
        if self.type:
            if colon and type_part != self.type:
                raise Refusal(
                    say("expected the name of a file in `{folder}/`, found {found}", folder=TYPES[self.type].folder, found=shown(text))
                )
        elif not colon:
            raise Refusal(say("expected a type, a colon and an id, such as `doetank:{found}`", found=text))
        elif type_part not in TYPES:
            types = say("the types are {names}", names=", ".join(TYPES))
            raise Refusal(say("`{type}` is not a type; {instead}", type=type_part, instead=instead(type_part, tuple(TYPES), types)))
        return Ref(self.type or type_part, id_part)


DoetankRef = Annotated[Ref, ReferenceTo("doetank")]
LessonRef = Annotated[Ref, ReferenceTo("lesson")]
MethodRef = Annotated[Ref, ReferenceTo("method")]
OrganisationRef = Annotated[Ref, ReferenceTo("organisation")]
PersonRef = Annotated[Ref, ReferenceTo("person")]
AnyRef = Annotated[Ref, ReferenceTo(None)]
Subject = Annotated[Ref, ReferenceTo(None, or_network=True)]
"""What a record is about: another record, or the network."""
Replacement = Annotated[Ref | str, ReferenceTo(None, or_address=True)]


@dataclass(frozen=True)
class TermOf:
    """A coded value from the vocabulary's list `name`."""

    name: str

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self._read)

    def _read(self, value: object, info: ValidationInfo) -> str:
        text = plain_text(value)
        terms = reading_of(info).vocabulary.terms(self.name)
        if terms and not any(term.id == text for term in terms):  # an empty list is one that could not be read
            known = tuple(term.id for term in terms)
            labels = {label.casefold(): term.id for term in terms for label in (term.label.nl, term.label.en)}
            near = instead(labels.get(text.casefold(), text), known, say("choose from {names}", names=", ".join(known)))
            raise Refusal(say("`{found}` is not in the list {name} of vocabulary.yml; {instead}", found=text, name=self.name, instead=near))
        return text


PhaseTerm = Annotated[str, TermOf("phases")]
ThemeTerm = Annotated[str, TermOf("themes")]
CauseTerm = Annotated[str, TermOf("causes")]
TierTerm = Annotated[str, TermOf("tiers")]
RoleTerm = Annotated[str, TermOf("roles")]
MethodCategoryTerm = Annotated[str, TermOf("method_categories")]


_LANGUAGE = like(r"[a-z]{2,3}(?:-[A-Z]{2})?", say("expected a language such as `nl`, `en` or `fy`, found {found}"))


Language = Annotated[str, fits(_LANGUAGE), _LANGUAGE]


_LICENSE = like(rf"{ADDRESS}|[A-Za-z0-9.+-]+", say("expected a licence such as `CC-BY-4.0`, or its address, found {found}"))


def _license(value: object) -> str:
    text = plain_text(value)
    if text.startswith("http"):
        return _address(text)
    if not re.fullmatch(r"[A-Za-z0-9.+-]+", text):
        raise _LICENSE.refusal(text)
    return text


License = Annotated[str, BeforeValidator(_license), _LICENSE]


_ORCID = like(r"(?:[0-9]{4}-){3}[0-9]{3}[0-9X]", say("expected an ORCID such as `0000-0002-1825-0097`, found {found}"))


Orcid = Annotated[str, fits(_ORCID), _ORCID]


_CONSENT = like(rf"self|{ADDRESS}", say("expected `self` (wrote it), or the public address where the name stands, found {found}"))


def _consent(value: object) -> str:
    text = plain_text(value)
    if text == "self" or text.startswith("http"):
        return text if text == "self" else _address(text)
    raise _CONSENT.refusal(value)


Consent = Annotated[str, BeforeValidator(_consent), _CONSENT]


Contact = Annotated[str, BeforeValidator(plain_text), AfterValidator(_one_line), Field(max_length=300), LINE]
