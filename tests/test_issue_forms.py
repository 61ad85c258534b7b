"""Issues as records: what was filled in is what is read, and nothing that somebody writes is more than text."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from doetank.bodies import Converter
from doetank.bodies.links import Places
from doetank.catalogue import catalogue
from doetank.front_matter import read_document
from doetank.issue_forms import ASKED
from doetank.issue_forms.answers import answers_in, ticked
from doetank.issue_forms.known import Known, known_records
from doetank.issue_forms.parts import MOST_PARTS
from doetank.issue_forms.questions import Question
from doetank.issue_forms.submission import Submission, read_submission
from doetank.issue_forms.values import value_of
from doetank.reading import Parsed, Reader
from doetank.records import RECORD_TYPES
from doetank.records.as_written import as_written
from doetank.records.describe import GROUP, MEDIA, PARAGRAPH, TEXT, describe_fields
from doetank.records.fields import Reading, Ref
from doetank.sources import Source, find_sources

from .issues import LESSON, WORDS, body_of, questions, vocabulary
from .sites import CONTENT, site

TEAM = Ref("doetank", "slim-innen")
KNOWN = Known(
    frozenset({TEAM, Ref("doetank", "twee"), Ref("cafe", "twee"), Ref("organisation", "tno"), Ref("person", "jo")}),
    {"slim innen": (TEAM,), "zelfde titel": (Ref("cafe", "twee"), Ref("doetank", "twee"))},
    {"/doetanks/slim-innen/": TEAM},
)
REFERENCES = {
    "about": ("network", "network"),
    "led_to": ("Slim innen", "doetank:slim-innen"),
    "doetanks": ("Slim innen", "doetank:slim-innen"),
}
REFERENCES |= {"hosts": ("tno", "organisation:tno")}
"""What is written for a reference, where the record type has no example, and how the record has it."""


def submitted(type_name: str, body: str, known: Known = KNOWN) -> Submission:
    return read_submission(body, RECORD_TYPES[type_name], vocabulary(), WORDS, known)


def read(submission: Submission, type_name: str, folder: Path) -> Parsed:
    """What the ordinary reader makes of it."""
    place = folder / "record.md"
    place.write_text(submission.text, encoding="utf-8")
    reader = Reader(Reading(vocabulary(), site().zone), Converter(Places({}, frozenset(), {})), frozenset(), "nl")
    return reader.read(Source(submission.name, submission.name, type_name, "record", None, place))


def told(parsed: Parsed) -> dict[str, object]:
    """The fields of a record that say more than saying nothing."""
    found = as_written(parsed.known or parsed.record, defaults=False)  # type: ignore[arg-type]
    return {name: value for name, value in found.items() if value is not None}


def question(type_name: str, question_id: str) -> Question:
    return next(one for one in questions(type_name) if one.id == question_id)


def messages(type_name: str, question_id: str, answer: str, language: str = "en") -> list[str]:
    _, wrong = value_of(question(type_name, question_id), answer, KNOWN)
    return [message.format(catalogue(language)) for message in wrong]


def example(one: Question) -> tuple[str, object]:
    """An answer made of what the record type gives as an example, and the value that it stands for."""
    field = one.field
    if field.refers_to:
        written, meant = REFERENCES[field.name]
        return written, [meant] if field.many else meant
    if one.options:
        code, label = one.options[-1]
        value: object = False if code == "false" else code
        return label, [value] if field.many else value
    if not one.parts:
        text = one.example or "Tekst."
        return text, [text] if field.many and not one.code else int(text) if re.fullmatch(r"\d+", text) else text
    group: dict[str, object] = {}
    cells = []
    for part in one.parts:
        written = part.options[0][1] if part.options else WORDS.gettext(part.field.example)
        value = part.options[0][0] if part.options else int(written) if part.field.name == "number" else str(written)
        cells.append(written)
        inner = group
        for name in part.path[:-1]:
            inner = inner.setdefault(name, {})  # type: ignore[assignment]
        if written:
            inner[part.path[-1]] = value
    return " | ".join(cells), [group] if field.many else group


@pytest.mark.parametrize("type_name", ASKED)
def test_examples_are_filled_in_and_read_as_they_are(type_name: str, tmp_path: Path) -> None:
    left_open = {"privacy_ok", *(("start", "end") if type_name == "cafe" else ())}
    asked = [one for one in questions(type_name) if one.id not in left_open and not one.is_text]
    filled = {one.id: example(one) for one in asked}
    expected: dict[str, object] = {}
    for one in asked:
        value = filled[one.id][1]
        if one.code:
            expected.setdefault(one.field.name, []).append({"round": one.code, "text": value})  # type: ignore[attr-defined]
        elif value is not False:
            expected[one.field.name] = value
    found = submitted(type_name, body_of(type_name, {**{name: text for name, (text, _) in filled.items()}, "body": "Een.\n\nTwee."}))
    assert found.mistakes == ()
    parsed = read(found, type_name, tmp_path)
    assert [problem.format(WORDS) for problem in parsed.problems] == []
    assert parsed.record
    assert told(parsed) == expected
    assert found.text.endswith("---\n\nEen.\n\nTwee.\n")


ONE_LINE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp"), exclude_characters="\ufffe\uffff"), max_size=60
)
PLAIN = ONE_LINE.map(str.strip).filter(lambda text: text not in ("", "None", "_No response_") and not text.startswith("### "))
PARAGRAPHS = st.lists(PLAIN, min_size=1, max_size=3).map("\n".join)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), type_name=st.sampled_from(ASKED), ends=st.sampled_from(["\n", "\r\n"]))
def test_every_text_is_read_as_it_was_written(data: st.DataObject, type_name: str, ends: str, tmp_path: Path) -> None:
    asked = [one for one in questions(type_name) if one.field.kind in (TEXT, PARAGRAPH) and not one.has_lines and one.id != "lang"]
    answers = {one.id: data.draw(PARAGRAPHS if one.field.kind == PARAGRAPH else PLAIN, label=one.id) for one in asked}
    found = submitted(type_name, body_of(type_name, answers).replace("\n", ends))
    assert found.mistakes == ()
    parsed = read(found, type_name, tmp_path)
    assert {name: told(parsed).get(name) for name in answers} == {name: " ".join(text.split("\n")) for name, text in answers.items()}


@settings(max_examples=60)
@given(st.lists(ONE_LINE.filter(lambda line: not line.startswith("### ")), min_size=1).map("\n".join).filter(lambda text: text.strip()))
def test_the_text_below_the_fields_is_kept_as_it_is(text: str) -> None:
    found = submitted("post", body_of("post", {"body": text}))
    document, _ = read_document(found.text.encode(), "x.md")
    assert document
    nothing = text.strip() in ("None", "_No response_")
    assert document.body.strip() == ("" if nothing else text.strip())


def test_line_ends_of_windows_and_spaces_around_an_answer_change_nothing() -> None:
    assert answers_in("### A\r\n\r\n  een \r\n\r\n### B  \r\n\r\n_No response_\r\n", {"A", "B"}) == ({"A": "een"}, ())


def test_a_heading_that_is_no_question_is_text() -> None:
    assert answers_in("### A\n\neen\n\n### C\n\n#### B\n\n ### B\n", {"A", "B"}) == ({"A": "een\n\n### C\n\n#### B\n\n ### B"}, ())


@pytest.mark.parametrize("fence", ["", "```\n"])
def test_an_answer_that_holds_the_heading_of_another_question_is_not_taken_silently(fence: str) -> None:
    smuggled = f"Wij begonnen.\n\n{fence}### Oordeel\n\nWerkt niet\n"
    found = submitted("lesson", body_of("lesson", {**LESSON, "expected": smuggled}))
    assert [(mistake.label, mistake.message.format(catalogue("en"))) for mistake in found.mistakes][-1] == (
        "Oordeel",
        "stands in the issue more than once; write `##` instead of `###` before a heading of your own",
    )


@pytest.mark.parametrize("ticks", ["x ", " x", "  "])
def test_without_every_tick_there_is_no_text(ticks: str) -> None:
    found = submitted("lesson", body_of("lesson", LESSON, ticks))
    assert [(mistake.label, mistake.message.text) for mistake in found.mistakes] == [
        ("Akkoord", "tick every box; without that the text cannot be published")
    ]


def test_a_box_is_ticked_with_either_letter() -> None:
    assert ticked("- [X] Een\n- [ ] Twee\n- [x]  Drie\ntekst") == {"Een", "Drie"}


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("Network", "network"),
        ("slim innen", "doetank:slim-innen"),
        ("slim-innen", "doetank:slim-innen"),
        ("doetank:slim-innen", "doetank:slim-innen"),
        ("https://example.org/doetanks/slim-innen", "doetank:slim-innen"),
        ("/doetanks/slim-innen/", "doetank:slim-innen"),
    ],
)
def test_a_record_is_named_by_title_id_or_address(answer: str, value: str) -> None:
    assert value_of(question("lesson", "about"), f"- {answer}", KNOWN) == ([value], ())


@pytest.mark.parametrize(
    ("question_id", "answer", "message"),
    [
        ("about", "Slim ine", "line 1: `Slim ine` is no page of this site that may stand here; did you mean `slim innen`?"),
        ("about", "https://[x/", "line 1: `https://[x/` is no page of this site that may stand here; copy its title or its address from the site"),
        ("about", "network\nZelfde titel", "line 2: `Zelfde titel` can be more than one page; write one of `cafe:twee`, `doetank:twee`"),
        ("verdict", "Beter", "`Beter` is not possible here; choose from Werkt, Werkt onder voorwaarden, Werkt niet"),
        ("happened", "Een.\n\nTwee.", "expected one paragraph; longer text belongs under “Your text”"),
        ("sources", "A | b | c | d | e", "line 1: has 5 parts; at most Titel | Adres | Datum | Gelezen op (write `\\|` for a bar inside a text)"),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_understood_gets_one_message(question_id: str, answer: str, message: str) -> None:
    assert messages("lesson", question_id, answer) == [message]


def test_a_coded_part_of_a_line_that_is_not_possible_is_told_by_its_label() -> None:
    (message,) = messages("post", "authors", "Deelnemer\n\nBaas | | Jo", "nl")
    assert message.startswith("regel 3: Rol: `Baas` kan hier niet; kies uit Deelnemer, Coach,")
    assert messages("post", "authors", "Deelnemer | Jan Jansen") == [
        "line 1: Person: `Jan Jansen` is no page of this site that may stand here; copy its title or its address from the site".replace(
            "Person", "Persoon"
        )
    ]


def test_what_is_one_group_is_one_line() -> None:
    assert messages("cafe", "attendance", "60 | Verslag\n70 | Lijst") == ["is 2 lines long; write it on one line"]
    assert value_of(question("cafe", "attendance"), "60 | Verslag | | 2024-05", KNOWN) == (
        {"number": "60", "source": {"title": "Verslag", "date": "2024-05"}},
        (),
    )


def test_a_bar_in_a_text_is_written_with_a_backslash() -> None:
    assert value_of(question("lesson", "links"), r"Een \| twee | https://example.org/", KNOWN) == (
        [{"title": "Een | twee", "url": "https://example.org/"}],
        (),
    )


def test_of_labels_with_a_comma_the_longest_that_fits_is_meant() -> None:
    themes = question("lesson", "themes")
    odd = Question("themes", "Thema's", "", "", themes.field, (("a", "A"), ("b", "A, B"), ("c", "C")))
    assert value_of(odd, "A, B, C, A", KNOWN) == (["b", "c", "a"], ())
    assert [message.format(catalogue("en")) for message in value_of(odd, "A, D", KNOWN)[1]] == [
        "`D` is not possible here; choose from A, A, B, C"
    ]


def test_the_real_records_are_known_by_title_and_address() -> None:
    sources, _ = find_sources(CONTENT, "content", ("nl", "en"))
    known = known_records(sources, site())
    assert known.reference("https://www.slimmernetwerk.nl/doetanks/slim-innen/", "doetank") == "slim-innen"
    assert known.reference("/en/lessen/begin-klein-in-de-praktijk/", "type:id") == "lesson:begin-klein-in-de-praktijk"
    assert known.reference("Slim Innen", "type:id") == "doetank:slim-innen"
    assert "begin-klein-in-de-praktijk" in known.taken("lesson")


def test_a_name_that_a_record_has_is_not_given_again() -> None:
    known = Known(frozenset({Ref("lesson", "een-vraag-per-brief"), TEAM}), {"slim innen": (TEAM,)}, {})
    assert submitted("lesson", body_of("lesson", LESSON), known).name == "lessons/een-vraag-per-brief-2.md"


@pytest.mark.parametrize("type_name", ASKED)
def test_what_a_form_does_not_ask_is_for_editors_or_takes_files_or_more_than_a_line(type_name: str) -> None:
    asked = {one.field.name for one in questions(type_name)}
    left_out = {field.name: field for field in describe_fields(RECORD_TYPES[type_name]) if field.name not in asked}
    needs: Mapping[str, bool] = {
        name: field.for_editors
        or (field.kind == GROUP and (any(one.kind == MEDIA for one in field.fields) or len(field.fields) >= MOST_PARTS))
        for name, field in left_out.items()
    }
    assert all(needs.values()), needs
    assert all(not field.required for field in left_out.values())


def test_each_of_the_three_rounds_has_its_own_question() -> None:
    rounds = [one.label for one in questions("cafe") if one.code]
    assert rounds == ["Rondes: Inspireren", "Rondes: Verbinden", "Rondes: Verdiepen"]
