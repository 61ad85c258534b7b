"""How to cite a record, as reference managers read it: BibTeX and RIS. Equal records give equal bytes."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

from .catalogue import N_, catalogue
from .library import Entry, Library
from .records import Post
from .records.values import Contributor

_LICENCE = N_("Licence")
_TEX = str.maketrans({character: f"\\{character}" for character in "&%$#_"} | {
    # By name and not as \{: BibTeX counts braces before it looks at backslashes.
    "{": "{\\textbraceleft}",
    "}": "{\\textbraceright}",
    "\\": "{\\textbackslash}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
})  # fmt: skip
_LANGUAGES = {"nl": "dutch", "en": "english", "de": "ngerman", "fr": "french"}
"""As LaTeX names them; it refuses to guess others."""
_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"
"""What may stand in an address as it is; braces and spaces may not."""


class Author(NamedTuple):
    """Who a record is by, as it may be named: a person, or an organisation where no person is named."""

    name: str
    is_person: bool


def authors_of(library: Library, entry: Entry) -> tuple[Author, ...]:
    """The authors of a post, each once. A role alone is nobody's name; other records are by the site as a whole."""
    told = entry.record.authors if isinstance(entry.record, Post) else ()
    return tuple(dict.fromkeys(author for contributor in told if (author := _author(library, contributor))))


def bibtex(library: Library, entry: Entry) -> bytes:
    """A record as one BibTeX entry: a page on the web, published by the site."""
    record = entry.record
    authors = " and ".join(_bibtex_name(author) for author in authors_of(library, entry))
    # In two pairs of braces: capitals stay as they are, and the name of the site is not a first and a last name.
    fields = {
        **({"author": authors} if authors else {}),
        "title": f"{{{_tex(record.title)}}}",
        "organization": f"{{{_tex(library.site.name)}}}",
    }
    published = record.when or record.created
    if published:
        fields["year"] = str(published.year)
    if record.lang in _LANGUAGES:
        fields["langid"] = _LANGUAGES[record.lang]
    fields |= {"url": _address(library, entry), "note": _tex(_licence(entry))}
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{_key(entry)},\n{''.join(lines)}}}\n".encode()


def ris(library: Library, entry: Entry) -> bytes:
    """A record as one RIS record of an electronic source, with the line ends that the format asks for."""
    record = entry.record
    published = record.when or record.created
    dated = [("PY", str(published.year)), ("DA", _day(published.iso[:10]))] if published else []
    authors = [("AU", author.name) for author in authors_of(library, entry)]
    lines = [
        ("TY", "ELEC"), ("ID", _key(entry)), *authors, ("TI", record.title), ("PB", library.site.name), *dated,
        ("LA", record.lang), ("UR", _address(library, entry)), ("N1", _licence(entry)), ("ER", ""),
    ]  # fmt: skip
    return _lines(lines).encode()


def _author(library: Library, contributor: Contributor) -> Author | None:
    if contributor.name:
        return Author(contributor.name, True)
    ref = contributor.person or contributor.organisation
    return Author(library.entry(ref).record.title, contributor.person is not None) if ref else None


def _bibtex_name(author: Author) -> str:
    """A name that is one whole stands in braces: that of an organisation, and one in which BibTeX would read more than it says."""
    name = _tex(author.name)
    return name if author.is_person and "," not in name and " and " not in name.lower() else f"{{{name}}}"


def _lines(lines: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines)


def _tex(text: str) -> str:
    return _one_line(text).translate(_TEX)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _day(iso: str) -> str:
    """`2024/05/06/`, with empty parts where a date is less precise."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    return f"{year}/{month}/{day}/"


def _address(library: Library, entry: Entry) -> str:
    return quote(library.site.absolute(entry.url), safe=_IN_ADDRESS)


def _key(entry: Entry) -> str:
    """Unique on the site: ids differ within a type, translations by their language."""
    record = entry.record
    return f"{record.type}-{record.id}-{record.site_lang}"


def _licence(entry: Entry) -> str:
    return f"{catalogue(entry.record.site_lang).gettext(_LICENCE)}: {entry.record.license}"
