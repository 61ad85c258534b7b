"""CSV that a spreadsheet reads as it is meant."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doetank.spreadsheets import as_csv, as_json, joined

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


def cells(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def unprotected(text):
    return text[1:] if text.startswith("'") and text.lstrip("'")[:1] in ("=", "+", "-", "@", "\t", "\r") and text.lstrip("'") else text


def test_the_whole_of_a_small_table():
    content = as_csv(("a", "b"), [{"a": 'x,"y"', "b": True}, {"b": 3}, {"a": "=1", "b": -3}])
    assert content == '\ufeffa,b\r\n"x,""y""",true\r\n,3\r\n\'=1,-3\r\n'.encode()


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx"])
def test_a_formula_gets_an_apostrophe(text):
    assert cells(as_csv(("a",), [{"a": text}]))[1] == [f"'{text}"]


@given(TEXTS)
def test_every_text_can_be_had_back(text):
    rows = cells(as_csv(("a", "b"), [{"a": text, "b": "x"}]))
    assert unprotected(rows[1][0]) == text


def test_lists_and_groups_stand_in_one_cell():
    assert joined(["a", "b"]) == "a; b"
    assert as_json({"naam": "Café"}) == '{"naam": "Café"}'
