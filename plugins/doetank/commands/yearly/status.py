"""`report status`: the review pack of a period, for who can settle what is open, whether there is a report yet or not."""

from ...review import review
from .pack import PACKS
from .work import Work


def run(work: Work) -> int:
    """Print it. Raises ContentError for a period without records."""
    work.refuse_empty()
    work.say(PACKS[work.form](review(work.library, work.years), work))
    return 0
