"""The data of a report and their codebook: they agree both ways, and say what was known at the end of the period."""

import csv
import io
import json

import pytest

from .sites import example_file, example_library

REPORTS = ("2022", "2023", "2024", "2021-2024")


def table(report_id, name):
    return list(csv.DictReader(io.StringIO(example_file(f"/jaarlessen/{report_id}/{name}").decode("utf-8-sig"))))


def data(report_id):
    return json.loads(example_file(f"/jaarlessen/{report_id}/lessen.json"))


def keys_of(value, inside=""):
    """Every key of the data, a key of a group after that group; texts in two languages are one key."""
    if isinstance(value, list):
        return set().union(*(keys_of(item, inside) for item in value), set())
    if not isinstance(value, dict) or value.keys() == {"nl", "en"}:
        return set()
    named = {f"{inside}{key}": item for key, item in value.items()}
    return set(named).union(*(keys_of(item, f"{key}.") for key, item in named.items()))


def described(report_id, part):
    return [row["name"] for row in table(report_id, "codeboek.csv") if row["part"] == part]


@pytest.mark.parametrize("report_id", REPORTS)
def test_the_codebook_tells_every_column_key_and_figure_and_no_other(report_id):
    assert described(report_id, "lessen.csv") == list(table(report_id, "lessen.csv")[0])
    assert described(report_id, "figure") == [figure["id"] for figure in data(report_id)["figures"]]
    told = described(report_id, "lessen.json")
    assert len(told) == len(set(told))
    found = keys_of(data(report_id))
    assert found <= set(told)
    empty = {name for name in ("promises", "errata") if not data(report_id)[name]}
    assert {name for name in set(told) - found if name.partition(".")[0] not in empty} == set()


@pytest.mark.parametrize("report_id", REPORTS)
def test_every_coded_value_of_the_data_is_in_the_codebook(report_id):
    for row in table(report_id, "codeboek.csv"):
        known = {value.partition(" = ")[0] for value in row["values"].split("; ")}
        if row["values"] and row["part"] == "lessen.csv":
            used = {value for lesson in table(report_id, "lessen.csv") for value in lesson[row["name"]].split("; ") if value}
            assert used <= known, row["name"]
    figures = {row["name"]: row for row in table(report_id, "codeboek.csv") if row["part"] == "figure"}
    for figure in data(report_id)["figures"]:
        row = figures[figure["id"]]
        assert (row["label_nl"], row["label_en"]) == (figure["label"]["nl"], figure["label"]["en"])
        assert (row["meaning_nl"], row["meaning_en"]) == (figure["definition"]["nl"], figure["definition"]["en"])


def test_the_codebook_speaks_dutch_and_english():
    rows = {(row["part"], row["name"]): row for row in table("2024", "codeboek.csv")}
    verdict = rows["lessen.csv", "verdict"]
    assert (verdict["label_nl"], verdict["label_en"]) == ("Oordeel", "Verdict")
    assert verdict["values"].split("; ")[0] == "works = Werkt / Works"
    assert (verdict["type_nl"], verdict["required"], verdict["many"]) == ("een van deze waarden", "true", "false")
    first = example_library().vocabulary.phases[0]
    assert rows["lessen.csv", "phase"]["values"].startswith(f"{first.id} = {first.label.nl} / {first.label.en}; ")
    assert rows["figure", "level-issue-works"]["label_en"] == "About the issue: Works"


def test_a_figure_comes_with_all_that_is_told_of_it():
    figure = next(figure for figure in data("2024")["figures"] if figure["id"] == "promises-unanswered")
    assert figure == {
        "id": "promises-unanswered",
        "group": "promise",
        "label": {"nl": "Niet beantwoord", "en": "Not answered"},
        "definition": {
            "nl": "Wat nog openstond, en waarover in deze periode niets is vastgelegd.",
            "en": "Those of which nothing was recorded in this period, and that were not done or turned down before.",
        },
        "method": 1,
        "number": 1,
        "records": ["recommendation:eerst-aanbellen"],
    }


def test_promises_scores_and_corrections_are_in_the_data():
    found = data("2024")
    promises = {(promise["record"], promise["what"]): promise for promise in found["promises"]}
    planned = promises["reflection:2022-12-doetanks", "Elk team zet een stopgesprek in de agenda."]
    assert (planned["status"], planned["date"], planned["answered"], planned["settled"]) == ("done", "2024-02-01", True, False)
    assert planned["source"] == "https://example.org/coaches/2024"
    silent = promises["recommendation:eerst-aanbellen", "Bel eerst tien keer aan"]
    assert (silent["status"], silent["date"], silent["answered"]) == ("taken-up", "2023-05-16", False)
    assert [(score["level"], score["score"]) for score in found["change_scores"]] == [
        ("issue", "mixed"), ("method", "no-change"), ("network", "worse"),
    ]  # fmt: skip
    assert [erratum["about"] for erratum in data("2023")["errata"]] == [
        ["lesson:koffie-eerst", "experiment:koffiebus"],
        ["lesson:knikkers-maken-keuzes-zichtbaar"],
    ]


def test_a_level_that_nobody_scored_is_in_the_data_as_unknown():
    assert data("2022")["change_scores"][2] == {"level": "network", "score": "unknown", "because": "unknown"}
