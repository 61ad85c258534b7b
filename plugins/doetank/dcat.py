"""The open data as a catalogue that data portals harvest: DCAT-AP-NL 3.0, https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/.

One dataset a type, since the files of a dataset must hold the same in another form, and one dataset with everything.
No law that asks for such data is named (`dcatap:applicableLegislation`), since none does.
"""

from collections.abc import Iterable, Iterator

from . import urls
from .authorities import DATATYPES, FORMS, GOVERNMENT, IRREGULAR, LANGUAGE_IRIS, LICENCE, PUBLIC, SHA256, THEMES, named_values
from .catalogue import LANGUAGES, N_, Label, catalogue
from .data_files import DataFile, entries_of
from .library import Library
from .rdf import Iri, Property, Text, Thing
from .records import RECORD_TYPES
from .site import Site
from .tables import last_changed

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_EVERYTHING = N_("Everything on {site}")
_RECORDS = N_("{records} on {site}")
_ABOUT_EVERYTHING = N_("All published records of {site} in one file, as their authors wrote them.")
_ABOUT = N_("{records} on {site}, as their authors wrote them; the codebook tells what every field means.")
_OTHER_LICENCE = N_("A record with another licence says so.")
_CATALOGUE = N_("Open data of {site}")
_ABOUT_CATALOGUE = N_("What public professionals learned by trying, failures included, as data.")
_NO_PUBLISHER = N_("Who publishes these data is not filled in yet; the site stands in that place.")


def describe_data(library: Library, files: Iterable[DataFile]) -> tuple[Thing, ...]:
    """The catalogue, its datasets and their files; a type without records is no dataset yet."""
    filled = [file for file in files if file.count or not file.type]
    types = sorted({file.type for file in filled}, key=["", *RECORD_TYPES].index)
    return (
        _catalogue(library, types),
        _publisher(library.site),
        _contact(library.site),
        *(_dataset(library, name, [file for file in filled if file.type == name]) for name in types),
        *(thing for file in filled for thing in _distribution(library, file)),
        *(Thing(Iri(library.site.absolute(address)), "foaf:Document") for address in (urls.DATA, urls.CODEBOOK)),
        *named_values(),
    )


def _here(site: Site, name: str) -> Iri:
    """An address on the page with the data; a dataset's leads to its line there."""
    return Iri(f"{site.absolute(urls.DATA)}#{name}")


def _catalogue(library: Library, types: Iterable[str]) -> Thing:
    site = library.site
    about = (_ABOUT_CATALOGUE,) if site.publisher else (_ABOUT_CATALOGUE, _NO_PUBLISHER)
    return Thing(
        _here(site, "catalogue"),
        "dcat:Catalog",
        (
            *_in_each("dct:title", _CATALOGUE, site=site.name),
            *_in_each("dct:description", *about),
            ("dct:publisher", _agent(site)),
            ("dcat:contactPoint", _here(site, "contact")),
            ("foaf:homepage", Iri(site.absolute(urls.DATA))),
            *_languages(LANGUAGES),
            ("dct:license", LICENCE),
            *_modified(library, ""),
            ("dcat:themeTaxonomy", THEMES),
            *(("dcat:dataset", _here(site, name or "all")) for name in types),
        ),
    )


def _publisher(site: Site) -> Thing:
    name = site.publisher.name if site.publisher else site.name
    return Thing(_agent(site), "foaf:Agent", (("foaf:name", Text(name, site.language)),))


def _agent(site: Site) -> Iri:
    """The publisher, by its address in a register where that is known."""
    return Iri(site.publisher.uri) if site.publisher and site.publisher.uri else _here(site, "publisher")


def _contact(site: Site) -> Thing:
    where = site.contact or urls.HOME
    means = "vcard:hasEmail" if where.startswith("mailto:") else "vcard:hasURL"
    address = Iri(site.absolute(where) if where.startswith("/") else where)
    return Thing(_here(site, "contact"), "vcard:Kind", (("vcard:fn", Text(site.name)), (means, address)))


def _dataset(library: Library, type_name: str, files: Iterable[DataFile]) -> Thing:
    site = library.site
    here = _here(site, type_name or "all")
    records = RECORD_TYPES[type_name].plural if type_name else N_("Open data")
    title, about = (_RECORDS, _ABOUT) if type_name else (_EVERYTHING, _ABOUT_EVERYTHING)
    return Thing(
        here,
        "dcat:Dataset",
        (
            *_in_each("dct:title", title, site=site.name, records=records),
            *_in_each("dct:description", about, _OTHER_LICENCE, site=site.name, records=records),
            ("dct:identifier", Text(here.safe)),
            ("dct:publisher", _agent(site)),
            ("dct:creator", _agent(site)),
            ("dcat:contactPoint", _here(site, "contact")),
            ("dct:accessRights", PUBLIC),
            ("dcat:theme", GOVERNMENT),
            *_in_each("dcat:keyword", records),
            *_languages(entry.record.lang for entry in entries_of(library, type_name)),
            ("dct:accrualPeriodicity", IRREGULAR),
            *_modified(library, type_name),
            ("dcat:landingPage", Iri(site.absolute(urls.DATA))),
            ("foaf:page", Iri(site.absolute(urls.CODEBOOK))),
            *(("dcat:distribution", _file(site, file)) for file in files),
        ),
    )


def _distribution(library: Library, file: DataFile) -> Iterator[Thing]:
    """A file, and the sum by which it can be checked."""
    form, here, checksum = FORMS[file.form], _file(library.site, file), Iri(f"{_file(library.site, file).value}-sha256")
    address = Iri(library.site.absolute(file.url))
    yield Thing(
        here,
        "dcat:Distribution",
        (
            ("dct:title", Text(form.title, "en")),
            ("dcat:accessURL", address),
            ("dcat:downloadURL", address),
            ("dct:license", LICENCE),
            ("dcat:mediaType", form.media),
            *((("dct:format", form.file_type),) if form.file_type else ()),
            ("dct:conformsTo", form.standard),
            *_languages(entry.record.lang for entry in entries_of(library, file.type)),
            *_modified(library, file.type),
            ("dcat:byteSize", Text(str(file.size), datatype="xsd:nonNegativeInteger")),
            ("spdx:checksum", checksum),
        ),
    )
    yield Thing(
        checksum,
        "spdx:Checksum",
        (("spdx:algorithm", SHA256), ("spdx:checksumValue", Text(file.checksum, datatype="xsd:hexBinary"))),
    )


def _file(site: Site, file: DataFile) -> Iri:
    return _here(site, f"{file.type or 'all'}-{file.form}")


def _in_each(name: str, *texts: Label | str, **values: str) -> Iterator[Property]:
    """A text of ours in every language of the site; values that are labels too."""
    for language in LANGUAGES:
        words = catalogue(language)
        told = {key: words.gettext(value) if isinstance(value, Label) else value for key, value in values.items()}
        yield name, Text(" ".join(words.gettext(text).format(**told) for text in texts), language)


def _languages(languages: Iterable[str]) -> Iterator[Property]:
    for language in sorted(set(languages) & set(LANGUAGE_IRIS)):
        yield "dct:language", LANGUAGE_IRIS[language]


def _modified(library: Library, type_name: str) -> Iterator[Property]:
    changed = last_changed(entry.record for entry in entries_of(library, type_name))
    if changed:
        yield "dct:modified", Text(changed.iso, datatype=DATATYPES[changed.precision])
