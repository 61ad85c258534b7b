"""The way of a Doetank as a drawing: its stretches as bars on a scale of years, and what cannot be drawn as a list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .cards import Card, card
from .library import Entry, Library
from .records import Doetank
from .records.choices import State
from .records.doetank import PhaseEntry
from .scale import Bar, Tick, YearScale, bars

TOP = 52
ROW = 44
LANE = 9


@dataclass(frozen=True)
class DrawnStretch:
    """A stretch with a date. `y` is the top of its bar; its name begins where the bar does, or ends where it ends."""

    entry: PhaseEntry
    bars: tuple[Bar, ...]
    y: int
    label_at: float
    label_end: bool


@dataclass(frozen=True)
class DrawnWay:
    """The stretches that have a date, drawn; and the phases of those that have none."""

    stretches: tuple[DrawnStretch, ...]
    undated: tuple[str, ...]
    ticks: tuple[Tick, ...]
    height: int
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class TeamWay:
    """A Doetank among others, on the scale of all."""

    card: Card
    way: DrawnWay


@dataclass(frozen=True)
class DrawnWays:
    """Doetanks under each other on one scale, in each a lane for each phase; and those without any date."""

    teams: tuple[TeamWay, ...]
    undated: tuple[Card, ...]
    phases: tuple[str, ...]
    ticks: tuple[Tick, ...]
    kinds: tuple[str, ...]


def drawn_way(doetank: Doetank, today: date) -> DrawnWay | None:
    """Every stretch on a row of its own, in the order the team went; None when no date is known."""
    scale = _scale([doetank], today)
    rows = len(_dated(doetank))
    return _way(doetank, scale, today, [TOP + ROW * index for index in range(rows)], TOP - 20 + ROW * rows) if scale else None


def drawn_ways(library: Library) -> DrawnWays | None:
    """All Doetanks on one scale, the one that began first on top; None when no date is known."""
    phases = library.vocabulary.ids("phases")
    teams = [(entry, entry.record) for entry in library.all("doetank") if isinstance(entry.record, Doetank)]
    today = library.site.today
    scale = _scale([doetank for _, doetank in teams], today)
    if scale is None:
        return None
    dated = sorted((pair for pair in teams if _dated(pair[1])), key=_first_begun)
    drawn = tuple(TeamWay(card(entry), _in_lanes(doetank, scale, today, phases)) for entry, doetank in dated)
    return DrawnWays(
        drawn,
        tuple(card(entry) for entry, doetank in teams if not _dated(doetank)),
        tuple(phases),
        scale.ticks,
        _kinds(stretch for team in drawn for stretch in team.way.stretches),
    )


def _in_lanes(doetank: Doetank, scale: YearScale, today: date, phases: Sequence[str]) -> DrawnWay:
    return _way(doetank, scale, today, [4 + LANE * phases.index(entry.phase) for entry in _dated(doetank)], 4 + LANE * len(phases))


def _way(doetank: Doetank, scale: YearScale, today: date, tops: Sequence[int], height: int) -> DrawnWay:
    dated = _dated(doetank)
    drawn = tuple(_stretch(entry, scale, _until(doetank, entry, today), y) for entry, y in zip(dated, tops, strict=True))
    undated = tuple(entry.phase for entry in doetank.phases if entry not in dated)
    return DrawnWay(drawn, undated, scale.ticks, height, _kinds(drawn))


def _stretch(entry: PhaseEntry, scale: YearScale, until: date | None, y: int) -> DrawnStretch:
    pieces = bars(scale, entry.start, entry.end, entry.planned, until)
    left, right = pieces[0].left, round(pieces[-1].left + pieces[-1].width, 2)
    return DrawnStretch(entry, pieces, y, right if left > 50 else left, left > 50)


def _dated(doetank: Doetank) -> tuple[PhaseEntry, ...]:
    return tuple(entry for entry in doetank.phases if entry.start or entry.end)


def _until(doetank: Doetank, entry: PhaseEntry, today: date) -> date | None:
    """Today, for the stretch in which a running team works now."""
    done = [other for other in doetank.phases if not other.planned]
    return today if doetank.state is State.RUNNING and done and entry == done[-1] else None


def _scale(doetanks: Iterable[Doetank], today: date) -> YearScale | None:
    days = [day for doetank in doetanks for entry in _dated(doetank) for day in _days(entry, _until(doetank, entry, today))]
    return YearScale(min(days).year, max(days).year) if days else None


def _days(entry: PhaseEntry, until: date | None = None) -> tuple[date, ...]:
    """Everything that has to fit on the scale."""
    known = [day for when in (entry.start, entry.end) if when for day in (when.first, when.last)]
    return (*known, until) if until else tuple(known)


def _first_begun(pair: tuple[Entry, Doetank]) -> tuple[date, str]:
    entry, doetank = pair
    return min(day for stretch in _dated(doetank) for day in _days(stretch)), entry.record.id


def _kinds(stretches: Iterable[DrawnStretch]) -> tuple[str, ...]:
    """What the legend has to explain."""
    found = {bar.kind for stretch in stretches for bar in stretch.bars}
    return tuple(kind for kind in ("known", "about", "planned") if kind in found)
