"""A record without the people in it: an edition keeps roles only, so that a name that is withdrawn is gone everywhere."""

from ..records import Record
from ..records.values import Contributor


def nameless(record: Record) -> Record:
    """The record with everybody who took part told by role and organisation."""
    changed = {name: tuple(map(_role, value)) for name, value in vars(record).items() if isinstance(value, tuple) and _people(value)}
    return record.model_copy(update=changed) if changed else record


def _people(value: tuple[object, ...]) -> bool:
    return any(isinstance(item, Contributor) for item in value)


def _role(contributor: Contributor) -> Contributor:
    return contributor.model_copy(update={"person": None, "name": None, "consent": None})
