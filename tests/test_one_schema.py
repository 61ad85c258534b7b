"""A field is defined once: change what it is called, and everything that is made of the record types calls it so."""

from collections.abc import Iterator

import pytest

from doetank import tables
from doetank.catalogue import Label, catalogue
from doetank.form_fields import form_of
from doetank.guides import guide_of
from doetank.issue_forms.form import form_of as issue_form_of
from doetank.json_schema import schema_of
from doetank.outputs import open_data
from doetank.records import RECORD_TYPES, Lesson
from doetank.records.describe import describe_fields
from doetank.scaffold import scaffold
from doetank.urls import CODEBOOK

from .builders import lesson, mistakes
from .sites import example_library, html_of

NEW = "What a colleague does tomorrow"
WORDS = catalogue("en")


@pytest.fixture
def renamed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The field `advice` of a lesson under another name."""
    monkeypatch.setattr(Lesson.model_fields["advice"], "title", Label(NEW))
    # What a program has worked out once holds while it runs; a field changes with the code, so with another program.
    tables.fields_of.cache_clear()
    yield
    tables.fields_of.cache_clear()


def made() -> dict[str, str]:
    """Everything that names the field, as text."""
    library = example_library().speaking("en")
    fields = describe_fields(RECORD_TYPES["lesson"])
    codebook = next(file.content for file in open_data.files(library) if file.url == CODEBOOK)
    page = html_of(example_library(), "/en/bijdragen/les/")
    form, guide = page.split("data-guide")
    return {
        "form": form,
        "field guide": guide,
        "guide for authors": html_of(example_library(), "/bijdragen/handleiding/"),
        "questions of the form": repr(form_of(Lesson, library.vocabulary, WORDS)),
        "guide": repr(guide_of(library, "lesson")),
        "schema": repr(schema_of(Lesson, library.vocabulary, WORDS)["properties"]),
        "issue form": issue_form_of(Lesson, "", library.vocabulary, WORDS),
        "scaffold": scaffold(fields, {}, "", library.vocabulary, WORDS),
        "codebook": codebook.decode(),
        "message": "\n".join(mistakes(lesson(advice=None))),
    }


@pytest.mark.usefixtures("renamed")
def test_a_field_that_gets_another_label_gets_it_everywhere() -> None:
    assert [name for name, text in made().items() if NEW not in text] == []


def test_before_that_it_stands_nowhere() -> None:
    assert [name for name, text in made().items() if NEW in text] == []
