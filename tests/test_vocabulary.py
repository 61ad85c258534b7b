"""The editors own the lists of coded values; another network brings its own."""

import pytest

from doetank.vocabulary import LISTS, read_vocabulary

from .builders import VOCABULARY, experiment, mistakes, shown, vocabulary


def read(text):
    return read_vocabulary(text.encode() if isinstance(text, str) else text, "vocabulary.yml")


def problems(text):
    return shown(read(text)[1])


def test_the_lists_keep_their_order():
    assert {name: vocabulary().ids(name) for name in LISTS} == {
        "phases": ("question", "explore", "experiment"),
        "themes": ("kennis",),
        "causes": ("too-big",),
        "tiers": ("municipality",),
        "roles": ("participant", "coach"),
        "method_categories": ("meeting",),
    }
    assert [name for name, _ in vocabulary()] == list(LISTS)


def test_a_term_has_a_label_and_a_definition_in_both_languages():
    term = vocabulary().term("phases", "explore")
    assert (term.label.text("nl"), term.label.text("en"), term.label.text("fy")) == ("Verkennen", "Explore", "Verkennen")
    assert (term.definition.nl, term.definition.en) == ("Wat er bekend is.", "What is known.")


def test_a_term_that_is_not_there_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        vocabulary().term("phases", "dream")


def test_a_term_may_have_a_source_and_synonyms():
    text = VOCABULARY.replace(
        "What is known.}", "What is known.}\n    source: {title: Handboek, url: 'https://example.org/'}\n    synonyms: {nl: [onderzoeken]}"
    )
    found, none = read(text)
    term = found.term("phases", "explore")
    assert (none, term.source.title, term.source.url, term.synonyms.nl, term.synonyms.en) == (
        (),
        "Handboek",
        "https://example.org/",
        ("onderzoeken",),
        (),
    )


def test_the_address_of_a_source_is_an_address():
    text = VOCABULARY.replace("What is known.}", "What is known.}\n    source: {title: Handboek, url: 'javascript:alert(1)'}")
    assert problems(text) == [
        "vocabulary.yml:8:36: phases.2.source.url: expected an address that starts with `https://`, found `javascript:alert(1)`"
    ]


def test_a_definition_is_required_in_both_languages():
    assert problems(VOCABULARY.replace("{nl: Een gemeente., en: A municipality.}", "{nl: Een gemeente.}")) == [
        "vocabulary.yml:22:17: tiers.1.definition.en: “English” is missing, and is required",
    ]


def test_a_label_is_a_text():
    assert problems(VOCABULARY.replace("{nl: Een gemeente., en: A municipality.}", "{nl: [een, twee], en: A municipality.}")) == [
        "vocabulary.yml:22:22: tiers.1.definition.nl: expected text, found a list",
    ]


def test_every_list_is_required():
    assert problems("phases: []") == [f"vocabulary.yml:1:1: {name}: is missing, and is required" for name in sorted(LISTS)]


def test_a_list_with_a_mistake_is_empty_and_the_others_are_read():
    found, mistakes_ = read(VOCABULARY.replace("id: kennis", "id: Kennis"))
    assert (found.themes, found.ids("phases"), len(mistakes_)) == ((), ("question", "explore", "experiment"), 1)


@pytest.mark.parametrize("content", [None, b"\xff", b"phases: [", b"x" * 2_000_000])
def test_without_a_vocabulary_every_list_is_empty(content):
    found, mistakes_ = read_vocabulary(content, "vocabulary.yml")
    assert ([terms for _, terms in found], len(mistakes_)) == ([()] * 6, 1)


def test_a_file_with_crlf_and_bom_is_read():
    found, none = read(b"\xef\xbb\xbf" + VOCABULARY.replace("\n", "\r\n").encode())
    assert (found, none) == (vocabulary(), ())


@pytest.mark.parametrize("wrong", ["Kennis", "kennis delen", "-kennis", "kénnis", "ken_nis"])
def test_an_id_is_made_of_small_letters_digits_and_hyphens(wrong):
    assert problems(VOCABULARY.replace("id: kennis", f"id: {wrong}")) == [
        f"vocabulary.yml:12:9: themes.1.id: expected an id made of a-z, 0-9 and `-`, found `{wrong}`",
    ]


def test_a_network_without_the_phase_experiment_must_say_an_experiments_phase(monkeypatch):
    other, _ = read(VOCABULARY.replace("id: experiment", "id: try"))
    monkeypatch.setattr("tests.builders.vocabulary", lambda: other)
    assert mistakes(experiment(), "experiments/proef.md") == [
        "phase: `experiment` is not in the list phases of vocabulary.yml; did you mean `try`?"
    ]
    assert mistakes(experiment(phase="try"), "experiments/proef.md") == []
