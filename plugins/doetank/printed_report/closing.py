"""How a printed report can be checked: what every number counts, the sources, the corrections, and where its data are."""

from collections.abc import Iterator

from ..paper.document import Block, Blocks, Definitions, Heading, Items, Link, Paragraph
from ..records.values import Source
from ..urls import CC_BY
from .telling import Telling, paragraph, section


def counted_records(telling: Telling) -> Blocks:
    """Every number with the records it counts."""
    return section(1, telling.words.gettext("What was counted"), tuple(_counted(telling)))


def sources(telling: Telling) -> Blocks:
    """Where the facts come from."""
    listed = tuple((Paragraph((*telling.source(source), *_dates(telling, source))),) for source in telling.counted.sources)
    title = telling.words.gettext("Sources of the lessons, recommendations and reflections")
    return section(1, title, (Items(listed, start=1),) if listed else ())


def corrections(telling: Telling) -> Blocks:
    """What was wrong when it was published."""
    told = tuple(((telling.date(erratum.date),), (Paragraph(telling.text(erratum.text)),)) for erratum in telling.report.errata)
    return section(1, telling.words.gettext("Corrections"), (Definitions(told),) if told else ())


def about_this_edition(telling: Telling) -> Blocks:
    """Where the page and the data are, and how to see that they are the same."""
    words = telling.words
    told = (
        (words.gettext("On the site"), (Paragraph((Link(telling.address, (telling.address,)),)),)),
        (words.gettext("Data"), (paragraph(words.gettext("The lessons as a table and all numbers as data are attached to this file.")),)),
        (words.gettext("Fingerprint of the data (SHA-256)"), (paragraph(telling.shown.stamp),)),
        (words.gettext("Licence"), (paragraph(_licence(telling.report.license)),)),
    )
    return section(1, words.gettext("About this edition"), (Definitions(tuple(((name,), blocks) for name, blocks in told)),))


def _licence(name: str) -> Link:
    """An SPDX id or an address."""
    if name == "CC-BY-4.0":
        return Link(CC_BY, ("CC BY 4.0",))
    return Link(name if name.startswith("http") else f"https://spdx.org/licenses/{name}.html", (name,))


def _counted(telling: Telling) -> Iterator[Block]:
    yield paragraph(telling.words.gettext("Every number in this report counts records on this site. Here are all of them."))
    for figure in telling.counted.figures:
        yield Heading(2, (f"{telling.label(figure.label)}: {telling.number(figure.number)}",), listed=False)
        listed = tuple((Paragraph(telling.link(card)),) for card in figure.cards)
        yield Items(listed, start=1) if listed else paragraph(telling.words.gettext("None recorded."))


def _dates(telling: Telling, source: Source) -> tuple[str, ...]:
    told = [telling.date(source.date)] if source.date else []
    told += [f"{telling.words.gettext('read on')} {telling.date(source.accessed)}"] if source.accessed else []
    return (f", {', '.join(told)}",) if told else ()
