"""Every number of a yearly report is recounted here from the records, by other means."""

from dataclasses import replace
from itertools import groupby

import pytest

from doetank.figures import HEADLINE, MAIN, Group, figures_of
from doetank.pipeline import read_library
from doetank.records.choices import FollowUpStatus, Outcome
from doetank.records.fields import Ref
from doetank.report_values import report_values
from doetank.year_lessons import Rate, year_lessons

from .recount import recount
from .sites import (
    CONTENT,
    EXAMPLE,
    doetank,
    example_library,
    experiment,
    front_matter,
    lesson,
    library_of,
    recommendation,
    reflection,
    report,
    site,
)

REPORTS = [(EXAMPLE, path.stem) for path in sorted((EXAMPLE / "reports").glob("*.md"))] + [
    (CONTENT, path.stem) for path in sorted((CONTENT / "reports").glob("*.md"))
]


@pytest.mark.parametrize(("content", "report_id"), REPORTS, ids=lambda value: value if isinstance(value, str) else value.parent.name)
def test_every_figure_counts_the_records_that_are_there(content, report_id):
    library = example_library() if content == EXAMPLE else read_library(content, site())
    counted = year_lessons(library, library.entry(Ref("report", report_id)).record)
    found = {figure.id: sorted(card.ref.id for card in figure.cards) for figure in counted.figures}
    assert found == recount(content, report_id)
    assert len(found) == len(counted.figures)


@pytest.mark.parametrize(("content", "report_id"), REPORTS, ids=lambda value: value if isinstance(value, str) else value.parent.name)
def test_a_report_needs_nothing_but_what_it_counts_and_what_that_names(content, report_id):
    """A frozen edition has these records and no others, and must show the same."""
    library = example_library() if content == EXAMPLE else read_library(content, site())
    entry = library.entry(Ref("report", report_id))
    counts = {card.ref for figure in figures_of(library, entry.record) for card in figure.cards}
    held = {entry.ref, *counts}.union(*(library.entry(ref).refers_to for ref in (entry.ref, *counts)))
    small = replace(library, every={ref: versions for ref, versions in library.every.items() if ref in held}).speaking("nl")
    assert len(small.entries) < len(library.entries)
    shown = [report_values(told, entry.record, year_lessons(told, entry.record), ()) for told in (small, library)]
    assert shown[0] == shown[1]


def counted(texts, report_id="2024"):
    library = library_of({f"reports/{report_id}.md": report(), "doetanks/team.md": doetank(), **texts})
    return year_lessons(library, library.entry(Ref("report", report_id)).record)


def test_a_lesson_of_another_year_is_not_counted():
    found = counted({"lessons/a.md": lesson(learned="2024-02"), "lessons/b.md": lesson(learned="2023")})
    assert [entry.record.id for entry in found.lessons] == ["a"]


def test_every_level_has_a_place_for_every_verdict_also_when_empty():
    found = counted({"lessons/a.md": lesson(verdict="does-not-work", level="method")})
    sizes = {str(level.level): {str(verdict): len(entries) for verdict, entries in level.verdicts} for level in found.levels}
    empty = {"works": 0, "works-under-conditions": 0, "does-not-work": 0}
    assert sizes == {"issue": empty, "method": {**empty, "does-not-work": 1}, "network": empty}


def test_no_success_rate_is_given_while_more_than_half_is_unknown():
    outcomes = ["worked", "unknown", "unknown"]
    assert counted({f"experiments/e{n}.md": experiment(outcome=o, end="2024") for n, o in enumerate(outcomes)}).rate is None


def test_a_success_rate_counts_only_known_outcomes_and_no_running_ones():
    outcomes = ["worked", "did-not-work", "partly", "unknown", "running"]
    found = counted({f"experiments/e{n}.md": experiment(outcome=o, end="2024") for n, o in enumerate(outcomes)})
    assert found.rate == Rate(worked=1, known=3)


def test_exactly_half_unknown_still_gives_a_rate():
    found = counted({f"experiments/e{n}.md": experiment(outcome=o, end="2024") for n, o in enumerate(["worked", "unknown"])})
    assert found.rate == Rate(1, 1)


def test_without_experiments_there_is_no_rate():
    assert counted({}).rate is None


def test_unknown_outcomes_are_shown_and_never_dropped():
    found = counted({"experiments/e.md": experiment(outcome="unknown", end="2024")})
    assert [(str(outcome), len(entries)) for outcome, entries in found.outcomes if entries] == [("unknown", 1)]
    assert [outcome for outcome, _ in found.outcomes] == list(Outcome)


def test_an_experiment_without_a_date_is_named_and_not_counted():
    found = counted({"experiments/e.md": experiment()})
    assert [entry.record.id for entry in found.undated_experiments] == ["e"]
    assert all(not entries for _, entries in found.outcomes)


def test_an_experiment_counts_in_the_year_it_ended():
    found = counted({"experiments/e.md": experiment(start="2023-11", end="2024-02")})
    assert sum(len(entries) for _, entries in found.outcomes) == 1


def test_a_doetank_counts_in_every_year_between_its_first_and_last_date():
    texts = {"doetanks/team.md": doetank(phases=[{"phase": "question", "start": "2022"}, {"phase": "explore", "end": "2024-03"}])}
    assert numbers(texts)["doetanks"] == 1


def test_a_phase_that_was_only_planned_does_not_make_a_doetank_count():
    texts = {
        "doetanks/team.md": doetank(
            phases=[{"phase": "question", "start": "2022", "end": "2022"}, {"phase": "explore", "start": "2024", "planned": True}]
        )
    }
    assert numbers(texts)["doetanks"] == 0


def numbers(texts, report_id="2024"):
    return {figure.id: figure.number for figure in counted(texts, report_id).figures}


def use(date, result="worked"):
    return {"organisation": "dienst", "date": date, "result": result, "note": "Het lukte."}


ORGANISATION = {"organisations/dienst.md": front_matter(title="Dienst", tier="municipality")}


def test_a_use_of_after_the_period_was_not_known_yet():
    texts = {**ORGANISATION, "lessons/a.md": lesson(reuse=[use("2025-01-01")])}
    found = numbers(texts)
    assert (found["reuse"], found["unused"]) == (0, 1)
    assert [entry.record.reuse for entry in counted(texts).lessons] == [()]


def test_a_lesson_counts_in_each_result_and_once_as_used():
    texts = {**ORGANISATION, "lessons/a.md": lesson(learned="2021", reuse=[use("2024-02"), use("2024-03", "partly"), use("2023-01")])}
    found = numbers(texts)
    assert (found["reuse"], found["reuse-worked"], found["reuse-partly"], found["unused"]) == (1, 1, 1, 0)
    assert [(entry.record.id, use.date.iso) for entry, use in counted(texts).uses] == [("a", "2024-02"), ("a", "2024-03")]


def test_an_answer_of_after_the_period_was_not_known_yet():
    steps = [{"date": date, "status": status, "note": "Ja."} for date, status in (("2024-05", "taken-up"), ("2025-01", "implemented"))]
    texts = {"lessons/les.md": lesson(), "recommendations/r.md": recommendation(made="2024-03", follow_up=steps)}
    (found,) = counted(texts).recommendations
    assert found.record.latest.status is FollowUpStatus.TAKEN_UP


def test_a_change_has_the_status_that_was_known_at_the_end_of_the_period():
    steps = [{"date": date, "status": status, "note": "Ja."} for date, status in (("2024-05", "reverted"), ("2025-01", "done"))]
    texts = {"reflections/r.md": reflection(date="2024-01", changes=[{"what": "Een bord.", "status": "planned", "follow_up": steps}])}
    found = {name: number for name, number in numbers(texts).items() if name.startswith("changes") and number}
    assert found == {"changes": 1, "changes-network": 1, "changes-network-reverted": 1}


def test_what_became_of_earlier_promises_is_one_of_three():
    answers = {"stil": [], "klaar": ["2023-12"], "gezegd": ["2024-02"]}
    follow_up = {name: [{"date": date, "status": "rejected", "note": "Nee."} for date in dates] for name, dates in answers.items()}
    made = {f"recommendations/{name}.md": recommendation(made="2023", follow_up=steps) for name, steps in follow_up.items()}
    found = numbers({"lessons/les.md": lesson(), **made})
    assert [found[f"promises{which}"] for which in ("", "-answered", "-settled", "-unanswered")] == [3, 1, 1, 1]
    assert (found["recommendation-rejected"], found["recommendation-silent"]) == (2, 1)


def test_five_figures_matter_and_each_says_what_was_counted():
    found = counted({"lessons/a.md": lesson()})
    assert [figure.id for figure in found.headline] == list(HEADLINE)
    assert len(HEADLINE) == 5
    assert all(figure.measure.definition.endswith(".") and figure.measure.method == 1 for figure in found.figures)


def test_figures_of_one_group_stand_together():
    groups = [figure.group for figure in counted({}).figures]
    assert [group for group, _ in groupby(groups)] == [group for group in Group if group is not Group.YEAR]


def test_a_report_of_several_years_has_the_main_figures_of_each():
    library = library_of({"lessons/a.md": lesson(learned="2023"), "reports/2023-2024.md": report(period={"from": "2023", "to": "2024"})})
    found = year_lessons(library, library.entry(Ref("report", "2023-2024")).record)
    names = [figure.id for figure in found.group(Group.YEAR)]
    assert names == [f"year-{year}-{name}" for year in (2023, 2024) for name in MAIN]
    assert (found.figure("year-2023-lessons").number, found.figure("year-2024-lessons").number) == (1, 0)


def test_a_level_without_a_score_is_not_recorded():
    given = [{"level": "method", "score": "worse", "because": "Minder tijd."}]
    library = library_of({"reports/2024.md": report(change_scores=given)})
    found = year_lessons(library, library.entry(Ref("report", "2024")).record).levels
    assert [(str(level.score.score), level.score.because) for level in found] == [
        ("unknown", "unknown"),
        ("worse", "Minder tijd."),
        ("unknown", "unknown"),
    ]
