"""Every text of ours is in the Dutch catalogue, and says the same things."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from doetank.catalogue import N_, Catalogue, Label, catalogue

ROOT = Path(__file__).parents[1]
DUTCH = ROOT / "theme" / "translations" / "nl" / "LC_MESSAGES" / "messages.po"
IN_CODE = {"say": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
IN_TEMPLATES = {"_": None, "gettext": None, "ngettext": (1, 2)}


@cache
def texts():
    """Every text of ours with where it stands: a text, or a text and its plural."""
    places = (
        (ROOT / "plugins", [("**.py", "python")], IN_CODE),
        (ROOT / "theme" / "templates", [("**.*", "jinja2")], IN_TEMPLATES),
    )
    found = {}
    for folder, methods, keywords in places:
        for name, line, text, _comments, _context in extract_from_dir(folder, method_map=methods, keywords=keywords):
            found.setdefault(text, f"{name}:{line}")
    return found


@cache
def translations():
    with DUTCH.open("rb") as file:
        return {_singular(message.id): message for message in read_po(file, locale="nl") if message.id}


def _singular(text):
    return text if isinstance(text, str) else text[0]


def forms(message):
    """Pairs of an English text and its Dutch one."""
    if isinstance(message.id, tuple | list):
        return list(zip(message.id, message.string, strict=True))
    return [(message.id, message.string)]


def placeholders(text):
    """What is filled in, doubled braces left out."""
    return sorted(set(re.findall(r"\{(\w*)[^{}]*\}", text.replace("{{", "").replace("}}", ""))))


def test_every_text_of_ours_has_a_dutch_translation():
    missing = {}
    for text, place in texts().items():
        message = translations().get(_singular(text))
        if message is None or not all(dutch for _, dutch in forms(message)) or (isinstance(text, tuple) and message.id != text):
            missing[text] = place
    assert missing == {}


def test_no_translation_is_left_of_a_text_that_is_gone():
    assert set(translations()) - {_singular(text) for text in texts()} == set()


def test_no_translation_is_a_guess():
    assert [message.id for message in translations().values() if message.fuzzy] == []


def test_a_translation_fills_in_the_same_things():
    wrong = [
        pair
        for message in translations().values()
        for pair in forms(message)
        if not set(placeholders(pair[1])) <= set(placeholders(pair[0]))
        or (placeholders(pair[0]) != placeholders(pair[1]) and pair[0] == message.id)
    ]
    assert wrong == []


def test_a_translation_keeps_braces_and_what_must_be_typed():
    def typed(text):
        return sorted(re.findall(r"\{\{[^{}]*\}\}", text))

    assert [pair for message in translations().values() for pair in forms(message) if typed(pair[0]) != typed(pair[1])] == []


def test_every_text_that_the_code_marks_can_be_extracted():
    """Babel overlooks a marked text inside some calls; then nobody would miss its translation."""
    known = {part for text in texts() for part in ([text] if isinstance(text, str) else text)}
    overlooked = []
    for file in sorted((ROOT / "plugins").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in IN_CODE and node.args and isinstance(node.args[0], ast.Constant):
                overlooked += [f"{file.name}:{node.lineno}: {node.args[0].value}"] if node.args[0].value not in known else []
    assert overlooked == []


def _name(function):
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def test_the_catalogue_speaks_dutch():
    with DUTCH.open("rb") as file:
        found = read_po(file)
    assert (str(found.locale), found.num_plurals, found.plural_expr) == ("nl", 2, "(n != 1)")


@pytest.mark.parametrize(
    ("english", "dutch"),
    [("Works", "Werkt"), ("Works under conditions", "Werkt onder voorwaarden"), ("Does not work", "Werkt niet"), ("Not recorded", "Niet vastgelegd"), ("Lesson", "Les"), ("Recommendation", "Aanbeveling"), ("Method", "Werkvorm"), ("Yearly lessons", "Jaarlessen"), ("Post", "Bericht"), ("Inspiration", "Inspiratie"), ("Organisation", "Organisatie"), ("Reflection", "Reflectie"), ("Doetank", "Doetank"), ("Café", "Café")],
)  # fmt: skip
def test_the_words_of_the_network_are_those_of_the_glossary(english, dutch):
    assert catalogue("nl").gettext(english) == dutch


def test_one_and_many_differ():
    one, many = "{n} mistake. Nothing was written.", "{n} mistakes. Nothing was written."
    assert [catalogue("nl").ngettext(one, many, n) for n in (0, 1, 2)] == [
        "{n} fouten. Er is niets geschreven.",
        "{n} fout. Er is niets geschreven.",
        "{n} fouten. Er is niets geschreven.",
    ]
    assert [catalogue("en").ngettext(one, many, n) for n in (0, 1, 2)] == [many, one, many]


def test_a_text_without_a_translation_is_shown_in_english():
    assert catalogue("nl").gettext("Nobody wrote this.") == "Nobody wrote this."
    assert catalogue("fy").gettext("Lesson") == "Lesson"
    assert Catalogue("nl", {}, {}).ngettext("one", "many", 1) == "one"


def test_a_marked_text_is_told_apart_from_a_text_of_an_author():
    assert (N_("Lesson"), isinstance(N_("Lesson"), Label), isinstance("Lesson", Label)) == ("Lesson", True, False)
