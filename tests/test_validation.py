"""Pydantic's complaints become one message each, in our words, and what is right is still looked at."""

from typing import Annotated, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field

from doetank.problems import say
from doetank.validation import Refusal, Rule, Value, field_names, instead, nearest, shown, validate
from doetank.yaml_text import read_mapping

from .builders import shown as in_english
from .builders import told


def _small(value):
    if value == "LOUD":
        raise Refusal(say("expected small letters, found {found}", found=shown(value)))
    return value


Small = Annotated[str, BeforeValidator(_small), AfterValidator(str.strip), Field(max_length=10)]


def _differ(pair):
    if pair.one == pair.other:
        yield ("other",), say("`{found}` is the same as `one`", found=pair.other)


class Pair(Value):
    one: Small
    other: Small | None = None

    rules = (Rule(("one", "other"), _differ),)


class Stay(Value):
    start: Small = Field(alias="from")
    end: Small = Field(alias="to")

    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(("start", "end"), lambda stay: iter([(("end",), say("never ends"))] if stay.end == "never" else [])),
    )


class Box(Value):
    title: Small
    pairs: tuple[Pair, ...] = ()
    stay: Stay | None = None
    tags: tuple[Small, ...] = Field((), min_length=1)
    name: str = Field("", alias="@name")

    rules = (Rule(("pairs",), lambda box: iter([(("pairs",), say("too many pairs"))] if len(box.pairs) > 2 else [])),)


def checked(text, **fixed):
    fields, problems = read_mapping(text, "a.md")
    assert problems == ()
    return validate(Box, fields, "a.md", None, fixed)


def problems(text):
    return told(checked(text).problems)


def test_what_is_right_gives_a_value():
    found = checked("title: x\npairs:\n  - {one: a, other: b}\ntags: [t]")
    assert found.value == found.known == Box(title="x", pairs=(Pair(one="a", other="b"),), tags=("t",))
    assert found.problems == ()


def test_a_value_is_frozen_and_can_be_a_key():
    assert {checked("title: x").value: 1}


def test_a_mistake_has_the_place_of_the_value():
    assert in_english(checked("title: x\npairs:\n  - one: a\n    other: LOUD").problems) == [
        "a.md:4:12: pairs.1.other: expected small letters, found `LOUD`"
    ]


def test_a_missing_field_has_the_place_of_what_should_hold_it():
    assert in_english(checked("tags: [x]\npairs:\n  - other: a").problems) == [
        "a.md:1:1: title: is missing, and is required",
        "a.md:3:5: pairs.1.one: is missing, and is required",
    ]


def test_an_unknown_field_names_the_nearest():
    assert problems("title: x\ntag: y") == ["tag: is not a field here; did you mean `tags`?"]


def test_an_unknown_field_without_a_near_one_names_them_all():
    assert problems("title: x\npairs: [{one: a, colour: red}]") == ["pairs.1.colour: is not a field here; the fields are one, other"]


def test_a_field_from_the_file_name_cannot_be_written():
    assert problems("title: x\n'@name': y") == ["@name: is not a field here; the fields are title, pairs, stay, tags"]
    assert checked("title: x", **{"@name": "y"}).value == Box(title="x", **{"@name": "y"})


def test_a_required_field_under_a_wrong_name_is_not_also_missing():
    assert problems("titel: x") == ["titel: is not a field here; did you mean `title`?"]
    assert problems("title: x\nstay: {form: a, to: b}") == ["stay.form: is not a field here; did you mean `from`?"]


def test_a_text_for_a_list_and_a_list_for_a_group_are_told():
    assert problems("title: x\ntags: a, b\nstay: [a]") == [
        "tags: expected a list, one line per item that starts with `- `, found `a, b`",
        "stay: expected lines of the form `key: value`, found a list",
    ]


def test_a_group_for_a_list_is_told():
    assert problems("title: x\ntags: {a: b}") == ["tags: expected a list, one line per item that starts with `- `, found a group of fields"]


def test_a_list_of_wrong_items_is_not_also_too_short():
    assert problems("title: x\ntags: [LOUD]") == ["tags.1: expected small letters, found `LOUD`"]


def test_a_text_that_is_too_long_is_told_with_its_length():
    assert problems("title: 12345678901") == ["title: is 11 characters long; at most 10"]


def test_a_broken_rule_has_the_place_of_its_field():
    assert in_english(checked("title: x\npairs: [{one: a, other: b}, {one: a, other: a}]").problems) == [
        "a.md:2:45: pairs.2.other: `a` is the same as `one`"
    ]


def test_a_rule_names_a_field_as_authors_write_it():
    assert problems("title: x\nstay: {from: a, to: never}") == ["stay.to: never ends"]


def test_a_rule_is_not_asked_about_a_field_that_was_refused():
    assert problems("title: x\npairs: [{one: LOUD, other: LOUD}]") == [
        "pairs.1.one: expected small letters, found `LOUD`",
        "pairs.1.other: expected small letters, found `LOUD`",
    ]


def test_a_rule_is_not_asked_about_a_field_under_a_wrong_name():
    assert problems("title: x\npairs: [{one: a, othr: a}]") == ["pairs.1.othr: is not a field here; did you mean `other`?"]


def test_the_rules_of_what_is_right_are_asked_beside_a_mistake():
    assert problems("pairs: [{one: a, other: a}, {one: LOUD}]\nstay: {from: a, to: never}") == [
        "title: is missing, and is required",
        "pairs.1.other: `a` is the same as `one`",
        "pairs.2.one: expected small letters, found `LOUD`",
        "stay.to: never ends",
    ]


def test_what_is_right_beside_a_mistake_is_known_and_keeps_its_place():
    found = checked("title: LOUD\npairs: [{one: LOUD, other: b}, {one: c}, x]\nstay: {from: LOUD, to: z}\ntags: [LOUD, t]")
    assert found.value is None
    assert (found.known.title, found.known.tags, found.known.stay.start, found.known.stay.end) == (None, (None, "t"), None, "z")
    assert [pair and (pair.one, pair.other) for pair in found.known.pairs] == [(None, "b"), ("c", None), None]


def test_the_nearest_word_is_named_only_when_it_is_near():
    assert nearest("chatbt", ("chatbot", "kaart")) == "chatbot"
    assert nearest("fiets", ("chatbot", "kaart")) is None
    assert instead("fiets", ("chatbot",), say("choose")) == say("choose")


def test_field_names_are_those_that_an_author_writes():
    assert field_names(Stay) == ("from", "to")
    assert field_names(Box) == ("title", "pairs", "stay", "tags")


def test_a_long_value_is_cut_in_a_message():
    assert shown("x" * 61) == f"`{'x' * 60}…`"
    assert shown("x" * 60) == f"`{'x' * 60}`"
