"""The lists of difficult words are in order, and give advice that helps."""

import pytest
import yaml

from doetank.plain_language import language_rules

from .sites import ROOT

WRITTEN = yaml.safe_load((ROOT / "theme" / "contribute" / "plain_language.yml").read_text(encoding="utf-8"))
LISTS = pytest.mark.parametrize("language", WRITTEN["words"])


@LISTS
def test_the_words_are_in_the_order_of_the_alphabet(language):
    assert list(WRITTEN["words"][language]) == sorted(WRITTEN["words"][language])


def test_the_abbreviations_are_in_order_and_end_in_a_stop():
    assert WRITTEN["abbreviations"] == sorted(set(WRITTEN["abbreviations"]))
    assert all(short.endswith(".") and short == short.lower() for short in WRITTEN["abbreviations"])


@LISTS
def test_no_form_is_there_twice_and_none_has_a_sign_that_means_something_in_a_pattern(language):
    forms = [form for word, (_, *others) in WRITTEN["words"][language].items() for form in (word, *others)]
    assert len(forms) == len(set(forms)) == len(language_rules(language)["words"])
    assert all(form.replace(" ", "").isalpha() and form == form.lower() for form in forms)


@LISTS
def test_no_advice_is_difficult_itself(language):
    words = language_rules(language)["words"]
    assert {simple for simple in words.values() if simple in words} == set()


def test_a_difficult_word_is_found_in_each_of_its_forms():
    words = language_rules("nl")["words"]
    assert [words[form] for form in ("implementeren", "implementeert", "geïmplementeerd")] == ["invoeren"] * 3


def test_a_language_without_a_list_has_long_sentences_only():
    assert language_rules("fy") == {"longest_sentence": 25, "abbreviations": WRITTEN["abbreviations"], "words": {}}
