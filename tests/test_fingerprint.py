"""Equal values have one fingerprint, in every process; other values have another."""

import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doetank.catalogue import Label
from doetank.fingerprint import Fingerprints
from doetank.pipeline import in_each_language, in_parts

from .sites import example_library, lesson, library_of


@dataclass(frozen=True)
class Card:
    title: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class OtherCard:
    title: str
    tags: tuple[str, ...] = ()


class Pair(NamedTuple):
    one: object
    other: object


class Colour(Enum):
    RED = 1


DIFFERENT = [
    None, True, 1, 1.5, "", "1", "True", "None", (), ("1",), (("1",),), ["1"], ("1", "2"), {"1": "2"}, {"2": "1"}, {}, frozenset(),
    frozenset({"1"}), Label("1"), Card("1"), OtherCard("1"), Card("1", ("2",)), Pair("1", "2"), Colour.RED, date(2024, 1, 1),
    ZoneInfo("Europe/Amsterdam"), "2024-01-01", ("'1'",), {"a": 1, "b": 2}, {"b": 2, "a": 1}, "\ud800",
]  # fmt: skip


def test_values_that_differ_in_anything_differ():
    found = [Fingerprints().of(value) for value in DIFFERENT]
    assert len(set(found)) == len(DIFFERENT)


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner) | st.builds(Card, st.text(), st.lists(st.text()).map(tuple))
    ),
)


def typed(value):
    """The value with the type of everything in it: to Python, `1` and `True` are equal."""
    if isinstance(value, dict):
        return [(key, typed(item)) for key, item in value.items()]
    return (type(value), [typed(item) for item in value]) if isinstance(value, tuple) else (type(value), value)


@given(plain, plain)
def test_two_values_have_one_fingerprint_when_they_are_equal_and_only_then(one, other):
    prints = Fingerprints()
    assert (prints.of(one) == prints.of(other)) is (typed(one) == typed(other))


def test_what_is_known_of_a_text_elsewhere_counts_where_it_stands():
    told = Fingerprints({"Begin klein": "met nadruk"})
    for value in (
        "Begin klein",
        ("Begin klein",),
        Card("Begin klein"),
        Card("x", ("a", "Begin klein")),
        Label("Begin klein"),
        {"a": "Begin klein"},
    ):
        assert told.of(value) != Fingerprints().of(value)
    assert told.of(Card("Iets anders")) == Fingerprints().of(Card("Iets anders"))


def test_a_value_that_cannot_be_compared_is_refused():
    with pytest.raises(TypeError, match="has no fingerprint"):
        Fingerprints().of(Card(lambda: None))


def test_another_process_finds_the_same():
    program = "from doetank.fingerprint import Fingerprints;print(Fingerprints().of(frozenset({'a', 'b', 'c', 'd'}), {'a': (1, None)}))"
    found = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONPATH": "plugins", "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_every_page_of_the_invented_network_has_one():
    library = example_library()
    pages = [page for part in in_parts(in_each_language(library)) for page in part.pages()]
    assert len({Fingerprints().of(page) for page in pages}) == len(pages)


def test_a_record_that_differs_in_one_field_differs():
    (entry,) = library_of({"lessons/les.md": lesson()}).all("lesson")
    other = replace(entry, record=entry.record.model_copy(update={"tags": ("brief",)}))
    assert Fingerprints().of(entry) != Fingerprints().of(other)
