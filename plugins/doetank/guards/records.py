"""Rules between records: one file an id, translations that agree, aliases that are free, nothing fictional in public."""

from collections.abc import Iterable, Iterator

from .. import urls
from ..problems import Message, Problem, say
from ..reading import Parsed
from ..records import Lesson, Record, Report
from ..records.choices import Choice
from ..records.fields import Ref
from ..site import Site
from ..sources import Source
from ..validation import dotted
from ..yaml_text import Path


def duplicate_problems(sources: Iterable[Source]) -> Iterator[Problem]:
    """Two files that claim the same id, type and language."""
    first: dict[tuple[str, str, str | None], Source] = {}
    for source in sources:
        earlier = first.setdefault((source.type, source.id, source.language), source)
        if earlier is not source:
            yield Problem(source.path, 1, 1, "", say("the id `{id}` is taken by {path}; rename one of them", id=source.id, path=earlier.path))


def record_problems(parsed: Iterable[Parsed], site: Site) -> Iterator[Problem]:
    """Everything else that one record cannot know by itself."""
    readable = {(item.record.ref, item.record.site_lang): item for item in parsed if item.record}
    addresses = {
        urls.record(ref.type, ref.id, language, site.language): item.record.path
        for (ref, language), item in readable.items()
        if item.record
    }
    aliases: dict[str, str] = {}
    for (ref, language), item in readable.items():
        record = item.record
        assert record is not None
        original = readable.get((ref, site.language))
        if language != site.language and original and original.record:
            yield from _problems(item, _differences(record, original.record))
        yield from _problems(item, _alias_clashes(record, addresses, aliases))
        if isinstance(record, Report):
            yield from _problems(item, _highlights_outside(record, readable, site))
        if record.fictional and site.production:
            yield from _problems(item, [(("fictional",), say("an invented record cannot be published; move it to tests/ or remove it"))])


def _problems(item: Parsed, found: Iterable[tuple[Path, Message]]) -> Iterator[Problem]:
    for path, message in found:
        place = item.fields.place(path)
        yield Problem(item.source.path, place.line, place.column, dotted(path), message)


def _differences(translation: Record, original: Record) -> Iterator[tuple[Path, Message]]:
    """A translation says the same in other words: coded values do not change."""
    for name in type(translation).model_fields:
        value, expected = getattr(translation, name), getattr(original, name)
        if isinstance(value, Choice) and value is not expected:
            yield (name,), say("`{value}` differs from the original, which has `{expected}`", value=value, expected=expected)


def _alias_clashes(record: Record, addresses: dict[str, str], aliases: dict[str, str]) -> Iterator[tuple[Path, Message]]:
    for index, alias in enumerate(record.aliases):
        taken = addresses.get(alias) or addresses.get(alias.rstrip("/") + "/") or aliases.setdefault(alias, record.path)
        if taken != record.path or alias in record.aliases[:index] or alias in addresses:
            yield ("aliases", index), say("`{alias}` is taken by {path}", alias=alias, path=taken)


def _highlights_outside(report: Report, readable: dict[tuple[Ref, str], Parsed], site: Site) -> Iterator[tuple[Path, Message]]:
    for index, ref in enumerate(report.highlights):
        item = readable.get((ref, site.language))
        if item and isinstance(item.record, Lesson) and item.record.learned.year not in report.period:
            yield ("highlights", index), say("`{id}` was learned in {year}, outside the period of this report", id=ref.id, year=item.record.learned.year)
