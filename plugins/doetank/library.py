"""All records, linked both ways: each knows what it refers to and what refers to it."""

import html
import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from . import urls
from .bodies import Body, BodyLink
from .edition import Edition
from .once import once
from .pictures import Picture
from .problems import Problem
from .records import Lesson, Record
from .records.fields import NETWORK, Ref
from .records.walk import media as media_of
from .records.walk import references, texts
from .site import Site
from .vocabulary import Vocabulary

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Entry:
    """A record in its place: with its body, its address, the references it makes, and what its compounds are made of.

    `review_due` says that the day has passed before which somebody would look at it again.
    """

    record: Record
    body: Body
    url: str
    refers_to: frozenset[Ref] = frozenset()
    parts: tuple[str, ...] = ()
    review_due: bool = False

    @cached_property
    def ref(self) -> Ref:
        return self.record.ref


@dataclass(frozen=True, eq=False)
class Library:
    """The whole content, as it is told in one language: each record in that, or as it was written where it has no translation.

    A library equals only itself, so that what is made of one can be kept.

    `all` and `referring` tell of the records in `_counted`, or of every one where that is None.
    `edition` is the one whose records these are, when they are those of an edition.
    `every` is a record in all its languages; `spoken` are the languages in which a front-matter text was written.
    """

    site: Site
    vocabulary: Vocabulary
    language: str
    entries: Mapping[Ref, Entry] = field(default_factory=dict)
    every: Mapping[Ref, tuple[Entry, ...]] = field(default_factory=dict)
    inline: Mapping[str, str] = field(default_factory=dict)
    spoken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    media: frozenset[str] = frozenset()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    transcripts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    links: tuple[BodyLink, ...] = ()
    notices: tuple[Problem, ...] = ()
    editions: Mapping[Ref, Edition] = field(default_factory=dict)
    edition: Edition | None = None
    _counted: frozenset[Ref] | None = None
    _by_type: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    _referring: Mapping[Ref, tuple[Entry, ...]] = field(default_factory=dict)

    @once
    def all(self, type_name: str) -> tuple[Entry, ...]:
        """Every record of a type, newest first, and then by title; retired ones are left out."""
        return tuple(entry for entry in self._by_type.get(type_name, ()) if not entry.record.is_retired)

    def everything(self) -> Iterator[Entry]:
        """Every record that has a page, by type: retired ones and translations too."""
        for type_name in urls.TYPES:
            for entry in self._by_type.get(type_name, ()):
                yield from self.every[entry.ref]

    def told(self) -> Iterator[Entry]:
        """Every record that has a page in this language, by type; retired ones too."""
        return (entry for entry in self.everything() if entry.record.site_lang == self.language)

    def entry(self, ref: Ref) -> Entry:
        """The record that a checked reference names. Raises KeyError for the network, which is no record."""
        return self.entries[ref]

    def used_pictures(self) -> tuple[Picture, ...]:
        """The pictures that a record shows or links to, by name; no other is published."""
        named = {name for entry in self.everything() for name in media_of(entry.record)}
        named |= {link.inside.removeprefix("/") for link in self.links}
        return tuple(self.pictures[name] for name in sorted(named & self.pictures.keys()))

    def versions(self, entry: Entry) -> tuple[Entry, ...]:
        """A record in all its languages, the original first."""
        return self.every[entry.ref]

    def foreign(self, text: str) -> str:
        """The language of a front-matter text, when nobody wrote it in that of this library."""
        spoken = self.spoken.get(text, frozenset())
        return "" if self.language in spoken else min(spoken, default="")

    def address(self, address: str) -> str:
        """Where a page of the site is in this language."""
        return urls.in_language(address, self.language, self.site.language)

    def speaking(self, language: str) -> "Library":
        """The same content in another language: one library a language, also when a library in another one is asked."""
        spoken: dict[str, Library] = vars(self).setdefault("in_languages", {})
        if language not in spoken:
            spoken[language] = self._speaking(language)
            vars(spoken[language])["in_languages"] = spoken
        return spoken[language]

    def _speaking(self, language: str) -> "Library":
        entries = {ref: _version(versions, language) for ref, versions in self.every.items()}
        counted = entries.values() if self._counted is None else (entries[ref] for ref in self._counted)
        by_type, referring = _linked(counted)
        return replace(self, language=language, entries=entries, _by_type=by_type, _referring=referring)

    @cached_property
    def published(self) -> "Library":
        """Without the drafts that a development build shows: what a report may count. They can be named as before."""
        shown = {ref: tuple(one for one in versions if not one.record.is_draft) for ref, versions in self.every.items()}
        return self._counting({ref: versions for ref, versions in shown.items() if versions})

    def in_edition(self, edition: Edition) -> "Library":
        """The records as an edition holds them, and no others to count; what else they name is there as it is today."""
        every: dict[Ref, tuple[Entry, ...]] = defaultdict(tuple)
        for one in edition.snapshots:
            every[one.record.ref] += (replace(_entry(one.record, one.body, (), self.site), review_due=False),)
        return replace(self._counting(every), edition=edition)

    def _counting(self, every: Mapping[Ref, tuple[Entry, ...]]) -> "Library":
        """Only these in `all` and `referring`, while the others can still be named."""
        return replace(self, every={**self.every, **every}, _counted=frozenset(every)).speaking(self.language)

    def plain(self, text: str) -> str:
        """A text of a record's front matter without its markup."""
        marked = self.inline.get(text)
        return html.unescape(_TAG.sub("", marked)) if marked is not None else text

    def referring(self, ref: Ref, *types: str) -> tuple[Entry, ...]:
        """What refers to a record, of these types, newest first; retired ones are left out."""
        return tuple(entry for entry in self._referring.get(ref, ()) if entry.record.type in types and not entry.record.is_retired)


def link(
    site: Site,
    vocabulary: Vocabulary,
    records: Collection[tuple[Record, Body, tuple[str, ...]]],
    inline: Mapping[str, str],
    media: frozenset[str],
    pictures: Mapping[str, Picture],
    transcripts: Mapping[str, tuple[str, ...]],
    links: tuple[BodyLink, ...],
    notices: tuple[Problem, ...],
    editions: Collection[Edition] = (),
) -> Library:
    """Link records that were checked: each reference names a record that is there."""
    every: dict[Ref, tuple[Entry, ...]] = {}
    for record, body, parts in records:
        entry = _entry(record, body, parts, site)
        others = every.get(entry.ref, ())
        every[entry.ref] = tuple(sorted((*others, entry), key=lambda other: _original_first(other, site))) if others else (entry,)
    kept = (one.record for edition in editions for one in edition.snapshots)
    spoken = _spoken((*(record for record, _, _ in records), *kept))
    inline = {text: html for edition in editions for text, html in edition.inline.items()} | dict(inline)
    by_report = {edition.report: edition for edition in editions}
    told = Library(site, vocabulary, site.language, {}, every, inline, spoken, media, pictures, transcripts, links, notices, by_report)
    return told.speaking(site.language)


def _entry(record: Record, body: Body, parts: tuple[str, ...], site: Site) -> Entry:
    address = urls.record(record.type, record.id, record.site_lang, site.language)
    return Entry(record, body, address, frozenset(ref for _, ref in references(record)), parts, _review_due(record, site.today))


def _spoken(records: Iterable[Record]) -> Mapping[str, frozenset[str]]:
    """The languages in which each front-matter text was written."""
    spoken: dict[str, frozenset[str]] = {}
    one: dict[str, frozenset[str]] = {}  # most texts have one language, and are many
    for record in records:
        language = one.setdefault(record.lang, frozenset({record.lang}))
        for text in texts(record):
            others = spoken.setdefault(text, language)
            if others is not language:
                spoken[text] = others | language
    return spoken


def _original_first(entry: Entry, site: Site) -> tuple[bool, str]:
    return entry.record.site_lang != site.language, entry.record.site_lang


def _version(versions: tuple[Entry, ...], language: str) -> Entry:
    if len(versions) == 1:
        return versions[0]
    return next((entry for entry in versions if entry.record.site_lang == language), versions[0])


def _linked(entries: Iterable[Entry]) -> tuple[Mapping[str, tuple[Entry, ...]], Mapping[Ref, tuple[Entry, ...]]]:
    """The records of each type and those that refer to each record, newest first."""
    by_type: dict[str, list[Entry]] = defaultdict(list)
    referring: dict[Ref, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=newest_first):
        by_type[entry.record.type].append(entry)
        for ref in entry.refers_to:
            referring[ref].append(entry)
    return {name: tuple(found) for name, found in by_type.items()}, {ref: tuple(found) for ref, found in referring.items()}


def _review_due(record: Record, today: date) -> bool:
    """The day itself is in time. Nobody looks again at what is retired."""
    return isinstance(record, Lesson) and record.review_by is not None and record.review_by.last < today and not record.is_retired


def newest_first(entry: Entry) -> tuple[int, str, str]:
    """A sort key: dated records from new to old, then those without a date by title."""
    when = entry.record.when
    day = -when.first.toordinal() if when else 0
    return (day, alphabetical(entry.record.title), entry.record.id)


def oldest_first(entry: Entry) -> tuple[date, str, str]:
    """A sort key for time lines: from old to new, undated ones last."""
    when = entry.record.when
    return (when.first if when else date.max, when.iso if when else "", entry.record.id)


def alphabetical(text: str) -> str:
    """A sort key that sees `É` as `e`, the same on every machine."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()


__all__ = ["NETWORK", "Entry", "Library", "alphabetical", "link", "newest_first", "oldest_first"]
