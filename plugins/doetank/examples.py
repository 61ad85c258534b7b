"""The named examples of each component: data in theme/examples/, read into the values that templates show.

Plain YAML is plain text, numbers, lists and mappings. A tag with a capital is a type of ours: `!Card {...}`,
`!Verdict works`, `!When 2021-05`. A tag without one asks the site for something: `!phase 1` is its first phase,
`!media png` a picture of it, `!address lesson` where its newest lesson stands, `!cards [...]` cards by reference.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from . import urls
from .bodies import Body, Converter
from .bodies.links import Places
from .cards import Card
from .charts import Chart, Row
from .compared import ComparedRow, Comparison
from .counted_page import Measured
from .dates import parse_when
from .dots import Dot, DotChart, DotRow
from .figures import Count, Figure, Measure, VerdictRow
from .form_fields import Question
from .library import Library
from .records import RECORD_TYPES, Doetank, Record
from .records.choices import Choice
from .records.describe import FieldDescription
from .records.fields import Reading, Ref
from .related import Related
from .review import Settler
from .scale import Bar, Tick
from .timeline import Moment, Stretch
from .validation import Value, ValueType
from .ways import DrawnWay, DrawnWays, TeamWay, drawn_way

TERMS = {"phase": "phases", "theme": "themes", "cause": "causes", "role": "roles"}
SHOWN = (
    Bar, Chart, ComparedRow, Comparison, Count, Dot, DotChart, DotRow, DrawnWay, DrawnWays, FieldDescription, Figure, Measure, Measured,
    Moment, Question, Related, Row, Settler, Stretch, TeamWay, Tick, VerdictRow,
)  # fmt: skip
"""Types that are made of what stands in the mapping and nothing else."""

_compose: Callable[..., yaml.Node] = yaml.compose  # type: ignore[assignment]  # an empty file gives None, which no example is
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class BrokenExample(Exception):
    """An example that cannot be made. The message is the file, the line, and what is wrong."""


class NotHere(Exception):
    """The site has no such picture or record, so the example is left out."""


@cache
def read_node(path: Path) -> yaml.Node:
    """A file of examples as it is written, with places."""
    return _compose(path.read_text(encoding="utf-8"), Loader=_LOADER)


@dataclass(frozen=True)
class Values:
    """Makes the values that a file of examples describes, for one site."""

    library: Library
    path: str

    def of(self, node: yaml.Node) -> Any:
        """What stands at a node. Raises BrokenExample, and NotHere for what this site lacks."""
        if isinstance(node, yaml.SequenceNode):
            inner: Any = tuple(self.of(item) for item in node.value)
        elif isinstance(node, yaml.MappingNode):
            inner = {self.of(name): self.of(value) for name, value in node.value}
        else:
            assert isinstance(node, yaml.ScalarNode)  # there is no fourth kind
            inner = node.value if node.tag.startswith("!") else _plain(node)
        return self._tagged(node, inner) if node.tag.startswith("!") else inner

    def _tagged(self, node: yaml.Node, inner: Any) -> object:
        name = node.tag.removeprefix("!")
        try:
            return self._asked(name, inner) if name.islower() else self._typed(name, inner)
        except (TypeError, ValueError, LookupError) as error:
            place = f"{self.path}:{node.start_mark.line + 1}"
            raise BrokenExample(f"{place}: !{name}: {error}") from error

    def _asked(self, name: str, inner: Any) -> object:
        if name in TERMS:
            ids = self.library.vocabulary.ids(TERMS[name])
            return ids[(int(inner) - 1) % len(ids)]  # a site may have fewer than the example counts
        if name == "cards":
            return {card.ref: card for card in inner}
        if name == "media":
            return _first(media for media in sorted(self.library.media) if media.endswith(f".{inner}"))
        if name == "address":
            return _first(entry.url for entry in self.library.all(inner) if not entry.record.is_draft)
        raise LookupError("there is no such tag")

    def _typed(self, name: str, inner: Any) -> object:
        own: Mapping[str, Callable[[Any], object]] = {
            "When": lambda iso: parse_when(iso, self.library.site.zone),
            "Ref": lambda pair: Ref(*pair),
            "Body": _body,
            "Card": lambda told: _card(**told),
            "Way": self._way,
        }
        if name in own:
            return own[name](inner)
        made = _types()[name]
        if issubclass(made, Value):
            return self._value(made, inner)
        make: Callable[..., object] = made
        return make(inner) if issubclass(made, Choice) else make(**inner)

    def _value(self, made: type[ValueType], told: Mapping[str, object]) -> ValueType:
        """A record or a part of one, read as content is."""
        file = {"@id": "voorbeeld", "@path": "", "@site_lang": "nl"} if issubclass(made, Record) else {}
        return made.model_validate({**file, **told}, context=Reading(self.library.vocabulary, self.library.site.zone))

    def _way(self, told: Mapping[str, object]) -> DrawnWay | None:
        """The way of an imagined Doetank: its state and its phases, drawn."""
        rest = {"title": "Team", "summary": "Kort.", "question": "Hoe?", "origin": "unknown", "sources": ({"title": "Bron"},)}
        return drawn_way(self._value(Doetank, {**rest, **told}), self.library.site.today)


@cache
def _types() -> Mapping[str, type]:
    """Every type that a tag may name: choices, records with the values in them, and what outputs make of those."""
    ours = (made for made in (*_below(Choice), *_below(Value)) if made.__module__.startswith(f"{__package__}."))
    return {made.__name__: made for made in (*SHOWN, *ours)}


def _below(parent: type) -> Iterator[type]:
    children: list[type] = parent.__subclasses__()
    for child in children:
        yield child
        yield from _below(child)


def _plain(node: yaml.ScalarNode) -> object:
    """Text, unless it is written without quotes and is a whole number, `true`, `false` or `null`."""
    words = {"true": True, "false": False, "null": None}
    if node.style or not (node.value in words or node.value.isdigit()):
        return node.value
    return words[node.value] if node.value in words else int(node.value)


def _card(type: str, title: str, id: str = "voorbeeld", **told: Any) -> Card:  # noqa: A002 - as the example says it
    """The card of an imagined record; it leads to the list of its type, which every site has."""
    common = {"url": urls.section(type), "kind": RECORD_TYPES[type].label, "language": "nl"}
    return Card(Ref(type, id), title=title, **{**common, **told})


@cache
def _converter() -> Converter:
    return Converter(Places({}, frozenset()))


def _body(text: str) -> Body:
    body, problems = _converter().body(text, "", "", 1, "nl")
    if problems:
        raise ValueError("; ".join(problem.message.text for problem in problems))
    return body


def _first(found: Iterator[str]) -> str:
    for name in found:
        return name
    raise NotHere
