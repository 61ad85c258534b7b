"""`report build`, `report freeze` and `report verify`, as people type them."""

import json
from pathlib import Path

import pytest

from doetank.commands.report import main
from doetank.editions.find import edition_file

from .sites import EXAMPLE, ROOT, example_file, example_library, html_of, lesson, recommendation, report


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small network in the current folder, with a report of 2024 that may be published."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "content"
    for name in ("lessons", "recommendations", "reports"):
        (folder / name).mkdir(parents=True)
    (folder / "vocabulary.yml").write_bytes((EXAMPLE / "vocabulary.yml").read_bytes())
    (folder / "lessons" / "les.md").write_text(lesson(), encoding="utf-8")
    (folder / "reports" / "2024.md").write_text(report(), encoding="utf-8")
    return folder


def run(step: str, *arguments: str) -> int:
    settings = Path(__file__).parents[1] / "pelicanconf.py"
    return main([step, "2024", "--settings", str(settings), *arguments])


def owe_an_answer(content: Path) -> None:
    (content / "lessons" / "oud.md").write_text(lesson(learned="2023"), encoding="utf-8")
    (content / "recommendations" / "r.md").write_text(recommendation(follows_from=["oud"]), encoding="utf-8")


def test_freeze_writes_the_edition_and_verify_proves_it(content, capsys):
    assert run("freeze") == 0
    stamp = json.loads(edition_file(content, "2024").read_text(encoding="utf-8"))["stamp"]
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("content/reports/2024.edition.json: ")
    assert first.endswith(f"met stempel {stamp[:12]}")
    assert second == "Leg dit bestand vast in git. Wat later verandert, staat voortaan onder `errata` in content/reports/2024.md."
    assert run("verify") == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "content/reports/2024.edition.json: het controlegetal klopt, ook dat van elk van de 2 teksten"
    assert told[2] == f"Stempel: {stamp}"
    assert len(told) == 4


def test_equal_content_gives_an_equal_edition(content):
    assert run("freeze") == 0
    first = edition_file(content, "2024").read_bytes()
    edition_file(content, "2024").unlink()
    assert run("freeze") == 0
    assert edition_file(content, "2024").read_bytes() == first


def test_an_edition_is_made_once(content, capsys):
    run("freeze")
    made = edition_file(content, "2024").read_bytes()
    capsys.readouterr()
    assert run("freeze") == 2
    assert capsys.readouterr().err == (
        "content/reports/2024.edition.json:1:1: de editie van 2024 is gemaakt en blijft zoals zij is; "
        "vertel onder `errata` in het verslag wat er niet klopte\n1 fout. Er is niets geschreven.\n"
    )
    assert edition_file(content, "2024").read_bytes() == made


@pytest.mark.parametrize("step", ["build", "freeze"])
def test_a_report_that_owes_an_answer_is_not_published(content, capsys, step):
    owe_an_answer(content)
    assert run(step, "--output", "output") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        "content/recommendations/r.md:2:1: follow_up: geen antwoord uit 2024; zet er een bij `follow_up`, "
        "en schrijf `unknown` met een toelichting als niemand het weet\n1 fout. Er is niets geschreven.\n"
    )
    assert not edition_file(content, "2024").exists()
    assert not Path("output").exists()


def test_nothing_is_left_beside_an_edition(content):
    run("freeze")
    assert sorted(path.name for path in (content / "reports").iterdir()) == ["2024.edition.json", "2024.md"]


def test_verify_tells_what_was_changed_since(content, capsys):
    run("freeze")
    (content / "lessons" / "les.md").write_text(lesson(advice="Iets anders."), encoding="utf-8")
    (content / "lessons" / "nieuw.md").write_text(lesson(title="Nieuw"), encoding="utf-8")
    erratum = {"date": "2025-03-01", "text": "Het advies klopte niet.", "about": ["lesson:les"]}
    (content / "reports" / "2024.md").write_text(report(errata=[erratum]), encoding="utf-8")
    capsys.readouterr()
    assert run("verify", "--lang", "en") == 0
    assert capsys.readouterr().out.splitlines()[4:] == [
        "lesson:les was changed later; an erratum says so, and the edition shows it as it was",
        "lesson:nieuw came later, and is not counted; no erratum says so yet",
    ]


def test_verify_of_a_damaged_edition_is_refused(content, capsys):
    run("freeze")
    file = edition_file(content, "2024")
    file.write_text(file.read_text(encoding="utf-8").replace("Iets.", "Niets."), encoding="utf-8")
    capsys.readouterr()
    assert run("verify", "--lang", "en") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[0] == (
        "content/reports/2024.edition.json:2:1: this edition is damaged (its checksum does not fit what it says); "
        "take the file back as it was when it was frozen"
    )


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("verify", "content/reports/2024.md:1:1: this report has no edition; make it with `report freeze 2024`"),
        ("build", "content/reports/2024.md:1:1: there is no such report; make it with `report start 2024`"),
        ("freeze", "content/reports/2024.md:1:1: there is no such report; make it with `report start 2024`"),
    ],
)
def test_what_is_not_there_is_said_with_how_to_make_it(content, capsys, step, said):
    if step != "verify":
        (content / "reports" / "2024.md").unlink()
    assert run(step, "--lang", "en") == 2
    assert capsys.readouterr().err.splitlines() == [said, "1 mistake. Nothing was written."]


def test_build_writes_the_site_and_names_the_files_of_the_report(content, capsys):
    assert run("build", "--output", "output") == 0
    folder = Path("output") / "jaarlessen" / "2024"
    assert capsys.readouterr().out.splitlines() == [str(path) for path in sorted(folder.iterdir()) if path.is_file()]
    assert (folder / "index.html").exists()


def test_the_example_has_three_reports_in_a_row_of_which_two_are_frozen(capsys):
    library = example_library()
    assert {"2022", "2023", "2024"} <= {entry.record.id for entry in library.all("report")}
    assert sorted(ref.id for ref in library.editions) == ["2022", "2023"]
    for name in ("2022", "2023"):
        assert main(["verify", name, "--content", "tests/site/content", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert told.count("figures were counted again from these records, and are the same") == 2
    assert "lesson:koffie-eerst was changed later; an erratum says so, and the edition shows it as it was" in told


def test_an_edition_shows_what_was_published_and_the_record_what_is_right():
    published = example_file("/jaarlessen/2023/lessen.csv").decode()
    page = html_of(example_library(), "/jaarlessen/2023/")
    assert "48 procent minder meldingen van die drie plekken" in published
    assert "38 procent minder meldingen van die drie plekken" in html_of(example_library(), "/lessen/koffie-eerst/")
    assert "In de eerste versie stond dat de koffiebus 48 procent minder meldingen gaf." in page
    assert page.count("Later verbeterd") == 3
    assert "blijft zoals zij gepubliceerd is" in page


def test_an_unanswered_recommendation_of_the_example_stops_its_report_with_file_and_line(capsys):
    assert main(["build", "2024", "--content", "tests/site/content", "--output", ".build/never"]) == 2
    path = "tests/site/content/recommendations/eerst-aanbellen.md"
    line = 1 + (ROOT / path).read_text(encoding="utf-8").splitlines().index("follow_up:") + 1
    assert capsys.readouterr().err.startswith(f"{path}:{line}:3: follow_up: geen antwoord uit 2024; ")
    assert not (ROOT / ".build" / "never").exists()


def test_two_reports_over_the_same_year_are_refused(content, capsys):
    (content / "reports" / "oud").mkdir()
    (content / "reports" / "oud" / "2024.md").write_text(report(), encoding="utf-8")
    assert run("build", "--lang", "en") == 2
    assert capsys.readouterr().err == (
        "content/reports/oud/2024.md:1:1: the id `2024` is taken by content/reports/2024.md; rename one of them\n"
        "1 mistake. Nothing was written.\n"
    )
