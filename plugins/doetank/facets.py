"""What the search index keeps of a record: its facets, the day to sort it by, and other words that find it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from .cards import kind_of
from .library import Entry, Library
from .once import once
from .pages import Search
from .records import Doetank, Experiment, Lesson, Organisation, Record, Report
from .records.fields import Ref
from .vocabulary import Vocabulary

UNDATED = "0000-00-00"
"""After every date: what has nothing to sort by is left out of sorted results."""


def search_of(library: Library, entry: Entry) -> Search:
    """The facets of one record, with the labels that readers see."""
    record = entry.record
    mark = record.verdict if isinstance(record, Lesson) else record.outcome if isinstance(record, Experiment) else None
    sort = record.when.first.isoformat() if record.when else UNDATED
    return Search(tuple(_filters(library, entry)), kind_of(record), sort, mark, other_words(library, entry))


def other_words(library: Library, entry: Entry) -> tuple[str, ...]:
    """The words that find a record too: the parts of its compounds, and the synonyms of its terms."""
    return tuple(sorted({*entry.parts, *_unused(entry, tuple(_synonyms(library.vocabulary, entry.record)))}))


def _filters(library: Library, entry: Entry) -> Iterator[tuple[str, str]]:
    record = entry.record
    words = library.vocabulary
    yield "type", record.label
    if isinstance(record, Lesson):
        yield "verdict", record.verdict.label
    if isinstance(record, Experiment):
        yield "outcome", record.outcome.label
    for phase in phases_of(record):
        yield "phase", words.term("phases", phase).label.text(record.site_lang)
    for theme in record.themes:
        yield "theme", words.term("themes", theme).label.text(record.site_lang)
    yield from (("year", str(year)) for year in years_of(record))
    organisations = organisations_of(library, entry)
    for tier in sorted({tier for tier, _ in organisations}, key=words.ids("tiers").index):
        yield "tier", words.term("tiers", tier).label.text(record.site_lang)
    for title in sorted({title for _, title in organisations}):
        yield "organisation", title


def _synonyms(vocabulary: Vocabulary, record: Record) -> Iterator[str]:
    """The words of the synonyms of a record's terms, in its language."""
    used = (("phases", phases_of(record)), ("themes", record.themes), ("causes", record.causes if isinstance(record, Lesson) else ()))
    for term in (vocabulary.term(name, term_id) for name, ids in used for term_id in ids):
        synonyms = term.synonyms.en if record.site_lang == "en" else term.synonyms.nl
        yield from (word for synonym in synonyms for word in synonym.split())


@once
def _unused(entry: Entry, words: tuple[str, ...]) -> tuple[str, ...]:
    """Those that a record does not use itself."""
    if not words:
        return ()
    record = entry.record
    text = f"{record.title} {getattr(record, 'summary', '')} {entry.body.html}".casefold()
    return tuple(word for word in words if word.casefold() not in text)


def phases_of(record: Record) -> tuple[str, ...]:
    """The phases a record belongs to."""
    if isinstance(record, Doetank):
        return tuple(dict.fromkeys(entry.phase for entry in record.phases))
    phase = getattr(record, "phase", None)
    return (phase,) if phase else tuple(getattr(record, "phases", ()))


def years_of(record: Record) -> tuple[int, ...]:
    """The years a record is about: those of a report's period, and else that of its date."""
    if isinstance(record, Report):
        return tuple(range(record.period.start, record.period.end + 1))
    return (record.when.year,) if record.when else ()


def organisations_of(library: Library, entry: Entry) -> tuple[tuple[str, str], ...]:
    """(tier, title) of the organisations of a record; an organisation counts as its own."""
    refs = organisation_refs(library, entry) | ({entry.ref} if entry.ref.type == "organisation" else set())
    found = [library.entry(ref).record for ref in sorted(refs) if ref in library.entries]
    return tuple((record.tier, record.title) for record in found if isinstance(record, Organisation))


@once
def lessons_by_organisation(library: Library) -> Mapping[Ref, tuple[Entry, ...]]:
    """The lessons that belong to each organisation, newest first; an organisation without lessons is not there."""
    found: dict[Ref, list[Entry]] = defaultdict(list)
    for entry in library.all("lesson"):
        for ref in organisation_refs(library, entry):
            found[ref].append(entry)
    return {ref: tuple(lessons) for ref, lessons in found.items()}


def organisation_refs(library: Library, entry: Entry) -> frozenset[Ref]:
    """The organisations that a record names, and those of the Doetanks and experiments it is about."""
    refs = set(entry.refers_to)
    for ref in entry.refers_to:
        if ref.type in ("doetank", "experiment") and ref in library.entries:
            refs |= library.entry(ref).refers_to
    return frozenset(ref for ref in refs if ref.type == "organisation")
