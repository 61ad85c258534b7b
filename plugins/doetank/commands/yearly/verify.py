"""Proof that an edition is what it was: counted again from its own records, and laid beside what they say today."""

from ...catalogue import N_
from ...editions.later import Later, later_changes
from ...problems import say
from .work import Work, refuse


def run(work: Work) -> int:
    """Tell what was proved. Reading the content did the proving: raises ContentError when the edition is not as it was made."""
    report = work.report
    edition = work.library.editions.get(report.ref)
    if edition is None:
        refuse(report.record.path, say("this report has no edition; make it with `report freeze {name}`", name=work.name))
    words = work.words
    work.say(
        words.gettext("{file}: the checksum fits, and so does the digest of each of its {n} records").format(
            file=edition.path, n=len(edition.snapshots)
        )
    )
    counted = len(edition.figures)
    work.say(words.gettext("{n} figures were counted again from these records, and are the same").format(n=counted))
    work.say(words.gettext("Stamp: {stamp}").format(stamp=edition.stamp))
    work.say(
        words.gettext("Made with: {names}").format(names=", ".join(f"{name} {version}" for name, version in edition.made_with.items()))
    )
    for later in later_changes(work.published, edition):
        work.say(words.gettext(_since(later)).format(record=later.ref))
    return 0


def _since(later: Later) -> str:
    if later.what == "new":
        told = N_("{record} came later, and is not counted; an erratum says so")
        return told if later.told else N_("{record} came later, and is not counted; no erratum says so yet")
    return N_("{record} was changed later; an erratum says so, and the edition shows it as it was")
