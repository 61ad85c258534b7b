"""`report summary`: a report in plain text, for a mail or a post on LinkedIn."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ...catalogue import Catalogue
from ...editions.shown import counted_from
from ...library import Library
from ...problems import ContentError, say
from ...records import Lesson, Report
from ...settings import site_of
from ...year_lessons import year_lessons
from .work import Work, refuse

LONGEST = 1300
"""Characters. A longer post is cut off before its end on LinkedIn."""


def run(work: Work) -> int:
    """Print it. Raises ContentError when there is no such report, or only a draft of it."""
    report = work.report.record
    if report.is_draft:
        raise ContentError(
            [work.problem(report.path, ("status",), say("is `draft`; remove the line when the report is ready to be published"))]
        )
    library = counted_from(work.library.speaking(work.words.language), work.ref)
    address = _public(work) + library.entry(work.ref).url
    work.say(_shortened(library, work, address))
    return 0


def _public(work: Work) -> str:
    """The address of the public site. Raises ContentError when nobody tells it."""
    if not Path(work.public).is_file():
        refuse(work.public, say("there is no such file; name the settings of the public site with `--public`"))
    return site_of(Path(work.public)).url


def _shortened(library: Library, work: Work, address: str) -> str:
    """With as many highlights as there is room for, in their order, and the number of the others."""
    report = library.entry(work.ref).record
    assert isinstance(report, Report)
    figures = [f"- {figure.label} ({figure.number})" for figure in year_lessons(library, report).headline]
    highlights = list(_highlights(library, report, work.words))
    for shown in range(len(highlights), -1, -1):
        text = _text(report, library, figures, highlights[:shown], len(highlights) - shown, address, work.words)
        if len(text) <= LONGEST:
            break
    return text


def _highlights(library: Library, report: Report, words: Catalogue) -> Iterator[str]:
    """The lesson and how it came out, and its one sentence."""
    for ref in report.highlights:
        lesson = library.entry(ref).record
        assert isinstance(lesson, Lesson)
        verdict = words.gettext(lesson.verdict.label)
        yield f"- {verdict}: {_sentence(lesson.title)} {library.plain(lesson.summary)}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _text(
    report: Report, library: Library, figures: Sequence[str], highlights: Sequence[str], others: int, address: str, words: Catalogue
) -> str:
    parts = [report.title, library.plain(report.summary), "\n".join(figures)]
    parts += ["\n".join([words.gettext("The most important lessons") + ":", *highlights])] if highlights else []
    if others:
        parts.append(words.ngettext("And {n} more on the page.", "And {n} more on the page.", others).format(n=others))
    return "\n\n".join([*parts, words.gettext("All lessons, with the records behind every number: {address}").format(address=address)])
