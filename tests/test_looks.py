"""What a page depends on besides its values is in its look: nothing is asked of the library that neither the values nor a template name."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest
from jinja2 import DictLoader, Environment

from doetank.build.compiled_before import TemplateTexts
from doetank.build.environment import Answers, environments
from doetank.build.looks import looks, said_of_texts
from doetank.build.render import render_page
from doetank.library import Library
from doetank.pages import Page
from doetank.pipeline import in_each_language, in_parts
from doetank.validation import Value

from .sites import doetank, example_library, lesson, library_of, theme_environment


def texts_in(value: object) -> Iterator[str]:
    """Every text in the values of a page."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, Mapping):
        yield from (text for pair in value.items() for item in pair for text in texts_in(item))
    elif isinstance(value, (tuple, list, frozenset, set)):
        yield from (text for item in value for text in texts_in(item))
    elif isinstance(value, Value):
        yield from (text for item in vars(value).values() for text in texts_in(item))
    elif is_dataclass(value):
        yield from (text for field in fields(value) for text in texts_in(getattr(value, field.name)))


def test_the_theme_asks_only_about_texts_that_the_values_or_a_template_name() -> None:
    told, heard, texts = in_each_language(example_library()), Answers(), TemplateTexts()
    environment = theme_environment()
    each = environments(environment, told, heard)
    parts = texts.parts(environment)
    constants = {text for one in each.values() for name in ("menu", "service") for text in texts_in(one.globals[name])}
    for page in (page for part in in_parts(told) for page in part.pages()):
        heard.clear()
        render_page(page, each)
        known = {*texts_in(page), *constants, *texts.words(parts[f"{page.template}.html"])}
        assert [asked for _, arguments in heard for asked in texts_in(arguments[0]) if asked not in known] == [], page.url


TEMPLATES = {
    "les.html": "{{ text }}",
    "other.html": '{% from "part.html" import part %}{{ part() }}',
    "part.html": "{% macro part() %}{{ 'Begin *klein*' | inline }}{% endmacro %}",
}
TEXT = "Begin *klein*"


def look_of(library: Library, template: str, **changed: str) -> str:
    environment = Environment(loader=DictLoader({**TEMPLATES, **changed}), autoescape=True)
    each = environments(environment, [library])
    return looks(each, {"nl": said_of_texts(library)}, "", TemplateTexts())["nl"][f"{template}.html"]


def test_a_template_changes_the_look_of_what_uses_it_and_of_nothing_else() -> None:
    library = library_of({"lessons/les.md": lesson()})
    changed = {"part.html": TEMPLATES["part.html"].replace("klein", "groot")}
    assert look_of(library, "other", **changed) != look_of(library, "other")
    assert look_of(library, "les", **changed) == look_of(library, "les")


def test_what_the_library_says_of_a_text_in_a_template_is_in_its_look() -> None:
    without = library_of({"lessons/les.md": lesson()})
    told = library_of({"lessons/les.md": lesson(advice=f'"{TEXT}"')})
    assert look_of(without, "other") != look_of(told, "other")
    assert look_of(without, "les") == look_of(told, "les")


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("inline", {"lessons/les.md": lesson(advice=f'"{TEXT}"')}),
        ("foreign", {"doetanks/team.md": doetank(title="Team", summary=TEXT, lang="fy")}),
    ],
)
def test_what_is_more_than_the_text_itself_is_told(name: str, texts: Mapping[str, str]) -> None:
    library = library_of(texts)
    page = Page("/", "les", "A", values={"text": TEXT})
    environment = environments(Environment(loader=DictLoader(TEMPLATES), autoescape=True), [library])["nl"]
    assert environment.filters[name](page.values["text"]) != TEXT
    assert TEXT in said_of_texts(library)
