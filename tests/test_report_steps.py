"""`report start` and `report summary`: what editors begin with, and what they end with."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from doetank.commands import check
from doetank.commands.report import main
from doetank.commands.yearly import start, summary

from .builders import Files, doetank, lesson, recommendation, report, write

SETTINGS = 'SITENAME = "Netwerk"\nDEFAULT_LANG = "nl"\nTIMEZONE = "Europe/Amsterdam"\n'
PUBLIC = SETTINGS + 'SITEURL = "https://netwerk.example.org"\nPRODUCTION = True\n'
FILES = {
    "lessons/begin-klein.md": lesson(learned="2014"),
    "lessons/te-groot.md": lesson(title='"Te groot: dat loopt vast!"', learned="2014-05", verdict="does-not-work"),
    "lessons/later.md": lesson(title="Een les van later", learned="2015"),
    "lessons/concept.md": lesson(title="Een concept", learned="2014", status="draft"),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "publishconf.py").write_text(PUBLIC, encoding="utf-8")
    write(tmp_path / "content", FILES)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """A step as it is typed: its status, what it says, and what is wrong."""

    def step(*typed: str) -> tuple[int, str, str]:
        status = main([*typed, "--lang", "en"])
        told = capsys.readouterr()
        return status, told.out, told.err

    return step


Run = Callable[..., tuple[int, str, str]]

# Start


def test_a_report_begins_with_all_that_can_be_computed_and_nothing_chosen(here: Path, run: Run) -> None:
    status, told, _ = run("start", "2014")
    assert (status, told) == (
        0,
        (
            "content/reports/2014.md is written, as a draft. What to do now:\n"
            "1. choose the highlights, say whether things became better, and write the preface\n"
            "2. `python3 tasks.py report status 2014` says what is still open, and who can settle it\n"
            "3. remove `status: draft`, and build it with `python3 tasks.py report build 2014`\n"
        ),
    )
    text = (here / "content/reports/2014.md").read_text(encoding="utf-8")
    assert text.startswith(
        "---\n"
        "title: Jaarlessen 2014\n"
        'summary: "2 lessen uit 2014: 1 over wat werkt, 0 over wat werkt onder voorwaarden, 1 over wat niet werkt."\n'
    )
    assert "\nstatus: draft\nperiod: {from: 2014, to: 2014}\n" in text
    assert "\nhighlights:\n  # - begin-klein  # Werkt: Begin klein\n  # - te-groot  # Werkt niet: Te groot: dat loopt vast!\n" in text
    assert re.findall(r"level: (\w+)\n    score: unknown\n", text) == ["issue", "method", "network"]
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
        "Voorwoord",
        "Wat wij vonden",
        "Wat wij niet vonden",
        "Wat wij anders gaan doen",
    ]
    assert "\n- Doetanks aan het werk (0)\n- Experimenten (0)\n- Lessen (2)\n- Lessen: werkt (1)\n" in text


def test_what_was_written_passes_the_check_without_a_word_of_advice(here: Path, run: Run) -> None:
    run("start", "2014-2015")
    assert check.main(["--lang", "en"]) == 0
    assert "title: Jaarlessen 2014-2015\n" in (here / "content/reports/2014-2015.md").read_text(encoding="utf-8")


def test_a_year_without_lessons_claims_none(here: Path, run: Run) -> None:
    write(here / "content", {"recommendations/deel-lessen.md": recommendation(made="2016")})
    assert run("start", "2016")[0] == 0
    assert 'summary: "Er zijn nog geen lessen uit 2016 vastgelegd."\n' in (here / "content/reports/2016.md").read_text(encoding="utf-8")


def test_a_year_in_which_a_doetank_was_at_work_can_be_reported_on(here: Path, run: Run) -> None:
    phases = [{"phase": "experiment", "start": "2009", "end": "2011"}]
    write(here / "content", {"doetanks/kennisbehoud.md": doetank(phases=phases)})
    assert run("start", "2010")[0] == 0
    assert run("start", "2008")[0] == 2


@pytest.mark.parametrize("name", ["reports/2014.md", "reports/oud/2014.md", "reports/2014.en.md"])
def test_a_report_that_is_there_is_left_as_it_is(here: Path, run: Run, name: str) -> None:
    text = report(period="{from: 2014, to: 2014}")
    write(here / "content", {name: text})
    assert run("start", "2014") == (
        2,
        "",
        f"content/{name}:1:1: this report is there already, and is left as it is\n1 mistake. Nothing was written.\n",
    )
    assert [path.relative_to(here / "content").as_posix() for path in (here / "content/reports").rglob("*") if path.is_file()] == [name]
    assert (here / "content" / name).read_text(encoding="utf-8") == text


def test_a_file_that_came_meanwhile_is_not_replaced(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    filled = start._filled
    file = here / "content/reports/2014.md"

    def meanwhile(*arguments: object) -> str:
        file.parent.mkdir()
        file.write_text("of somebody else", encoding="utf-8")
        return filled(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(start, "_filled", meanwhile)
    assert run("start", "2014")[0] == 2
    assert file.read_text(encoding="utf-8") == "of somebody else"
    assert list(file.parent.iterdir()) == [file]


def test_a_period_without_records_writes_nothing(here: Path, run: Run) -> None:
    status, told, wrong = run("start", "2031")
    assert (status, told) == (2, "")
    assert wrong.startswith("content/reports/2031.md:1:1: no record is dated in 2031; records are dated from 2014 to 2015\n")
    assert not (here / "content/reports").exists()


def test_editors_may_change_the_template(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    template = here / "start.md"
    template.write_text(
        "---\ntitle: Wat $period ons leerde\nsummary: $summary\nperiod: {from: $from, to: $to}\n---\n$numbers\n", encoding="utf-8"
    )
    monkeypatch.setattr(start, "TEMPLATE", template)
    assert run("start", "2014")[0] == 0
    assert "title: Wat 2014 ons leerde\n" in (here / "content/reports/2014.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("gap", "found"), [("$jaar", "'jaar'"), ("kost $ 5", "Invalid placeholder in string: line 1, col 6")])
def test_a_gap_that_nothing_fills_is_told(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch, gap: str, found: str) -> None:
    template = here / "start.md"
    template.write_text(gap, encoding="utf-8")
    monkeypatch.setattr(start, "TEMPLATE", template)
    status, _, wrong = run("start", "2014")
    assert status == 2
    names = "$period, $from, $to, $summary, $lessons, $numbers"
    assert wrong.startswith(f"theme/report/start.md:1:1: `$` has another name behind it than {names}: {found}\n")
    assert not (here / "content/reports").exists()


# Summary


def reported(**fields: object) -> Files:
    told = {"title": "Jaarlessen 2014", "summary": "Wat *wij* leerden.", "period": "{from: 2014, to: 2014}"}
    return {"reports/2014.md": report(**{**told, "highlights": "[te-groot, begin-klein]", **fields})}


def test_a_summary_has_the_five_figures_the_highlights_and_the_public_address_without_markup(here: Path, run: Run) -> None:
    write(
        here / "content",
        {**FILES, **reported(), "lessons/begin-klein.md": lesson(learned="2014", summary="Klein is [snel](https://example.org).")},
    )
    assert run("summary", "2014") == (
        0,
        (
            "Jaarlessen 2014\n"
            "\n"
            "Wat wij leerden.\n"
            "\n"
            "- Lessons: works (1)\n"
            "- Lessons: works under conditions (0)\n"
            "- Lessons: does not work (1)\n"
            "- Experiments (0)\n"
            "- Earlier recommendations and plans that were answered (0)\n"
            "\n"
            "The most important lessons:\n"
            "- Does not work: Te groot: dat loopt vast! Iets.\n"
            "- Works: Begin klein. Klein is snel.\n"
            "\n"
            "All lessons, with the records behind every number: https://netwerk.example.org/jaarlessen/2014/\n"
        ),
        "",
    )


def test_a_summary_in_another_language_is_of_the_translation_and_leads_there(here: Path, run: Run) -> None:
    english = report(
        title="Lessons of 2014", summary="What we learned.", period="{from: 2014, to: 2014}", highlights="[te-groot, begin-klein]"
    )
    write(here / "content", {**reported(), "reports/2014.en.md": english})
    told = run("summary", "2014")[1]
    assert told.startswith("Lessons of 2014\n\nWhat we learned.\n")
    assert told.endswith("https://netwerk.example.org/en/jaarlessen/2014/\n")


def test_a_summary_without_highlights_has_no_list_of_them(here: Path, run: Run) -> None:
    write(here / "content", reported(highlights=None))
    assert "most important" not in run("summary", "2014")[1]


def test_a_summary_is_never_longer_than_a_post_may_be_and_says_how_much_is_left_out(here: Path, run: Run) -> None:
    many = {f"lessons/les-{number}.md": lesson(learned="2014", summary="Lang. " * 60) for number in range(9)}
    write(here / "content", {**many, **reported(highlights=[f"les-{number}" for number in range(9)])})
    told = run("summary", "2014")[1]
    assert summary.LONGEST - 400 < len(told) <= summary.LONGEST + 1  # with the line's end
    shown = told.count("- Works: ")
    assert 0 < shown < 9
    assert f"\n\nAnd {9 - shown} more on the page.\n\n" in told
    assert told.endswith("https://netwerk.example.org/jaarlessen/2014/\n")


def test_a_frozen_report_is_told_as_it_was_frozen(here: Path, run: Run) -> None:
    write(here / "content", reported())
    assert run("freeze", "2014")[0] == 0
    before = run("summary", "2014")
    changed = lesson(title="Begin groot", learned="2014", summary="Toch niet.")
    errata = [{"date": "2015-02-01", "text": "Iets.", "about": ["lesson:begin-klein"]}]
    write(here / "content", {"lessons/begin-klein.md": changed, **reported(errata=errata)})
    assert run("summary", "2014") == before


def test_a_draft_has_no_summary_yet(here: Path, run: Run) -> None:
    write(here / "content", reported(status="draft"))
    status, told, wrong = run("summary", "2014")
    assert (status, told) == (2, "")
    assert wrong.startswith("content/reports/2014.md:6:9: status: is `draft`; remove the line when the report is ready to be published\n")


def test_a_report_that_is_not_there_has_no_summary(run: Run) -> None:
    status, told, wrong = run("summary", "2014")
    assert (status, told) == (2, "")
    assert wrong.startswith("content/reports/2014.md:1:1: there is no such report; make it with `report start 2014`\n")


def test_without_the_settings_of_the_public_site_its_address_is_asked_for(here: Path, run: Run) -> None:
    write(here / "content", reported())
    status, told, wrong = run("summary", "2014", "--public", "nergens.py")
    assert (status, told) == (2, "")
    assert wrong.startswith("nergens.py:1:1: there is no such file; name the settings of the public site with `--public`\n")
