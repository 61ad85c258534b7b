"""What a printed report ends with: the sources, the corrections, whose it is, and where its data are."""

from collections.abc import Iterator

from ..cards import card_of
from ..paper.document import Block, Blocks, Code, Content, Definitions, Items, Link, Paragraph
from ..records.report import Erratum
from ..records.values import Contributor, Source
from ..urls import CC_BY
from .telling import Telling, Told, paragraph, section


def sources_counted(telling: Telling) -> Blocks:
    """Where the facts come from that the report tells."""
    title = telling.words.gettext("Sources of the lessons, recommendations and reflections")
    return _sources(telling, title, telling.counted.sources)


def see_also(telling: Telling) -> Blocks:
    """Things elsewhere that a reader may want."""
    listed = tuple((paragraph(Link(link.url, (link.title,))),) for link in telling.report.links)
    return section(1, telling.words.gettext("See also"), (Items(listed),) if listed else ())


def own_sources(telling: Telling) -> Blocks:
    """Where the facts come from that its makers tell before the rest."""
    return _sources(telling, telling.words.gettext("Sources"), telling.report.sources)


def corrections(telling: Telling) -> Blocks:
    """What was wrong when it was published."""
    told = tuple(((telling.date(erratum.date),), tuple(_correction(telling, erratum))) for erratum in telling.report.errata)
    return section(1, telling.words.gettext("Corrections"), (Definitions(told),) if told else ())


def about_this_edition(telling: Telling) -> Blocks:
    """Whether it can change, who made it, where the page and the data are, and how to see that they are the same."""
    words = telling.words
    kept = words.gettext(
        "This is an edition: its numbers and texts stay as they were published, and what was corrected since is told in the report."
    )
    told = (Definitions(tuple(_about(telling))),)
    return section(1, words.gettext("About this edition"), (paragraph(kept), *told) if telling.shown.frozen else told)


def _about(telling: Telling) -> Iterator[Told]:
    words, report = telling.words, telling.report
    if report.released:
        yield (words.gettext("Published on"),), (paragraph(telling.date(report.released)),)
    if report.contributors:
        yield (words.gettext("Contributors"),), (Items(tuple((Paragraph(_who(telling, one)),) for one in report.contributors)),)
    yield (words.gettext("On the site"),), (paragraph(Link(telling.address, (telling.address,))),)
    yield (words.gettext("Data"),), (paragraph(words.gettext("The lessons as a table and all numbers as data are attached to this file.")),)
    stamp = words.gettext("The page, the data and this file have one stamp: what carries it was made of one set of data.")
    yield (words.gettext("Stamp"),), (paragraph(Code(telling.shown.stamp)), paragraph(stamp))
    yield (words.gettext("Licence"),), (paragraph(_licence(report.license)),)


def _who(telling: Telling, one: Contributor) -> Content:
    """A role, and a name only where there is consent; with the organisation."""
    role = telling.library.vocabulary.term("roles", one.role).label.text(telling.library.language)
    name = telling.link(card_of(telling.library, one.person)) if one.person else (one.name,) if one.name else ()
    beside = (", ", *telling.link(card_of(telling.library, one.organisation))) if one.organisation else ()
    return (*((*name, f", {telling.word(role)}") if name else (role,)), *beside)


def _correction(telling: Telling, erratum: Erratum) -> Iterator[Block]:
    yield Paragraph(telling.text(erratum.text))
    if erratum.about:
        about = telling.links(card_of(telling.library, ref) for ref in erratum.about)
        yield Paragraph((f"{telling.words.gettext('About')}: ", *about))


def _licence(name: str) -> Link:
    """An SPDX id or an address."""
    if name == "CC-BY-4.0":
        return Link(CC_BY, ("CC BY 4.0",))
    return Link(name if name.startswith("http") else f"https://spdx.org/licenses/{name}.html", (name,))


def _sources(telling: Telling, title: str, found: tuple[Source, ...]) -> Blocks:
    listed = tuple((Paragraph((*telling.source(source), *_dates(telling, source))),) for source in found)
    return section(1, title, (Items(listed, start=1),) if listed else ())


def _dates(telling: Telling, source: Source) -> tuple[str, ...]:
    told = [telling.date(source.date)] if source.date else []
    told += [f"{telling.words.gettext('read on')} {telling.date(source.accessed)}"] if source.accessed else []
    return (f", {', '.join(told)}",) if told else ()
