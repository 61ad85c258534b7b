"""Records as data and as rows of a table."""

import csv
import io
import json

import pytest

from doetank.records import RECORD_TYPES
from doetank.tables import as_data, columns_of, fields_of, last_changed, table_of

from .builders import VALID
from .builders import library as made
from .sites import example_library, lesson, library_of
from .test_spreadsheets import unprotected


def read_table(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_cell(column, cell):
    if column.type in ("array", "object"):
        return json.loads(cell)
    if column.type == "boolean":
        return {"true": True, "false": False}[cell]
    if column.type == "integer":
        return int(cell)
    text = unprotected(cell)
    return text.split("; ") if column.field.many else text


def read_back(type_name, content):
    """The rows of a table as the data they were made of."""
    columns = {column.name: column for column in columns_of(type_name)}
    return [{name: read_cell(columns[name], cell) for name, cell in row.items() if cell} for row in read_table(content)]


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_every_row_can_be_read_back(type_name):
    library = example_library()
    entries = library.all(type_name)
    rows = read_back(type_name, table_of(type_name, [as_data(library.site, entry) for entry in entries]))
    assert entries
    assert rows == [as_data(library.site, entry) for entry in entries]


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_no_two_columns_have_one_name(type_name):
    names = [column.name for column in columns_of(type_name)]
    assert len(names) == len(set(names))


def test_lists_of_codes_are_joined_and_lists_of_free_texts_and_groups_are_json():
    library = library_of({"lessons/a.md": lesson(themes=[], tags=["a; b", "c"], sources=[{"title": "Bron"}], aliases=["/oud/", "/ouder/"])})
    (row,) = read_table(table_of("lesson", [as_data(library.site, entry) for entry in library.all("lesson")]))
    assert row["tags"] == '["a; b", "c"]'
    assert row["sources"] == '[{"title": "Bron"}]'
    assert row["about"] == "network"
    assert row["fictional"] == "false"
    assert row["themes"] == ""


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_consent_and_waivers_are_no_part_of_the_data(type_name):
    def names(fields):
        return {field.name for field in fields} | {name for field in fields for name in names(field.fields)}

    assert names(fields_of(type_name)) & {"consent", "privacy_ok"} == set()


def test_consent_that_was_given_is_not_in_a_row():
    library = made(dict([VALID["person"]]))
    (entry,) = library.all("person")
    assert "consent" not in as_data(library.site, entry)
    assert "public_source" not in table_of("person", [as_data(library.site, entry)]).decode()


def test_the_newest_change_counts_and_a_record_without_dates_does_not():
    library = library_of(
        {
            "lessons/a.md": lesson(created="2024-05-01", modified="2024-06"),
            "lessons/b.md": lesson(created="2024-06-02"),
            "lessons/c.md": lesson(),
        }
    )
    records = {entry.record.id: entry.record for entry in library.all("lesson")}
    assert str(last_changed(records.values())) == "2024-06-02"
    assert last_changed([records["c"]]) is None
