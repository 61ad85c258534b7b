"""All records, linked both ways: each knows what it refers to and what refers to it."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from . import urls
from .bodies import Body, BodyLink
from .pictures import Picture
from .problems import Problem
from .records import Record
from .records.fields import NETWORK, MediaFile, Ref
from .records.walk import leaves, references
from .site import Site
from .vocabulary import Vocabulary


@dataclass(frozen=True)
class Entry:
    """A record in its place: with its body, its address, the references it makes, and what its compounds are made of."""

    record: Record
    body: Body
    url: str
    refers_to: frozenset[Ref] = frozenset()
    parts: tuple[str, ...] = ()

    @property
    def ref(self) -> Ref:
        return self.record.ref


@dataclass(frozen=True)
class Library:
    """The whole content. An `entry` is in the site's language, or in another when it was written in that only."""

    site: Site
    vocabulary: Vocabulary
    entries: Mapping[Ref, Entry] = field(default_factory=dict)
    translations: Mapping[Ref, tuple[Entry, ...]] = field(default_factory=dict)
    inline: Mapping[str, str] = field(default_factory=dict)
    media: frozenset[str] = frozenset()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    transcripts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: tuple[BodyLink, ...] = ()
    notices: tuple[Problem, ...] = ()
    _by_type: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    _referring: Mapping[Ref, tuple[Entry, ...]] = field(default_factory=dict)

    def all(self, type_name: str) -> tuple[Entry, ...]:
        """Every record of a type, newest first, and then by title; retired ones are left out."""
        return tuple(entry for entry in self._by_type.get(type_name, ()) if not entry.record.is_retired)

    def everything(self) -> Iterator[Entry]:
        """Every record that has a page, by type: retired ones and translations too."""
        for type_name in urls.TYPES:
            for entry in self._by_type.get(type_name, ()):
                yield entry
                yield from self.translations.get(entry.ref, ())

    def entry(self, ref: Ref) -> Entry:
        """The record that a checked reference names. Raises KeyError for the network, which is no record."""
        return self.entries[ref]

    def used_pictures(self) -> tuple[Picture, ...]:
        """The pictures that a record shows or links to, by name; no other is published."""
        named = {str(leaf.value) for entry in self.everything() for leaf in leaves(entry.record) if MediaFile in leaf.markers}
        named |= {link.inside.removeprefix("/") for link in self.links}
        return tuple(self.pictures[name] for name in sorted(named & self.pictures.keys()))

    def in_language(self, entry: Entry, language: str) -> Entry:
        """The translation of a record, or the record itself where there is none."""
        return next((other for other in self.versions(entry) if other.record.site_lang == language), entry)

    def versions(self, entry: Entry) -> tuple[Entry, ...]:
        """A record in all its languages, the original first."""
        original = self.entries[entry.ref]
        return (original, *self.translations.get(entry.ref, ()))

    def referring(self, ref: Ref, *types: str) -> tuple[Entry, ...]:
        """What refers to a record, of these types, newest first; retired ones are left out."""
        return tuple(entry for entry in self._referring.get(ref, ()) if entry.record.type in types and not entry.record.is_retired)


def link(
    site: Site,
    vocabulary: Vocabulary,
    records: Iterable[tuple[Record, Body, tuple[str, ...]]],
    inline: Mapping[str, str],
    media: frozenset[str],
    pictures: Mapping[str, Picture],
    transcripts: Mapping[str, tuple[str, ...]],
    links: tuple[BodyLink, ...],
    notices: tuple[Problem, ...],
) -> Library:
    """Link records that were checked: each reference names a record that is there."""
    originals: dict[Ref, Entry] = {}
    others: list[Entry] = []
    for record, body, parts in records:
        address = urls.record(record.type, record.id, record.site_lang, site.language)
        entry = Entry(record, body, address, frozenset(ref for _, ref in references(record)), parts)
        if record.site_lang == site.language:
            originals[record.ref] = entry
        else:
            others.append(entry)
    translations: dict[Ref, tuple[Entry, ...]] = {}
    for entry in sorted(others, key=lambda other: (other.ref, other.record.site_lang)):
        if entry.ref in originals:
            translations[entry.ref] = (*translations.get(entry.ref, ()), entry)
        else:
            originals[entry.ref] = entry
    ordered = sorted(originals.values(), key=newest_first)
    by_type: dict[str, list[Entry]] = defaultdict(list)
    referring: dict[Ref, list[Entry]] = defaultdict(list)
    for entry in ordered:
        by_type[entry.record.type].append(entry)
        for ref in entry.refers_to:
            referring[ref].append(entry)
    return Library(
        site, vocabulary, originals, translations, inline, media, pictures, transcripts, links, notices,
        {name: tuple(entries) for name, entries in by_type.items()},
        {ref: tuple(entries) for ref, entries in referring.items()},
    )  # fmt: skip


def newest_first(entry: Entry) -> tuple[int, str, str]:
    """A sort key: dated records from new to old, then those without a date by title."""
    when = entry.record.when
    day = -(when.first - date.min).days if when else 1
    return (day, alphabetical(entry.record.title), entry.record.id)


def oldest_first(entry: Entry) -> tuple[date, str, str]:
    """A sort key for time lines: from old to new, undated ones last."""
    when = entry.record.when
    return (when.first if when else date.max, when.iso if when else "", entry.record.id)


def alphabetical(text: str) -> str:
    """A sort key that sees `É` as `e`, the same on every machine."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()


__all__ = ["NETWORK", "Entry", "Library", "alphabetical", "link", "newest_first", "oldest_first"]
