"""The description of the data as a harvester reads it, held against DCAT-AP-NL 3.0."""

import hashlib
from functools import cache

import pytest
from rdflib import RDF, XSD, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from doetank.authorities import FORMS
from doetank.data_files import data_files
from doetank.dcat import PREFIXES, describe_data
from doetank.pipeline import make_outputs
from doetank.rdf import as_json_ld, as_turtle
from doetank.records import RECORD_TYPES
from doetank.site import Publisher, Site
from doetank.urls import DATA, DCAT_JSON_LD, DCAT_TURTLE

from .sites import example_file, example_library, example_outputs, lesson, library_of
from .test_rdf import from_json_ld

DCAT, DCT, FOAF = Namespace(PREFIXES["dcat"]), Namespace(PREFIXES["dct"]), Namespace(PREFIXES["foaf"])
SKOS, SPDX, VCARD = Namespace(PREFIXES["skos"]), Namespace(PREFIXES["spdx"]), Namespace(PREFIXES["vcard"])
DCATAP = Namespace("http://data.europa.eu/r5r/")
MANY = 10_000

# From the tables of classes in https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/ (Geonovum/DCAT-AP-NL30, doc/gen/klassen.md and
# ondersteunendeKlassen.md) and its SHACL: class, property, least, most, and what its values are (a class, a datatype, or any literal).
# Both conditional properties of a file count as required here: it has a downloadURL.
RULES = (
    (DCAT.Catalog, DCT.title, 1, MANY, Literal),
    (DCAT.Catalog, DCT.description, 1, MANY, Literal),
    (DCAT.Catalog, DCT.publisher, 1, 1, FOAF.Agent),
    (DCAT.Catalog, DCAT.contactPoint, 1, 1, VCARD.Kind),
    (DCAT.Catalog, DCAT.dataset, 1, MANY, DCAT.Dataset),
    (DCAT.Catalog, DCT.creator, 0, 1, FOAF.Agent),
    (DCAT.Catalog, DCT.language, 0, MANY, DCT.LinguisticSystem),
    (DCAT.Catalog, DCT.license, 0, 1, DCT.LicenseDocument),
    (DCAT.Catalog, DCT.modified, 0, 1, Literal),
    (DCAT.Catalog, DCAT.themeTaxonomy, 0, MANY, SKOS.ConceptScheme),
    (DCAT.Catalog, FOAF.homepage, 0, 1, FOAF.Document),
    (DCAT.Dataset, DCT.accessRights, 1, 1, DCT.RightsStatement),
    (DCAT.Dataset, DCAT.contactPoint, 1, MANY, VCARD.Kind),
    (DCAT.Dataset, DCT.creator, 1, MANY, FOAF.Agent),
    (DCAT.Dataset, DCT.description, 1, MANY, Literal),
    (DCAT.Dataset, DCT.identifier, 1, 1, Literal),
    (DCAT.Dataset, DCT.publisher, 1, 1, FOAF.Agent),
    (DCAT.Dataset, DCAT.theme, 1, MANY, SKOS.Concept),
    (DCAT.Dataset, DCT.title, 1, MANY, Literal),
    (DCAT.Dataset, DCAT.distribution, 1, MANY, DCAT.Distribution),
    (DCAT.Dataset, DCAT.keyword, 0, MANY, Literal),
    (DCAT.Dataset, DCT.language, 1, MANY, DCT.LinguisticSystem),
    (DCAT.Dataset, DCT.accrualPeriodicity, 0, 1, DCT.Frequency),
    (DCAT.Dataset, DCT.modified, 0, 1, Literal),
    (DCAT.Dataset, DCAT.landingPage, 0, MANY, FOAF.Document),
    (DCAT.Dataset, FOAF.page, 0, MANY, FOAF.Document),
    (DCAT.Dataset, DCATAP.applicableLegislation, 0, 0, None),
    (DCAT.Distribution, DCAT.accessURL, 1, 1, URIRef),
    (DCAT.Distribution, DCT.license, 1, 1, DCT.LicenseDocument),
    (DCAT.Distribution, DCAT.downloadURL, 1, 1, URIRef),
    (DCAT.Distribution, DCAT.mediaType, 1, 1, DCT.MediaType),
    (DCAT.Distribution, DCAT.byteSize, 1, 1, XSD.nonNegativeInteger),
    (DCAT.Distribution, DCT["format"], 0, 1, DCT.MediaTypeOrExtent),
    (DCAT.Distribution, DCT.conformsTo, 0, MANY, DCT.Standard),
    (DCAT.Distribution, DCT.language, 0, MANY, DCT.LinguisticSystem),
    (DCAT.Distribution, DCT.modified, 0, 1, Literal),
    (DCAT.Distribution, SPDX.checksum, 1, 1, SPDX.Checksum),
    (SPDX.Checksum, SPDX.algorithm, 1, 1, SPDX.ChecksumAlgorithm),
    (SPDX.Checksum, SPDX.checksumValue, 1, 1, XSD.hexBinary),
    (FOAF.Agent, FOAF.name, 1, MANY, Literal),
    (SKOS.Concept, SKOS.prefLabel, 1, MANY, Literal),
    (SKOS.ConceptScheme, DCT.title, 1, MANY, Literal),
    (VCARD.Kind, VCARD.fn, 1, 1, Literal),
)
# The lists of https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/ (151-Waardelijsten.md): where the values of these must come from.
LISTS = {
    DCT.accessRights: "http://publications.europa.eu/resource/authority/access-right/",
    DCT.accrualPeriodicity: "http://publications.europa.eu/resource/authority/frequency/",
    DCT["format"]: "http://publications.europa.eu/resource/authority/file-type/",
    DCT.language: "http://publications.europa.eu/resource/authority/language/",
    DCT.license: "https://creativecommons.org/licenses/",
    DCAT.mediaType: "https://www.iana.org/assignments/media-types/",
    DCAT.theme: "http://publications.europa.eu/resource/authority/data-theme/",
    SPDX.algorithm: "http://spdx.org/rdf/terms#",
}
TEMPORAL = {XSD.gYear, XSD.gYearMonth, XSD.date, XSD.dateTime}


@cache
def example_graph():
    return Graph().parse(data=example_file(DCAT_TURTLE), format="turtle")


def graph_of(library):
    return Graph().parse(data=as_turtle(PREFIXES, describe_data(library, data_files(library))), format="turtle")


def objects(graph, kind, name):
    return {value for subject in graph.subjects(RDF.type, kind) for value in graph.objects(subject, name)}


def fits(graph, value, kind):
    if kind in (Literal, URIRef):
        return isinstance(value, kind)
    return (value, RDF.type, kind) in graph if isinstance(value, URIRef) else value.datatype == kind


def test_both_forms_say_the_same():
    assert isomorphic(example_graph(), from_json_ld(example_file(DCAT_JSON_LD)))


@pytest.mark.parametrize(
    ("kind", "name", "least", "most", "values"), RULES, ids=lambda value: str(value).rpartition("#")[2].rpartition("/")[2]
)
def test_the_profile_is_kept(kind, name, least, most, values):
    graph = example_graph()
    things = set(graph.subjects(RDF.type, kind))
    assert things
    for thing in things:
        found = list(graph.objects(thing, name))
        assert least <= len(found) <= most, thing
        assert all(fits(graph, value, values) for value in found), found


def test_nothing_is_said_that_no_rule_allows():
    graph = example_graph()
    known = {(kind, name) for kind, name, *_ in RULES} | {(VCARD.Kind, VCARD.hasURL), (DCAT.Distribution, DCT.title)}
    said = {(graph.value(subject, RDF.type), name) for subject, name in graph.subject_predicates() if name != RDF.type}
    assert said - known == set()


@pytest.mark.parametrize("name", LISTS, ids=lambda name: name.rpartition("/")[2])
def test_a_value_comes_from_the_list_that_the_profile_names(name):
    found = set(example_graph().objects(None, name))
    assert found
    assert all(str(value).startswith(LISTS[name]) for value in found)


def test_a_text_stands_once_in_each_language():
    graph = example_graph()
    for kind in (DCAT.Catalog, DCAT.Dataset):
        for thing in graph.subjects(RDF.type, kind):
            for name in (DCT.title, DCT.description, *((DCAT.keyword,) if kind == DCAT.Dataset else ())):
                assert sorted(text.language for text in graph.objects(thing, name)) == ["en", "nl"]


def test_a_dataset_has_one_identifier_which_is_its_own_address():
    graph = example_graph()
    assert {str(value) for value in objects(graph, DCAT.Dataset, DCT.identifier)} == {
        str(thing) for thing in graph.subjects(RDF.type, DCAT.Dataset)
    }


def test_every_file_is_there_with_its_size_sum_and_type():
    graph, contents = example_graph(), {file.url: file.content for file in example_outputs()[1]}
    for thing in graph.subjects(RDF.type, DCAT.Distribution):
        address = str(graph.value(thing, DCAT.downloadURL)).removeprefix("https://example.org")
        checksum = graph.value(thing, SPDX.checksum)
        assert graph.value(thing, DCAT.byteSize).toPython() == len(contents[address])
        assert str(graph.value(checksum, SPDX.checksumValue)) == hashlib.sha256(contents[address]).hexdigest()
        assert str(graph.value(thing, DCAT.mediaType)) == FORMS[address.rpartition(".")[2]].media.value


def test_every_file_of_data_belongs_to_the_dataset_of_its_type():
    graph = example_graph()
    found = {
        str(dataset).rpartition("#")[2]: {
            str(graph.value(file, DCAT.downloadURL)).rpartition("/")[2] for file in graph.objects(dataset, DCAT.distribution)
        }
        for dataset in graph.subjects(RDF.type, DCAT.Dataset)
    }
    assert set(found) == {"all", *RECORD_TYPES}
    assert found["all"] == {"all.json"}
    assert found["lesson"] == {"lessons.csv", "lessons.jsonl"}
    assert {f"{DATA}{name}" for names in found.values() for name in names} == {file.url for file in data_files(example_library())}


def test_a_change_is_dated_as_precisely_as_it_is_known():
    for written, datatype in (
        ("2024", XSD.gYear),
        ("2024-05", XSD.gYearMonth),
        ("2024-05-06", XSD.date),
        ("2024-05-06T10:00", XSD.dateTime),
    ):
        graph = graph_of(library_of({"lessons/a.md": lesson(modified=f"'{written}'")}))
        assert {value.datatype for value in objects(graph, DCAT.Dataset, DCT.modified)} == {datatype}
    assert {value.datatype for value in example_graph().objects(None, DCT.modified)} <= TEMPORAL
    assert objects(graph_of(library_of({"lessons/a.md": lesson()})), DCAT.Dataset, DCT.modified) == set()


def test_a_type_without_records_is_no_dataset_and_a_site_without_records_has_one():
    graph = graph_of(library_of({"lessons/a.md": lesson()}))
    assert {str(thing).rpartition("#")[2] for thing in graph.subjects(RDF.type, DCAT.Dataset)} == {"all", "lesson"}
    assert {str(thing).rpartition("#")[2] for thing in graph_of(library_of({})).subjects(RDF.type, DCAT.Dataset)} == {"all"}


def test_the_languages_are_those_of_the_records():
    graph = graph_of(library_of({"lessons/a.md": lesson(lang="fy"), "lessons/b.md": lesson(lang="nl"), "lessons/c.md": lesson(lang="sv")}))
    assert {str(value).rpartition("/")[2] for value in objects(graph, DCAT.Dataset, DCT.language)} == {"FRY", "NLD"}


def described(**options):
    """The description by a site with these choices."""
    library = library_of({"lessons/a.md": lesson()})
    changed = Site(**{**vars(library.site), **options})
    return graph_of(type(library)(**{**vars(library), "site": changed}))


def english(graph):
    """What the catalogue says of itself."""
    return next(text.value for text in objects(graph, DCAT.Catalog, DCT.description) if text.language == "en")


def test_without_a_publisher_the_site_stands_there_and_the_description_says_so():
    graph = described()
    (agent,) = objects(graph, DCAT.Dataset, DCT.publisher)
    assert (str(agent), str(graph.value(agent, FOAF.name))) == ("https://example.org/data/#publisher", "Netwerk")
    said = "Who publishes these data is not filled in yet; the site stands in that place."
    assert english(graph) == f"What public professionals learned by trying, failures included, as data. {said}"


@pytest.mark.parametrize(("uri", "known_as"), [("https://ror.org/0", "https://ror.org/0"), ("", "https://example.org/data/#publisher")])
def test_a_publisher_that_is_configured_is_named(uri, known_as):
    graph = described(publisher=Publisher("Stichting Voorbeeld", uri))
    for name in (DCT.publisher, DCT.creator):
        (agent,) = objects(graph, DCAT.Dataset, name)
        assert (str(agent), str(graph.value(agent, FOAF.name))) == (known_as, "Stichting Voorbeeld")
    assert english(graph) == "What public professionals learned by trying, failures included, as data."


@pytest.mark.parametrize(
    ("contact", "name", "address"),
    [
        ("/colofon/", VCARD.hasURL, "https://example.org/colofon/"),
        ("https://elders.example/", VCARD.hasURL, "https://elders.example/"),
        ("mailto:info@example.org", VCARD.hasEmail, "mailto:info@example.org"),
        ("", VCARD.hasURL, "https://example.org/"),
    ],
)
def test_the_contact_is_that_of_the_site(contact, name, address):
    graph = described(contact=contact)
    (card,) = objects(graph, DCAT.Dataset, DCAT.contactPoint)
    assert str(graph.value(card, name)) == address


def test_a_name_cannot_break_the_description():
    hostile = 'Net" . <https://x> a "y\\ {records}\n'
    library = library_of({"lessons/a.md": lesson()})
    changed = type(library)(**{**vars(library), "site": Site(**{**vars(library.site), "name": hostile})})
    things = describe_data(changed, data_files(changed))
    graph = Graph().parse(data=as_turtle(PREFIXES, things), format="turtle")
    assert isomorphic(graph, from_json_ld(as_json_ld(PREFIXES, things)))
    assert {str(name) for name in objects(graph, FOAF.Agent, FOAF.name)} == {hostile}


def test_the_files_are_the_same_on_every_build():
    first, second = (
        {file.url: file.content for file in make_outputs(example_library())[1] if file.url.startswith(f"{DATA}dcat")} for _ in range(2)
    )
    assert first == second
    assert set(first) == {DCAT_JSON_LD, DCAT_TURTLE}
