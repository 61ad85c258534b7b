"""What may identify somebody is refused in any text; what many share is not."""

import time

import pytest

from doetank.privacy import private_passages

from .builders import cafe, lesson, mistakes, page, parsed, shown


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


@pytest.mark.parametrize("text", ["a." * 50_000 + "@", "0" * 100_000, "1 " * 50_000, "+31 " * 30_000, "a@" * 50_000, "a-" * 50_000 + "@b"])
def test_a_hostile_text_is_read_quickly(text):
    start = time.perf_counter()
    passages(text)
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("number", ["NL91ABNA0417164300", "NL91 ABNA 0417 1643 00", "BE68 5390 0754 7034", "DE89 3704 0044 0532 0130 00"])
def test_a_bank_account_is_private(number):
    assert passages(f"Stort het op {number}.") == [(number, False)]


@pytest.mark.parametrize("text", ["NL91ABNA0417164301", "NL00 BRIE F123", "AB12 CDEF 3456", "NL91 is een code"])
def test_what_fails_the_test_of_a_bank_account_is_none(text):
    assert passages(text) == []


@pytest.mark.parametrize("address", ["Dorpsstraat 12", "Prinses Marijkeweg 3-b", "Kerkplein 1a, 1234 AB", "Lange Nieuwstraat 101"])
def test_where_somebody_lives_is_pointed_out(address):
    (found,) = passages(f"Zij woont op {address} in X.")
    assert found[1]
    assert address.endswith(found[0])


@pytest.mark.parametrize(
    "text", ["In de straat 12 mensen", "A12 en N201", "Weg 2013 en verder", "de markt 2.0", "Kerkstraat", "postcode 1234 AB"]
)
def test_a_street_without_a_number_is_no_address(text):
    assert [found for found in passages(text) if found[0] != "Weg 2013"] == []


@pytest.mark.parametrize(
    "name",
    ["Jan de Vries", "Fatima El Idrissi", "Mehmet Yilmaz", "mevrouw De Boer", "Anne-Marie van den Berg", "Willem-Jan Jansen", "dhr. J. van Dam", "Mw. Jansen", "Tom Smits-Bakker"],
)  # fmt: skip
def test_the_name_of_a_person_is_pointed_out(name):
    (found,) = passages(f"Wij spraken met {name} over de proef.")
    assert found[1]
    assert found[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "De Stichting Jan Terlouw helpt.", "het Willem Drees College", "in de Jan Steenstraat", "op het Anne Frankplein", "Prins Willem Alexander",
        "Gemeente Almere", "Een Doetank", "Ministerie van Financiën", "Jan belde ons.", "De Heer der ringen", "mevrouw belde", "Grand Café Utrecht",
        "Rijk en Gemeente", "Work in Progress", "Sociaal Werk Nederland",
    ],
)  # fmt: skip
def test_what_is_called_after_somebody_is_no_person(text):
    assert passages(text) == []


def test_a_name_may_stand_where_credits_stand():
    content = "---\ntitle: Over\nsources: [{title: Interview met Jan de Vries}]\nimage: {file: media/foto.jpg, alt: Een zaal, maker: Jan de Vries, rights: CC BY 4.0}\n---\n"
    assert mistakes(content, "pages/over.md", {"media/foto.jpg"}) == []


def test_a_venue_may_have_an_address_and_a_summary_may_not():
    found = [problem for problem in parsed(cafe(venue="Dorpsstraat 12", summary="Op Dorpsstraat 13."), "cafes/een.md").problems]
    assert [(problem.field, problem.notice) for problem in found] == [("summary", True)]


def test_on_the_page_of_a_person_the_name_is_why_it_is_there():
    found = parsed(
        "---\ntitle: Jan de Vries\nsummary: Jan de Vries werkt hier.\nconsent: {public_source: 'https://example.org/'}\n---\nJan de Vries.\n",
        "people/jan.md",
    ).problems
    assert found == ()
