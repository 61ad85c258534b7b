"""Every number of a yearly report is recounted here from the records, by other means."""

import re
from pathlib import Path

import pytest
import yaml

from doetank.pipeline import read_library
from doetank.records.choices import Outcome, Verdict
from doetank.records.fields import Ref
from doetank.year_lessons import Rate, year_lessons

from .sites import CONTENT, EXAMPLE, doetank, example_library, experiment, lesson, library_of, report, site


def raw_records(content: Path, folder: str):
    """The front matter of each Dutch file in a folder, read without any code of ours."""
    for path in sorted((content / folder).rglob("*.md")):
        text = path.read_text(encoding="utf-8-sig").lstrip()
        written = re.split(r"^---\s*$", text, flags=re.MULTILINE)[1]
        fields = yaml.load(written, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes text of everything
        if not path.name.endswith(".en.md") and fields.get("status", "published") != "retired":
            yield path.stem, fields


def years_of(report_id):
    first, _, last = report_id.partition("-")
    return range(int(first), int(last or first) + 1)


def dated_in(content, folder, field, report_id):
    return {
        name
        for name, fields in raw_records(content, folder)
        if str(fields.get(field, ""))[:4].isdigit() and int(str(fields[field])[:4]) in years_of(report_id)
    }


REPORTS = [(EXAMPLE, path.stem) for path in sorted((EXAMPLE / "reports").glob("*.md"))] + [
    (CONTENT, path.stem) for path in sorted((CONTENT / "reports").glob("*.md"))
]


@pytest.mark.parametrize(("content", "report_id"), REPORTS, ids=lambda value: value if isinstance(value, str) else value.parent.name)
def test_every_figure_counts_the_records_that_are_there(content, report_id):
    library = example_library() if content == EXAMPLE else read_library(content, site())
    counted = year_lessons(library, library.entry(Ref("report", report_id)).record)
    found = {figure.id: {card.ref.id for card in figure.cards} for figure in counted.figures}
    assert found["lessons"] == dated_in(content, "lessons", "learned", report_id)
    assert found["recommendations"] == dated_in(content, "recommendations", "made", report_id)
    assert found["posts"] == dated_in(content, "posts", "date", report_id) | dated_english(content, "posts", "date", report_id)
    assert found["reflections"] == dated_in(content, "reflections", "date", report_id)
    for verdict in Verdict:
        assert found[f"lessons-{verdict}"] == {
            name for name, fields in raw_records(content, "lessons") if fields["verdict"] == verdict and name in found["lessons"]
        }
    held = dated_in(content, "cafes", "date", report_id) | dated_in(content, "cafes", "start", report_id)
    cancelled = {name for name, fields in raw_records(content, "cafes") if fields.get("cancelled") == "true"}
    assert found["cafes"] == held - cancelled
    experiments = {
        name for name, fields in raw_records(content, "experiments")
        if (ended := fields.get("end") or fields.get("start")) and int(ended[:4]) in years_of(report_id)
    }  # fmt: skip
    assert found["experiments"] == experiments
    assert sum(len(entries) for _, entries in counted.outcomes) == len(experiments)


def dated_english(content, folder, field, report_id):
    """Records that exist in English only count too."""
    only = (path for path in (content / folder).rglob("*.en.md") if not path.with_name(path.name.replace(".en.md", ".md")).exists())
    return {
        path.name.removesuffix(".en.md")
        for path in only
        if int(re.search(rf"^{field}: *(\d{{4}})", path.read_text(), re.MULTILINE)[1]) in years_of(report_id)
    }


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
    assert next(figure for figure in counted(texts).figures if figure.id == "doetanks").number == 1


def test_a_phase_that_was_only_planned_does_not_make_a_doetank_count():
    texts = {
        "doetanks/team.md": doetank(
            phases=[{"phase": "question", "start": "2022", "end": "2022"}, {"phase": "explore", "start": "2024", "planned": True}]
        )
    }
    assert next(figure for figure in counted(texts).figures if figure.id == "doetanks").number == 0
