"""What may identify somebody is refused in any text; what many share is not."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import doetank
from doetank.privacy import _addresses, _may_hold, _names, _numbers, private_passages
from doetank.privacy_rules import given_names

from .builders import cafe, file, lesson, mistakes, page, parsed, post, shown


def passages(text, waived=(), mailboxes=frozenset({"info", "contact"})):
    return [(found.text, found.notice) for found in private_passages(text, waived, mailboxes)]


@pytest.mark.parametrize(
    "address", ["jo.voorbeeld@example.org", "j@example.co.uk", "Jo+lijst@sub.example.org", "jo_v-1@example.nl", "informatie@example.org"]
)
def test_a_personal_address_is_private(address):
    assert passages(f"Mail {address}.") == [(address, False)]
    assert passages(f"[mail](mailto:{address})") == [(address, False)]


@pytest.mark.parametrize(
    "text",
    [
        "info@example.org",
        "Contact@example.org",
        "<info@example.org>",
        "[x](mailto:info@example.org)",
        "@slimmernetwerk",
        "a @ b",
        "https://example.org/@jo",
        "https://example.org/jo@example.org",
    ],
)
def test_a_role_mailbox_and_what_is_no_address_are_fine(text):
    assert passages(text) == []


def test_the_settings_may_add_role_mailboxes():
    assert passages("slimmer@example.org", mailboxes=frozenset({"slimmer"})) == []


@pytest.mark.parametrize(
    "number",
    [
        "06-12345678",
        "06 12 34 56 78",
        "+31612345678",
        "+31 6 12345678",
        "0031612345678",
        "+31 (0)6 12345678",
        "(020) 123 45 67",
        "020-1234567",
        "0201234567",
    ],
)
def test_a_phone_number_is_private(number):
    assert passages(f"Bel {number} nu") == [(number, False)]


@pytest.mark.parametrize(
    "text",
    [
        "0800-1234567",
        "0900 1234567",
        "in 2013 en 2014",
        "12.345.678 euro",
        "https://example.org/0612345678",
        "2013-04-25",
        "ISBN 9789012345678",
        "1012345678",
    ],
)
def test_other_numbers_are_fine(text):
    assert passages(text) == []


@pytest.mark.parametrize("number", ["111222333", "1112.22.333", "111 222 333"])
@pytest.mark.parametrize("word", ["BSN", "bsn", "burgerservicenummer", "burgerservice-nummers", "sofinummer", "sofi-nummer"])
def test_a_citizen_service_number_beside_its_word_is_a_mistake(number, word):
    assert passages(f"Het {word} is {number}.") == [(number, False)]


def test_elsewhere_it_is_a_notice_because_chance_may_explain_it():
    assert passages("Zaak 111222333 is gesloten.") == [("111222333", True)]
    assert passages("BSN" + " " * 61 + "111222333") == [("111222333", True)]


@pytest.mark.parametrize("text", ["BSN 111222334", "BSN 1112223330", "BSN 000000000", "BSN 111222333,50", "BSN-project"])
def test_a_number_that_fails_the_test_is_no_citizen_service_number(text):
    assert passages(text) == []


@pytest.mark.parametrize(
    "account", ["NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "BE68 5390 0754 7034", "GB29NWBK60161331926819"]
)
def test_a_bank_account_number_is_one_mistake(account):
    assert passages(f"Stort op {account} nu") == [(account, False)]


@pytest.mark.parametrize("text", ["NL92 ABNA 0417 1643 00", "NL91ABNA0417164300123", "NL12 BREDA 1234 5678 AB", "XX91ABNA0417164300"])
def test_what_fails_the_check_is_no_bank_account_number(text):
    assert [found.text for found in private_passages(text) if found.kind == "iban"] == []


@pytest.mark.parametrize(
    "address",
    [
        "Dorpsstraat 12",
        "Lindelaan 4a",
        "Lange Voorhout 9, 2514 EA",
        "Laan van Meerdervoort 500, 2563 AT",
        "Lange Plein 12\n1234AB",
        "Zeedijk 1-3",
    ],
)
def test_a_postal_address_is_a_notice(address):
    assert passages(f"Zij woont op {address}.") == [(address, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Postbus 123, 2500 AA Den Haag",
        "Antwoordnummer 10, 2500 WB Den Haag",
        "Onderweg 3, daarna 4.",
        "In de Dorpsstraat 12 huizen bezocht.",
        "Aan het Stadsplein stonden 12 kramen.",
        "Op Rijksweg 12.",
        "Artikel 12, 2013",
        "Fase 2 en fase 3.",
    ],
)
def test_what_only_looks_like_an_address_is_fine(text):
    assert passages(text) == []


@pytest.mark.parametrize(
    "name",
    [
        "mevrouw Yilmaz", "Mevrouw De Groot", "dhr. J. de Vries", "mw. van der Berg", "de heer Jansen", "meneer 't Hart",
        "Jan Jansen", "Jan Willem de Boer", "Fatima el Bakkali", "Ayşe Öztürk", "Mohammed Benali-Smit", "Piet P. Paulusma",
        "Małgorzata Nowak", "Sunita Ramdin", "mevrouw Fatima Yilmaz", "Anne van ’t Hof",
    ],
)  # fmt: skip
def test_a_name_is_one_notice(name):
    assert passages(f"Toen zei {name} dat het beter kan.") == [(name, True)]


@pytest.mark.parametrize(
    "text",
    [
        "Thorbeckeplein", "Stichting Anne Frank", "de Anne Frank Stichting", "Jan van Galenstraat", "Johan de Wittlaan", "Prins Willem Alexander",
        "Jan Modaal", "mevrouw de voorzitter", "meneer Voorzitter", "Sint Maria Ziekenhuis", "Karel Doorman Prijs", "Mark zei het.",
        "Peter, Den Haag", "De heer en mevrouw", "Koning Willem Alexander", "Martin Luther King Foundation", "mr. dr.", "# Jan\nTekst",
    ],
)  # fmt: skip
def test_what_is_named_after_somebody_is_no_person(text):
    assert passages(text) == []


GOVERNMENT = [
    "Gemeente", "Den", "Haag", "Ministerie", "van", "Binnenlandse", "Zaken", "en", "Koninkrijksrelaties", "Rijkswaterstaat", "de", "Tweede",
    "Kamer", "Wet", "maatschappelijke", "ondersteuning", "2015", "artikel", "12", "Participatiewet", "VNG", "Kennisland", "Dorpsstraat in",
    "Wob-verzoek", "per", "1", "januari", "5.000", "euro", "Burgemeester", "wethouder", "College", "Doetank", "Slimmernetwerk", "Café", "A12",
    "Utrecht", "Noord-Holland", "Programma", "Digitale", "Overheid", "UWV", "Belastingdienst", "De", "Het", "Wij", "Zij", "op", "30", "%",
]  # fmt: skip


@given(st.lists(st.sampled_from(GOVERNMENT), max_size=30).map(" ".join))
def test_the_words_of_government_give_no_false_alarm(text):
    assert passages(text) == []


PIECES = st.sampled_from([
    "06", "12345678", "+31 (0)6", "12 34 56 78", "٠٦", "١٢٣٤٥٦٧٨٩", "١٢٣ ٤٥٦ ٧٨٩", "１２３４５６７８９", "123456782", "100.000.000", "NL91ABNA0417164300", "MT84 MALT", "0110 0001 2345 MTLC AST0 01S",
    "jo@", "info@", "example.org", "https://example.org/", "Dorpsstraat", "Hof van ’s", "é", "12", "1", "12a", "9.", "1234 AB", "1234", "AB Almere", "te", "de heer", "mw.", "Mevr. A.", "van den", "Berg",
    "Jan", "Jan-Willem", "Jansen", "De Vries", "Stichting", "de", "prijs", "straat", "-", "(", ")", ",", "/", "", "2013", "2014", "BSN",
    "jan", "IJsbrand", "José", "Élise", "Karin", "Özdemir", "Łukasz", "Žižek", "O’Brien", "d’Arc", "A.", "'t", "’t", "’s", "Van", "der", "Hr.", "dr.", "Dw.", "Mr.", "de Heer", "Meneer", "von", "bin", "\u00a0", "\u2003", "x",
])  # fmt: skip
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", "", "  ", "\n", ", "])), max_size=8).map(
    lambda found: "".join(map("".join, found))
)


@settings(max_examples=500)
@given(TEXTS)
def test_a_quick_look_passes_over_nothing(text):
    numbers, houses, names = _may_hold(text.encode())
    assert numbers or [*_numbers(text, ())] == []
    assert houses or [*_addresses(text)] == []
    assert names or [*_names(text)] == []


@given(st.lists(TEXTS.map(str.strip), max_size=4))
def test_what_is_private_in_a_line_is_so_among_others(lines):
    assert passages("\n".join(lines)) or [found for line in lines for found in passages(line)] == []


def test_a_field_for_names_may_hold_them_and_its_names_may_stand_in_the_text():
    person = file("Jan Jansen belt.", title="Jan Jansen", consent="{public_source: 'https://example.org'}")
    assert mistakes(person, "people/jan-jansen.md") == []
    authors = "[{role: coach, name: Jan Jansen, consent: self}]"
    assert mistakes(post("Jan Jansen en Karin Bakker.", authors=authors), "posts/bericht.md") == [
        "advice: `Karin Bakker` looks like somebody's name; write the role, or `one woman, municipality of X`, unless the person agreed"
    ]


def test_where_a_meeting_is_held_may_be_said():
    assert mistakes(cafe(venue="Dorpsstraat 12, 1234 AB"), "cafes/2013-04-25-cafe.md") == []
    assert len(mistakes(cafe(summary="Bij Dorpsstraat 12, 1234 AB."), "cafes/2013-04-25-cafe.md")) == 1


def test_a_given_name_ends_as_the_quick_look_expects():
    assert [name for name in given_names() if not _may_hold(f"{name} Bakker".encode())[2]] == []


def test_no_given_name_is_there_twice():
    lines = (Path(doetank.__file__).parent / "data" / "given_names.txt").read_text(encoding="utf-8").splitlines()
    names = [name for line in lines if not line.startswith("#") for name in line.split()]
    assert sorted(names) == sorted(given_names())


def test_a_waived_passage_may_stand():
    assert passages("Bel 020-1234567 of 06-12345678.", waived={"020-1234567"}) == [("06-12345678", False)]


def test_a_waiver_in_the_record_carries_a_reason():
    content = page("Bel 020-1234567.", privacy_ok="[{text: 020-1234567, because: Het algemene nummer.}]")
    assert mistakes(content, "pages/over.md") == []


def test_waivers_that_could_not_be_read_are_the_only_mistake():
    assert mistakes(page("Bel 020-1234567.", privacy_ok="ja"), "pages/over.md") == [
        "privacy_ok: expected a list, one line per item that starts with `- `, found `ja`",
    ]
    assert mistakes(page("Bel 020-1234567.", privacy_ok="[ja]"), "pages/over.md") == [
        "privacy_ok.1: expected lines of the form `key: value`, found `ja`"
    ]


def test_a_waiver_that_could_not_be_read_is_the_only_mistake():
    assert mistakes(page("Bel 020-1234567.", privacy_ok="[{text: 020-1234567}]"), "pages/over.md") == [
        "privacy_ok.1.because: “Because” is missing, and is required"
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Mail jo@example.org"}, {"summary": "Mail jo@example.org"}, {"contact": "jo@example.org"}, {"tags": "[jo@example.org]"},
        {"retired_because": "Mail jo@example.org", "status": "retired"}, {"sources": "[{title: Mail jo@example.org}]"},
    ],
)  # fmt: skip
def test_every_text_field_is_looked_at(fields):
    [problem] = mistakes(page(**fields), "pages/over.md")
    assert problem.endswith("`jo@example.org` looks like a personal e-mail address; remove it, or name a role mailbox such as info@")


def test_a_passage_in_the_body_has_its_place():
    assert shown(parsed(page("\nEen regel.\n\nBel 06-12345678 nu."), "pages/over.md").problems) == [
        "pages/over.md:7:5: `06-12345678` looks like a phone number; remove it",
    ]


def test_a_notice_leaves_the_record_usable():
    found = parsed(lesson("Zaak 111222333."))
    assert shown(found.problems) == [
        "lessons/begin-klein.md:14:6: advice: `111222333` could be a citizen service number (BSN); if it is, remove it",
    ]
    assert found.record is not None


@pytest.mark.parametrize(
    "text",
    [
        "a." * 50_000 + "@",
        "0" * 100_000,
        "1 " * 50_000,
        "+31 " * 30_000,
        "a@" * 50_000,
        "a-" * 50_000 + "@b",
        "Jan " * 12_000 + "Voorzitter",
        "Jan Jansen. " * 8_000,
        "Aa " * 30_000 + "1",
        "A-" * 50_000 + " 1",
        "mw. " * 20_000,
        "NL91ABNA0417164300 " * 5_000,
    ],
)
def test_a_hostile_text_is_read_quickly(text):
    start = time.perf_counter()
    passages(text)
    assert time.perf_counter() - start < 2
