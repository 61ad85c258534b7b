"""What a printed report begins with: its numbers, and what its makers say before the rest."""

from ..charts import share_chart, year_chart
from ..paper.document import Blocks, Heading, InLanguage, Numbers
from ..paper.html_blocks import body_blocks
from .charted import charts
from .telling import Telling, section

MATTER = ("doetanks", "experiments", "lessons", "recommendations", "cafes")
"""The five figures that stand large; the rest is under what was counted."""


def in_numbers(telling: Telling) -> Blocks:
    """Five figures, and the lessons as a whole."""
    counted, language = telling.counted, telling.library.language
    figures = {figure.id: figure for figure in counted.figures}
    large = Numbers(tuple((telling.number(figures[name].number), telling.label(figures[name].label)) for name in MATTER))
    drawn = charts(telling, share_chart(counted, language), year_chart(telling.library, counted, language))
    return section(1, telling.words.gettext("In numbers"), (large, *drawn))


def preface(telling: Telling) -> Blocks:
    """The text of the report itself; one that begins with a heading of its own needs no other."""
    html, language = telling.entry.body.html, telling.report.lang
    blocks = body_blocks(html, telling.address, top=1)
    if not blocks or not isinstance(blocks[0], Heading):
        blocks = section(1, telling.words.gettext("Preface"), body_blocks(html, telling.address))
    return (InLanguage(language, blocks),) if blocks and language != telling.library.language else blocks
