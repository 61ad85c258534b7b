"""What a printed report begins with: its numbers, and what its makers say before the rest."""

from ..charts import share_chart, year_chart
from ..paper.document import Blocks, Heading, InLanguage, Numbers
from ..paper.html_blocks import body_blocks
from .charted import charts
from .telling import Telling, section


def in_numbers(telling: Telling) -> Blocks:
    """Five figures, and the lessons as a whole."""
    counted, language = telling.counted, telling.library.language
    large = Numbers(tuple((telling.number(figure.number), figure.label) for figure in counted.headline))
    drawn = charts(telling, share_chart(counted, language), year_chart(counted, telling.before, language))
    return section(1, telling.words.gettext("In numbers"), (large, *drawn))


def preface(telling: Telling) -> Blocks:
    """The text of the report itself; one that begins with a heading of its own needs no other."""
    html, language = telling.shown.entry.body.html, telling.report.lang
    blocks = body_blocks(html, telling.address, top=1)
    if not blocks or not isinstance(blocks[0], Heading):
        blocks = section(1, telling.words.gettext("Preface"), body_blocks(html, telling.address))
    return (InLanguage(language, blocks),) if blocks and language != telling.library.language else blocks
