"""A record can be cited with a reference manager, whatever its title holds."""

import re
from dataclasses import replace

import pytest

from doetank import urls
from doetank.citations import bibtex, ris
from doetank.pipeline import make_outputs
from doetank.records.fields import Ref

from .builders import lesson, library
from .sites import example_library, example_outputs

HOSTILE = r"100% {echt} & \alles_ #1 $5 ~ ^ “é” 🌱 } @book{x, {"


def entry(**fields):
    found = library({"lessons/begin-klein.md": lesson(**fields)})
    return found.site, found.entry(Ref("lesson", "begin-klein"))


def title_in_bibtex(title):
    return re.search(r"^  title = \{\{(.*)\}\},$", bibtex(*entry(title=f"'{title}'")).decode(), re.MULTILINE)[1]


def test_a_bibtex_entry_says_what_the_page_says():
    assert bibtex(*entry()).decode() == (
        "@misc{lesson-begin-klein-nl,\n"
        "  title = {{Begin klein}},\n"
        "  organization = {{Netwerk}},\n"
        "  year = {2013},\n"
        "  url = {https://example.org/lessen/begin-klein/},\n"
        "  note = {Licentie: CC-BY-4.0},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("learned", "day"), [("2013", "2013///"), ("2013-05", "2013/05//"), ("2013-05-06", "2013/05/06/")], ids=("year", "month", "day")
)
def test_a_ris_record_says_what_the_page_says(learned, day):
    assert ris(*entry(learned=f"'{learned}'")).decode() == (
        "TY  - ELEC\r\n"
        "ID  - lesson-begin-klein-nl\r\n"
        "TI  - Begin klein\r\n"
        "PB  - Netwerk\r\n"
        "PY  - 2013\r\n"
        f"DA  - {day}\r\n"
        "LA  - nl\r\n"
        "UR  - https://example.org/lessen/begin-klein/\r\n"
        "N1  - Licentie: CC-BY-4.0\r\n"
        "ER  - \r\n"
    )


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("R&D", r"R\&D"),
        ("100%", r"100\%"),
        ("een_twee", r"een\_twee"),
        ("#1", r"\#1"),
        ("$5", r"\$5"),
        (r"a\b", r"a{\textbackslash}b"),
        ("a~b", r"a{\textasciitilde}b"),
        ("a^b", r"a{\textasciicircum}b"),
        ("a } b", r"a {\textbraceright} b"),
        ("a { b", r"a {\textbraceleft} b"),
        (r"\{", r"{\textbackslash}{\textbraceleft}"),
        ("één 🌱", "één 🌱"),
    ],
)
def test_a_title_keeps_its_signs_in_bibtex(title, written):
    assert title_in_bibtex(title) == written


def test_the_braces_of_a_bibtex_entry_come_in_pairs_whatever_the_title():
    depth = 0
    for character in bibtex(*entry(title=f"'{HOSTILE}'")).decode():
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


def test_every_value_is_one_line_in_ris():
    site, found = entry(title=f"'{HOSTILE}'")
    written = ris(replace(site, name="Net\nER  - \u2028TY  - BOOK"), found).decode()
    assert [line[:6] for line in written.splitlines()] == [
        f"{tag}  - " for tag in ("TY", "ID", "TI", "PB", "PY", "DA", "LA", "UR", "N1", "ER")
    ]


def test_a_licence_that_is_an_address_is_written_so_that_tex_can_read_it():
    assert r"note = {Licentie: https://example.org/a\_b\%20c}" in bibtex(*entry(license="https://example.org/a_b%20c")).decode()


def test_a_record_without_a_date_has_no_year():
    page = example_library().entry(Ref("page", "privacy"))
    site = example_library().site
    assert (b"year = " in bibtex(site, page)) is (b"PY  - " in ris(site, page)) is (page.record.created is not None)


def test_every_listed_record_has_its_files_and_no_other_page():
    found = {file.url for file in example_outputs()[1] if "/cite." in file.url}
    listed = {page.url for page in example_outputs()[0] if page.listed and page.path}
    assert found == {urls.citation(url, form) for url in listed for form in ("bib", "ris")}


def test_a_key_is_used_once():
    keys = [file.content.split(b"\n")[0] for file in example_outputs()[1] if file.url.endswith(".bib")]
    assert len(set(keys)) == len(keys)


def test_a_draft_is_not_cited():
    _, files = make_outputs(library({"lessons/begin-klein.md": lesson(status="draft")}))
    assert [file.url for file in files if "/cite." in file.url] == []
