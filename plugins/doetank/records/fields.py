"""The types that fields have: what is accepted, and what is said when it is not."""

import re
from dataclasses import dataclass
from datetime import tzinfo
from typing import Annotated, NamedTuple
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler, ValidationInfo, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from ..dates import Precision, When, parse_when
from ..problems import Message, say
from ..urls import TYPES
from ..validation import Refusal, instead, shown
from ..vocabulary import Vocabulary
from ..yaml_text import Plain

_JSON_TEXT = {"pydantic_js_functions": [lambda _schema, _handler: {"type": "string"}]}


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


def _reading(info: ValidationInfo) -> Reading:
    assert isinstance(info.context, Reading)
    return info.context


def plain_text(value: object) -> str:
    """A text without white space around it. Raises Refusal for anything else."""
    if not isinstance(value, str):
        raise Refusal(say("expected text, found {found}", found=shown(value)))
    return value.strip()


def _one_line(value: str) -> str:
    if "\n" in value:
        raise Refusal(say("expected one line of plain text"))
    return value


def _one_paragraph(value: str) -> str:
    if "\n\n" in value:
        raise Refusal(say("expected one paragraph; longer text belongs below the second `---`"))
    return value.replace("\n", " ")


Text = Annotated[str, BeforeValidator(plain_text), AfterValidator(_one_line), Field(max_length=2000)]
Title = Annotated[str, BeforeValidator(plain_text), AfterValidator(_one_line), Field(max_length=140)]


class InlineMarkdown:
    """Marks a text in which emphasis, links and code may stand."""


class ForNames:
    """Marks a text that is there to name people, or what may be named after them: authors, makers, organisations, titles elsewhere."""


class ForAddress:
    """Marks a text that is there to say where everybody may come."""


Name = Annotated[Text, ForNames()]
NamedTitle = Annotated[Title, ForNames()]
PublicPlace = Annotated[Text, ForAddress()]


Inline = Annotated[str, BeforeValidator(plain_text), AfterValidator(_one_paragraph), InlineMarkdown(), Field(max_length=6000)]
Summary = Annotated[str, BeforeValidator(plain_text), AfterValidator(_one_paragraph), InlineMarkdown(), Field(max_length=600)]


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, Plain) and value.lower() in ("true", "false"):
        return value.lower() == "true"
    raise Refusal(say("expected `true` or `false`, found {found}", found=shown(value)))


def _whole_number(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Plain) and re.fullmatch(r"0|[1-9][0-9]{0,8}", value):
        return int(value)
    raise Refusal(say("expected a whole number such as `60`, found {found}", found=shown(value)))


Flag = Annotated[bool, BeforeValidator(_flag)]
Count = Annotated[int, BeforeValidator(_whole_number)]

_FORMS = {
    "day": say("`2012-04-25`"),
    "period": say("`2012`, `2012-04` or `2012-04-25`"),
    "when": say("`2012-04-25`, `2012-04-25T19:30`, or `2012-04` or `2012` when no more is known"),
    "moment": say("a day and a time such as `2012-04-25T19:30`"),
}


def _when(form: str, allowed: tuple[Precision, ...]) -> BeforeValidator:
    def read(value: object, info: ValidationInfo) -> When:
        if isinstance(value, When):
            return value
        if not isinstance(value, str):
            raise Refusal(say("expected a date: {form}, found {found}", form=_FORMS[form], found=shown(value)))
        try:
            when = parse_when(value.strip(), _reading(info).zone)
        except ValueError:
            raise Refusal(_no_date(value, form)) from None
        if when.precision not in allowed:
            raise Refusal(say("expected a date: {form}, found {found}", form=_FORMS[form], found=shown(value)))
        return when

    return BeforeValidator(read)


def _no_date(value: str, form: str) -> Message:
    if match := re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", value.strip()):
        day, month, year = match.groups()
        if int(day) <= 12 and int(month) <= 12 and day != month:
            return say(
                "`{found}` can be read in two ways; write year-month-day: `{one}` or `{other}`",
                found=value,
                one=f"{year}-{month:0>2}-{day:0>2}",
                other=f"{year}-{day:0>2}-{month:0>2}",
            )
        return say("`{found}`: write year-month-day, as in `2012-04-25`", found=value)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        return say("`{found}` is not a day that exists", found=value)
    return say("expected a date: {form}, found {found}", form=_FORMS[form], found=shown(value))


_DATE = WithJsonSchema({"type": "string"})
Day = Annotated[When, _when("day", ("day", "minute")), _DATE]
"""A day, or a moment on it."""
PeriodDate = Annotated[When, _when("period", ("year", "month", "day")), _DATE]
"""As precise as it is known."""
Date = Annotated[When, _when("when", ("year", "month", "day", "minute")), _DATE]
"""What a record is dated with: a day or a moment, or less where a source gives less."""
Moment = Annotated[When, _when("moment", ("minute",)), _DATE]


def _year(value: object) -> int:
    if isinstance(value, str) and re.fullmatch(r"(?:19|20)\d{2}", value):
        return int(value)
    raise Refusal(say("expected a year such as `2014`, found {found}", found=shown(value)))


Year = Annotated[int, BeforeValidator(_year)]


def _address(value: object) -> str:
    text = plain_text(value)
    if not _is_address(text):
        raise Refusal(say("expected an address that starts with `https://`, found {found}", found=shown(value)))
    return text


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:  # such as `https://[x`
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)


Address = Annotated[str, BeforeValidator(_address), WithJsonSchema({"type": "string", "format": "uri"})]


def _old_path(value: object) -> str:
    text = plain_text(value)
    if not re.fullmatch(r"/[A-Za-z0-9_./-]*", text) or ".." in text or "//" in text:
        raise Refusal(say("expected an old path such as `/2013/05/verslag/`, found {found}", found=shown(value)))
    return text


OldPath = Annotated[str, BeforeValidator(_old_path)]


@dataclass(frozen=True)
class ReferenceTo:
    """A reference to a record: a plain id where the type is clear, `type:id` where `type` is None."""

    type: str | None
    or_network: bool = False
    or_address: bool = False

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read, metadata=_JSON_TEXT)

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
        return core_schema.with_info_plain_validator_function(self._read, metadata=_JSON_TEXT)

    def _read(self, value: object, info: ValidationInfo) -> str:
        text = plain_text(value)
        terms = _reading(info).vocabulary.terms(self.name)
        known = tuple(term.id for term in terms)
        if known and text not in known:  # an empty list is one that could not be read
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


def _language(value: object) -> str:
    text = plain_text(value)
    if not re.fullmatch(r"[a-z]{2,3}(?:-[A-Z]{2})?", text):
        raise Refusal(say("expected a language such as `nl`, `en` or `fy`, found {found}", found=shown(value)))
    return text


Language = Annotated[str, BeforeValidator(_language)]


def _license(value: object) -> str:
    text = plain_text(value)
    return _address(text) if text.startswith("http") else _spdx(text)


def _spdx(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9.+-]+", text):
        raise Refusal(say("expected a licence such as `CC-BY-4.0`, or its address, found {found}", found=shown(text)))
    return text


License = Annotated[str, BeforeValidator(_license)]


def _orcid(value: object) -> str:
    text = plain_text(value)
    if not re.fullmatch(r"(?:[0-9]{4}-){3}[0-9]{3}[0-9X]", text):
        raise Refusal(say("expected an ORCID such as `0000-0002-1825-0097`, found {found}", found=shown(text)))
    return text


Orcid = Annotated[str, BeforeValidator(_orcid)]


def _consent(value: object) -> str:
    text = plain_text(value)
    if text == "self" or text.startswith("http"):
        return text if text == "self" else _address(text)
    raise Refusal(say("expected `self` (wrote it), or the public address where the name stands, found {found}", found=shown(value)))


Consent = Annotated[str, BeforeValidator(_consent)]


Contact = Annotated[str, BeforeValidator(plain_text), AfterValidator(_one_line), Field(max_length=300)]
