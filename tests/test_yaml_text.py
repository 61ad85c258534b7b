"""Front matter is read strictly, with the place of every value; scalars stay as they are written."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from doetank.yaml_plain import Plain
from doetank.yaml_text import MAX_DEPTH, MAX_VALUES, Place, dotted, read_mapping

from .builders import shown


def read(text):
    fields, problems = read_mapping(text, "a.md")
    assert problems == ()
    return fields


def data(text):
    return dict(read(text).data)


def refused(text):
    return shown(read_mapping(text, "a.md", 2)[1])


@pytest.mark.parametrize(
    "text", ["19:30", "no", "yes", "on", "0123", "2013", "2013-04-25", "1.50", "1e3", "0x10", "true", "Ja", "1_000", ".inf", "=", "<<"]
)
def test_a_scalar_stays_as_it_was_written(text):
    assert data(f"title: {text}") == {"title": text}


def test_an_unquoted_scalar_can_be_told_from_a_quoted_one():
    values = data("a: true\nb: 'true'\nc: \"true\"\nd: |-\n  true")
    assert [isinstance(values[name], Plain) for name in "abcd"] == [True, False, False, False]


@pytest.mark.parametrize("nothing", ["", "null", "Null", "NULL", "~", '""', "''", "[]", '"  "', "[null, '']", "|\n\n"])
def test_nothing_in_all_its_forms_is_not_given(nothing):
    assert data(f"title: x\nsummary: {nothing}") == {"title": "x"}


@pytest.mark.parametrize("something", ["nULL", "'null'", '"~"', "none"])
def test_a_text_that_looks_like_nothing_stays_a_text(something):
    assert data(f"title: {something}") == {"title": something.strip("'\"")}


def test_nothing_in_a_list_leaves_no_gap():
    fields = read("tags: [a, '', null, b]")
    assert fields.data == {"tags": ["a", "b"]}
    assert fields.place(("tags", 1)) == Place(1, 21)


def test_lists_and_groups_nest():
    assert data("phases:\n  - phase: explore\n    note: x\n  - {phase: develop}") == {
        "phases": [{"phase": "explore", "note": "x"}, {"phase": "develop"}],
    }


def test_a_folded_text_is_one_paragraph():
    assert data("summary: >-\n  een\n  twee") == {"summary": "een twee"}


def test_every_value_and_every_key_has_its_place_in_the_file():
    fields, _ = read_mapping("title: x\nphases:\n  - phase: y\n", "a.md", first_line=2)
    assert [fields.place(path) for path in [("title",), ("phases", 0), ("phases", 0, "phase")]] == [Place(2, 8), Place(4, 5), Place(4, 12)]
    assert fields.key_place(("phases", 0, "phase")) == Place(4, 5)


def test_what_is_absent_has_the_place_of_what_holds_it():
    fields = read("title: x\nimage:\n  file: y")
    assert [fields.place(path) for path in [("image", "alt"), ("advice",)]] == [Place(3, 3), Place(1, 1)]


def test_an_empty_text_has_no_fields():
    assert data("") == {}
    assert data("# alleen een opmerking\n") == {}


def test_an_alias_repeats_a_value():
    assert data("a: &x [1, 2]\nb: *x") == {"a": ["1", "2"], "b": ["1", "2"]}


def test_a_merge_key_is_a_field_like_any_other():
    assert data("a: &x {b: c}\n<<: *x") == {"a": {"b": "c"}, "<<": {"b": "c"}}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title: x\ntitle: y", "a.md:3:1: title: is given twice; the first is on line 2; keep one"),
        ("a:\n  - b: c\n    b: d", "a.md:4:5: a.1.b: is given twice; the first is on line 3; keep one"),
        ("a: !!python/object/apply:os.system [ls]", "a.md:2:4: `tag:yaml.org,2002:python/object/apply:os.system`: words with `!` are not used here; write the value alone, or in quotes"),
        ("a: *b", "a.md:2:4: `*b` refers to nothing above it; put quotes around a value that starts with `*`"),
        ("a: &b [*b]", "a.md:2:8: `*b` refers to nothing above it; put quotes around a value that starts with `*`"),
        ("a: *b* c", "a.md:2:4: a value that starts with `*` needs quotes around it"),
        ("- a", "a.md:2:1: expected lines of the form `key: value`, with a space after the colon"),
        ("title:x", "a.md:2:1: expected lines of the form `key: value`, with a space after the colon"),
        ("title: x\nsummary y", "a.md:3:1: expected a line of the form `key: value`, found `summary y`"),
        ("? [a]\n: b", "a.md:2:3: expected a field name, then a colon; a value that starts with `?`, `:`, `[` or `{` needs quotes"),
        ("a: b\n...\nc: d", "a.md:4:1: a line may not start with `%` or `...` here; put quotes around a value that does"),
        ("%x: y", "a.md:2:3: a line may not start with `%` or `...` here; put quotes around a value that does"),
        ("a: b\n---\nc: d", "a.md:3:1: a line `---` starts a second document here; a file holds one"),
        ("a: 'x", "a.md:2:4: the quote that opens here is not closed"),
        ('a: "C:\\Users"', "a.md:2:9: between double quotes a `\\` starts a code; write `\\\\`, or use single quotes"),
        ("a: [b", "a.md:2:4: what opens here with `[` or `{` is not closed, or misses a comma"),
        ("a: - b", "a.md:2:4: the first `- ` of a list stands on a line of its own, below the field's name"),
        ("a: b\n\tc: d", "a.md:3:1: a tab stands here; use spaces to indent"),
        ("a: b\n  c: d", "a.md:3:4: this line is indented further than the line above it; remove the spaces before it, or put quotes around the whole value"),
        ("a: b: c", "a.md:2:5: a value with `: ` in it needs quotes around the whole value"),
        ("a: @b", "a.md:2:4: a value that starts with `@` needs quotes around it"),
        ("a: > b", "a.md:2:6: cannot be read as YAML: did not find expected comment or line break"),
        ("a: \u2028b", "a.md:2:4: an invisible character stands here, U+2028 (LINE SEPARATOR); remove it"),
        ("a: b\x07", "a.md:2:5: an invisible character stands here, U+0007; remove it"),
        ('a: "\\u202e"', "a.md:2:4: an invisible character stands here, U+202E (RIGHT-TO-LEFT OVERRIDE); remove it"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_the_words_of_an_author(text, problem):
    assert refused(text) == [problem]


def test_of_a_field_that_is_given_twice_the_first_counts():
    fields, _ = read_mapping("title: x\ntitle: y", "a.md")
    assert fields.data == {"title": "x"}


def test_twenty_levels_may_nest_and_no_more():
    assert data("a: " + "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1)) != {}
    assert refused("a: " + "[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH) == ["a.md:2:23: nested more than 20 levels deep"]


def test_an_alias_counts_for_all_that_it_repeats():
    bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert refused(bomb) == [f"a.md:5:36: more than {MAX_VALUES} values in one file, counting what `*` repeats"]


def test_as_many_values_as_a_file_may_hold_are_read():
    assert len(data("a: [" + ", ".join(["x"] * (MAX_VALUES - 1)) + "]")["a"]) == MAX_VALUES - 1
    assert refused("a: [" + ", ".join(["x"] * MAX_VALUES) + "]") == [
        f"a.md:2:{3 * MAX_VALUES + 2}: more than {MAX_VALUES} values in one file, counting what `*` repeats"
    ]


def test_a_path_is_written_as_a_person_counts():
    assert dotted(("members", 1, "role")) == "members.2.role"


YAMLISH = st.text(alphabet="ab:- \n\t'\"[]{}&*!|>%@`#?,~\\\u2028é", max_size=80)


@given(YAMLISH | st.text(max_size=200))
@example("a: &a [" * 30)
@example("? ? ? ?")
@example("a: |9\n")
@example("\r")
def test_any_text_gives_fields_or_a_problem(text):
    fields, problems = read_mapping(text, "a.md")
    assert fields is not None or problems
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)


@pytest.mark.parametrize(
    "text",
    ["[" * 500_000, "{a: " * 200_000, "- " * 400_000, "a: &b *b\n" * 50_000, "? " * 300_000, "a:\n" + " " * 900_000, "'" + "''" * 400_000],
)
def test_a_hostile_file_is_refused_quickly(text):
    start = time.perf_counter()
    read_mapping(text, "a.md")
    assert time.perf_counter() - start < 2
