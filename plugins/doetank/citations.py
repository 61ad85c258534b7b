"""How to cite a record, as reference managers read it: BibTeX and RIS. Equal records give equal bytes."""

from collections.abc import Iterable
from urllib.parse import quote

from .catalogue import N_, catalogue
from .library import Entry
from .site import Site

_LICENCE = N_("Licence")
_TEX = {character: f"\\{character}" for character in "&%$#_"} | {
    # By name and not as \{: BibTeX counts braces before it looks at backslashes.
    "{": "{\\textbraceleft}",
    "}": "{\\textbraceright}",
    "\\": "{\\textbackslash}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
}
_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%~"
"""What may stand in an address as it is; braces and spaces may not."""


def bibtex(site: Site, entry: Entry) -> bytes:
    """A record as one BibTeX entry: a page on the web, published by the site."""
    record = entry.record
    # In two pairs of braces: capitals stay as they are, and the name of the site is not a first and a last name.
    fields = {"title": f"{{{_tex(record.title)}}}", "organization": f"{{{_tex(site.name)}}}"}
    published = record.when or record.created
    if published:
        fields["year"] = str(published.year)
    fields |= {"url": _address(site, entry), "note": _tex(_licence(entry))}
    lines = (f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{_key(entry)},\n{''.join(lines)}}}\n".encode()


def ris(site: Site, entry: Entry) -> bytes:
    """A record as one RIS record of an electronic source, with the line ends that the format asks for."""
    record = entry.record
    published = record.when or record.created
    dated = [("PY", str(published.year)), ("DA", _day(published.iso[:10]))] if published else []
    lines = [
        ("TY", "ELEC"), ("ID", _key(entry)), ("TI", record.title), ("PB", site.name), *dated,
        ("LA", record.lang), ("UR", _address(site, entry)), ("N1", _licence(entry)), ("ER", ""),
    ]  # fmt: skip
    return _lines(lines).encode()


def _lines(lines: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines)


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _day(iso: str) -> str:
    """`2024/05/06/`, with empty parts where a date is less precise."""
    year, month, day = (*iso.split("-"), "", "")[:3]
    return f"{year}/{month}/{day}/"


def _address(site: Site, entry: Entry) -> str:
    return quote(site.absolute(entry.url), safe=_IN_ADDRESS)


def _key(entry: Entry) -> str:
    """Unique on the site: ids differ within a type, translations by their language."""
    record = entry.record
    return f"{record.type}-{record.id}-{record.site_lang}"


def _licence(entry: Entry) -> str:
    return f"{catalogue(entry.record.site_lang).gettext(_LICENCE)}: {entry.record.license}"
