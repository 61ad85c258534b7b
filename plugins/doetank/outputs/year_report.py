"""The yearly lessons: their page, the page that tells what was counted, and the data with their codebook."""

from collections.abc import Iterator

from .. import urls
from ..cards import Card, card
from ..catalogue import catalogue
from ..counted_page import counted_page
from ..data_files import as_json
from ..editions.before import counts_before, report_over
from ..editions.shown import ShownReport, shown_reports
from ..library import Library
from ..once import once
from ..pages import File, Page, Paper
from ..paper.document import Attachment
from ..printed_report import printed_report
from ..record_page import record_page
from ..records import Report
from ..records.report import Years
from ..report_codebook import codebook
from ..report_data import Labels, labels_of, lesson_row, report_data, table_of_lessons
from ..report_values import report_values


def pages(library: Library) -> Iterator[Page]:
    """Two pages a report, in each of its languages."""
    reports = _reports(library)
    known = {shown.report.period: shown.counted.counts for shown in reports}
    for shown in reports:
        data = {name: urls.report_data(shown.entry.url, name) for name in ("csv", "json", "codebook")}
        pdf = urls.report_data(shown.entry.url, "pdf") if library.site.pdf else None
        told = {**data, "pdf": pdf, "stamp": shown.stamp, "frozen": shown.frozen}
        values = report_values(shown.library, shown.report, shown.counted, counts_before(library, shown, known))
        period = shown.report.period
        neighbours = {"earlier": _over(library, period.moved(-1)), "later": _over(library, period.moved(1))}
        yield record_page(shown.library, shown.entry, {**values, **neighbours, **told})
        yield counted_page(shown.library, shown.entry, shown.counted, told)


def files(library: Library) -> Iterator[File]:
    """The data of each report, from what its page shows."""
    for shown in _reports(library):
        labels = labels_of(shown)
        table, data = _data(shown, labels)
        yield File(urls.report_data(shown.entry.url, "csv"), table)
        yield File(urls.report_data(shown.entry.url, "json"), data)
        yield File(urls.report_data(shown.entry.url, "codebook"), codebook(library.vocabulary, shown.counted.figures, labels))


def printed(library: Library) -> Iterator[str]:
    """Where the PDF of each report is, once it is printed: a text may link to it, also in a build that does not print."""
    return (urls.report_data(entry.url, "pdf") for entry in library.told() if isinstance(entry.record, Report))


def papers(library: Library) -> Iterator[Paper]:
    """Each report as a PDF, with the same data inside it; none in a build that does not print."""
    for shown in _reports(library) if library.site.pdf else ():
        table, data = _data(shown, labels_of(shown))
        words = catalogue(library.language)
        attachments = (
            Attachment("lessen.csv", table, "text/csv", words.gettext("The lessons as a table")),
            Attachment("lessen.json", data, "application/json", words.gettext("The lessons and numbers as data")),
        )
        document = printed_report(shown, counts_before(library, shown))
        yield Paper(urls.report_data(shown.entry.url, "pdf"), document, attachments)


@once
def _reports(library: Library) -> tuple[ShownReport, ...]:
    """Each report with what it counts: pages and data are made of one and the same."""
    return tuple(shown_reports(library))


def _data(shown: ShownReport, labels: Labels) -> tuple[bytes, bytes]:
    """The lessons as CSV, and everything as JSON."""
    rows = [lesson_row(shown.library, lesson) for lesson in shown.counted.lessons]
    return table_of_lessons(rows), as_json(report_data(shown, rows, labels))


def _over(library: Library, years: Years) -> Card | None:
    """The report of exactly these years."""
    entry = report_over(library, years)
    return card(entry) if entry else None
