"""A report as data: its lessons as rows, and its figures with all that is told of them."""

from collections.abc import Mapping

from .became import Promise
from .catalogue import LANGUAGES, catalogue
from .editions.shown import ShownReport
from .figures import Figure, figures_of
from .library import Entry, Library
from .records import Lesson
from .records.values import Source
from .spreadsheets import as_csv, joined

Row = Mapping[str, object]
Labels = Mapping[str, Mapping[str, str]]
"""What each figure is called, by its id and then by language."""
COLUMNS = (
    "id", "url", "title", "summary", "verdict", "level", "learned", "phase", "themes", "about", "expected", "happened",
    "because", "advice", "conditions", "causes", "transferable_to", "evidence", "reuse", "sources",
)  # fmt: skip
"""Of the table of lessons, in their order."""


def table_of_lessons(rows: list[Row]) -> bytes:
    """The lessons as CSV; a list is one cell."""
    return as_csv(COLUMNS, ({name: joined(value) if isinstance(value, list) else value for name, value in row.items()} for row in rows))


def lesson_row(library: Library, entry: Entry) -> Row:
    """A lesson as it was known at the end of the period."""
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
        "sources": [_named(source) for source in lesson.sources],
    }


def report_data(shown: ShownReport, rows: list[Row], labels: Labels) -> Row:
    """All of a report for programs, in the order of its page."""
    library, report, counted = shown.library, shown.report, shown.counted
    return {
        "report": {
            "title": report.title,
            "url": library.site.absolute(shown.entry.url),
            "stamp": shown.stamp,
            "frozen": shown.frozen,
            "from": counted.years.start,
            "to": counted.years.end,
            "released": report.released.iso if report.released else None,
            "license": report.license,
        },
        "figures": [_figure(figure, labels[figure.id]) for figure in counted.figures],
        "experiments": {str(outcome): [str(found.ref) for found in entries] for outcome, entries in counted.outcomes},
        "promises": [_promise(promise) for promise in counted.promises],
        "change_scores": [
            {"level": str(level.score.level), "score": str(level.score.score), "because": level.score.because} for level in counted.levels
        ],
        "errata": [
            {"date": erratum.date.iso, "text": erratum.text, "about": [str(ref) for ref in erratum.about]} for erratum in report.errata
        ],
        "lessons": rows,
    }


def labels_of(shown: ShownReport) -> Labels:
    """What each figure is called, in each language of the interface."""
    told = {language: _figures_in(language, shown) for language in LANGUAGES}
    return {
        figure.id: {language: told[language][place].label for language in LANGUAGES} for place, figure in enumerate(shown.counted.figures)
    }


def in_each(text: str) -> dict[str, str]:
    """A text for the catalogue, in each language of the interface."""
    return {language: catalogue(language).gettext(text) for language in LANGUAGES}


def _figures_in(language: str, shown: ShownReport) -> tuple[Figure, ...]:
    same = language == shown.library.language
    return shown.counted.figures if same else figures_of(shown.library.speaking(language), shown.report)


def _figure(figure: Figure, label: Mapping[str, str]) -> Row:
    return {
        "id": figure.id,
        "group": str(figure.group),
        "label": label,
        "definition": in_each(figure.measure.definition),
        "method": figure.measure.method,
        "number": figure.number,
        "records": [str(found.ref) for found in figure.cards],
    }


def _promise(promise: Promise) -> Row:
    latest = promise.latest
    return {
        "record": str(promise.entry.ref),
        "what": promise.change.what if promise.change else promise.entry.record.title,
        "made": promise.entry.record.when.iso if promise.entry.record.when else None,
        "levels": [str(level) for level in promise.levels],
        "status": str(latest.status) if latest else None,
        "date": latest.date.iso if latest else None,
        "note": latest.note if latest else None,
        "source": _named(latest.source) if latest and latest.source else None,
        "answered": promise.answer is not None,
        "settled": promise.settled,
    }


def _named(source: Source) -> str:
    return source.url or source.title
