"""The whole way in one place: files to records, records to a library, the library to pages and files.

    content/**/*.md -> sources -> records -> library -> pages and files in each language -> output/ -> search index

Everything is read and checked before anything is written; a mistake anywhere raises one ContentError with
all of them. plugin.py runs this inside Pelican, commands/check.py runs it without writing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from . import urls
from .bodies import Body, Converter
from .bodies.links import Places
from .build.read_before import ReadBefore
from .build.read_kept import ReadKept
from .build.workers import all_cores, forked_map
from .editions.find import read_editions
from .front_matter import place_of
from .guards.addresses import clash_problems, known_early, link_problems
from .guards.editions import edition_problems
from .guards.records import duplicate_problems, record_problems
from .guards.references import reference_problems
from .json_ld import describe_page
from .languages import placed
from .library import Library, link
from .outputs import File, Output, Page, Paper, PerRecord
from .pictures import Cache, Picture, is_picture, read_picture
from .problems import ContentError, Problem
from .reading import Parsed, Reader
from .records.fields import Reading
from .selections import selections
from .site import Site
from .sources import Source, find_media, find_sources
from .validation import right
from .vocabulary import vocabulary_in
from .whole_site import ONCE, OUTPUTS, PRINTED
from .yaml_text import Path as FieldPath
from .yaml_text import Place

SHARE = 64
"""As many records go in one part: enough for what they share, few enough for all cores."""


def read_library(
    content: Path,
    site: Site,
    shown_as: str = "content",
    workers: int | None = None,
    cache: Cache | None = None,
    before: ReadBefore | ReadKept | None = None,
) -> Library:
    """Read and link all records below `content`. Raises ContentError; `shown_as` is the folder's name in messages.

    Pictures that `cache` holds are not looked through again, and records that were read `before` are not read again.
    """
    vocabulary, problems = vocabulary_in(content, shown_as)
    sources, name_problems = find_sources(content, shown_as, site.languages)
    problems += name_problems
    media = frozenset(find_media(content))
    pictures, picture_problems = _pictures(content, media, shown_as, workers or all_cores(), cache)
    problems += picture_problems
    converter = Converter(Places({source.name: _address(source, site) for source in sources}, media, pictures))
    reading = Reading(vocabulary, site.zone)
    reader = Reader(reading, converter, media, site.language, site.mailboxes)
    workers = workers or all_cores()
    parsed = before.parsed(reader, sources, workers) if before else forked_map(reader.read, sources, workers)
    problems += tuple(_record_problems(parsed, sources, site))
    editions, edition_mistakes = (
        before.editions(content, shown_as, reader) if before else read_editions(content, shown_as, reading, converter)
    )
    problems += edition_mistakes
    if any(not problem.notice for problem in problems):
        raise ContentError(problems + tuple(_early_link_problems(parsed, media, site)))
    shown = [item for item in parsed if item.record and not (site.production and item.record.is_draft)]
    records = [(item.record, item.body, item.parts) for item in shown if item.record]
    inline = {text: html for item in shown for text, html in item.inline.items()}
    links = tuple(found for item in shown for found in item.links)
    links += tuple(found for edition in editions for one in edition.snapshots for found in one.body.links)
    transcripts = {name: _paragraphs(content / name) for name in sorted(media) if name.endswith(".txt")}
    library = link(site, vocabulary, records, inline, media, pictures, transcripts, links, problems, editions)
    return _with_notices(library, edition_problems(library, partial(place_in, content, shown_as)))


def make_outputs(library: Library) -> tuple[tuple[Page, ...], tuple[File, ...]]:
    """Every page and file of the site. Raises ContentError for an address used twice and for links that lead nowhere."""
    told = in_each_language(library)
    made = [(part, tuple(part.pages())) for part in in_parts(told)]
    pages = tuple(page for _, some in made for page in some)
    files = tuple(file for part, some in made for file in part.files(some))
    check_addresses(told, pages, (file.url for file in files))
    return pages, files


def in_each_language(library: Library) -> tuple[Library, ...]:
    """The library once a language of the site: one and the same for pages and files, so that what they share is made once."""
    return tuple(library.speaking(language) for language in library.site.languages)


class Addressed(Protocol):
    """A page, or what is left of one that was written: its address, and the file it comes from."""

    @property
    def url(self) -> str: ...

    @property
    def path(self) -> str: ...


class Part(NamedTuple):
    """Pages and files that can be made apart from all others: those of an output, or of some of its records."""

    library: Library
    make_pages: Callable[[], Iterable[Page]]
    make_files: Callable[[], Iterable[File]]

    def pages(self) -> Iterator[Page]:
        """The pages, with what all pages have."""
        return (_finished(page, self.library) for page in self.make_pages())

    def files(self, pages: Iterable[Page]) -> Iterator[File]:
        """The files; and of these pages the tables of what they list."""
        yield from self.make_files()
        yield from selections(self.library, pages)


def in_parts(told: Sequence[Library]) -> tuple[Part, ...]:
    """The whole site."""
    return tuple(part for here in told for output in OUTPUTS for part in _parts(here, output))


def _parts(library: Library, output: Output | PerRecord) -> Iterator[Part]:
    if isinstance(output, PerRecord):
        entries = tuple(library.told())
        for some in (entries[start : start + SHARE] for start in range(0, len(entries), SHARE)):
            yield Part(library, partial(output.pages_of, library, some), partial(output.files_of, library, some))
    else:
        once = output in ONCE and library.language != library.site.language
        yield Part(library, partial(output.pages, library), tuple if once else partial(output.files, library))


def check_addresses(told: Sequence[Library], pages: Iterable[Addressed], files: Iterable[str]) -> None:
    """Raises ContentError for an address used twice and for links that lead nowhere; `files` are the addresses of files."""
    library = told[0]
    addresses = [(page.url, page.path) for page in pages] + [(file, "") for file in files]
    addresses += [(address, "") for here in told for output in PRINTED for address in output.printed(here)]
    media = {f"/{name}" for name in library.media}
    ids = {name: entry.body.ids for entry in library.everything() for name in (entry.url, entry.record.path)}
    problems = [*clash_problems(addresses), *link_problems(library.links, {url for url, _ in addresses} | media, ids)]
    if problems:
        raise ContentError(problems)


def make_papers(library: Library) -> tuple[Paper, ...]:
    """Every document that is printed when the site is written; none in a build that does not print."""
    return tuple(paper for here in in_each_language(library) for output in PRINTED for paper in output.papers(here))


def check(content: Path, site: Site, shown_as: str) -> tuple[Problem, ...]:
    """Build without writing: every mistake and notice in the content, in order."""
    notices: tuple[Problem, ...] = ()
    try:
        library = read_library(content, site, shown_as)
        notices = library.notices
        make_outputs(library)
    except ContentError as error:
        return tuple(sorted(notices + error.problems, key=Problem.order))
    return tuple(sorted(notices, key=Problem.order))


def _with_notices(library: Library, found: Iterable[Problem]) -> Library:
    problems = (*library.notices, *found)
    if any(not problem.notice for problem in problems):
        raise ContentError(problems)
    return replace(library, notices=problems)


def place_in(content: Path, shown_as: str, path: str, field: FieldPath) -> Place:
    """Where a field stands in the file that messages call `path`."""
    return place_of((content / path.removeprefix(f"{shown_as}/")).read_bytes(), path, field)


def _pictures(
    content: Path, media: frozenset[str], shown_as: str, workers: int, cache: Cache | None
) -> tuple[dict[str, Picture], tuple[Problem, ...]]:
    """Every picture that can be read, by name."""
    names = sorted(name for name in media if is_picture(name) and not (content / name).is_symlink())
    found = forked_map(partial(read_picture, content=content, shown_as=shown_as, cache=cache), names, workers, few=2)
    pictures = {picture.name: picture for picture in found if isinstance(picture, Picture)}
    return pictures, tuple(problem for problem in found if isinstance(problem, Problem))


def _finished(page: Page, library: Library) -> Page:
    page = placed(page, library)
    return page if page.json_ld or not page.listed else replace(page, json_ld=describe_page(library.site, page))


def _record_problems(parsed: Iterable[Parsed], sources: tuple[Source, ...], site: Site) -> Iterator[Problem]:
    parsed = tuple(parsed)
    yield from (problem for item in parsed for problem in item.problems)
    yield from duplicate_problems(sources, site.language)
    yield from reference_problems(parsed, sources, site)
    yield from record_problems(parsed, site)


def _early_link_problems(parsed: Iterable[Parsed], media: frozenset[str], site: Site) -> Iterator[Problem]:
    """Links that lead nowhere, as far as that is known before the pages are made."""
    parsed = tuple(parsed)
    read = [item for item in parsed if item.known or item.body != Body()]
    ids = {name: item.body.ids for item in read for name in (_address(item.source, site), item.source.path)}
    records = {_address(item.source, site) for item in parsed}
    aliases = {alias for item in parsed if item.known for alias in right(item.known, "aliases") or ()}
    links = known_early((link for item in parsed for link in item.links), records, ids)
    yield from link_problems(links, records | aliases | {f"/{name}" for name in media}, ids)


def _paragraphs(file: Path) -> tuple[str, ...]:
    """A transcript: paragraphs are parted by empty lines."""
    text = file.read_text(encoding="utf-8-sig")
    return tuple(" ".join(block.split()) for block in text.split("\n\n") if block.strip())


def _address(source: Source, site: Site) -> str:
    return urls.record(source.type, source.id, source.language or site.language, site.language)
