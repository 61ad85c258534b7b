"""Statements as JSON-LD and as Turtle: a reader gets the same from both, whatever the texts hold."""

import warnings

from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph, Literal, URIRef
from rdflib.compare import isomorphic

from doetank.rdf import Iri, Text, Thing, as_json_ld, as_turtle

PREFIXES = {"dct": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#"}
TITLE = URIRef("http://purl.org/dc/terms/title")
HERE = Iri("https://example.org/a")
# XML 1.0 and Turtle agree on these; a NUL stands in no text of ours.
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


def from_json_ld(content):
    with warnings.catch_warnings():
        # rdflib's own reader uses a class that rdflib warns of.
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        return Graph().parse(data=content, format="json-ld")


def read(things):
    turtle = Graph().parse(data=as_turtle(PREFIXES, things), format="turtle")
    assert isomorphic(turtle, from_json_ld(as_json_ld(PREFIXES, things)))
    return turtle


def test_the_whole_of_a_small_graph():
    things = (
        Thing(
            HERE,
            "dct:Standard",
            (("dct:title", Text('Een "b"', "nl")), ("dct:title", Text("A", "en")), ("dct:relation", Iri("https://x.y/"))),
        ),
        Thing(Iri("https://x.y/"), "dct:Agent"),
    )
    assert as_turtle(PREFIXES, things).decode() == (
        "@prefix dct: <http://purl.org/dc/terms/> .\n"
        "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        "\n"
        "<https://example.org/a> a dct:Standard ;\n"
        '    dct:title "Een \\"b\\""@nl ;\n'
        '    dct:title "A"@en ;\n'
        "    dct:relation <https://x.y/> .\n"
        "\n"
        "<https://x.y/> a dct:Agent .\n"
    )
    assert len(read(things)) == 5


@given(TEXTS)
def test_a_text_comes_back_as_it_was(text):
    graph = read((Thing(HERE, "dct:Standard", (("dct:title", Text(text, "nl")), ("dct:title", Text(text)))),))
    assert set(graph.objects(URIRef(HERE.value), TITLE)) == {Literal(text, lang="nl"), Literal(text)}


def test_a_value_keeps_its_datatype():
    graph = read((Thing(HERE, "dct:Standard", (("dct:title", Text("12", datatype="xsd:integer")),)),))
    assert [value.toPython() for value in graph.objects(URIRef(HERE.value), TITLE)] == [12]


def test_an_address_cannot_break_out():
    iri = Iri('https://example.org/> <x> "y" {z} \\ \n^`|é')
    graph = read((Thing(iri, "dct:Standard"),))
    assert [str(subject) for subject in graph.subjects()] == [
        "https://example.org/%3E%20%3Cx%3E%20%22y%22%20%7Bz%7D%20%5C%20%0A%5E%60%7C%C3%A9"
    ]
