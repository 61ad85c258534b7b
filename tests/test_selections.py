"""Each list offers what it shows as a table: the same records, in the same order."""

import re

import pytest

from doetank.tables import columns_of
from doetank.urls import selection

from .sites import built_example, example_file, example_library, example_outputs, example_page
from .test_tables import read_table

LISTS = [page for page in example_outputs()[0] if page.template in ("list", "theme", "year", "phase")]


@pytest.mark.parametrize("page", LISTS, ids=lambda page: page.url)
def test_the_rows_of_a_list_are_the_records_it_shows(page):
    rows = [row["page"] for row in read_table(example_file(selection(page.url)))] if page.selection else []
    html = (built_example() / page.url.strip("/") / "index.html").read_text(encoding="utf-8")
    shown = re.findall(r'<a class="title-link" href="([^"]+)"', html)
    records = {entry.url for entry in example_library().everything()}
    assert rows == [f"https://example.org{url}" for url in dict.fromkeys(shown) if url in records]


def test_a_list_of_one_type_has_the_columns_of_its_open_data():
    rows = read_table(example_file("/lessen/werkt-niet/lijst.csv"))
    assert list(rows[0]) == [column.name for column in columns_of("lesson")]
    assert {row["verdict"] for row in rows} == {"does-not-work"}


def test_a_list_of_several_types_has_what_they_share_and_the_date():
    rows = read_table(example_file("/jaren/2023/lijst.csv"))
    assert len({row["type"] for row in rows}) > 1
    assert {"page", "id", "type", "title", "summary", "themes", "license", "dated"} <= set(rows[0])
    assert {row["dated"][:4] for row in rows} == {"2023"}


def test_the_link_tells_how_many_records():
    html = (built_example() / "lessen" / "werkt" / "index.html").read_text(encoding="utf-8")
    count = len(example_page("/lessen/werkt/").selection)
    assert f'<a href="/lessen/werkt/lijst.csv" download>Download deze lijst</a> ({count} stukken, CSV)' in html
