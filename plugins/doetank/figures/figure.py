"""A number of a report, with every record it counts, what was counted, and how."""

from dataclasses import dataclass

from ..cards import Card
from ..catalogue import N_, Label
from ..records.choices import Choice


class Group(Choice):
    """Figures that belong together, in the order in which they stand."""

    TOTAL = "total", N_("In total")
    LEVEL = "level", N_("Lessons per level")
    THEME = "theme", N_("Lessons per theme")
    PHASE = "phase", N_("Lessons per phase")
    OUTCOME = "outcome", N_("How the experiments came out")
    PROMISE = "promise", N_("What became of what was recommended and planned before")
    RECOMMENDATION = "recommendation", N_("Earlier recommendations, by status")
    PLAN = "plan", N_("Earlier plans of the network, by status")
    REUSE = "reuse", N_("Lessons used elsewhere")
    CHANGE = "change", N_("What the network changed about itself")
    ROLE = "role", N_("Who took part, by role")
    YEAR = "year", N_("From year to year")


@dataclass(frozen=True)
class Measure:
    """What figures count and how, as a text for the catalogue.

    `method` becomes one more when the way of counting changes: figures of two methods are not compared.
    """

    group: Group
    definition: Label
    method: int = 1


@dataclass(frozen=True)
class Figure:
    """A number and the records it counts; there is no number without them.

    `label` is in the language of the library. A record stands in `cards` as often as it counts: a reflection once for each change.
    """

    id: str
    label: str
    cards: tuple[Card, ...]
    measure: Measure

    @property
    def number(self) -> int:
        return len(self.cards)

    @property
    def method(self) -> int:
        return self.measure.method

    @property
    def group(self) -> Group:
        return self.measure.group
