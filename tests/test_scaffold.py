"""Files to fill in, with their explanation as comments: what they hold is read as any other file."""

import pytest

from doetank.catalogue import LANGUAGES, catalogue
from doetank.reading import Parsed
from doetank.records import RECORD_TYPES
from doetank.records.describe import describe_fields
from doetank.scaffold import example_of, examples_of, scaffold
from doetank.urls import GUIDES, TYPES
from doetank.written import field_lines

from .builders import parsed, vocabulary

EN = catalogue("en")
EITHER_OR = ("stands without", "cannot stand beside", "keep one of them", "only a retired record")
"""What is said of fields that go with another or instead of it: the file shows them all."""
MEDIA = tuple(f"media/{name}" for name in ("brief.jpg", "brieven.jpg", "brieven.mp4", "brieven.txt", "brieven.vtt"))


def read(type_name: str, text: str) -> Parsed:
    """A file as the build reads it; a report is called after its years."""
    name = "2024" if type_name == "report" else "voorbeeld"
    return parsed(text, f"{TYPES[type_name].folder}/{name}.md", media=MEDIA)


def mistakes(type_name: str, text: str) -> list[str]:
    return [problem.format(EN) for problem in read(type_name, text).problems if not problem.notice]


def filled_in(type_name: str, language: str) -> dict[str, object]:
    """The examples, and what the rules of a type ask for besides what is always required."""
    words = catalogue(language)
    more: dict[str, dict[str, object]] = {
        "experiment": {"because": "Daarom."},
        "cafe": {"date": "2024-04-25", "city": "Almere"},
        "method": {"source": {"title": "Handboek"}},
        "person": {"consent": {"public_source": "https://example.org/"}},
        "doetank": {},
    }
    return {**examples_of(describe_fields(RECORD_TYPES[type_name]), vocabulary(), words), **more.get(type_name, {})}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_filled_with_the_examples_every_type_is_accepted(type_name: str, language: str) -> None:
    fields = describe_fields(RECORD_TYPES[type_name])
    assert mistakes(type_name, scaffold(fields, filled_in(type_name, language), "Tekst.", vocabulary(), catalogue(language))) == []


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_left_as_it_is_only_what_is_required_is_missing(type_name: str) -> None:
    fields = describe_fields(RECORD_TYPES[type_name])
    said = mistakes(type_name, scaffold(fields, {}, "", vocabulary(), EN))
    for field in fields:
        assert any(f": {field.name}" in line for line in said) or not field.required
    assert all("missing" in line or "required" in line for line in said)


@pytest.mark.parametrize("type_name", GUIDES)
def test_what_stands_in_a_comment_is_accepted_without_its_mark(type_name: str) -> None:
    fields = describe_fields(RECORD_TYPES[type_name])
    text = scaffold(fields, filled_in(type_name, "nl"), "", vocabulary(), catalogue("nl"))
    for field in fields:
        example = "\n".join(f"# {line}" for line in field_lines(field, example_of(field, vocabulary(), catalogue("nl"))))
        if example not in text:
            assert field.required or field.for_editors or field.name in filled_in(type_name, "nl")
            continue
        uncommented = text.replace(example, example.replace("# ", "", 1).replace("\n# ", "\n"))
        found = read(type_name, uncommented)
        of_the_field = [
            problem.format(EN) for problem in found.problems if problem.field.partition(".")[0] == field.name and not problem.notice
        ]
        assert of_the_field == [] or any(choice in of_the_field[0] for choice in EITHER_OR), field.name
        assert found.fields.data.get(field.name), field.name


def test_a_file_to_fill_in_says_what_belongs_where() -> None:
    text = scaffold(describe_fields(RECORD_TYPES["lesson"]), {"verdict": "works", "tags": ["brief"]}, "", vocabulary(), EN)
    assert text.startswith(
        "---\n# Title: Short and clear; at most 140 characters. (a text on one line)\n# For example: One question per letter\ntitle:\n\n"
    )
    assert (
        "# works (works), works-under-conditions (works under conditions), does-not-work (does not work)\nverdict: works\n" in text.lower()
    )
    assert "\ntags:\n  - brief\n" in text
    assert "# sources:\n#   - title: " in text
    assert "status:" not in text
    assert text.endswith("\n---\n")
