"""What is said of a text in the form is what the build says of it."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doetank.catalogue import catalogue
from doetank.privacy import private_passages
from doetank.privacy_rules import text_rules

from ..sites import ROOT
from ..test_privacy import GOVERNMENT

PASSAGES = """async ([texts, rules, waived, mayStand]) => {
    const { passages } = await import("/theme/js/contribute/privacy.js");
    return texts.map((text) => passages(text, rules, waived, mayStand));
}"""
PRIVATE = [
    "jo.voorbeeld@example.org", "Info@example.org", "06-12345678", "+31 (0)6 12345678", "0800-1234567", "BSN", "111222333", "1112.22.333",
    "123456782", "NL91ABNA0417164300", "nl91 abna 0417 1643 00", "NL92 ABNA 0417 1643 00", "BE68 5390 0754 7034", "Dorpsstraat 12,", "1234 AB",
    "Lange Voorhout 9, 2514 EA", "Postbus 12, 2500 AA", "mevrouw", "dhr.", "Jan", "Jansen", "van der", "de", "Ayşe", "Öztürk", "Fatima", "Stichting",
    "Voorzitter", "'t", "Hart", "Galenstraat", "https://example.org/😀", "😀", "١١١٢٢٢٣٣٣", "é@ß.nl", "\n", "\u00a0", ".", ",", "-", "İ", "ſ", "K.",
]  # fmt: skip


def expected(text, waived=(), may_stand=()):
    return [
        {
            "start": found.start,
            "text": found.text,
            "kind": found.kind,
            "message": found.message.format(catalogue("nl")),
            "notice": found.notice,
        }
        for found in private_passages(text, waived, may_stand=may_stand)
    ]


@cache
def written():
    folders = [ROOT / "content", ROOT / "tests" / "site" / "content", ROOT / "tests" / "refused"]
    files = sorted(file for folder in folders for file in folder.rglob("*.md"))
    return [file.read_text(encoding="utf-8", errors="ignore") for file in (*files, Path(__file__).parent.parent / "test_privacy.py")]


@pytest.fixture(scope="module")
def in_the_page(browser, address):
    page = browser.new_page()
    page.goto(address)
    yield page.evaluate
    page.close()


def both(in_the_page, texts, waived=(), may_stand=()):
    found = in_the_page(PASSAGES, [texts, text_rules(catalogue("nl")), list(waived), list(may_stand)])
    assert found == [expected(text, waived, may_stand) for text in texts]
    return found


def test_the_page_finds_in_everything_that_was_written_what_the_build_finds(in_the_page):
    found = both(in_the_page, written())
    assert {passage["kind"] for passages in found for passage in passages} == {
        "email",
        "phone",
        "bsn",
        "perhaps-bsn",
        "iban",
        "address",
        "name",
    }


def test_what_is_waived_and_what_a_field_is_for_is_left_out(in_the_page):
    text = "Jan Jansen, Dorpsstraat 12, 06-12345678 of 020-1234567."
    [found] = both(in_the_page, [text], waived=["020-1234567"], may_stand=["name", "address"])
    assert [passage["text"] for passage in found] == ["06-12345678"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(st.sampled_from(PRIVATE + GOVERNMENT), max_size=12), max_size=20), st.sampled_from([" ", "", ", "]))
def test_of_any_text_both_say_the_same(in_the_page, texts, between):
    both(in_the_page, [between.join(parts) for parts in texts])
