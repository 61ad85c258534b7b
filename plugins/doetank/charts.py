"""The charts of a report: rows of bars from zero, with a headline that says plainly what they show."""

from collections.abc import Sequence
from dataclasses import dataclass

from .catalogue import N_, Catalogue, Label, catalogue
from .figures import Count, Counts, Group, Piece, plain, sentence, verdict_rows
from .records.choices import Choice, Outcome, Verdict
from .scale import Bar, NumberScale, ShareScale, Tick
from .year_lessons import YearLessons

TOP, ROW = 52, 46
FILLS = {Verdict.WORKS: "full", Verdict.UNDER_CONDITIONS: "half", Verdict.DOES_NOT_WORK: "open"}
Counted = tuple[str, tuple[Count, ...]]
"""What a row is called, and its numbers."""


@dataclass(frozen=True)
class Row:
    """One bar: what it counts, the numbers that it is made of, and its pieces."""

    label: str
    counts: tuple[Count, ...]
    pieces: tuple[Bar, ...]
    y: int

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(count.number for count in self.counts)

    @property
    def total(self) -> int:
        return sum(self.numbers)


@dataclass(frozen=True)
class Chart:
    """`said` is its message, `first` the head of the first column of its table, `columns` those of the numbers with the fill of each."""

    id: str
    said: tuple[Piece, ...]
    measure: Label
    first: Label
    columns: tuple[tuple[Choice | None, Label, str], ...]
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    height: int

    @property
    def headline(self) -> str:
        """The message as one text."""
        return plain(self.said)


def phase_chart(counted: YearLessons, language: str) -> Chart | None:
    """The lessons per phase by verdict, in the order of the phases; None without lessons."""
    words = catalogue(language)
    found = verdict_rows(counted.counts, Group.PHASE)
    *phases, without = [(row.label, row.total) for row in found]
    if 2 * without[1].number > counted.figure("lessons").number:
        said: tuple[Piece, ...] = (words.gettext("Of most lessons the phase is not recorded"),)
    else:
        said = _most(phases, words.gettext("Most lessons with a known phase are from {names}: {n}"),
                     words.gettext("Most lessons with a known phase are from {names}, as many from each"))  # fmt: skip
    rows = [(row.label, row.verdicts) for row in found]
    shown = rows if without[1].number else rows[:-1]
    return _verdict_chart("fasen", said, N_("Number of lessons per phase, by verdict"), N_("Phase"), shown)


def share_chart(counted: YearLessons, language: str) -> Chart | None:
    """All lessons on one bar, by verdict; None without lessons."""
    total, (works, conditions, fails) = counted.count("lessons"), _by_verdict(counted.counts, "lessons")
    if not total.number:
        return None
    text = catalogue(language).gettext(
        "{total} lessons: {works} on what works, {conditions} on what works under conditions, {fails} on what does not"
    )
    said = sentence(text, total=total, works=works, conditions=conditions, fails=fails)
    row = (counted.years.name.replace("-", "\N{EN DASH}"), (works, conditions, fails))
    return _verdict_chart("aandeel", said, N_("Share of all lessons, by verdict"), N_("Period"), [row], ShareScale(total.number))


def year_chart(counted: YearLessons, before: Sequence[Counts], language: str) -> Chart | None:
    """The lessons per year by verdict: those of each year of the period, or of one year beside the reports `before` it, newest first.

    None without years to compare.
    """
    words = catalogue(language)
    if counted.years.length > 1:
        rows = [(year.name, _by_verdict(counted.counts, f"year-{year.name}-lessons")) for year in counted.years.each]
        totals = [(year.name, counted.count(f"year-{year.name}-lessons")) for year in counted.years.each]
        said = _most(totals, words.gettext("Most lessons were learned in {names}: {n} of {total}"),
                     words.gettext("Most lessons were learned in {names}, as many in each"), total=counted.count("lessons"))  # fmt: skip
    elif before:
        rows = [(counts.name, _by_verdict(counts, "lessons")) for counts in (*reversed(before), counted.counts)]
        said = _changed(before[0], counted.counts, words)
    else:
        return None
    return _verdict_chart("jaren", said, N_("Number of lessons per year, by verdict"), N_("Year"), rows)


def outcome_chart(counted: YearLessons, language: str) -> Chart | None:
    """The experiments by outcome; None without experiments."""
    words = catalogue(language)
    rows = [(words.gettext(outcome.label), (counted.count(f"outcome-{outcome}"),)) for outcome in Outcome]
    columns = ((None, N_("Number"), "full"),)
    return _chart("uitkomsten", _came_out(counted, words), N_("Number of experiments, by outcome"), N_("Outcome"), columns, rows)


def _changed(before: Counts, now: Counts, words: Catalogue) -> tuple[Piece, ...]:
    """A year beside the one before it."""
    n, earlier = now.count("lessons"), before.count("lessons")
    if n.number == earlier.number:
        return sentence(words.gettext("As many lessons as in {year}: {n}"), year=before.name, n=n)
    more = words.gettext("More lessons than in {year}: {n}, after {before}")
    fewer = words.gettext("Fewer lessons than in {year}: {n}, after {before}")
    return sentence(more if n.number > earlier.number else fewer, year=before.name, n=n, before=earlier)


def _came_out(counted: YearLessons, words: Catalogue) -> tuple[Piece, ...]:
    if counted.rate:
        text = words.gettext("{worked} of {known} experiments with a known outcome worked")
        return sentence(text, worked=counted.count(f"outcome-{Outcome.WORKED}"), known=counted.count("outcome-known"))
    if counted.rate_withheld:
        return (words.gettext("Of most experiments the outcome is not recorded"),)
    return (words.gettext("No experiment has ended yet"),)


def _most(totals: Sequence[tuple[str, Count]], one: str, many: str, **more: Count) -> tuple[Piece, ...]:
    """What stands out, or that several are equal; a number, never a share."""
    most = max((count.number for _, count in totals), default=0)
    found = [(label, count) for label, count in totals if count.number == most]
    names = ", ".join(label for label, _ in found)
    return sentence(one, names=names, n=found[0][1], **more) if len(found) == 1 else sentence(many, names=names)


def _by_verdict(counts: Counts, name: str) -> tuple[Count, ...]:
    return tuple(counts.count(f"{name}-{verdict}") for verdict in Verdict)


def _verdict_chart(
    name: str, said: tuple[Piece, ...], measure: Label, first: Label, rows: Sequence[Counted], scale: ShareScale | None = None
) -> Chart | None:
    return _chart(name, said, measure, first, tuple((verdict, verdict.label, FILLS[verdict]) for verdict in Verdict), rows, scale)


def _chart(
    name: str,
    said: tuple[Piece, ...],
    measure: Label,
    first: Label,
    columns: tuple[tuple[Choice | None, Label, str], ...],
    rows: Sequence[Counted],
    given: ShareScale | None = None,
) -> Chart | None:
    numbers = [tuple(count.number for count in counts) for _, counts in rows]
    most = max(map(sum, numbers))
    if not most:
        return None
    scale = given or NumberScale(most)
    fills = [fill for _, _, fill in columns]
    drawn = tuple(
        Row(label, counts, _pieces(scale, numbers[index], fills), TOP + ROW * index) for index, (label, counts) in enumerate(rows)
    )
    return Chart(name, said, measure, first, columns, drawn, scale.ticks, TOP - 20 + ROW * len(rows))


def _pieces(scale: NumberScale | ShareScale, numbers: Sequence[int], fills: Sequence[str]) -> tuple[Bar, ...]:
    """One behind the other; a number of zero has no piece."""
    ends = [scale.at(sum(numbers[: index + 1])) for index in range(len(numbers))]
    starts = [0.0, *ends[:-1]]
    return tuple(Bar(start, round(end - start, 2), fill) for start, end, fill in zip(starts, ends, fills, strict=True) if end > start)
