"""A Doetank's moments fall into the stretches they belong to."""

from zoneinfo import ZoneInfo

from doetank.cards import Card
from doetank.dates import parse_when
from doetank.records.fields import Ref
from doetank.timeline import stretches

from .sites import doetank as doetank_text
from .sites import library_of

PHASES = ("question", "explore", "develop", "experiment", "lessons")


def team(phases, events=()):
    library = library_of({"doetanks/team.md": doetank_text(phases=phases, events=list(events))})
    return library.entry(Ref("doetank", "team")).record


def moment(day, phase=None, title="Bericht"):
    when = parse_when(day, ZoneInfo("UTC")) if day else None
    return Card(Ref("post", title.lower()), f"/blog/{title.lower()}/", title, "Blog", "nl", when=when, phase=phase)


def shown(team, cards):
    """The stretches as text: a line a stretch with what happened in it."""
    found, loose = stretches(team, cards, PHASES)
    lines = [
        f"{stretch.phase}{' again' if stretch.again else ''}: {', '.join(_title(item) for item in stretch.moments)}" for stretch in found
    ]
    return [*lines, "loose: " + ", ".join(_title(item) for item in loose)]


def _title(item):
    return item.card.title if item.card else item.event.title


def test_moments_stand_in_their_phase_by_date():
    doetank = team([{"phase": "question", "start": "2023-01"}, {"phase": "explore", "start": "2023-03"}])
    cards = [moment("2023-04-02", "explore", "Later"), moment("2023-03-10", "explore", "Eerder"), moment("2023-01-05", "question", "Vraag")]
    assert shown(doetank, cards) == ["question: Vraag", "explore: Eerder, Later", "loose: "]


def test_a_team_that_returns_to_a_phase_has_it_twice_in_the_order_it_went():
    doetank = team([
        {"phase": "explore", "start": "2023-01", "end": "2023-02"},
        {"phase": "develop", "start": "2023-03", "end": "2023-04"},
        {"phase": "explore", "start": "2023-05"},
    ])  # fmt: skip
    cards = [moment("2023-06-01", "explore", "Terug"), moment("2023-01-15", "explore", "Eerst")]
    assert shown(doetank, cards) == ["explore: Eerst", "develop: ", "explore again: Terug", "loose: "]


def test_a_moment_without_a_phase_goes_by_its_date():
    doetank = team([{"phase": "explore", "start": "2023-01", "end": "2023-02"}, {"phase": "develop", "start": "2023-03"}])
    assert shown(doetank, [moment("2023-03-20", title="Op datum")]) == ["explore: ", "develop: Op datum", "loose: "]


def test_a_moment_that_fits_nowhere_is_kept_apart():
    doetank = team([{"phase": "explore", "start": "2023-01", "end": "2023-02"}])
    assert shown(doetank, [moment("2022-01-01", title="Vroeg"), moment(None, title="Ergens")]) == ["explore: ", "loose: Vroeg, Ergens"]


def test_a_phase_that_only_a_post_names_is_put_in_the_order_of_the_vocabulary():
    doetank = team([{"phase": "question"}, {"phase": "experiment"}])
    assert shown(doetank, [moment("2023-01-01", "develop", "Schets")]) == ["question: ", "develop: Schets", "experiment: ", "loose: "]


def test_a_moment_outside_the_dates_of_its_phase_stays_in_the_nearest_stretch_before_it():
    doetank = team([{"phase": "explore", "start": "2023-01", "end": "2023-02"}, {"phase": "explore", "start": "2023-06", "end": "2023-07"}])
    assert shown(doetank, [moment("2023-04-01", "explore", "Tussen"), moment("2023-09-01", "explore", "Na")]) == [
        "explore: Tussen",
        "explore again: Na",
        "loose: ",
    ]


def test_events_of_the_team_stand_between_its_posts():
    doetank = team([{"phase": "explore", "start": "2023-01"}], [{"date": "2023-02-01", "title": "Bezoek", "phase": "explore"}])
    cards = [moment("2023-03-01", "explore", "Na"), moment("2023-01-10", "explore", "Voor")]
    assert shown(doetank, cards) == ["explore: Voor, Bezoek, Na", "loose: "]
