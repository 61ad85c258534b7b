"""Rules between records: one file an id, translations that agree, aliases that are free, nothing fictional in public."""

from collections.abc import Iterable, Iterator, Mapping

from .. import urls
from ..problems import Message, Problem, say
from ..reading import Parsed
from ..records import Lesson, Record, Report
from ..records.choices import Choice, Status
from ..records.fields import Ref
from ..site import Site
from ..sources import Source
from ..validation import right
from ..yaml_text import Path, dotted


def duplicate_problems(sources: Iterable[Source], language: str) -> Iterator[Problem]:
    """Two files that claim the same id, type and language; `language` is that of files without one in their name."""
    first: dict[tuple[str, str, str], Source] = {}
    for source in sources:
        earlier = first.setdefault((source.type, source.id, source.language or language), source)
        if earlier is not source:
            yield Problem(
                source.path, 1, 1, "", say("the id `{id}` is taken by {path}; rename one of them", id=source.id, path=earlier.path)
            )


def record_problems(parsed: Iterable[Parsed], site: Site) -> Iterator[Problem]:
    """Everything else that one record cannot know by itself. Of a record with mistakes, what is right is looked at."""
    readable = [(item, item.known) for item in parsed if item.known]
    originals = {record.ref: record for _, record in readable if record.site_lang == site.language}
    lessons = {record.ref: record for _, record in readable if isinstance(record, Lesson)}
    taken: dict[str, str | Message] = {_spot(address): say("the site itself") for address in urls.FIXED}
    for _, record in readable:
        address = urls.record(record.type, record.id, record.site_lang, site.language)
        by = taken.setdefault(_spot(address), record.path)
        if isinstance(by, Message):
            yield Problem(record.path, 1, 1, "", say("its address `{address}` is taken by {by}; rename the file", address=address, by=by))
    for item, record in readable:
        original = originals.get(record.ref)
        if original and record.site_lang != site.language:
            yield from _problems(item, _differences(record, original))
        yield from _problems(item, _alias_clashes(record, taken))
        if isinstance(record, Report):
            yield from _problems(item, _highlights_outside(record, lessons))
        if record.fictional and site.production:
            yield from _problems(item, [(("fictional",), say("an invented record cannot be published; move it to tests/ or remove it"))])


def _problems(item: Parsed, found: Iterable[tuple[Path, Message]]) -> Iterator[Problem]:
    for path, message in found:
        place = item.fields.place(path)
        yield Problem(item.source.path, place.line, place.column, dotted(path), message)


def _differences(translation: Record, original: Record) -> Iterator[tuple[Path, Message]]:
    """A translation says the same in other words: coded values do not change. It may be a draft while the original is published."""
    for name in type(translation).model_fields:
        value, expected = getattr(translation, name), getattr(original, name)
        if not isinstance(value, Choice) or not isinstance(expected, Choice) or value is Status.DRAFT:
            continue
        if value is not expected:
            yield (name,), say("`{value}` differs from the original, which has `{expected}`", value=value, expected=expected)


def _alias_clashes(record: Record, taken: dict[str, str | Message]) -> Iterator[tuple[Path, Message]]:
    for index, alias in enumerate(right(record, "aliases") or ()):
        if alias is None:
            continue
        if by := taken.get(_spot(alias)):
            yield ("aliases", index), say("`{alias}` is taken by {by}; remove it here", alias=alias, by=by)
        taken.setdefault(_spot(alias), record.path)


def _spot(address: str) -> str:
    """What two addresses have in common that would be written to one place."""
    return address.removesuffix("index.html").rstrip("/")


def _highlights_outside(report: Report, lessons: Mapping[Ref, Lesson]) -> Iterator[tuple[Path, Message]]:
    years = right(report, "period")
    if years is None or None in (right(years, "start"), right(years, "end")):
        return
    for index, ref in enumerate(right(report, "highlights") or ()):
        learned = right(lessons[ref], "learned") if ref in lessons else None
        if learned and learned.year not in years:
            yield (
                ("highlights", index),
                say("`{id}` was learned in {year}, outside the period of this report", id=ref.id, year=learned.year),
            )
