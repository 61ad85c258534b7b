"""A report as a document: its cover, and its sections in the order in which they are read."""

from collections.abc import Callable, Sequence
from datetime import date

from ..editions.shown import ShownReport
from ..figures import Counts
from ..paper.document import Blocks, Break, Content, Cover, Document, Link
from ..records import Report
from .closing import about_this_edition, corrections, own_sources, see_also, sources_counted
from .experiments import experiments
from .lessons import highlights, lessons_compared
from .method import how_counted
from .network import changes, recommendations
from .number_tables import compared_with_before, took_part
from .opening import in_numbers, notices, preface
from .promised import earlier_lessons
from .telling import Telling
from .used import who_used

SECTIONS: tuple[Callable[[Telling], Blocks], ...] = (
    notices, in_numbers, preface, highlights, lessons_compared, experiments, earlier_lessons, who_used, changes, recommendations,
    took_part, compared_with_before, how_counted, sources_counted, corrections, see_also, own_sources,
    about_this_edition,
)  # fmt: skip
"""Each tells one part, with its heading of the first level; one that has nothing to tell gives no blocks, and has no place."""


def printed_report(shown: ShownReport, before: Sequence[Counts]) -> Document:
    """The document of one report. `before` are the figures of the reports of the periods before, newest first."""
    telling = Telling(shown, tuple(before))
    library, report = telling.library, telling.report
    return Document(
        title=report.title,
        language=library.language,
        description=library.plain(report.summary),
        keywords=tuple(library.vocabulary.term("themes", theme).label.text(library.language) for theme in report.themes),
        dated=_dated(report),
        cover=Cover(library.site.name, _years(report), _foot(telling)),
        contents=telling.words.gettext("Contents"),
        blocks=tuple(block for section in SECTIONS for block in section(telling)),
    )


def _dated(report: Report) -> date:
    """The day that the file gives as its own: of the last change or the publication, or else the last of the period."""
    told = [when.last for when in (report.released, report.modified) if when]
    return max(told, default=date(report.period.end, 12, 31))


def _years(report: Report) -> str:
    """The year, or the first and the last."""
    return "–".join(dict.fromkeys((str(report.period.start), str(report.period.end))))


def _foot(telling: Telling) -> Content:
    published = telling.report.released
    told = (f"{telling.words.gettext('Published on')} {telling.date(published)}", Break()) if published else ()
    return (*told, Link(telling.address, (telling.address,)))
