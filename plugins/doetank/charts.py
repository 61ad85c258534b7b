"""The charts of a report: rows of bars from zero, with a headline that says plainly what they show."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .catalogue import N_, Catalogue, Label, catalogue
from .library import Library
from .records import Lesson
from .records.choices import Choice, Outcome, Verdict
from .scale import Bar, NumberScale, ShareScale, Tick
from .year_lessons import YearLessons

TOP, ROW = 52, 46
YEARS_BEFORE = 4
"""How far back the report of one year looks."""
FILLS = {Verdict.WORKS: "full", Verdict.UNDER_CONDITIONS: "half", Verdict.DOES_NOT_WORK: "open"}


@dataclass(frozen=True)
class Row:
    """One bar: what it counts, the numbers that it is made of, and its pieces."""

    label: str
    numbers: tuple[int, ...]
    pieces: tuple[Bar, ...]
    y: int

    @property
    def total(self) -> int:
        return sum(self.numbers)


@dataclass(frozen=True)
class Chart:
    """`first` is the head of the first column of its table, `columns` those of the numbers with the fill of each."""

    id: str
    headline: str
    measure: Label
    first: Label
    columns: tuple[tuple[Choice | None, Label, str], ...]
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    height: int


def phase_chart(library: Library, counted: YearLessons, language: str) -> Chart | None:
    """The lessons per phase by verdict, in the order of the phases; None without lessons."""
    words = catalogue(language)
    named = [(term.id, term.label.text(language)) for term in library.vocabulary.phases]
    lessons = _records(counted)
    found = [(label, _by_verdict(lesson for lesson in lessons if lesson.phase == phase)) for phase, label in named]
    without = _by_verdict(lesson for lesson in lessons if lesson.phase is None)
    if 2 * sum(without) > len(counted.lessons):
        headline = words.gettext("Of most lessons the phase is not recorded")
    else:
        headline = _most(found, words.gettext("Most lessons with a known phase are from {names}: {n} of {total}"),
                         words.gettext("As many lessons from {names}: {n} of {total} each"), len(lessons) - sum(without))  # fmt: skip
    rows = [*found, *([(words.gettext("Phase not recorded"), without)] if any(without) else [])]
    return _verdict_chart("fasen", headline, N_("Number of lessons per phase, by verdict"), N_("Phase"), rows)


def share_chart(counted: YearLessons, language: str) -> Chart | None:
    """All lessons on one bar, by verdict; None without lessons."""
    words = catalogue(language)
    lessons = _by_verdict(_records(counted))
    if not any(lessons):
        return None
    works, conditions, fails = lessons
    headline = words.gettext(
        "{total} lessons: {works} on what works, {conditions} on what works under conditions, {fails} on what does not"
    ).format(total=sum(lessons), works=works, conditions=conditions, fails=fails)
    measure = N_("Share of all lessons, by verdict")
    return _verdict_chart("aandeel", headline, measure, N_("Period"), [(_period(counted), lessons)], ShareScale(sum(lessons)))


def year_chart(library: Library, counted: YearLessons, language: str) -> Chart | None:
    """The lessons per year by verdict: those of the period, or of one year beside the years before it; None without years to compare."""
    lessons = [entry.record for entry in library.all("lesson") if isinstance(entry.record, Lesson)]
    start, end = counted.years.start, counted.years.end
    if start == end:
        start = max(end - YEARS_BEFORE, min((lesson.learned.year for lesson in lessons), default=end))
    rows = [(str(year), _by_verdict(lesson for lesson in lessons if lesson.learned.year == year)) for year in range(start, end + 1)]
    if len(rows) == 1:
        return None
    words = catalogue(language)
    if counted.years.start == counted.years.end:
        headline = _changed(rows[-2], rows[-1], words)
    else:
        headline = _most(rows, words.gettext("Most lessons were learned in {names}: {n} of {total}"),
                         words.gettext("As many lessons from {names}: {n} of {total} each"), len(counted.lessons))  # fmt: skip
    return _verdict_chart("jaren", headline, N_("Number of lessons per year, by verdict"), N_("Year"), rows)


def _changed(before: tuple[str, Sequence[int]], now: tuple[str, Sequence[int]], words: Catalogue) -> str:
    """A year beside the one before it."""
    n, earlier = sum(now[1]), sum(before[1])
    if n == earlier:
        return words.gettext("As many lessons as in {year}: {n}").format(year=before[0], n=n)
    more = words.gettext("More lessons than in {year}: {n}, after {before}")
    fewer = words.gettext("Fewer lessons than in {year}: {n}, after {before}")
    return (more if n > earlier else fewer).format(year=before[0], n=n, before=earlier)


def _period(counted: YearLessons) -> str:
    start, end = counted.years.start, counted.years.end
    return str(start) if start == end else f"{start}–{end}"


def outcome_chart(counted: YearLessons, language: str) -> Chart | None:
    """The experiments by outcome; None without experiments."""
    words = catalogue(language)
    rows = [(words.gettext(outcome.label), (len(entries),)) for outcome, entries in counted.outcomes]
    columns = ((None, N_("Number"), "full"),)
    return _chart("uitkomsten", _came_out(counted, words), N_("Number of experiments, by outcome"), N_("Outcome"), columns, rows)


def _came_out(counted: YearLessons, words: Catalogue) -> str:
    if counted.rate:
        text = words.gettext("{worked} of {known} experiments with a known outcome worked.")
        return text.format(worked=counted.rate.worked, known=counted.rate.known).removesuffix(".")
    if any(entries for outcome, entries in counted.outcomes if outcome is Outcome.UNKNOWN):
        return words.gettext("Of most experiments the outcome is not recorded")
    return words.gettext("No experiment has ended yet")


def _most(rows: Iterable[tuple[str, Sequence[int]]], one: str, many: str, total: int) -> str:
    """What stands out, or that several are equal; a number, never a share."""
    totals = [(label, sum(numbers)) for label, numbers in rows]
    most = max((number for _, number in totals), default=0)
    names = [label for label, number in totals if number == most]
    return (one if len(names) == 1 else many).format(names=", ".join(names), n=most, total=total)


def _records(counted: YearLessons) -> tuple[Lesson, ...]:
    return tuple(entry.record for entry in counted.lessons if isinstance(entry.record, Lesson))


def _by_verdict(lessons: Iterable[Lesson]) -> tuple[int, ...]:
    found = [lesson.verdict for lesson in lessons]
    return tuple(found.count(verdict) for verdict in Verdict)


def _verdict_chart(
    name: str, headline: str, measure: Label, first: Label, rows: Sequence[tuple[str, Sequence[int]]], scale: ShareScale | None = None
) -> Chart | None:
    return _chart(name, headline, measure, first, tuple((verdict, verdict.label, FILLS[verdict]) for verdict in Verdict), rows, scale)


def _chart(
    name: str,
    headline: str,
    measure: Label,
    first: Label,
    columns: tuple[tuple[Choice | None, Label, str], ...],
    rows: Sequence[tuple[str, Sequence[int]]],
    given: ShareScale | None = None,
) -> Chart | None:
    most = max(sum(numbers) for _, numbers in rows)
    if not most:
        return None
    scale = given or NumberScale(most)
    fills = [fill for _, _, fill in columns]
    drawn = tuple(
        Row(label, tuple(numbers), _pieces(scale, numbers, fills), TOP + ROW * index) for index, (label, numbers) in enumerate(rows)
    )
    return Chart(name, headline, measure, first, columns, drawn, scale.ticks, TOP - 20 + ROW * len(rows))


def _pieces(scale: NumberScale | ShareScale, numbers: Sequence[int], fills: Sequence[str]) -> tuple[Bar, ...]:
    """One behind the other; a number of zero has no piece."""
    ends = [scale.at(sum(numbers[: index + 1])) for index in range(len(numbers))]
    starts = [0.0, *ends[:-1]]
    return tuple(Bar(start, round(end - start, 2), fill) for start, end, fill in zip(starts, ends, fills, strict=True) if end > start)
