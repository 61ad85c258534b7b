"""What is said of a text in the form is what the build says of it."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doetank.catalogue import catalogue
from doetank.plain_language import language_rules
from doetank.privacy import private_passages
from doetank.privacy_rules import text_rules

from ..sites import ROOT
from ..test_privacy import GOVERNMENT

PASSAGES = """async ([texts, rules, ...left]) => {
    const { passages } = await import("/theme/js/contribute/privacy.js");
    return texts.map((text) => passages(text, rules, ...left));
}"""
REMARKS = """async ([text, rules]) => {
    const { remarks } = await import("/theme/js/contribute/language.js");
    return remarks(text, rules);
}"""
WORDS = """async (text) => (await import("/theme/js/contribute/language.js")).words(text)"""
PRIVATE = [
    "jo.voorbeeld@example.org", "Info@example.org", "06-12345678", "+31 (0)6 12345678", "0800-1234567", "BSN", "111222333", "1112.22.333",
    "123456782", "NL91ABNA0417164300", "nl91 abna 0417 1643 00", "NL92 ABNA 0417 1643 00", "BE68 5390 0754 7034", "Dorpsstraat 12,", "1234 AB",
    "Lange Voorhout 9, 2514 EA", "Postbus 12, 2500 AA", "mevrouw", "dhr.", "Jan", "Jansen", "van der", "de", "Ayşe", "Öztürk", "Fatima", "Stichting",
    "Voorzitter", "'t", "Hart", "Galenstraat", "https://example.org/😀", "😀", "١١١٢٢٢٣٣٣", "é@ß.nl", "\n", "\u00a0", ".", ",", "-", "İ", "ſ", "K.",
]  # fmt: skip


def expected(text, waived=(), may_stand=(), named=()):
    return [
        {
            "start": found.start,
            "text": found.text,
            "kind": found.kind,
            "message": found.message.format(catalogue("nl")),
            "notice": found.notice,
        }
        for found in private_passages(text, waived, may_stand=may_stand, named=named)
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


def both(in_the_page, texts, waived=(), may_stand=(), named=()):
    found = in_the_page(PASSAGES, [texts, text_rules(catalogue("nl")), list(waived), list(may_stand), list(named)])
    assert found == [expected(text, waived, may_stand, named) for text in texts]
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


def test_who_is_named_as_an_author_may_be_named_in_the_text(in_the_page):
    [found] = both(in_the_page, ["Jan Jansen en Karin Bakker, jo@example.org."], named=["Jan Jansen", "jo@example.org"])
    assert [passage["text"] for passage in found] == ["jo@example.org", "Karin Bakker"]


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.lists(st.sampled_from(PRIVATE + GOVERNMENT), max_size=12), max_size=20), st.sampled_from([" ", "", ", "]))
def test_of_any_text_both_say_the_same(in_the_page, texts, between):
    both(in_the_page, [between.join(parts) for parts in texts])


def told(in_the_page, text, language="nl"):
    return in_the_page(REMARKS, [text, language_rules(language)])


def sentence(length):
    return " ".join(["woord"] * length)


@pytest.mark.parametrize(
    "text",
    [
        sentence(25) + ".",
        f"{sentence(20)}. {sentence(20)}! {sentence(20)}? {sentence(20)}",
        f"## {sentence(15)}\n\n{sentence(15)}",
        f"# {sentence(15)}\n{sentence(15)}",
        f"- {sentence(15)}\n- {sentence(15)}\n* {sentence(15)}\n1. {sentence(15)}\n2. {sentence(15)}",
        f"> {sentence(15)}\n\n> {sentence(15)}",
        f"```\n{sentence(40)}\n```",
        f"`{sentence(40)}`",
        "[x](https://example.org/" + "a-b." * 40 + ")",
        f"Hij zei: \u201c{sentence(15)}.\u201d {sentence(15)}",
    ],
)
def test_a_sentence_of_25_words_or_less_is_fine(in_the_page, text):
    assert told(in_the_page, text) == []


@pytest.mark.parametrize(
    "middle", [" d.w.z. ", " bijv. ", " 1.000 ", " J. ", " (o.a. ", "\n", " [link](https://example.org/a.b) ", " e.d. "]
)
def test_a_stop_within_a_sentence_does_not_end_it(in_the_page, middle):
    text = f"{sentence(13)}{middle}{sentence(13)}"
    [remark] = told(in_the_page, f"😀 Kort. {text}. Kort.")
    assert remark == {
        "start": 8,
        "text": f"{text}.",
        "kind": "long",
        "words": 27 if middle.strip() and "link" not in middle else remark["words"],
    }
    assert remark["words"] == 26 + bool(middle.strip())


def test_a_difficult_word_has_a_simpler_one_and_is_a_whole_word(in_the_page):
    assert told(in_the_page, "😀 Aangaande dit: wij hebben het geïmplementeerd. Indiening ten behoeve\nvan echter-niet `thans`.") == [
        {"start": 2, "text": "Aangaande", "kind": "difficult", "instead": "over"},
        {"start": 32, "text": "geïmplementeerd", "kind": "difficult", "instead": "invoeren"},
    ]
    assert told(in_the_page, "We utilised it.", "en") == [{"start": 3, "text": "utilised", "kind": "difficult", "instead": "use"}]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0), ("Een, twee; drie!", 3), ("1.000 euro d.w.z. café's", 4), ("- een\n- twee", 2), ("## Kop\n\nTekst", 2), ("a `b c` d", 2),
        ("[twee woorden](https://example.org/a/b)", 2), ("<b>vet</b>", 1), ("Let op[^1].", 2), ("Wob-verzoek", 1), ("— * ~", 0),
    ],
)  # fmt: skip
def test_words_are_counted_as_a_reader_does(in_the_page, text, count):
    assert in_the_page(WORDS, text) == count
