"""`report start`: the file of a report with everything computable filled in, for editors to finish."""

import json
from collections.abc import Iterator, Mapping
from string import Template

from ...catalogue import Catalogue, catalogue
from ...components import THEME
from ...editions.find import FOLDER
from ...figures import Group
from ...problems import say
from ...records import Lesson, Report
from ...records.choices import Verdict
from ...year_lessons import YearLessons, year_lessons
from .work import Work, refuse

TEMPLATE = THEME / "report" / "start.md"
"""Editors may change it. It stands with the theme, since every `.md` file among the content is read as a record."""


def run(work: Work) -> int:
    """Write the file. Raises ContentError when the report is there already, in whatever folder, or when there is nothing to report."""
    work.refuse_empty()
    taken = say("this report is there already, and is left as it is")
    if there := work.library.entries.get(work.ref):
        refuse(there.record.path, taken)
    text = _filled(year_lessons(work.published, Report.over(work.years)), catalogue(work.site.language))
    work.write_new(work.content / FOLDER / f"{work.name}.md", text.encode(), taken)
    for line in _next_steps(work):
        work.say(line)
    return 0


def _filled(counted: YearLessons, words: Catalogue) -> str:
    """The template with its gaps filled. Raises ContentError for a gap that nothing fills."""
    years = counted.years
    gaps: Mapping[str, object] = {
        "period": years.name,
        "from": years.start,
        "to": years.end,
        "summary": json.dumps(_summary(counted, words), ensure_ascii=False),
        "lessons": "\n".join(_lessons(counted, words)),
        "numbers": "\n".join(f"- {figure.label} ({figure.number})" for figure in counted.group(Group.TOTAL)),
    }
    try:
        return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(gaps)
    except (KeyError, ValueError) as error:
        names = ", ".join(f"${name}" for name in gaps)
        refuse("theme/report/start.md", say("`$` has another name behind it than {names}: {found}", names=names, found=error))


def _summary(counted: YearLessons, words: Catalogue) -> str:
    """What there is, without a word on whether that is much or good."""
    number = counted.figure("lessons").number
    if not number:
        return words.gettext("No lessons of {period} are recorded yet.").format(period=counted.years.name)
    works, conditions, fails = (counted.figure(f"lessons-{verdict}").number for verdict in Verdict)
    return words.ngettext(
        "{n} lesson of {period}: {works} on what works, {conditions} on what works under conditions, {fails} on what does not work.",
        "{n} lessons of {period}: {works} on what works, {conditions} on what works under conditions, {fails} on what does not work.",
        number,
    ).format(n=number, period=counted.years.name, works=works, conditions=conditions, fails=fails)


def _lessons(counted: YearLessons, words: Catalogue) -> Iterator[str]:
    """Every lesson of the period as a comment: to choose is for editors."""
    for entry in counted.lessons:
        assert isinstance(entry.record, Lesson)
        yield f"  # - {entry.record.id}  # {words.gettext(entry.record.verdict.label)}: {entry.record.title}"


def _next_steps(work: Work) -> Iterator[str]:
    words = work.words
    yield words.gettext("{path} is written, as a draft. What to do now:").format(path=work.path)
    for number, text in enumerate(
        (
            say("choose the highlights, say whether things became better, and write the preface"),
            say("`python3 tasks.py report status {name}` says what is still open, and who can settle it", name=work.name),
            say("remove `status: draft`, and build it with `python3 tasks.py report build {name}`", name=work.name),
        ),
        1,
    ):
        yield f"{number}. {text.format(words)}"
