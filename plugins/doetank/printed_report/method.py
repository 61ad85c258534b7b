"""How a printed report was counted: what each figure counts, with its records by their numbers in one list at the end."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from ..cards import Card
from ..counted_page import Measured, measured_groups
from ..figures import Figure, Group
from ..paper.document import Block, Blocks, Heading, Items, Paragraph
from ..records.fields import Ref
from .telling import Telling, paragraph, section

Numbers = Mapping[tuple[Ref, str], int]
"""Of each record in the list: a change of the network stands in it by itself, under its own title."""


def how_counted(telling: Telling) -> Blocks:
    """The method, and every figure that found something. A record that many figures count is written out once."""
    cards = {(card.ref, card.title): card for figure in telling.counted.figures for card in figure.cards}
    numbers = {key: number for number, key in enumerate(cards, start=1)}
    told = tuple(block for group, measured in measured_groups(telling.counted) for block in _group(telling, group, measured, numbers))
    return section(1, telling.words.gettext("How it was counted"), (*_method(telling), *told, *_records(telling, cards.values())))


def _method(telling: Telling) -> Iterator[Block]:
    words, year = telling.words, telling.report.period.end
    known = words.gettext(
        "A report counts the records on this site and nothing else, as they were known on the last day of {year}: "
        "what was answered, used or changed later is not part of it."
    )
    unknown = words.gettext("A record that says unknown is counted as not recorded, and never guessed.")
    yield paragraph(known.format(year=year), " ", unknown)
    yield paragraph(
        words.gettext(
            "A way of counting has a number. When it changes, that number does too, and figures that were counted in different ways "
            "are not compared."
        )
    )
    yield paragraph(
        words.gettext(
            "Behind each number stand the places of its records in the list at the end of this part. "
            "A number of zero is left out where others were counted in the same way."
        )
    )


def _group(telling: Telling, group: Group, measured: Iterable[Measured], numbers: Numbers) -> Iterator[Block]:
    yield Heading(2, (telling.label(group.label),), listed=False)
    if group is Group.YEAR:
        yield from _each_year(telling, [figure for measure in measured for figure in measure.found], numbers)
    else:
        for measure in measured:
            yield from _measured(telling, measure, numbers)


def _each_year(telling: Telling, found: Iterable[Figure], numbers: Numbers) -> Iterator[Block]:
    words, listed = telling.words, tuple((_figure(telling, figure, numbers),) for figure in found)
    yield Paragraph((words.gettext("Each year by itself, counted in the same way as the years together."),), kept=bool(listed))
    yield Items(listed) if listed else paragraph(words.gettext("None recorded."))


def _measured(telling: Telling, measured: Measured, numbers: Numbers) -> Iterator[Block]:
    words, measure = telling.words, measured.measure
    told = f"{telling.label(measure.definition)} {words.gettext('Way of counting: {n}.').format(n=measure.method)}"
    if measured.found:
        yield Paragraph((told,), kept=True)
        yield Items(tuple((_figure(telling, figure, numbers),) for figure in measured.found))
    else:
        nothing = ", ".join(figure.label for figure in measured.empty)
        yield paragraph(f"{told} {words.gettext('None recorded:')} {nothing}.")


def _figure(telling: Telling, figure: Figure, numbers: Numbers) -> Paragraph:
    places = sorted(numbers[card.ref, card.title] for card in figure.cards)
    return paragraph(f"{figure.label}: ", telling.count(telling.counted.counts.shown(figure)), f" ({runs(places)})")


def runs(numbers: list[int]) -> str:
    """Numbers that follow on each other are told by the first and the last of them."""
    starts = [numbers[0], *(after for before, after in pairwise(numbers) if after != before + 1)]
    ends = [*(before for before, after in pairwise(numbers) if after != before + 1), numbers[-1]]
    return ", ".join(str(start) if start == end else f"{start}–{end}" for start, end in zip(starts, ends, strict=True))


def _records(telling: Telling, cards: Iterable[Card]) -> Blocks:
    listed = tuple((Paragraph((*telling.link(card), f" ({_kind(telling, card)})")),) for card in cards)
    return section(2, telling.words.gettext("The records that were counted"), (Items(listed, start=1),) if listed else ())


def _kind(telling: Telling, card: Card) -> str:
    kind = telling.label(card.kind)
    return f"{kind}, {telling.date(card.when)}" if card.when else kind
