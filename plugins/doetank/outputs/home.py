"""The home page: what this is, the newest lessons of each verdict, and the way into everything else."""

from collections.abc import Iterable, Iterator

from .. import urls
from ..calendar_events import is_coming
from ..cards import Card, card, cards
from ..library import Entry, Library
from ..pages import File, Page
from ..records import Cafe, Doetank, Lesson, Report
from ..records.choices import Verdict
from ..vocabulary import Term

NEWEST = 3


def pages(library: Library) -> Iterator[Page]:
    """One page."""
    reports = library.all("report")
    values = {
        "newest": tuple(
            (verdict, library.address(urls.verdict(verdict)), _count(library, verdict), _newest(library, verdict)) for verdict in Verdict
        ),
        "example": _example(library, reports),
        "phases": tuple(_doetanks_by_phase(library)),
        "next_cafe": _next_cafe(library),
        "report": card(max(reports, key=_latest)) if reports else None,
        "posts": cards(library.all("post")[:NEWEST]),
        "counts": tuple(
            (name, library.address(urls.section(name)), len(library.all(name))) for name in ("doetank", "experiment", "lesson", "cafe")
        ),
    }
    yield Page(urls.HOME, "home", library.site.name, library.site.tagline_in(library.language), values, section="home")


def files(_library: Library) -> Iterable[File]:
    """None."""
    return ()


def _example(library: Library, reports: Iterable[Entry]) -> tuple[Card, Lesson] | None:
    """A lesson to show whole: the first highlight of the latest report that tells all, or else the newest lesson that does."""
    latest = [entry.record for entry in sorted(reports, key=_latest, reverse=True)]
    chosen = [library.entry(ref) for report in latest if isinstance(report, Report) for ref in report.highlights]
    for entry in (*chosen, *library.all("lesson")):
        if isinstance(entry.record, Lesson) and _tells_all(entry.record):
            return card(entry), entry.record
    return None


def _tells_all(lesson: Lesson) -> bool:
    return (
        not lesson.is_draft and not lesson.is_retired and "unknown" not in (lesson.expected, lesson.happened, lesson.because, lesson.advice)
    )


def _latest(entry: Entry) -> tuple[int, int]:
    """The report whose period ended last, and of these the one over the most years."""
    assert isinstance(entry.record, Report)
    return entry.record.period.end, -entry.record.period.start


def _of_verdict(library: Library, verdict: Verdict) -> list[Entry]:
    return [entry for entry in library.all("lesson") if isinstance(entry.record, Lesson) and entry.record.verdict is verdict]


def _count(library: Library, verdict: Verdict) -> int:
    return len(_of_verdict(library, verdict))


def _newest(library: Library, verdict: Verdict) -> tuple[Card, ...]:
    return cards(_of_verdict(library, verdict)[:NEWEST])


def _doetanks_by_phase(library: Library) -> Iterator[tuple[Term, str, tuple[Card, ...]]]:
    """Each phase with the Doetanks whose last known phase it is."""
    for term in library.vocabulary.phases:
        here = [entry for entry in library.all("doetank") if _last_phase(entry) == term.id]
        yield term, library.address(urls.phase(term.id)), cards(here)


def _last_phase(entry: Entry) -> str | None:
    assert isinstance(entry.record, Doetank)
    reached = [stretch.phase for stretch in entry.record.phases if not stretch.planned]
    return reached[-1] if reached else None


def _next_cafe(library: Library) -> Card | None:
    coming = [
        entry
        for entry in library.all("cafe")
        if isinstance(entry.record, Cafe) and is_coming(entry.record, library.site.today) and not entry.record.cancelled
    ]
    return card(coming[-1]) if coming else None
