"""The short way for front matter gives what the parser of YAML gives, or nothing at all."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doetank.sources import find_sources
from doetank.yaml_plain import Plain, plain_mapping
from doetank.yaml_text import invisible_characters, read_events, read_mapping

from .benchmark.corpus import write_records
from .sites import CONTENT, EXAMPLE
from .test_plain import edited

REFUSED = Path(__file__).parent / "refused"


def typed(value: object) -> object:
    """A value in which a text that was written with quotes differs from one without."""
    if isinstance(value, dict):
        return [(key, typed(one)) for key, one in value.items()]
    return [*map(typed, value)] if isinstance(value, list) else (value, isinstance(value, Plain))


def is_plain(text: str) -> bool:
    """Whether the short way answers, after making sure that it answers right: the same, in the same order, without a mistake."""
    short = None if any(invisible_characters(text, "a.md", 1)) else plain_mapping(text)
    if short is None:
        return False
    fields, problems = read_events(text, "a.md")
    assert (fields and typed(fields.data), problems) == (typed(short), ())
    return True


def written_in(content: Path) -> list[str]:
    """The front matter of every file."""
    texts = [
        source.read().decode("utf-8-sig", "replace").partition("---\n")[2].partition("---\n")[0]
        for source in find_sources(content, "", ("nl", "en"))[0]
    ]
    return [text for text in texts if text.strip()]


@pytest.mark.parametrize("content", [CONTENT, EXAMPLE], ids=["content", "example"])
def test_most_of_what_people_wrote_is_plain(content: Path) -> None:
    plain = [is_plain(text) for text in written_in(content)]
    assert sum(plain) >= 0.8 * len(plain)


def test_records_like_those_of_the_benchmark_are_plain(tmp_path: Path) -> None:
    write_records(tmp_path / "content", 200)
    assert [is_plain(text) for text in written_in(tmp_path / "content")] == [True] * 200


PLAIN = [
    "title: Een titel, met: niets\n".replace(": n", " n"),
    "a: x\nb-c: 2013-04-25\n_d: null\ne:\nf:  ~x\n".replace("~", ""),
    "a: 'x # y: z'\nb: \"é: 'x'\"\nc: ''\nd: \"  \"\n",
    "a: [x, y z, 'p, q', \"r\", doetank:x, null]\nb: {c: d, e: 'f, g'}\n",
    "a:\n  - x\n  - 'y'\n  - doetank:z\nb:\n- https://example.org/a#b\n- x\nc: d\n",
    "a:\n  - b: c\n    d:\n      - e\n    f: g\n  - b: h\n",
    "a:\n  b:\n    c: d\n  e: f\ng: h\n",
    "a: >-\n  Een zin: met `# alles`.\n  - twee\nb: x\n",
    "a:\n  - b: >-\n      c\n      d\n    e: f\n",
    "a: é (x) [y] {z} > | & * ! % @ \\ \" ' x#y a:b\n",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_front_matter_is_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "\n", "a", "a: b", "a:b\n", "a : b\n", "a: b \n", "a:\tb\n", "a: b: c\n", "a: b:\n", "a: b #c\n", "a: #c\n", "#a\n", "a: b\n\nc: d\n", "a: b\na: c\n", "a: b\n c: d\n", "a: b\n  c\n", " a: b\n", "- a\n", "'a': b\n", "? a\n", "1: b\n", "<<: b\n", "a b: c\n", "é: b\n",
        "a: *b\n", "a: &b c\n", "a: !b c\n", "a: |\n  b\n", "a: >\n  b\n", "a: >-\n", "a: >-\nb: c\n", "a: >-\n  b\n   c\n", "a: >-\n  b\n\n  c\n", "a: >-\n  b\n c\n", "a: >- # b\n  c\n", "a: @b\n", "a: `b\n", "a: %b\n", "a: - b\n", "a: -b\n", "a: ,b\n", "a: ?b\n", "a: :b\n",
        "a: 'b\n", "a: 'b''c'\n", "a: 'b' c\n", "a: 'b\n  c'\n", 'a: "b\\n"\n', 'a: "b\n', "a: [b\n", "a: [b,]\n", "a: [b,c]\n", "a: [ b ]\n", "a: []\n", "a: {}\n", "a: [b: c]\n", "a: [[b]]\n", "a: {b}\n", "a: {b: c, b: d}\n", "a: {b: }\n", "a: [b] c\n", "a: [b, c:]\n", "a: [b #c]\n", "a: {b: c: d}\n",
        "a:\n  - b\n c: d\n", "a:\n  - b\n    c: d\n", "a:\n  - b: c\n   d: e\n", "a:\n  - b: c\n     d: e\n", "a:\n  -\n    b: c\n", "a:\n  - - b\n", "a:\n  -  b: c\n", "a:\n  b: c\n d: e\n", "a:\n  - b\n  c: d\n", "a:\n  b: c\n  - d\n", "a: b\n- c\n", "a:\n  - b: c\n  -d\n", "a:\n          b: c\n", "---\na: b\n", "a: b\n...\n",
    ],
)  # fmt: skip
def test_what_is_or_may_be_more_than_plain_is_left_to_the_parser(text: str) -> None:
    assert plain_mapping(text) is None


def test_a_place_is_that_of_the_parser() -> None:
    text = "title: x\nphases:\n  - phase: y\n"
    short, full = read_mapping(text, "a.md", 2)[0], read_events(text, "a.md", 2)[0]
    assert short
    assert full
    assert (short.keys, short.values) == (full.keys, full.values)


@cache
def real() -> tuple[str, ...]:
    """What people wrote, and what is wrong in one way."""
    refused = [text for folder in sorted(REFUSED.glob("*/content")) for text in written_in(folder)]
    return tuple(sorted({*written_in(CONTENT), *written_in(EXAMPLE), *refused, *PLAIN}))


MARKS = [
    *" \n:-#'\"[]{},&*!|>%@`?~\\=.()ab1é\u00a0\u2003\u0301\u0085\u2028\ufeff\t\x00", ": ", ":\n", " #", "- ", "\n- ", "\n  - ", "\n  ", "\n\n", "\n---\n", "\n...\n", "'", "''", '"', '\\"', "\\n", "[", "]", "{", "}", ", ", ",", "a: ", "b: ", "\na: ", "\nb:\n", "\n  b: ", "<<: ", "? ", "null", "~", "''",
    ">-\n", "|\n", ">", "*a", "&a ", "!a ", "!!str ", "%a ", "[a, b]", "{a: b}", "[]", "{}", "https://example.org/a#b", "a:b", "'a: b'", "title", "2013", "x" * 70,
]  # fmt: skip
EDITS = st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 3), st.sampled_from(MARKS) | st.characters(codec="utf-8")), max_size=4)
VALUES = ["", " x", " 'x'", ' "x"', " [a, 'b c', d:e]", " {a: b, c: 'd'}", " >-", " null", " x: y", " x #y", " 'x", " [a", " https://a.nl/b", " é", " (x", " x ", " - x", " *x", " []"]  # fmt: skip
GOOD = ["", "", " x", " 'x'", " [a, 'b c', d:e]", " {a: b, c: 'd'}", " >-"]
LINES = st.tuples(
    st.sampled_from([0, 0, 2, 2, 4, 4, 1, 3, 6]),
    st.sampled_from(["", "", "- "]),
    st.sampled_from(["a:", "b:", "c:", "d:", "e:", "f:", "g:", ""]),
    st.sampled_from(GOOD) | st.sampled_from(GOOD) | st.sampled_from(VALUES),
)


@settings(max_examples=600)
@given(st.deferred(lambda: st.sampled_from(real())), EDITS)
def test_what_people_wrote_and_what_is_nearly_that_is_read_the_same_or_not_at_all(text: str, edits: list[tuple[int, int, str]]) -> None:
    is_plain(edited(text, edits))


@settings(max_examples=1500)
@given(st.lists(LINES, max_size=6))
def test_lines_at_any_distance_from_the_edge_are_read_the_same_or_not_at_all(lines: list[tuple[int, str, str, str]]) -> None:
    is_plain("".join(f"{' ' * indent}{item}{key}{value}\n" for indent, item, key, value in lines))


@settings(max_examples=600)
@given(
    st.lists(st.sampled_from(MARKS), max_size=10).map("".join),
    st.sampled_from(["a: %\n", "%\n", "a:\n  - %\nb: c\n", "a: [%]\n", "a: {b: %}\n", "a: '%'\n", "a: >-\n  %\n"]),
)
def test_marks_in_any_order_are_read_the_same_or_not_at_all(marks: str, around: str) -> None:
    is_plain(around.replace("%", marks))
