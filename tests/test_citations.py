"""A record can be cited with a reference manager, whatever its title holds."""

import re
from dataclasses import replace
from datetime import date

import pytest

from doetank import urls
from doetank.citations import bibtex, ris
from doetank.pipeline import make_outputs
from doetank.records import RECORD_TYPES
from doetank.records.fields import Ref

from .builders import lesson, library, organisation, page, person, post
from .sites import example_outputs, html_of

HOSTILE = r"100% {echt} & \alles_ #1 $5 ~ ^ “é” 🌱 } @book{x, {"


def entry(**fields):
    found = library({"lessons/begin-klein.md": lesson(**fields)})
    return found, found.entry(Ref("lesson", "begin-klein"))


def written_by(*authors, **fields):
    """A post with these authors, in a library with a person and an organisation."""
    found = library(
        {
            "posts/bericht.md": post(authors=list(authors), **fields),
            "people/jo.md": person(title="Jo van Voorbeeld"),
            "organisations/almere.md": organisation(title="Zorg and Welzijn, Almere"),
        }
    )
    return found, found.entry(Ref("post", "bericht"))


PERSON = {"role": "participant", "person": "jo", "organisation": "almere"}
NAMED = {"role": "participant", "name": "Ans & Zn.", "consent": "self"}
ORGANISATION = {"role": "participant", "organisation": "almere"}
ROLE = {"role": "participant"}


def title_in_bibtex(title):
    return re.search(r"^  title = \{\{(.*)\}\},$", bibtex(*entry(title=f"'{title}'")).decode(), re.MULTILINE)[1]


def test_a_bibtex_entry_says_what_the_page_says():
    assert bibtex(*entry()).decode() == (
        "@misc{lesson-begin-klein-nl,\n"
        "  title = {{Begin klein}},\n"
        "  organization = {{Netwerk}},\n"
        "  year = {2013},\n"
        "  langid = {dutch},\n"
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
    whole, found = entry(title=f"'{HOSTILE}'")
    written = ris(replace(whole, site=replace(whole.site, name="Net\nER  - \u2028TY  - BOOK")), found).decode()
    assert [line[:6] for line in written.splitlines()] == [
        f"{tag}  - " for tag in ("TY", "ID", "TI", "PB", "PY", "DA", "LA", "UR", "N1", "ER")
    ]


def test_a_licence_that_is_an_address_is_written_so_that_tex_can_read_it():
    assert r"note = {Licentie: https://example.org/a\_b\%20c}" in bibtex(*entry(license="https://example.org/a_b%20c")).decode()


def test_a_record_without_a_date_has_no_year():
    found = library({"pages/over.md": page()})
    over = found.entry(Ref("page", "over"))
    assert b"year = " not in bibtex(found, over)
    assert b"PY  - " not in ris(found, over)
    assert "Netwerk (z.d.). Over ons. https://example.org/over/" in html_of(found, "/over/")


@pytest.mark.parametrize(
    ("authors", "in_bibtex", "in_ris", "on_page"),
    [
        ([PERSON], "Jo van Voorbeeld", ["Jo van Voorbeeld"], "Jo van Voorbeeld"),
        ([ORGANISATION], "{Zorg and Welzijn, Almere}", ["Zorg and Welzijn, Almere"], "Zorg and Welzijn, Almere"),
        (
            [PERSON, NAMED, PERSON, ROLE],
            r"Jo van Voorbeeld and Ans \& Zn.",
            ["Jo van Voorbeeld", "Ans & Zn."],
            "Jo van Voorbeeld; Ans &amp; Zn.",
        ),
        ([{**NAMED, "name": "Voorbeeld, Jo"}], "{Voorbeeld, Jo}", ["Voorbeeld, Jo"], "Voorbeeld, Jo"),
    ],
    ids=("person", "organisation", "several", "comma"),
)
def test_a_post_is_cited_by_its_authors(authors, in_bibtex, in_ris, on_page):
    found, told = written_by(*authors)
    assert re.search(r"^  author = \{(.*)\},$", bibtex(found, told).decode(), re.MULTILINE)[1] == in_bibtex
    assert [line[6:] for line in ris(found, told).decode().splitlines() if line.startswith("AU")] == in_ris
    assert f"{on_page} (2013). Bericht. Netwerk. https://example.org/blog/bericht/" in html_of(found, "/blog/bericht/")


def test_a_role_alone_is_nobodys_name():
    found, told = written_by(ROLE)
    assert b"author" not in bibtex(found, told)
    assert b"AU  - " not in ris(found, told)
    assert "Netwerk (2013). Bericht. https://example.org/blog/bericht/" in html_of(found, "/blog/bericht/")


@pytest.mark.parametrize(("lang", "in_bibtex"), [("nl", "dutch"), ("en", "english"), ("fy", None)])
def test_the_language_is_that_of_the_text(lang, in_bibtex):
    found, told = entry(lang=lang)
    langid = re.search(r"langid = \{(.*)\}", bibtex(found, told).decode())
    assert (langid[1] if langid else None) == in_bibtex
    assert f"LA  - {lang}\r\n".encode() in ris(found, told)


def test_the_day_of_reading_is_left_to_the_reader():
    found, told = entry()
    later = replace(found, site=replace(found.site, today=date(2030, 1, 1)))
    assert (bibtex(found, told), ris(found, told)) == (bibtex(later, told), ris(later, told))
    assert "Zet erbij op welke dag u die las." in html_of(found, "/lessen/begin-klein/")


def test_every_listed_record_has_its_files_and_no_other_page():
    found = {file.url for file in example_outputs()[1] if "/cite." in file.url}
    listed = {page.url for page in example_outputs()[0] if page.listed and page.template in RECORD_TYPES}
    assert found == {urls.citation(url, form) for url in listed for form in ("bib", "ris")}


def test_a_key_is_used_once():
    keys = [file.content.split(b"\n")[0] for file in example_outputs()[1] if file.url.endswith(".bib")]
    assert len(set(keys)) == len(keys)


def test_a_draft_is_not_cited():
    _, files = make_outputs(library({"lessons/begin-klein.md": lesson(status="draft")}))
    assert [file.url for file in files if "/cite." in file.url] == []
