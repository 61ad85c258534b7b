"""What to look at in Doetanks, experiments and all records: lessons, outcomes and sources that are not there."""

from collections.abc import Iterator
from datetime import date

from ..library import Library
from ..problems import Message, say
from ..records import Experiment
from ..records.choices import Outcome
from ..records.report import Years
from ..relations import story
from ..urls import LISTED
from .items import Item, item
from .period import of_period, until_end

_NOT_ASKED = ("lesson", "post", "discussion", "report")
"""What is asked no source here: of a lesson it is asked with its evidence; what somebody wrote or asked is a source itself."""


def doetanks_without_lessons(library: Library, years: Years) -> Iterator[Item]:
    """Doetanks that began in the period or before it, or nobody knows when."""
    for entry in until_end(library, years, "doetank"):
        if not story(library, entry.ref).lessons:
            yield item(library, entry, (), say("has no lesson yet; ask what the team learned, also if it stopped"))


def experiments_without_outcome(library: Library, years: Years) -> Iterator[Item]:
    """Experiments of the period, of before it and without a date. One that runs has no outcome yet, until it has ended."""
    for entry in until_end(library, years, "experiment"):
        assert isinstance(entry.record, Experiment)
        message = _no_outcome(entry.record, library.site.today)
        if message:
            yield item(library, entry, ("outcome",), message)


def _no_outcome(experiment: Experiment, today: date) -> Message | None:
    if experiment.outcome is Outcome.UNKNOWN:
        return say("the outcome is `unknown`; ask how it came out")
    if experiment.outcome is Outcome.RUNNING and experiment.end and experiment.end.last < today:
        return say("ended in {end}, and its outcome is still `running`", end=experiment.end.iso)
    return None


def without_sources(library: Library, years: Years) -> Iterator[Item]:
    """Records of the period that tell of what others did."""
    types = (name for name in LISTED if name not in _NOT_ASKED)
    for entry in of_period(library, years, *types):
        if not entry.record.sources:
            yield item(library, entry, ("sources",), say("names no source"))
