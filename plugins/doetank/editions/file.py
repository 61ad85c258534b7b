"""An edition's file is read with suspicion: it was made by us, and anybody may have changed it since."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from ..bodies import Body, BodyLink, Converter, Heading
from ..edition import Edition, FrozenFigure, Snapshot
from ..front_matter import decode
from ..problems import Message, Problem, say
from ..records import RECORD_TYPES, Record, Report
from ..records.fields import Reading, Ref
from ..records.report import Years
from ..validation import validate
from ..yaml_plain import Plain
from ..yaml_text import Fields, Place, Places, invisible_characters
from .digests import digest, digest_of, stamp_of
from .form import BodyForm, EditionForm, RecordForm

_MAX_BYTES = 64 * 1024 * 1024
_RECORD = re.compile(r'^ *"record": "(.+)",$')


class _Damaged(Exception):
    def __init__(self, what: Message, line: int = 1, column: int = 1) -> None:
        self.what, self.line, self.column = what, line, column


def read_edition(content: bytes, path: str, name: str, reading: Reading, converter: Converter) -> Edition | Problem:
    """The edition in a file that is called `name`, or the one thing that is wrong: then the whole file is to be taken back."""
    text, problem = decode(content, path, _MAX_BYTES)
    if text is None:
        assert problem is not None
        return problem
    try:
        return _read(text, path, name, reading, converter)
    except _Damaged as damage:
        back = say("this edition is damaged ({what}); take the file back as it was when it was frozen", what=damage.what)
        return Problem(path, damage.line, damage.column, "", back)


def _read(text: str, path: str, name: str, reading: Reading, converter: Converter) -> Edition:
    form = _form(text)
    if form.edition != name:
        raise _Damaged(say("it is the edition of `{found}`, and the file is named after `{name}`", found=form.edition, name=name), 3)
    lines = {match[1]: number for number, line in enumerate(text.split("\n"), 1) if (match := _RECORD.match(line))}
    snapshots = tuple(_snapshot(one, path, lines.get(one.record, 1), reading, converter) for one in form.records)
    figures = tuple(FrozenFigure(figure.id, figure.method, tuple(map(_ref, figure.records))) for figure in form.figures)
    inline = {marked: converter.again(html) for marked, html in form.inline.items()}
    edition = Edition(Ref(Report.type, name), path, form.stamp, figures, form.before, snapshots, inline, form.made_with)
    _agree(edition, form)
    return edition


def _form(text: str) -> EditionForm:
    try:
        data = json.loads(text)
        form = EditionForm.model_validate(data)
    except json.JSONDecodeError as error:
        raise _Damaged(say("it cannot be read as JSON"), error.lineno, error.colno) from None
    except RecursionError:
        raise _Damaged(say("it cannot be read as JSON")) from None
    except ValidationError as error:
        field = ".".join(map(str, error.errors()[0]["loc"])) or "{}"
        raise _Damaged(say("`{field}` is not as an edition has it", field=field)) from None
    if data.pop("checksum") != digest(data):
        raise _Damaged(say("its checksum does not fit what it says"), 2)
    for problem in _hidden(data):
        raise _Damaged(problem.message)
    return form


def _hidden(value: object) -> Iterator[Problem]:
    """Characters that nobody sees, also where JSON writes them as a code."""
    if isinstance(value, str):
        yield from invisible_characters(value, "", 1)
    elif isinstance(value, Mapping):
        for name, found in value.items():
            yield from _hidden(name)
            yield from _hidden(found)
    elif isinstance(value, list):
        for item in value:
            yield from _hidden(item)


def _agree(edition: Edition, form: EditionForm) -> None:
    """What a checksum cannot tell: that somebody changed the file and then made the checksum fit."""
    kept = {one.record.ref for one in edition.snapshots}
    for figure, told in zip(edition.figures, form.figures, strict=True):
        if told.number != len(figure.records) or not kept.issuperset(figure.records):
            raise _Damaged(say("the number `{figure}` has no records behind it", figure=figure.id))
    years = Years.named(edition.report.id)
    if years is None or edition.report not in kept or edition.stamp != stamp_of(edition.figures, edition.snapshots):
        raise _Damaged(say("its stamp does not fit its records"), 5)
    for one in edition.snapshots:
        if one.digest != digest_of(one.record, one.body.digest, years):
            raise _Damaged(say("`{record}` does not fit its digest", record=one.record.ref), one.line)


def _snapshot(one: RecordForm, path: str, line: int, reading: Reading, converter: Converter) -> Snapshot:
    ref = _ref(one.record)
    record = _known(ref, one, path, line, reading)
    body = Body(digest=one.text_sha256)
    return Snapshot(record, _body(one.body, one.text_sha256, path, line, converter) if one.body else body, one.sha256, line)


def _known(ref: Ref, one: RecordForm, path: str, line: int, reading: Reading) -> Record:
    """Through the same door as what authors write: what they may not write, an edition may not either."""
    record_type = RECORD_TYPES.get(ref.type)
    if record_type is None:
        raise _Damaged(say("`{type}` is not a type", type=ref.type), line)
    fixed: dict[str, object] = {"@id": ref.id, "@path": path, "@site_lang": one.language}
    fields = Fields(_as_typed(one.fields), lambda: Places({}, {(): Place(line, 1)}))
    checked = validate(record_type, fields, path, reading, fixed)
    if checked.value is None:
        first = checked.problems[0]
        raise _Damaged(say("{record}: {field}: {message}", record=one.record, field=first.field, message=first.message), line)
    return checked.value


def _as_typed(value: Any) -> Any:
    """Numbers as YAML gives them to a field: as they were typed."""
    if isinstance(value, Mapping):
        return {name: _as_typed(found) for name, found in value.items()}
    if isinstance(value, list):
        return [_as_typed(item) for item in value]
    return Plain(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _body(form: BodyForm, text: str, path: str, line: int, converter: Converter) -> Body:
    headings = tuple(Heading(*heading) for heading in form.headings)
    links = tuple(BodyLink(path, line, 1, inside, "") for inside in form.links)
    return Body(converter.again(form.html), headings, links, frozenset(heading.id for heading in headings), text)


def _ref(text: str) -> Ref:
    type_name, _, name = text.partition(":")
    return Ref(type_name, name)
