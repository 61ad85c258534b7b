"""A record as an edition compares it: without what came later and without names, so that only a correction is a change."""

from ..as_known import known_record, up_to
from ..records import Doetank, Record
from ..records.choices import State
from ..records.doetank import PhaseEntry
from ..records.report import Years
from .nameless import nameless


def as_compared(record: Record, years: Years) -> Record:
    """What a record said on the last day of a period."""
    known = nameless(known_record(record, years))
    return _known_doetank(known, years) if isinstance(known, Doetank) else known


def _known_doetank(doetank: Doetank, years: Years) -> Doetank:
    """A team that ended later was at work; a phase that began later was not there, and one that ended later had no end yet."""
    begun = (stretch for stretch in doetank.phases if stretch.start is None or stretch.start.year <= years.end)
    told: dict[str, object] = {
        "phases": tuple(_known_stretch(stretch, years) for stretch in begun),
        "events": up_to(doetank.events, years),
    }
    if doetank.ended and doetank.ended.year > years.end:
        told |= {"state": State.RUNNING, "state_because": None, "ended": None}
    return doetank.model_copy(update=told)


def _known_stretch(stretch: PhaseEntry, years: Years) -> PhaseEntry:
    later = stretch.end is not None and stretch.end.year > years.end
    return stretch.model_copy(update={"end": None, "because": None}) if later else stretch
