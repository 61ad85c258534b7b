"""Everything as data, what it means, and how programs find it."""

import hashlib
import json
import re
from dataclasses import replace
from functools import cache

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from doetank.catalogue import catalogue
from doetank.data_files import FORMAT, as_json
from doetank.pipeline import make_outputs
from doetank.records import RECORD_TYPES
from doetank.site import Publisher
from doetank.tables import as_data, columns_of, fields_of
from doetank.urls import ALL_DATA, CODEBOOK, DATA, DATA_PACKAGE, data
from doetank.vocabulary import LISTS

from .sites import ROOT, built_example, example_file, example_library, example_outputs, html_of, lesson, library_of, site
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
    assert list(whole) == ["format", "site", "license", "modified", "records"]
    assert whole["format"] == json.loads(example_file(CODEBOOK))["format"] == FORMAT
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


def resources():
    return json.loads(example_file(DATA_PACKAGE))["resources"]


def test_the_data_package_keeps_to_version_2_of_the_standard():
    package = json.loads(example_file(DATA_PACKAGE))
    profiles = "https://datapackage.org/profiles/2.0"
    assert package["$schema"] == f"{profiles}/datapackage.json"
    assert re.fullmatch(r"\d+\.\d+\.\d+", package["version"])
    assert re.fullmatch(r"[a-z0-9._-]+", package["name"])
    assert [set(licence) for licence in package["licenses"]] == [{"name", "path", "title"}]
    assert len({resource["name"] for resource in resources()}) == len(resources()) == len(RECORD_TYPES)
    for resource in resources():
        assert resource["$schema"] == f"{profiles}/dataresource.json"
        assert (resource["type"], resource["format"], resource["mediatype"], resource["encoding"]) == ("table", "csv", "text/csv", "utf-8")
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        assert resource["schema"]["$schema"] == f"{profiles}/tableschema.json"
        assert resource["dialect"]["$schema"] == f"{profiles}/tabledialect.json"
        assert {field["type"] for field in resource["schema"]["fields"]} <= set(READ)
        assert all(field["title"] and field["description"] for field in resource["schema"]["fields"])


def test_the_data_package_describes_every_csv_by_its_own_head_size_and_sum():
    assert [resource["path"] for resource in resources()] == [data(name, "csv").removeprefix(DATA) for name in RECORD_TYPES]
    for resource in resources():
        content = example_file(DATA + resource["path"])
        head = content.decode("utf-8-sig").split("\r\n")[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == head
        assert resource["schema"]["primaryKey"] == ["id"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_every_line_of_a_csv_ends_as_its_dialect_says():
    for resource in resources():
        rows = example_file(DATA + resource["path"]).decode("utf-8-sig")
        assert rows.endswith(resource["dialect"]["lineTerminator"])
        assert rows.count("\r\n") == rows.count("\n") == rows.count("\r")


READ = {
    "string": str,
    "integer": int,
    "boolean": {"true": True, "false": False}.__getitem__,
    "array": json.loads,
    "object": json.loads,
}
"""How Table Schema reads a cell of a type."""
LOGICAL = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict}


def broken_cells(schema, rows):
    """What a program that keeps to Table Schema would refuse: (row, field, why)."""
    for field in schema["fields"]:
        limits = field.get("constraints", {})
        for number, cell in enumerate(row[field["name"]] for row in rows):
            if cell == "":
                if limits.get("required"):
                    yield number, field["name"], "required"
            elif not isinstance(READ[field["type"]](cell), LOGICAL[field["type"]]):
                yield number, field["name"], "type"
            elif "enum" in limits and cell not in limits["enum"]:
                yield number, field["name"], "enum"
    keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
    yield from ((number, "id", "primaryKey") for number, key in enumerate(keys) if keys.index(key) != number)


def test_a_cell_that_breaks_its_schema_is_seen():
    schema = {
        "primaryKey": ["id"],
        "fields": [
            {"name": "id", "type": "string", "constraints": {"required": True}},
            {"name": "v", "type": "string", "constraints": {"enum": ["a"]}},
            {"name": "g", "type": "object"},
        ],
    }
    rows = [{"id": "1", "v": "a", "g": "{}"}, {"id": "", "v": "b", "g": "[]"}, {"id": "1", "v": "", "g": ""}]
    assert list(broken_cells(schema, rows)) == [(1, "id", "required"), (1, "v", "enum"), (1, "g", "type"), (2, "id", "primaryKey")]


def test_every_table_keeps_to_its_own_schema():
    for resource in resources():
        rows = read_table(example_file(DATA + resource["path"]))
        assert rows
        assert list(broken_cells(resource["schema"], rows)) == []


def test_the_data_are_dated_by_their_records_and_not_by_the_clock():
    texts = {"pages/over.md": "---\ntitle: Over\nmodified: 2024-06-02\n---\n"}
    dated, undated = files_of(library_of(texts)), files_of(library_of({}))
    for url in (DATA_PACKAGE, ALL_DATA):
        assert json.loads(dated[url])["modified"] == "2024-06-02"
        assert "modified" not in json.loads(undated[url])


def test_equal_records_give_equal_bytes_on_another_day():
    texts = {"pages/over.md": "---\ntitle: Over\n---\n", "lessons/a.md": lesson()}
    one, other = (files_of(library_of(texts, today=day)) for day in (site().today, site().today.replace(year=2030)))
    assert {url: content for url, content in one.items() if url.startswith(DATA)} == {
        url: content for url, content in other.items() if url.startswith(DATA)
    }


@cache
def built_page():
    return html5lib.parse((built_example() / "data" / "index.html").read_bytes(), namespaceHTMLElements=False)


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_no_column_goes_while_the_first_number_of_the_version_stays(type_name):
    promised = json.loads((ROOT / "tests" / "data_columns.json").read_text(encoding="utf-8"))[type_name]
    assert FORMAT.startswith("1."), "make the list anew, for the new version"
    assert sorted(column.name for column in columns_of(type_name)) == promised


def test_the_page_leads_to_every_file_of_the_data():
    found = {link.get("href") for link in built_page().iter("a")}
    assert found >= {file.url for file in example_outputs()[1] if file.url.startswith(DATA)}


def test_every_dataset_has_its_place_on_the_page():
    ids = {element.get("id") for element in built_page().iter()}
    assert ids >= {"all", *RECORD_TYPES}


def test_a_program_finds_the_description_from_the_page():
    links = {link.get("href"): link.get("type") for link in built_page().iter("link") if link.get("rel") == "describedby"}
    assert links == {"/data/dcat.jsonld": "application/ld+json", "/data/dcat.ttl": "text/turtle"}


def test_the_code_on_the_page_reads_the_data():
    (code,) = (text for element in built_page().iter("code") if "urlopen" in (text := "".join(element.itertext())))
    address = re.search(r'urlopen\("(.*?)"\)', code)[1]
    assert address.endswith("/data/lessons.jsonl")
    found = {}
    exec(code.replace(address, (built_example() / "data" / "lessons.jsonl").as_uri()), found)  # noqa: S102 - it is the code of our own page
    assert len(found["lessons"]) == len(example_library().all("lesson"))


@pytest.mark.parametrize("publisher", [None, Publisher("Stichting Voorbeeld")])
def test_a_publisher_that_is_not_filled_in_is_told(publisher):
    library = library_of({})
    library = replace(library, site=replace(library.site, publisher=publisher))
    assert ("nog niet ingevuld" in html_of(library, DATA)) is (publisher is None)


_SINGLE = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
_VALUES = st.recursive(_SINGLE, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@given(_VALUES)
def test_data_are_indented_as_the_standard_library_does_it(value):
    assert as_json(value).decode() == json.dumps(value, ensure_ascii=False, indent=2) + "\n"
