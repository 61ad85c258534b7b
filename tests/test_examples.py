"""The examples of the components: each can be shown, is well-formed, and lets no hostile text through."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import html5lib
import pytest
import yaml
from jinja2 import Environment, FileSystemLoader, TemplateError, nodes

import pelicanconf
from doetank.build.environment import environments
from doetank.build.own_ids import own_ids
from doetank.components import EXAMPLES, TEMPLATES, Component, Example, Use, components, first_line
from doetank.examples import BrokenExample, Values
from doetank.outputs import patterns
from doetank.pipeline import make_outputs

from .sites import ROOT, example_file, example_library, example_outputs, lesson, library_of

NAMES = sorted(path.stem for path in TEMPLATES.glob("*.html"))
DISTRUSTED = ("script", "style", "b", "iframe", "object")
"""What no component makes: where it stands in a page, it came out of a text."""


@cache
def environment() -> Environment:
    options: dict[str, Any] = pelicanconf.JINJA_ENVIRONMENT
    loaded = Environment(loader=FileSystemLoader(ROOT / "theme" / "templates"), **options)  # noqa: S701 - the options say so
    return environments(loaded, [example_library()])["nl"]


@cache
def macro(name: str) -> nodes.Macro:
    found = list(environment().parse((TEMPLATES / f"{name}.html").read_text(encoding="utf-8")).find_all(nodes.Macro))
    assert [item.name for item in found] == [name], f"theme/templates/components/{name}.html holds one macro, with the name of the file"
    return found[0]


@cache
def shown() -> dict[str, Component]:
    return {component.name: component for component in components(example_library())}


def component(name: str) -> Component:
    assert name in shown(), f"write theme/examples/{name}.yml: every component has examples"
    return shown()[name]


def rendered(component: Component, *examples: Example) -> str:
    page = next(page for page in example_outputs()[0] if page.url == f"/patronen/{component.name}/")
    values = {"component": replace(component, examples=examples)}
    return environment().get_template("pattern.html").render({"page": page, **values})


def uses(of: Iterable[Use]) -> Iterator[Use]:
    for use in of:
        yield use
        yield from uses(use.content if isinstance(use.content, tuple) else ())


def test_every_file_of_examples_belongs_to_a_component():
    assert sorted(path.stem for path in EXAMPLES.glob("*.yml")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_first_line_of_a_component_names_its_arguments(name):
    assert first_line(name)[0] == tuple(argument.name for argument in macro(name).args)


def test_every_component_is_used_by_a_template():
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "theme" / "templates").rglob("*.html"))
    assert [name for name in NAMES if f'from "components/{name}.html" import' not in sources] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_a_component_have_names_and_one_is_hostile(name):
    examples = component(name).examples
    names = [example.name for example in examples]
    assert len({example.id for example in examples}) == len(names) >= 1, names
    assert ("hostile" in names) != bool(component(name).without_text), (
        f"theme/examples/{name}.yml has an example that is named `hostile`, or says in `without_text` why it needs none"
    )
    hostile = [example for example in examples if example.name == "hostile"]
    assert all("<" in repr((example.use, example.beside)) for example in hostile), f"theme/examples/{name}.yml: hostile has no markup"


@pytest.mark.parametrize("name", NAMES)
def test_every_argument_of_a_component_has_an_example(name):
    given = {
        argument
        for example in component(name).examples
        for use in uses([example.use, *example.beside])
        if use.component == name
        for argument in use.arguments
    }
    unused = [argument.name for argument in macro(name).args if argument.name not in given]
    assert unused == [], f"theme/examples/{name}.yml: no example gives {', '.join(unused)}"


@pytest.mark.parametrize("name", NAMES)
def test_every_example_can_be_shown_and_lets_nothing_hostile_through(name):
    for example in component(name).examples:
        where = f"theme/examples/{name}.yml, {example.name}"
        try:
            html = rendered(component(name), example)
            tree = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False).parse(html)
        except (TemplateError, TypeError, html5lib.html5parser.ParseError) as error:
            raise AssertionError(f"{where}: {error}") from error
        frames = [element for element in tree.iter() if "pattern__example" in element.get("class", "").split()]
        assert len(frames) == 1, where
        elements = [element for element in frames[0].iter() if isinstance(element.tag, str)]
        assert [element.tag for element in elements if element.tag in DISTRUSTED] == [], where
        attributes = [(key, value) for element in elements for key, value in element.attrib.items()]
        assert [key for key, _ in attributes if str(key).startswith("on") or key == "style"] == [], where
        assert [value for key, value in attributes if key in ("href", "src") and value.startswith("javascript:")] == [], where


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_a_component_stand_together_without_an_id_used_twice(name):
    tree = html5lib.parse(rendered(component(name), *component(name).examples), namespaceHTMLElements=False)
    ids = [element.get("id") for element in tree.iter() if isinstance(element.tag, str) and element.get("id")]
    assert sorted(ids) == sorted(set(ids)), f"theme/examples/{name}.yml"


def test_an_example_that_makes_nothing_says_so():
    nothing = next(example for example in component("related").examples if example.name == "none")
    assert "Er wordt niets getoond." in rendered(component("related"), nothing)


def test_the_pattern_pages_are_in_a_development_build_for_who_knows_them():
    pages, _ = example_outputs()
    found = [page for page in pages if page.url.startswith("/patronen/")]
    assert sorted(page.url for page in found) == sorted(["/patronen/", *(f"/patronen/{name}/" for name in NAMES)])
    assert [page.url for page in found if page.listed or page.search or page.json_ld] == []
    assert b"/patronen/" not in example_file("/sitemap.xml")
    assert b".pattern__example" in example_file("/patronen/patterns.css")


def test_a_public_site_has_no_pattern_pages():
    library = library_of({"lessons/a.md": lesson()}, production=True)
    assert [*patterns.pages(library), *patterns.files(library)] == []
    pages, files = make_outputs(library)
    assert [made.url for made in (*pages, *files) if "patronen" in made.url] == []


def overview(theme_file=""):
    library = example_library()
    return next(patterns.pages(replace(library, site=replace(library.site, theme_file=theme_file))))


def colour(page, name):
    return {item.name: item for item in page.values["colours"]}[name]


def test_the_overview_tells_colours_with_their_contrast_sizes_and_spaces():
    page = overview()
    assert colour(page, "werkboek-ink").shades == (("#1b1f23", "15.6"), ("#ece9e2", "14.7"))
    assert colour(page, "nl-link-color").shades == (("#0b5c8a", "6.8"), ("#8cc6ee", "9.7"))
    assert dict(page.values["sizes"])["werkboek-small-font-size"] == ".95rem"
    assert dict(page.values["spaces"])["werkboek-space-2"] == ".5rem"


def test_the_overview_tells_the_colours_of_an_organisation_where_the_site_has_these():
    assert colour(overview("examples/theme.css"), "werkboek-ink").shades[0][0] == "#1a1a2e"
    assert overview("examples/not-there.css") == overview()  # plugin.py stops the build for such a name


def test_a_site_without_pictures_has_no_example_that_needs_one():
    library = library_of({"lessons/a.md": lesson()})
    made = {component.name: [example.name for example in component.examples] for component in components(library)}
    assert made["figure"] == []
    assert made["record_body"] == ["a text with a note", "nothing"]
    assert len(made["entry"]) == len(component("entry").examples)


def value(text):
    return Values(example_library(), "theme/examples/a.yml").of(yaml.compose(text))


def test_plain_values_are_texts_numbers_and_lists():
    assert value('{a: 12, b: "12", c: true, d: "true", e: null, f: [no, 2021-05-01], g: ""}') == {
        "a": 12, "b": "12", "c": True, "d": "true", "e": None, "f": ("no", "2021-05-01"), "g": "",
    }  # fmt: skip


def test_a_term_is_one_of_the_site_also_when_it_has_fewer():
    phases = example_library().vocabulary.ids("phases")
    assert value("[!phase 1, !phase 2]") == phases[:2]
    assert value(f"!phase {len(phases) + 1}") == phases[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n!Verdict maybe", "theme/examples/a.yml:2: !Verdict: 'maybe' is not a valid Verdict"),
        ("!colour red", "theme/examples/a.yml:1: !colour: there is no such tag"),
        ("!Colour red", "theme/examples/a.yml:1: !Colour: 'Colour'"),
        ("!Tick {at: 1, text: a}", "theme/examples/a.yml:1: !Tick: Tick.__init__() got an unexpected keyword argument 'text'"),
        ("!When vorig jaar", "theme/examples/a.yml:1: !When: vorig jaar"),
        ("!Body <script>", "theme/examples/a.yml:1: !Body: `<{tag}>` may not stand in a text; remove it"),
    ],
)
def test_a_broken_example_is_told_with_its_line(text, message):
    with pytest.raises(BrokenExample) as error:
        value(text)
    assert str(error.value) == message


def test_pieces_of_a_page_get_ids_of_their_own_and_keep_what_leads_elsewhere():
    piece = environment().from_string(
        '<section id="a" aria-labelledby="b inhoud"><h2 id="b">B</h2><a href="#a">A</a><a href="#inhoud">C</a>'
        '<rect fill="url(#a)"/>{{ "id=\\"a\\"" }}</section>'
    )
    assert own_ids(piece.make_module().__html__(), "one") == (
        '<section id="one-a" aria-labelledby="one-b inhoud"><h2 id="one-b">B</h2><a href="#one-a">A</a><a href="#inhoud">C</a>'
        '<rect fill="url(#one-a)"/>id=&#34;a&#34;</section>'
    )
