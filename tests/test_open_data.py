"""Everything as data, what it means, and how programs find it."""

import json

import pytest

from doetank.catalogue import catalogue
from doetank.pipeline import make_outputs
from doetank.records import RECORD_TYPES
from doetank.tables import as_data, columns_of, fields_of
from doetank.urls import ALL_DATA, CODEBOOK, DATA, DATA_PACKAGE, data
from doetank.vocabulary import LISTS

from .sites import example_file, example_library, example_outputs, example_page, lesson, library_of, site
from .test_tables import read_back, read_table


def files_of(library):
    return {file.url: file.content for file in make_outputs(library)[1]}


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_csv_json_lines_and_the_whole_say_the_same(type_name):
    lines = [json.loads(line) for line in example_file(data(type_name, "jsonl")).splitlines()]
    library = example_library()
    assert lines == [as_data(library.site, entry) for entry in sorted(library.all(type_name), key=lambda entry: entry.record.id)]
    assert read_back(type_name, example_file(data(type_name, "csv"))) == lines
    assert json.loads(example_file(ALL_DATA))["records"][type_name] == lines


def test_the_whole_names_its_site_and_licence():
    whole = json.loads(example_file(ALL_DATA))
    assert list(whole) == ["site", "license", "records"]
    assert whole["site"] == "https://example.org/"
    assert whole["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_a_type_without_records_has_a_table_with_a_head_alone():
    files = files_of(library_of({}))
    assert files["/data/lessons.csv"].decode("utf-8-sig").split("\r\n")[0].split(",") == [column.name for column in columns_of("lesson")]
    assert read_table(files["/data/lessons.csv"]) == []
    assert files["/data/lessons.jsonl"] == b""


def explained(fields, book):
    """Pairs of a described field and its line in the codebook, groups opened."""
    assert [field.name for field in fields] == [line["name"] for line in book]
    for field, line in zip(fields, book, strict=True):
        yield field, line
        yield from explained(field.fields, line.get("fields", []))


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_the_codebook_has_every_field_in_both_languages(type_name):
    book = json.loads(example_file(CODEBOOK))["types"][type_name]
    dutch = catalogue("nl").gettext
    for field, line in explained(fields_of(type_name), book["fields"]):
        assert line["title"] == {"nl": dutch(field.label), "en": field.label}
        assert line["type"] == {"nl": dutch(field.kind), "en": field.kind}
        assert line.get("meaning") == ({"nl": dutch(field.hint), "en": field.hint} if field.hint else None)
        assert line.get("values", []) == [{"value": value, "title": {"nl": dutch(label), "en": label}} for value, label in field.values]


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_every_field_and_value_of_the_data_is_in_the_codebook(type_name):
    book = {line["name"]: line for line in json.loads(example_file(CODEBOOK))["types"][type_name]["fields"]}
    for line in example_file(data(type_name, "jsonl")).splitlines():
        for name, value in json.loads(line).items():
            allowed = [choice["value"] for choice in book[name].get("values", [])]
            assert not allowed or value in allowed


def test_the_codebook_has_every_value_of_the_vocabulary_in_both_languages():
    lists = json.loads(example_file(CODEBOOK))["lists"]
    words = example_library().vocabulary
    assert set(lists) == set(LISTS)
    for name in LISTS:
        assert [line["value"] for line in lists[name]] == [term.id for term in words.terms(name)]
        assert all(set(line["title"]) == set(line["meaning"]) == {"nl", "en"} for line in lists[name])


def test_the_data_package_describes_every_csv_by_its_own_head():
    package = json.loads(example_file(DATA_PACKAGE))
    assert package["profile"] == "tabular-data-package"
    assert [resource["path"] for resource in package["resources"]] == [data(name, "csv").removeprefix(DATA) for name in RECORD_TYPES]
    for resource in package["resources"]:
        head = example_file(DATA + resource["path"]).decode("utf-8-sig").split("\r\n")[0]
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == head.split(",")
        assert all(field["title"] and field["description"] for field in fields)
        assert {field["type"] for field in fields} <= {"string", "integer", "boolean", "array", "object"}
        assert resource["schema"]["primaryKey"] in head.split(",")


def test_the_tables_keep_to_what_the_data_package_demands():
    for resource in json.loads(example_file(DATA_PACKAGE))["resources"]:
        rows = read_table(example_file(DATA + resource["path"]))
        for field in resource["schema"]["fields"]:
            limits = field.get("constraints", {})
            found = [row[field["name"]] for row in rows]
            assert all(found) or not limits.get("required")
            assert {cell for cell in found if cell} <= set(limits.get("enum", found))


def test_the_data_are_dated_by_their_records_and_not_by_the_clock():
    texts = {"pages/over.md": "---\ntitle: Over\nmodified: 2024-06-02\n---\n"}
    assert json.loads(files_of(library_of(texts))[DATA_PACKAGE])["version"] == "2024-06-02"
    assert "version" not in json.loads(files_of(library_of({}))[DATA_PACKAGE])


def test_equal_records_give_equal_bytes_on_another_day():
    texts = {"pages/over.md": "---\ntitle: Over\n---\n", "lessons/a.md": lesson()}
    one, other = (files_of(library_of(texts, today=day)) for day in (site().today, site().today.replace(year=2030)))
    assert {url: content for url, content in one.items() if url.startswith(DATA)} == {
        url: content for url, content in other.items() if url.startswith(DATA)
    }


def test_the_page_leads_to_every_file_of_the_data():
    page = example_page(DATA)
    named = {url for found in page.values["sets"] for url in (found.csv, found.lines)} | {url for url, _ in page.values["whole"]}
    assert named == {file.url for file in example_outputs()[1] if file.url.startswith(DATA)}
