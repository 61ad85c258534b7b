"""One file to one record with its body: everything that can be known without the other files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from .bodies import Body, BodyLink, Converter
from .bodies.links import Asked, Target
from .compounds import parts_of
from .front_matter import Document, read_document
from .privacy import private_passages
from .privacy_rules import ROLE_MAILBOXES
from .problems import Message, Problem, say
from .records import RECORD_TYPES, Record
from .records.fields import ForNames, InlineMarkdown, Reading
from .records.media_fields import MediaFile
from .records.values import Waiver
from .records.walk import Leaf, leaves, media
from .sources import Source
from .validation import Checked, nearest, right, validate
from .wording import wording
from .yaml_text import Fields, dotted

LONG_SUMMARY = 300
_NO_BODY = Body()
_NO_FIELDS = Fields({})


@dataclass(frozen=True)
class Parsed:
    """What one file gives. Without a record there is at least one problem that is not a notice.

    `known` is the record as far as it is right, with None for the rest, for checks that need all files.
    `inline` holds the HTML of those front-matter texts that have markup; `parts` are what its Dutch compounds are made of.
    `asked` and `files` are what it depends on besides its own bytes: where its links lead, and the media files that its fields name.
    """

    source: Source
    record: Record | None = None
    known: Record | None = None
    body: Body = _NO_BODY
    problems: tuple[Problem, ...] = ()
    inline: Mapping[str, str] = field(default_factory=dict)
    links: tuple[BodyLink, ...] = ()
    parts: tuple[str, ...] = ()
    asked: tuple[tuple[Asked, Target], ...] = ()
    files: frozenset[str] = frozenset()

    @property
    def fields(self) -> Fields:
        """Where things stand. Read again: few records have a mistake, and the places of all would travel from worker to worker."""
        document, _ = read_document(self.source.read(), self.source.path)
        return (document.fields if document else None) or _NO_FIELDS


@dataclass(frozen=True)
class Reader:
    """Reads files. `default_language` is that of files without a language in their name."""

    reading: Reading
    converter: Converter
    media: frozenset[str]
    default_language: str
    mailboxes: frozenset[str] = ROLE_MAILBOXES

    def read(self, source: Source, content: bytes | None = None) -> Parsed:
        """The record in a file, and everything that is wrong with it; `content` is what the file holds, where that was read already."""
        self.converter.places.heard.clear()
        document, problems = read_document(source.read() if content is None else content, source.path)
        if document is None:
            return Parsed(source, problems=problems)
        language = source.language or self.default_language
        body, mistakes = self.converter.body(document.body, source.name, source.path, document.body_line, language)
        problems += mistakes
        if document.fields is None:
            return Parsed(source, body=body, problems=problems, links=body.links)
        checked = self._fields(source, document.fields, language)
        told = leaves(checked.known)
        inline, links, mistakes = self._texts(checked.known, told, document.fields)
        problems += checked.problems + mistakes + tuple(self._private(checked.known, told, document, document.fields))
        record = None if any(not problem.notice for problem in problems) else checked.value
        parts = _parts(record, body, inline) if record else ()
        asked, files = tuple(self.converter.places.heard.items()), frozenset(media(checked.known))
        return Parsed(source, record, checked.known, body, problems, inline, body.links + links, parts, asked, files)

    def _fields(self, source: Source, fields: Fields, language: str) -> Checked[Record]:
        fixed: dict[str, object] = {"@id": source.id, "@path": source.path, "@site_lang": language}
        if "lang" not in fields.data:
            fixed["lang"] = language
        return validate(RECORD_TYPES[source.type], fields, source.path, self.reading, fixed)

    def _texts(
        self, record: Record, told: Iterable[Leaf], fields: Fields
    ) -> tuple[dict[str, str], tuple[BodyLink, ...], tuple[Problem, ...]]:
        inline: dict[str, str] = {}
        links: list[BodyLink] = []
        problems: list[Problem] = []
        for leaf in told:
            if InlineMarkdown in leaf.markers:
                html, found, mistakes = self.converter.inline(str(leaf.value), record.path, 1)
                if html is not None:
                    inline[str(leaf.value)] = html
                if found or mistakes:  # few have any, and a place is not known before it is asked for
                    place, name = fields.place(leaf.path), dotted(leaf.path)
                    links += (replace(link, line=place.line, column=place.column, field=name) for link in found)
                    problems += (Problem(record.path, place.line, place.column, name, mistake.message) for mistake in mistakes)
            if MediaFile in leaf.markers and leaf.value not in self.media:
                place = fields.place(leaf.path)
                message = self._no_file(str(leaf.value))
                problems.append(Problem(record.path, place.line, place.column, dotted(leaf.path), message))
        summary = getattr(record, "summary", None)
        if summary and len(summary) > LONG_SUMMARY:
            place = fields.place(("summary",))
            message = say("is {length} characters long; up to {limit} reads better in lists", length=len(summary), limit=LONG_SUMMARY)
            problems.append(Problem(record.path, place.line, place.column, "summary", message, notice=True))
        return inline, tuple(links), tuple(problems)

    def _no_file(self, name: str) -> Message:
        near = nearest(name, tuple(sorted(self.media)))
        known = say("did you mean `{near}`?", near=near) if near else say("put it in that place under `content/`")
        return say("there is no file `{found}`; {instead}", found=name, instead=known)

    def _private(self, record: Record, told: Iterable[Leaf], document: Document, fields: Fields) -> Iterable[Problem]:
        waivers = right(record, "privacy_ok")
        if waivers is None or None in waivers:  # what may stand is not known
            return
        told = [leaf for leaf in told if _may_be_private(leaf)]
        everything = "\n".join((*(str(leaf.value) for leaf in told), document.body))
        if not waivers and not any(private_passages(everything, mailboxes=self.mailboxes)):
            return  # of most records it is enough to look once: no passage goes from one line into the next
        named = {str(leaf.value) for leaf in told if ForNames in leaf.markers}
        waived = {str(right(waiver, "text")) for waiver in waivers}
        for leaf in told:
            for found in private_passages(str(leaf.value), waived, self.mailboxes, leaf.may_stand, named):
                place = fields.place(leaf.path)
                yield Problem(record.path, place.line, place.column, dotted(leaf.path), found.message, found.notice)
        yield from _unused(waivers, fields, everything, record.path)
        for found in private_passages(document.body, waived, self.mailboxes, named=named):
            before = document.body[: found.start]
            line = document.body_line + before.count("\n")
            yield Problem(record.path, line, found.start - (before.rfind("\n") + 1) + 1, "", found.message, found.notice)


def _unused(waivers: Iterable[Waiver], fields: Fields, everything: str, path: str) -> Iterable[Problem]:
    for index, waiver in enumerate(waivers):
        text = str(right(waiver, "text"))
        if text not in everything:
            place = fields.place(("privacy_ok", index, "text"))
            message = say("`{found}` does not stand in this text any more; remove what is said of it", found=text)
            yield Problem(path, place.line, place.column, f"privacy_ok.{index + 1}.text", message, notice=True)


def _may_be_private(leaf: Leaf) -> bool:
    return isinstance(leaf.value, str) and MediaFile not in leaf.markers and leaf.path[0] != "privacy_ok"


def _parts(record: Record, body: Body, inline: Mapping[str, str]) -> tuple[str, ...]:
    """What the compounds of a Dutch text are made of, in its title, its fields and its body."""
    if record.lang != "nl":
        return ()
    return parts_of(wording(record, body, inline))
