"""What the page of a report shows, ready to be shown: each part with its records, and each number with the way to what it counts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from .became import Promise
from .cards import Card, card, card_of, cards
from .charts import outcome_chart, phase_chart, share_chart, year_chart
from .compared import comparison, year_to_year
from .dots import dot_chart
from .figures import Count, Counts, Group, promise_card, verdict_rows
from .library import Entry, Library
from .record_page import unknown_fields
from .records import Lesson, Report
from .records.choices import Level, Subject, Verdict
from .records.fields import Ref
from .year_lessons import YearLessons

LessonCard = tuple[Card, Lesson]
Column = tuple[Verdict, Count, tuple[LessonCard, ...]]


def report_values(library: Library, report: Report, counted: YearLessons, before: Sequence[Counts]) -> Mapping[str, object]:
    """`before` are the figures of the reports of the periods before, newest first, as far as these follow on each other."""
    language = library.language
    return {
        "counted": counted,
        "headline": tuple((figure, counted.counts.shown(figure)) for figure in counted.headline),
        "chosen": tuple(chosen(report, counted)),
        "levels": tuple(levels(report, counted)),
        "verdicts": tuple(Verdict),
        "scores": tuple(level.score for level in counted.levels),
        "themes": tuple(row for row in verdict_rows(counted.counts, Group.THEME) if row.total.number),
        "share_chart": share_chart(counted, language),
        "year_chart": year_chart(counted, before, language),
        "phase_chart": phase_chart(counted, language),
        "dot_chart_of_lessons": dot_chart(counted, language),
        "outcome_chart": outcome_chart(counted, language),
        "outcomes": tuple((outcome, counted.count(f"outcome-{outcome}"), cards(entries)) for outcome, entries in counted.outcomes),
        "undated": cards(counted.undated_experiments),
        "undated_count": counted.count("outcome-undated"),
        **_promises(library, counted),
        "uses": tuple((card(entry), use, card_of(library, use.organisation)) for entry, use in counted.uses),
        "used": counted.count("reuse"),
        "unused": (counted.count("unused"), counted.figure("unused").cards),
        "reflections": cards(entry for entry, _ in counted.reflections),
        "changes": tuple(_changes(counted)),
        "recommendations": tuple((card(entry), entry.record) for entry in counted.recommendations),
        "addressed": _addressed(library, counted.recommendations),
        "roles": tuple((figure.label, counted.counts.shown(figure)) for figure in counted.group(Group.ROLE) if figure.number),
        "silent_roles": tuple(figure.label for figure in counted.group(Group.ROLE) if not figure.number),
        "comparison": comparison(counted, before),
        "years": year_to_year(counted),
        "period_before": report.period.moved(-1).name,
        "errata": tuple((erratum, tuple(card_of(library, ref) for ref in erratum.about)) for erratum in report.errata),
    }


def chosen(report: Report, counted: YearLessons) -> Iterator[tuple[Card, Lesson, tuple[str, ...]]]:
    """The most important lessons, with the labels of what nobody recorded of them."""
    for entry in counted.highlights:
        for shown, lesson in _lessons([entry], _corrected(report)):
            yield shown, lesson, unknown_fields(entry)


def levels(report: Report, counted: YearLessons) -> Iterator[tuple[Level, tuple[Column, ...]]]:
    """The lessons of each level by verdict, each with the way to what it counts."""
    corrected = _corrected(report)
    for level in counted.levels:
        columns = (
            (verdict, counted.count(f"level-{level.level}-{verdict}"), tuple(_lessons(entries, corrected)))
            for verdict, entries in level.verdicts
        )
        yield level.level, tuple(columns)


def _corrected(report: Report) -> frozenset[Ref]:
    return frozenset(ref for erratum in report.errata for ref in erratum.about)


def _lessons(entries: Iterable[Entry], corrected: frozenset[Ref]) -> Iterator[LessonCard]:
    return ((_card(entry, corrected), entry.record) for entry in entries if isinstance(entry.record, Lesson))


def _card(entry: Entry, corrected: frozenset[Ref]) -> Card:
    """With a mark where an erratum tells of the record."""
    return replace(card(entry), corrected=entry.ref in corrected)


def _promises(library: Library, counted: YearLessons) -> Mapping[str, object]:
    """What was promised before in three parts: without an answer, with one, and settled before."""

    def of(promises: Iterable[Promise]) -> tuple[tuple[Card, Promise], ...]:
        return tuple((promise_card(library, promise), promise) for promise in promises)

    return {
        "promised": counted.count("promises"),
        "unanswered": (counted.count("promises-unanswered"), of(counted.unanswered)),
        "answers": (counted.count("promises-answered"), of(counted.answered)),
        "finished": (counted.count("promises-settled"), of(counted.settled)),
    }


def _changes(counted: YearLessons) -> Iterator[tuple[Subject, Count, tuple[tuple[Card, object], ...]]]:
    """Grouped by what the reflection looked at; subjects without changes are left out."""
    for subject in Subject:
        found = tuple((card(entry), change) for entry, change in counted.changes_about(subject))
        if found:
            yield subject, counted.count(f"changes-{subject}"), found


def _addressed(library: Library, recommendations: Iterable[Entry]) -> Mapping[Ref, Card]:
    organisations = {ref for entry in recommendations for ref in entry.refers_to if ref.type == "organisation"}
    return {ref: card_of(library, ref) for ref in sorted(organisations)}
