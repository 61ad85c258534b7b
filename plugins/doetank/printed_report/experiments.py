"""The experiments of a printed report by outcome, also those of which nobody wrote it down."""

from collections.abc import Iterator

from ..cards import cards
from ..charts import outcome_chart
from ..paper.document import Block, Blocks, Items, Paragraph, Table
from .charted import charts
from .telling import Telling, paragraph, section


def experiments(telling: Telling) -> Blocks:
    """A chart, a table with every outcome, and what has no date."""
    return section(1, telling.words.gettext("How the experiments came out"), tuple(_told(telling)))


def _told(telling: Telling) -> Iterator[Block]:
    counted, words = telling.counted, telling.words
    yield from charts(telling, outcome_chart(counted, telling.library.language))
    if counted.rate_withheld:
        yield paragraph(words.gettext("No share is given here: the outcome of more than half of the experiments is not recorded."))
    yield Table(
        head=((words.gettext("Outcome"),), (words.gettext("Number"),), (words.gettext("Experiments"),)),
        rows=tuple(
            ((telling.mark(outcome),), (telling.count(counted.count(f"outcome-{outcome}")),), telling.links(cards(entries)))
            for outcome, entries in counted.outcomes
        ),
        caption=(words.gettext("Experiments and their outcomes"),),
        numbers=(1,),
    )
    undated = counted.undated_experiments
    if undated:
        told = words.gettext("Without a date, and so counted in no year:")
        yield Paragraph((f"{told} ", telling.count(counted.count("outcome-undated"))), kept=True)
        yield Items(tuple((Paragraph(telling.link(card)),) for card in cards(undated)))
