"""The form and the build judge alike: the same verdict of every record, the same bytes of every file, and a file read back as it was."""

import json
from functools import cache
from pathlib import Path

import pytest

from doetank.catalogue import catalogue
from doetank.form_messages import body_rules, messages
from doetank.front_matter import read_document
from doetank.json_schema import schema_of
from doetank.naming import DATED, new_id
from doetank.records import RECORD_TYPES
from doetank.records.describe import describe_fields
from doetank.sources import find_sources
from doetank.urls import TYPES
from doetank.vocabulary import read_vocabulary
from doetank.written import PLAIN, write_document

from ..sites import CONTENT, EXAMPLE
from ..test_json_schema import NEEDS_MORE_THAN_ONE_RECORD, ONLY_THE_BUILD_REFUSES, as_json, fields_in, refused_by_a_field
from ..test_refused import CASES, EXPECTED, REFUSED

CHECK = """async (cases) => {
    const { check } = await import("/theme/js/contribute/check.js");
    return cases.map(({ schema, values, there, text }) => check(schema, values, (type, id) => there.includes(`${type}:${id}`), text)
        .map(({ path, message }) => [path.map((part) => Number.isInteger(part) ? part + 1 : part).join("."), message]));
}"""
WRITE = """async (cases) => {
    const { writeDocument } = await import("/theme/js/contribute/written.js");
    return cases.map(({ schema, values, body, plain }) => writeDocument(schema, values, body, plain));
}"""
PARSE = """async (texts) => {
    const { parseDocument } = await import("/theme/js/contribute/parse.js");
    return texts.map((text) => { try { return parseDocument(text); } catch (error) { return error.line ?? String(error); } });
}"""


@pytest.fixture(scope="module")
def run(browser, address):
    page = browser.new_page()
    page.goto(f"{address}/bijdragen/")
    yield page.evaluate
    page.close()


@cache
def schema(type_name, vocabulary, language="en"):
    terms, _ = read_vocabulary(vocabulary.read_bytes(), "vocabulary.yml")
    return schema_of(RECORD_TYPES[type_name], terms, catalogue(language))


def there(content):
    sources, _ = find_sources(content, "content", ("nl", "en"))
    return [f"{source.type}:{source.id}" for source in sources]


def records(content):
    """Every record of a site: its type, its fields as they are written, its text, and the whole file."""
    for source in find_sources(content, "content", ("nl", "en"))[0]:
        document, _ = read_document(source.read(), source.path)
        yield source.type, document.fields.data, document.body, source.read().decode()


@pytest.mark.parametrize("content", [CONTENT, EXAMPLE], ids=["real", "example"])
def test_what_the_build_accepts_the_form_accepts(run, content):
    known = there(content)
    cases = [
        {"schema": schema(name, content / "vocabulary.yml"), "values": as_json(values), "there": known, "text": messages("en")}
        for name, values, _, _ in records(content)
    ]
    assert [found for found in run(CHECK, cases) if found] == []


OF_OTHER_RECORDS = {"reference-to-another-type", "reference-to-nothing", "reference-with-a-near-one", "replaced-by-unknown"}
"""Cases that a form can express too: it knows which records there are."""
assert OF_OTHER_RECORDS <= NEEDS_MORE_THAN_ONE_RECORD


@pytest.mark.parametrize("name", [*refused_by_a_field(), *sorted(OF_OTHER_RECORDS)])
def test_what_the_build_refuses_the_form_refuses_at_the_same_field(run, name):
    path, _, _, field, _ = (REFUSED / name / "expected.txt").read_text(encoding="utf-8").split(":", 4)
    file = REFUSED / name / path
    folder = Path(path).parts[1]
    type_name = next(found for found, where in TYPES.items() if where.folder == folder)
    case = {
        "schema": schema(type_name, REFUSED / "vocabulary.yml"),
        "values": fields_in(file),
        "there": there(REFUSED / name / "content"),
        "text": messages("en"),
    }
    (found,) = run(CHECK, [case])
    expected = [] if name in ONLY_THE_BUILD_REFUSES else [field.strip()]
    assert [place for place, _ in found if place not in NOT_TOLD_TWICE.get(name, ())] == expected


NOT_TOLD_TWICE = {"misspelled-required-field": ("verdict",)}
"""The build guesses which field a wrong name was meant for; in a form nobody types names."""


@pytest.mark.parametrize("content", [CONTENT, EXAMPLE], ids=["real", "example"])
def test_a_record_is_written_by_the_form_as_it_is_by_our_own_code(run, content):
    vocabulary = content / "vocabulary.yml"
    found = [(name, as_text(values), body) for name, values, body, _ in records(content)]
    cases = [{"schema": schema(name, vocabulary), "values": values, "body": body, "plain": PLAIN} for name, values, body in found]
    ours = [write_document(describe_fields(RECORD_TYPES[name]), values, body) for name, values, body in found]
    assert run(WRITE, cases) == ours


@pytest.mark.parametrize("content", [CONTENT, EXAMPLE], ids=["real", "example"])
def test_a_file_that_was_written_is_read_back_as_it_was(run, content):
    found = [
        (as_text(values), body.strip(), write_document(describe_fields(RECORD_TYPES[name]), as_text(values), body))
        for name, values, body, _ in records(content)
    ]
    parsed = run(PARSE, [text for _, _, text in found])
    assert [value for value, (values, body, _) in zip(parsed, found, strict=True) if value != {"values": values, "body": body}] == []


@pytest.mark.parametrize("content", [CONTENT, EXAMPLE], ids=["real", "example"])
def test_files_that_people_wrote_are_read_as_the_build_reads_them(run, content):
    found = [(as_text(values), text) for _, values, _, text in records(content)]
    parsed = run(PARSE, [text for _, text in found])
    assert [value for value in parsed if isinstance(value, int)] == []
    wrong = [
        (value["values"], values) for value, (values, _) in zip(parsed, found, strict=True) if without_nothing(value["values"]) != values
    ]
    assert wrong == []


def as_text(value):
    """What a form has: texts, lists and groups."""
    return json.loads(json.dumps(value))


def without_nothing(value):
    """Without what is empty, as the build leaves it out."""
    if isinstance(value, dict):
        return {name: part for name, part in ((name, without_nothing(part)) for name, part in value.items()) if part not in ("", [], {})}
    return [without_nothing(part) for part in value if part not in ("", [], {})] if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("text", "line"),
    [("geen velden", 1), ("---\ntitle: Les\n", 1), ("---\ntitle: Les\ngeen veld\n---\n", 3), ('---\ntitle: "open\n---\n', 2), ("---\na: [x\n---\n", 2), ("---\na: &x 1\n---\n", 2), ("---\na: 1\na: 2\n---\n", 3)],
)  # fmt: skip
def test_what_cannot_be_read_is_told_with_its_line(run, text, line):
    assert run(PARSE, [text]) == [line]


NAME = """async (cases) => {
    const { nameFor } = await import("/theme/js/contribute/names.js");
    return cases.map(({ title, date, taken }) => nameFor(title, date, (name) => taken.includes(name)));
}"""
TITLES = [
    "", "Eén vraag per brief", "Collega's en collega’s", "  Hé! Waarom? ", "a" * 70, "woord " * 20, "Straße № 5", "ﬁjn", "---", "İstanbul", "2024", "💡 idee",
    f"{'x' * 48} einde van een titel die te lang is", "Ayşe & Çağla", "e\u0301e\u0301n",
]  # fmt: skip


@pytest.mark.parametrize("type_name", ["lesson", "post"])
@pytest.mark.parametrize("date", ["", "2024", "2024-05", "2024-05-14", "2024-05-14T19:30"])
def test_a_file_is_called_the_same(run, type_name, date):
    taken = ["een-vraag-per-brief", "een-vraag-per-brief-2", "2024-naam"]
    values = [{"title": title, "date": date} for title in TITLES]
    ours = [new_id(type_name, value, taken) for value in values]
    told = [{"title": value["title"], "date": date if type_name in DATED else "", "taken": taken} for value in values]
    assert run(NAME, told) == ours


BODY = """async ({ texts, rules }) => {
    const { bodyFaults } = await import("/theme/js/contribute/body.js");
    return texts.map((text) => bodyFaults(text, rules));
}"""
NOT_SEEN_IN_A_FORM = {
    "broken-address-link", "broken-filename-link", "broken-fragment", "broken-fragment-on-the-page", "draft-link-in-published-build",
    "missing-image-in-the-text",  # these need the other records and files
    "footnote-not-used", "footnote-twice", "footnote-without-text", "heading-skip-in-html", "onclick-between-braces",
    "picture-in-raw-html", "style-in-the-text", "unknown-class",  # these need all of Markdown
    "bsn-beside-word", "email-in-body", "iban-in-the-text", "name-of-a-person", "phone", "postal-address",  # privacy.js
}  # fmt: skip


def body_of(path):
    document, _ = read_document(path.read_bytes(), path.name)
    return document.body


def refused_bodies():
    """Cases of which the message is about the text below the fields."""
    found = []
    for name in CASES:
        path, _, _, _ = (REFUSED / name / "expected.txt").read_text(encoding="utf-8").split("\n")[0].split(":", 3)
        if path.endswith(".md") and (REFUSED / name / path).exists():
            document, _ = read_document((REFUSED / name / path).read_bytes(), path)
            line = int((REFUSED / name / "expected.txt").read_text(encoding="utf-8").split(":")[1])
            if document and document.fields is not None and line >= document.body_line and name not in NOT_SEEN_IN_A_FORM:
                found.append(name)
    return found


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", refused_bodies())
def test_what_the_build_refuses_of_a_text_the_form_refuses_in_the_same_words(run, name, language):
    expected = (REFUSED / name / EXPECTED[language]).read_text(encoding="utf-8").splitlines()[0]
    path, _, _, message = expected.split(":", 3)
    (found,) = run(BODY, {"texts": [body_of(REFUSED / name / path)], "rules": body_rules(catalogue(language))})
    # The build knows the name of each character.
    assert [said.partition(";")[0].partition(" (")[0] for said in found] == [message.strip().partition(";")[0].partition(" (")[0]]


@pytest.mark.parametrize("content", [CONTENT, EXAMPLE], ids=["real", "example"])
def test_what_the_build_accepts_of_a_text_the_form_accepts(run, content):
    texts = [body for _, _, body, _ in records(content)]
    found = run(BODY, {"texts": texts, "rules": body_rules(catalogue("en"))})
    assert [(text, said) for text, said in zip(texts, found, strict=True) if said] == []


def test_there_are_such_cases():
    assert len(refused_bodies()) > 10
    assert set(CASES) >= NOT_SEEN_IN_A_FORM
