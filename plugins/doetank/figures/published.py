"""The figures of an edition that were counted in another way than today: they stay as they were published."""

from collections.abc import Iterable
from dataclasses import replace

from ..cards import card_of
from ..edition import Edition, FrozenFigure
from ..library import Library
from .figure import Figure


def as_published(library: Library, figures: Iterable[Figure], edition: Edition) -> tuple[Figure, ...]:
    """Each figure with the records of the edition, where its method is another one now. `library` is that of the edition."""
    kept = {figure.id: figure for figure in edition.figures}
    return tuple(_as_kept(library, figure, kept.get(figure.id)) for figure in figures)


def _as_kept(library: Library, figure: Figure, kept: FrozenFigure | None) -> Figure:
    if kept is None or kept.method == figure.method:
        return figure
    cards = tuple(card_of(library, ref) for ref in kept.records)
    return replace(figure, cards=cards, measure=replace(figure.measure, method=kept.method))
