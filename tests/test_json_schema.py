"""The record types as JSON Schema: what the build accepts it accepts, and what the build refuses of one record's fields it refuses too."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError, validators

from doetank.catalogue import LANGUAGES, catalogue
from doetank.dates import parse_when
from doetank.front_matter import read_document
from doetank.json_schema import schema_of
from doetank.records import RECORD_TYPES
from doetank.records.rules import IN_ORDER
from doetank.records.shape import DATE, DAY, MOMENT, PERIOD
from doetank.sources import find_sources
from doetank.urls import TYPES
from doetank.validation import Rule, Value
from doetank.vocabulary import read_vocabulary
from doetank.yaml_plain import Plain

from .builders import site
from .sites import CONTENT, EXAMPLE
from .test_refused import CASES, REFUSED

NEEDS_MORE_THAN_ONE_RECORD = {
    "alias-of-another-page", "alias-of-the-site-itself", "alias-twice", "broken-filename-link-in-a-field", "draft-reference-in-published-build",
    "fictional-in-published-build", "highlight-outside-period", "missing-media", "missing-media-with-a-near-one", "reference-to-another-type",
    "reference-to-nothing", "reference-with-a-near-one", "replaced-by-unknown", "translation-differs",
}  # fmt: skip
"""What these refuse depends on other files, or on the kind of build."""
OF_THE_TEXT_ITSELF = {"bsn-in-a-field", "email-in-a-field", "name-in-a-field", "name-of-a-person", "postal-address", "waiver-not-used"}
"""What these refuse is what a text says; privacy.py tells that to others."""
OF_THE_FILE = {"duplicate-key", "duplicate-key-in-a-group"}
"""A reader of YAML has given up, or chosen, before a schema is asked."""


ONLY_THE_BUILD_REFUSES = {
    "answer-before-the-recommendation", "change-told-before-the-reflection", "overlapping-phases", "report-name-differs", "two-scores-for-one-level",
}  # fmt: skip
"""One for each of the rules below."""
ONLY_IN_THE_BUILD = {
    "_no_overlap": "compares each entry with those before it",
    "_told_after_it_was_planned": "compares dates of a group with one outside it",
    "_after_it_was_made": "compares dates of a group with one outside it",
    "_one_score_a_level": "compares each entry with those before it",
    "_named_after_its_years": "needs the name of the file",
}
"""Rules that JSON Schema has no words for."""


@cache
def schemas() -> dict[str, dict[str, object]]:
    vocabulary, _ = read_vocabulary((EXAMPLE / "vocabulary.yml").read_bytes(), "vocabulary.yml")
    return {name: schema_of(record_type, vocabulary, catalogue("en")) for name, record_type in RECORD_TYPES.items()}


def in_order(_validator: object, names: list[str], record: object, _schema: object) -> Iterator[ValidationError]:
    """Our own word, as whoever reads the schema has to read it; for what is as precise as the other, text order is the order."""
    found = [str(record.get(name, "")) for name in names] if isinstance(record, dict) else []
    if all(found) and found[1][: len(found[0])] < found[0][: len(found[1])]:
        yield ValidationError(f"{names} are not in order")


Checker = validators.extend(Draft202012Validator, {IN_ORDER: in_order})


def as_json(value: object) -> object:
    """What a reader of YAML 1.2 makes of a file, where ours leaves texts to the fields."""
    if isinstance(value, dict):
        return {key: as_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_json(part) for part in value]
    if isinstance(value, Plain) and value in ("true", "false"):
        return value == "true"
    return int(value) if isinstance(value, Plain) and re.fullmatch("0|[1-9][0-9]*", value) else str(value)


def fields_in(path: Path) -> object:
    document, _ = read_document(path.read_bytes(), path.name)
    assert document
    assert document.fields
    return as_json(document.fields.data)


def mistakes(type_name: str, data: object, schema: dict[str, object] | None = None) -> list[str]:
    """The field of each mistake, as our messages name it."""
    found = Checker(schema or schemas()[type_name]).iter_errors(data)
    return [".".join(str(part + 1) if isinstance(part, int) else part for part in error.absolute_path) for error in found]


def all_models(model: type[Value]) -> set[type[Value]]:
    inner = {found for info in model.model_fields.values() for found in values_in(info.annotation)}
    return {model}.union(*(all_models(found) for found in inner))


def values_in(annotation: object) -> set[type[Value]]:
    if isinstance(annotation, type) and issubclass(annotation, Value):
        return {annotation}
    return {found for argument in getattr(annotation, "__args__", ()) for found in values_in(argument)}


def all_rules() -> list[Rule]:
    models = {model for record_type in RECORD_TYPES.values() for model in all_models(record_type)}
    return [rule for model in models for rule in model.rules]


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_each_is_a_schema_of_the_standard_and_names_every_field_in_words(type_name: str) -> None:
    schema = schemas()[type_name]
    Draft202012Validator.check_schema(schema)
    properties = schema["properties"]
    assert isinstance(properties, dict)
    assert all(
        field["title"] and (field["type"] == "object" or "errorMessage" in (field.get("items") or field) or field["type"] == "array")
        for field in properties.values()
    )
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("content", [CONTENT, EXAMPLE], ids=["real", "example"])
def test_what_the_build_accepts_fits_the_schema(content: Path) -> None:
    vocabulary, _ = read_vocabulary((content / "vocabulary.yml").read_bytes(), "vocabulary.yml")
    sources, _ = find_sources(content, "content", ("nl", "en"))
    assert len(sources) > 50
    wrong = {}
    for source in sources:
        schema = schema_of(RECORD_TYPES[source.type], vocabulary, catalogue("en"))
        if found := mistakes(source.type, fields_in(source.location), schema):
            wrong[source.name] = found
    assert wrong == {}


def refused_by_a_field() -> list[str]:
    """The cases of which the message is about a field of a record, and no more is needed to see the mistake."""
    left_out = NEEDS_MORE_THAN_ONE_RECORD | OF_THE_TEXT_ITSELF | OF_THE_FILE
    found = []
    for name in CASES:
        path, _, _, field, *_ = (REFUSED / name / "expected.txt").read_text(encoding="utf-8").split(":", 4)
        of_a_record = path.endswith(".md") and re.fullmatch(r" [a-z_]+(\.[\w]+)*", field)
        if of_a_record and name not in left_out:
            found.append(name)
    return found


def test_every_case_that_is_left_out_is_one() -> None:
    assert set(CASES) >= NEEDS_MORE_THAN_ONE_RECORD | OF_THE_TEXT_ITSELF | OF_THE_FILE


@pytest.mark.parametrize("name", refused_by_a_field())
def test_what_the_build_refuses_of_a_field_does_not_fit_the_schema(name: str, tmp_path: Path) -> None:
    first = (REFUSED / name / "expected.txt").read_text(encoding="utf-8").partition(":")[0]
    path = REFUSED / name / first
    type_name = next(found for found, where in TYPES.items() if where.folder == path.relative_to(REFUSED / name / "content").parts[0])
    vocabulary, _ = read_vocabulary((REFUSED / "vocabulary.yml").read_bytes(), "vocabulary.yml")
    schema = schema_of(RECORD_TYPES[type_name], vocabulary, catalogue("en"))
    found = mistakes(type_name, fields_in(path), schema)
    assert bool(found) is (name not in ONLY_THE_BUILD_REFUSES), found


def test_every_rule_is_told_but_those_that_cannot_be() -> None:
    silent = {rule.check.__name__ for rule in all_rules() if not rule.clauses}
    assert silent == set(ONLY_IN_THE_BUILD)


@given(
    st.one_of(
        st.from_regex(f"^(?:{DATE})$"),
        st.from_regex("^[0-9]{4}(-[0-9]{2}(-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:?[0-9]{2})?)?)?)?$"),
    )
)
def test_a_date_fits_its_pattern_when_the_build_can_read_it(text: str) -> None:
    text = text.strip()
    try:
        precision = parse_when(text, site().zone).precision
    except ValueError:
        precision = None
    fits = {
        name: re.fullmatch(pattern, text) is not None
        for name, pattern in (("day", DAY), ("period", PERIOD), ("date", DATE), ("moment", MOMENT))
    }
    assert fits == {
        "day": precision in ("day", "minute"),
        "period": precision in ("year", "month", "day"),
        "date": precision is not None,
        "moment": precision == "minute",
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_every_example_is_right(type_name: str, language: str) -> None:
    vocabulary, _ = read_vocabulary((EXAMPLE / "vocabulary.yml").read_bytes(), "vocabulary.yml")
    schema = schema_of(RECORD_TYPES[type_name], vocabulary, catalogue(language))
    shown = list(examples(schema))
    assert shown
    assert [(name, example) for name, field, example in shown if not Checker(field).is_valid(as_json(Plain(example)))] == []


def examples(schema: dict[str, object]) -> Iterator[tuple[str, dict[str, object], str]]:
    """Every example with its field; in a list it is one of the items."""
    properties = schema.get("properties", {})
    assert isinstance(properties, dict)
    for name, field in properties.items():
        one = field.get("items", field)
        yield from ((name, one, example) for example in field.get("examples", ()))
        yield from examples(one)
