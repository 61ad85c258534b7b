"""Numbers that lead to the records they count: by themselves, and in a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import Formatter

from .. import urls
from ..edition import EarlierFigure
from ..library import Library
from ..records import Report
from ..records.choices import Verdict
from .figure import Figure, Group


@dataclass(frozen=True)
class Count:
    """A number, and the address of the list of records that it counts."""

    number: int
    url: str


Piece = str | Count


@dataclass(frozen=True)
class Counts:
    """The figures of a report under the name of its period, with the address of the page that lists what each of them counts."""

    name: str
    url: str
    figures: tuple[Figure | EarlierFigure, ...]

    def figure(self, name: str) -> Figure | EarlierFigure:
        """One figure by its id. Raises KeyError for one that is not there."""
        for figure in self.figures:
            if figure.id == name:
                return figure
        raise KeyError(name)

    def count(self, name: str) -> Count:
        """The number of a figure, to be shown. Raises KeyError for one that is not there."""
        return self.shown(self.figure(name))

    def shown(self, figure: Figure | EarlierFigure) -> Count:
        """The number of one of these figures."""
        return Count(figure.number, f"{self.url}#count-{figure.id}")


@dataclass(frozen=True)
class VerdictRow:
    """All lessons of a level, a theme or a phase, and beside them those of each verdict."""

    label: str
    total: Count
    verdicts: tuple[Count, ...]


def verdict_rows(counts: Counts, group: Group) -> tuple[VerdictRow, ...]:
    """The rows of a group whose figures come by verdict; also the empty ones."""
    figures = [figure for figure in counts.figures if isinstance(figure, Figure) and figure.group is group]
    size = 1 + len(Verdict)
    rows = (figures[start : start + size] for start in range(0, len(figures), size))
    return tuple(VerdictRow(row[0].label, counts.shown(row[0]), tuple(map(counts.shown, row[1:]))) for row in rows)


def counts_of(library: Library, report: Report, figures: tuple[Figure, ...]) -> Counts:
    """Figures of a report, at the address of its page that tells what was counted."""
    page = urls.record(report.type, report.id, report.site_lang, library.site.language)
    return Counts(report.period.name, urls.counted(page), figures)


def sentence(text: str, **values: Piece) -> tuple[Piece, ...]:
    """A text with its values in their places; numbers in it keep what they count."""
    return tuple(_pieces(text, values))


def plain(pieces: Iterable[Piece]) -> str:
    """The same as one text."""
    return "".join(piece if isinstance(piece, str) else str(piece.number) for piece in pieces)


def _pieces(text: str, values: dict[str, Piece]) -> Iterator[Piece]:
    for literal, name, _, _ in Formatter().parse(text):
        if literal:
            yield literal
        if name is not None:
            yield values[name]
