"""The experiments of a period by outcome, also those whose outcome nobody recorded."""

from collections.abc import Iterator

from ..cards import cards
from ..catalogue import N_, catalogue
from ..library import Library
from ..records import Experiment
from ..records.choices import Outcome
from .figure import Figure, Group, Measure
from .year_records import YearRecords

_OUTCOMES = Measure(Group.OUTCOME, N_("Experiments that ended in this period, by outcome."))
_KNOWN = Measure(
    Group.OUTCOME,
    N_("Experiments that ended in this period and of which the outcome is recorded; those that are still running are left out."),
)
_UNDATED = Measure(Group.OUTCOME, N_("Experiments without a date of start or end: they count in no period."))


def experiment_figures(library: Library, records: YearRecords) -> Iterator[Figure]:
    """One figure an outcome, in the order of the outcomes; then those of which it is known, and those that have no date."""
    text = catalogue(library.language).gettext
    tried = [(entry, entry.record.outcome) for entry in records.experiments if isinstance(entry.record, Experiment)]
    for outcome in Outcome:
        yield Figure(f"outcome-{outcome}", text(outcome.label), cards(entry for entry, found in tried if found is outcome), _OUTCOMES)
    known = [entry for entry, outcome in tried if outcome not in (Outcome.RUNNING, Outcome.UNKNOWN)]
    yield Figure("outcome-known", text(N_("Outcome recorded")), cards(known), _KNOWN)
    yield Figure("outcome-undated", text(N_("Experiments without a date")), cards(records.undated), _UNDATED)
