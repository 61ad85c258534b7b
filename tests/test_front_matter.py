"""A file is fields between two lines `---`, and a body."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doetank.front_matter import MAX_BYTES, Document, read_document

from .builders import shown


def read(content):
    document, problems = read_document(content if isinstance(content, bytes) else content.encode(), "a.md")
    assert problems == ()
    return dict(document.fields.data), document.body, document.body_line


def refused(content):
    document, problems = read_document(content if isinstance(content, bytes) else content.encode(), "a.md")
    assert document is None
    return shown(problems)


def test_the_body_starts_after_the_second_line():
    assert read("---\ntitle: x\n---\n\nTekst\n") == ({"title": "x"}, "\nTekst\n", 4)


def test_a_byte_order_mark_is_accepted():
    assert read(b"\xef\xbb\xbf---\ntitle: x\n---\nTekst") == ({"title": "x"}, "Tekst", 4)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_accepted(end):
    assert read(f"---{end}title: x{end}---{end}Een{end}Twee") == ({"title": "x"}, "Een\nTwee", 4)


def test_blank_lines_before_the_fields_are_forgiven():
    assert read("\n  \n---\ntitle: x\n---\nTekst") == ({"title": "x"}, "Tekst", 6)


def test_spaces_after_the_lines_are_forgiven():
    assert read("--- \ntitle: x\n---\t\n") == ({"title": "x"}, "", 4)


def test_a_later_line_belongs_to_the_body():
    assert read("---\ntitle: x\n---\na\n\n---\n\nb")[1] == "a\n\n---\n\nb"


def test_a_file_without_fields_may_be_read_as_such():
    assert read("---\n---\nTekst") == ({}, "Tekst", 3)


def test_a_file_of_one_mebibyte_is_read_and_a_larger_one_is_not():
    start = "---\ntitle: x\n---\n"
    assert len(read(start + "x" * (MAX_BYTES - len(start)))[1]) == MAX_BYTES - len(start)
    assert refused(start + "x" * (MAX_BYTES - len(start) + 1)) == ["a.md:1:1: the file is 1025 KiB; at most 1024 KiB is read"]


def test_what_is_not_utf8_is_told_with_its_place():
    assert refused(b"---\ntitle: caf\xe9\n---\n") == ["a.md:2:11: not UTF-8; save the file with the encoding UTF-8"]


def test_fields_that_cannot_be_read_do_not_hide_the_body():
    document, problems = read_document(b"---\ntitle: a: b\n---\nTekst", "a.md")
    assert document == Document(None, "Tekst", 4)
    assert shown(problems) == ["a.md:2:9: a value with `: ` in it needs quotes around the whole value"]


def test_an_invisible_character_in_the_body_is_told_with_its_place():
    _, problems = read_document("---\ntitle: x\n---\n\nab\u202ec".encode(), "a.md")
    assert shown(problems) == ["a.md:5:3: an invisible character stands here, U+202E (RIGHT-TO-LEFT OVERRIDE); remove it"]


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"---\n{text}\n---\n{text}".encode(errors="replace")))
def test_any_file_gives_a_document_or_a_problem(content):
    document, problems = read_document(content, "a.md")
    assert document is not None or problems
