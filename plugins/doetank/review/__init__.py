"""The review pack of a period: what to look at before its lessons are published, in groups, and who can settle each."""

from dataclasses import dataclass

from ..library import Library
from ..problems import Message
from ..records.report import Years
from .balance import Balance, balance_of, notices
from .groups import Group, groups
from .items import Item
from .settlers import Settler


@dataclass(frozen=True)
class Review:
    """All groups in their order, also the empty ones; how the verdicts are balanced, and what that says."""

    years: Years
    groups: tuple[Group, ...]
    balance: Balance
    notices: tuple[Message, ...]

    @property
    def number(self) -> int:
        """How many things there are to look at."""
        return sum(len(group.items) for group in self.groups)


def review(library: Library, years: Years) -> Review:
    """Look through the records of a period and of before it; a draft is not finished, so nothing is asked of one."""
    published = library.published
    balance = balance_of(published, years)
    return Review(years, groups(published, years), balance, tuple(notices(balance, years)))


__all__ = ["Balance", "Group", "Item", "Review", "Settler", "review"]
