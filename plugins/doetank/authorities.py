"""Values of other people's lists that the description of the open data names, each with what it is."""

from collections.abc import Iterator
from typing import NamedTuple

from .catalogue import LANGUAGES, N_, catalogue
from .dates import Precision
from .rdf import Iri, Text, Thing
from .urls import CC_BY

_EU = "http://publications.europa.eu/resource/authority"
_IANA = "https://www.iana.org/assignments/media-types"

PUBLIC = Iri(f"{_EU}/access-right/PUBLIC")
IRREGULAR = Iri(f"{_EU}/frequency/IRREG")
THEMES = Iri(f"{_EU}/data-theme")
GOVERNMENT = Iri(f"{_EU}/data-theme/GOVE")
LICENCE = Iri(CC_BY)
SHA256 = Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
LANGUAGE_IRIS = {
    language: Iri(f"{_EU}/language/{code}")
    for language, code in {"nl": "NLD", "en": "ENG", "fy": "FRY", "de": "DEU", "fr": "FRA", "pap": "PAP"}.items()
}
"""A record in another language is in the data, but its language is not in their description."""
DATATYPES: dict[Precision, str] = {"year": "xsd:gYear", "month": "xsd:gYearMonth", "day": "xsd:date", "minute": "xsd:dateTime"}


class Form(NamedTuple):
    """How one kind of file is known: a registered media type, a file type of the EU where it has one, and what it keeps to."""

    title: str
    media: Iri
    file_type: Iri | None
    standard: Iri


FORMS = {
    "csv": Form("CSV", Iri(f"{_IANA}/text/csv"), Iri(f"{_EU}/file-type/CSV"), Iri("https://www.rfc-editor.org/info/rfc4180")),
    # JSON Lines is neither registered with IANA nor in the EU's list; that it is plain text is true.
    "jsonl": Form("JSON Lines", Iri(f"{_IANA}/text/plain"), None, Iri("https://jsonlines.org/")),
    "json": Form("JSON", Iri(f"{_IANA}/application/json"), Iri(f"{_EU}/file-type/JSON"), Iri("https://www.rfc-editor.org/info/rfc8259")),
}
"""By how the names of the files end."""


def named_values() -> Iterator[Thing]:
    """Every value above with its class; a profile that is checked with SHACL asks for that."""
    yield Thing(PUBLIC, "dct:RightsStatement")
    yield Thing(IRREGULAR, "dct:Frequency")
    yield Thing(LICENCE, "dct:LicenseDocument")
    yield Thing(SHA256, "spdx:ChecksumAlgorithm")
    yield _labelled(THEMES, "skos:ConceptScheme", "dct:title", N_("Data themes of the European Union"))
    yield _labelled(GOVERNMENT, "skos:Concept", "skos:prefLabel", N_("Government and public sector"))
    yield from (Thing(language, "dct:LinguisticSystem") for language in LANGUAGE_IRIS.values())
    for form in FORMS.values():
        yield Thing(form.media, "dct:MediaType")
        yield Thing(form.standard, "dct:Standard")
        if form.file_type:
            yield Thing(form.file_type, "dct:MediaTypeOrExtent")


def _labelled(iri: Iri, kind: str, name: str, label: str) -> Thing:
    return Thing(iri, kind, tuple((name, Text(catalogue(language).gettext(label), language)) for language in LANGUAGES))
