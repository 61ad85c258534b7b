"""A document to print, without saying how: what stands on the cover, and blocks of text, tables and charts after it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ..scale import Bar, Tick

Style = Literal["strong", "emph", "strike", "underline", "highlight", "sub", "super"]


@dataclass(frozen=True)
class Styled:
    """Words that stand out, or above or below the line."""

    style: Style
    content: "Content"


@dataclass(frozen=True)
class Code:
    """What was typed, or is to be typed."""

    text: str


@dataclass(frozen=True)
class Link:
    """The address is a whole one: on paper nothing is relative."""

    address: str
    content: "Content"


@dataclass(frozen=True)
class Foreign:
    """Words in another language than what stands around them."""

    language: str
    content: "Content"


@dataclass(frozen=True)
class Footnote:
    content: "Content"


@dataclass(frozen=True)
class Mark:
    """How something came out: a shape and a word, for success and failure alike."""

    shape: str
    label: str


@dataclass(frozen=True)
class Break:
    """A new line in a paragraph."""


Inline = str | Styled | Code | Link | Foreign | Footnote | Mark | Break
Content = tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    """The first level is 1; a document's title is none. The contents list those of the first two levels that are `listed`."""

    level: int
    content: Content
    listed: bool = True


@dataclass(frozen=True)
class Paragraph:
    """One that is `kept` stands on the page of what follows it."""

    content: Content
    kept: bool = False


@dataclass(frozen=True)
class Items:
    """A list. `start` is the first number; a list without one has bullets."""

    items: tuple["Blocks", ...]
    start: int | None = None


@dataclass(frozen=True)
class Definitions:
    """What is explained, or a date, with what is said of it."""

    items: tuple[tuple[Content, "Blocks"], ...]


@dataclass(frozen=True)
class Quotation:
    blocks: "Blocks"


@dataclass(frozen=True)
class Listing:
    """Lines of code."""

    text: str


@dataclass(frozen=True)
class Aside:
    """What is set apart: an advice, a warning, what a reader may skip."""

    title: Content
    blocks: "Blocks"


@dataclass(frozen=True)
class InLanguage:
    """Blocks in another language than the document."""

    language: str
    blocks: "Blocks"


@dataclass(frozen=True)
class Rule:
    """A line between two parts of a text."""


@dataclass(frozen=True)
class Table:
    """Rows of as many cells as `head` has; `numbers` are the columns that are set to the right. Without `head` no cell is a header."""

    head: tuple[Content, ...]
    rows: tuple[tuple[Content, ...], ...]
    caption: Content = ()
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Numbers:
    """Large numbers, each with what it counts."""

    items: tuple[tuple[Content, str], ...]


@dataclass(frozen=True)
class ChartRow:
    """One bar: what it counts, its numbers in words, and its pieces in percent of the width."""

    label: str
    numbers: str
    pieces: tuple[Bar, ...]


@dataclass(frozen=True)
class BarChart:
    """Bars from zero. `legend` are (fill, label); `alternative` tells all that can be seen."""

    headline: str
    measure: str
    legend: tuple[tuple[str, str], ...]
    rows: tuple[ChartRow, ...]
    ticks: tuple[Tick, ...]
    alternative: str


Block = Heading | Paragraph | Items | Definitions | Quotation | Listing | Aside | InLanguage | Rule | Table | Numbers | BarChart
Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Cover:
    """The first page: whose it is, the years, and what stands at its foot. Title and lead are those of the document."""

    publisher: str
    years: str
    foot: Content


@dataclass(frozen=True)
class Document:
    """`dated` is the day that the file gives as its own: no clock is read. `contents` is the heading of the list of contents.

    Raises ValueError without a title or a language: nobody else notices that a language is missing.
    """

    title: str
    language: str
    description: str
    keywords: tuple[str, ...]
    dated: date
    cover: Cover
    contents: str
    blocks: Blocks

    def __post_init__(self) -> None:
        if not self.title.strip() or not self.language.strip():
            raise ValueError("a document has a title and a language")


class NotPrinted(Exception):
    """A document cannot be printed with the template of the theme. The message is its title, and why not."""


@dataclass(frozen=True)
class Attachment:
    """A file inside the PDF. `relationship` says what it is to the document: `data` for what the document tells of."""

    name: str
    content: bytes
    mime: str
    description: str
    relationship: Literal["source", "data", "alternative", "supplement"] = "data"
