"""The yearly lessons: what worked, what worked under conditions, what did not; with the data beside it."""

import hashlib
import json
from collections.abc import Iterator

from ..cards import card, card_of, cards
from ..catalogue import catalogue
from ..charts import outcome_chart, phase_chart, share_chart, year_chart
from ..dots import dot_chart
from ..library import Entry, Library
from ..pages import File, Page, Paper
from ..paper.document import Attachment
from ..printed_report import printed_report
from ..record_page import record_page
from ..records import Lesson, Report
from ..spreadsheets import as_csv, joined
from ..year_lessons import YearLessons, year_lessons

COLUMNS = (
    "id", "url", "title", "summary", "verdict", "level", "learned", "phase", "themes", "about", "expected", "happened",
    "because", "advice", "conditions", "causes", "transferable_to", "evidence", "reuse", "sources",
)  # fmt: skip


def pages(library: Library) -> Iterator[Page]:
    """One page a report, in each of its languages."""
    for entry in library.told():
        if isinstance(entry.record, Report):
            counted = year_lessons(library, entry.record)
            yield record_page(library, entry, _values(library, entry, counted))


def files(library: Library) -> Iterator[File]:
    """The lessons of each report as CSV and as JSON, from the same data as its page."""
    for entry in library.told():
        if isinstance(entry.record, Report):
            counted = year_lessons(library, entry.record)
            rows = [_row(library, lesson) for lesson in counted.lessons]
            yield File(f"{entry.url}lessen.csv", _as_csv(rows))
            yield File(f"{entry.url}lessen.json", _as_json(library, entry, counted, rows))


def papers(library: Library) -> Iterator[Paper]:
    """Each report as a PDF, with the same data inside it; none where nothing can be printed."""
    for entry in library.told() if library.site.pdf else ():
        if isinstance(entry.record, Report):
            counted = year_lessons(library, entry.record)
            rows = [_row(library, lesson) for lesson in counted.lessons]
            table, data = _as_csv(rows), _as_json(library, entry, counted, rows)
            words = catalogue(library.language)
            attachments = (
                Attachment("lessen.csv", table, "text/csv", words.gettext("The lessons as a table")),
                Attachment("lessen.json", data, "application/json", words.gettext("The lessons and numbers as data")),
            )
            yield Paper(_pdf(entry), printed_report(library, entry, counted, hashlib.sha256(data).hexdigest()), attachments)


def _pdf(entry: Entry) -> str:
    return f"{entry.url}lessen.pdf"


def _values(library: Library, entry: Entry, counted: YearLessons) -> dict[str, object]:
    report = entry.record
    assert isinstance(report, Report)
    language = library.language
    addressed = {ref for found in counted.recommendations for ref in found.refers_to if ref.type == "organisation"}
    return {
        "counted": counted,
        "chosen": tuple((card(found), found.record) for found in map(library.entry, report.highlights)),
        "addressed": {ref: card_of(library, ref) for ref in sorted(addressed)},
        "levels": tuple(
            (
                level.level,
                tuple((verdict, tuple((card(found), found.record) for found in entries)) for verdict, entries in level.verdicts),
            )
            for level in counted.levels
        ),
        "outcomes": tuple((outcome, cards(entries)) for outcome, entries in counted.outcomes),
        "phase_chart": phase_chart(library, counted, language),
        "share_chart": share_chart(counted, language),
        "year_chart": year_chart(library, counted, language),
        "dot_chart_of_lessons": dot_chart(counted, language),
        "outcome_chart": outcome_chart(counted, language),
        "undated_experiments": cards(counted.undated_experiments),
        "reflections": tuple((card(found), record) for found, record in counted.reflections),
        "changes": tuple((card(found), change) for found, change in counted.changes),
        "recommendations": tuple((card(found), found.record) for found in counted.recommendations),
        "answers": tuple((card(answer.entry), answer.follow_up) for answer in counted.answers),
        "earlier": _neighbour(library, report, -1),
        "later": _neighbour(library, report, 1),
        "csv": f"{entry.url}lessen.csv",
        "json": f"{entry.url}lessen.json",
        "pdf": _pdf(entry) if library.site.pdf else None,
    }


def _neighbour(library: Library, report: Report, step: int) -> object:
    """The report of the year before or after, among those of the same length."""
    length = report.period.end - report.period.start
    for entry in library.all("report"):
        other = entry.record
        assert isinstance(other, Report)
        if other.period.end - other.period.start == length and other.period.start == report.period.start + step * (length + 1):
            return card(entry)
    return None


def _row(library: Library, entry: Entry) -> dict[str, object]:
    lesson = entry.record
    assert isinstance(lesson, Lesson)
    return {
        "id": lesson.id,
        "url": library.site.absolute(entry.url),
        "title": lesson.title,
        "summary": lesson.summary,
        "verdict": str(lesson.verdict),
        "level": str(lesson.level),
        "learned": lesson.learned.iso,
        "phase": lesson.phase,
        "themes": list(lesson.themes),
        "about": [str(ref) for ref in lesson.about],
        "expected": lesson.expected,
        "happened": lesson.happened,
        "because": lesson.because,
        "advice": lesson.advice,
        "conditions": lesson.conditions,
        "causes": list(lesson.causes),
        "transferable_to": lesson.transferable_to,
        "evidence": str(lesson.evidence),
        "reuse": len(lesson.reuse),
        "sources": [source.url or source.title for source in lesson.sources],
    }


def _as_csv(rows: list[dict[str, object]]) -> bytes:
    return as_csv(COLUMNS, ({name: joined(value) if isinstance(value, list) else value for name, value in row.items()} for row in rows))


def _as_json(library: Library, entry: Entry, counted: YearLessons, rows: list[dict[str, object]]) -> bytes:
    data = {
        "report": {
            "title": entry.record.title,
            "url": library.site.absolute(entry.url),
            "from": counted.years.start,
            "to": counted.years.end,
            "license": entry.record.license,
        },
        "figures": [
            {"id": figure.id, "number": figure.number, "records": [str(found.ref) for found in figure.cards]} for figure in counted.figures
        ],
        "experiments": {str(outcome): [str(found.ref) for found in entries] for outcome, entries in counted.outcomes},
        "lessons": rows,
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
