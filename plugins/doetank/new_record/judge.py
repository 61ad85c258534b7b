"""What is wrong with a record that is not written yet: what the build would say of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .. import urls
from ..bodies import Converter
from ..bodies.links import Places
from ..guards.references import reference_problems
from ..naming import new_id
from ..problems import Message, Problem, say
from ..reading import Reader
from ..records import RECORD_TYPES
from ..records.describe import describe_fields
from ..records.fields import Reading
from ..records.shape import ID
from ..site import Site
from ..sources import Source, as_id, find_media, find_sources
from ..vocabulary import Vocabulary, vocabulary_in
from ..written import Values, write_document
from .known import Known, known_records


@dataclass(frozen=True)
class Unwritten(Source):
    """A file that is on no disk yet."""

    text: str = ""

    def read(self) -> bytes:
        return self.text.encode()


@dataclass(frozen=True)
class Judge:
    """The content that a new record comes to stand in; `shown_as` is its folder in messages."""

    content: Path
    shown_as: str
    site: Site

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The lists of the editors; empty where they cannot be read, which `check` tells."""
        return vocabulary_in(self.content, self.shown_as)[0]

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The files that are there."""
        return find_sources(self.content, self.shown_as, self.site.languages)[0]

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """The records that are there."""
        return known_records(self.sources)

    @cached_property
    def _reader(self) -> Reader:
        media = frozenset(find_media(self.content))
        language = self.site.language
        addresses = {one.name: urls.record(one.type, one.id, one.language or language, language) for one in self.sources}
        converter = Converter(Places(addresses, media))
        return Reader(Reading(self.vocabulary, self.site.zone), converter, media, language, self.site.mailboxes)

    def problems(self, type_name: str, values: Values) -> tuple[Problem, ...]:
        """Every mistake in a record with these values."""
        text = write_document(describe_fields(RECORD_TYPES[type_name]), values, "")
        found = self.judged(type_name, self.suggested(type_name, values), text)
        return tuple(problem for problem in found if not problem.notice)

    def judged(self, type_name: str, record_id: str, text: str) -> tuple[Problem, ...]:
        """Every mistake in the text of a record's file, and advice."""
        name = f"{urls.TYPES[type_name].folder}/{record_id}.md"
        source = Unwritten(name, f"{self.shown_as}/{name}", type_name, record_id, None, self.content / name, text)
        parsed = self._reader.read(source)
        return (*parsed.problems, *reference_problems((parsed,), (*self.sources, source), self.site))

    def suggested(self, type_name: str, values: Values) -> str:
        """The id that goes with these values; a report is called after its years."""
        period = values.get("period")
        if type_name == "report" and isinstance(period, Mapping):
            return "-".join(dict.fromkeys(str(period[name]) for name in ("from", "to") if period.get(name)))
        return new_id(type_name, values, {source.id for source in self.sources if source.type == type_name})

    def refusal(self, type_name: str, record_id: str) -> Message | None:
        """Why a record of this type cannot have this id."""
        if not re.fullmatch(ID, record_id):
            return say("a file name is made of a-z, 0-9 and `-`; name it `{suggested}`", suggested=f"{as_id(record_id)}.md")
        there = next((source for source in self.sources if (source.type, source.id) == (type_name, record_id)), None)
        return say("the id `{id}` is taken by {path}; choose another", id=record_id, path=there.path) if there else None
