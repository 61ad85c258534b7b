"""`report status`: the review pack on the screen and as a task list, with the file, the line and who can settle it."""

from pathlib import Path

import pytest

from doetank.commands.report import STEPS, main

from .builders import doetank, lesson, recommendation, reflection, write

SETTINGS = 'SITENAME = "Netwerk"\nDEFAULT_LANG = "nl"\nTIMEZONE = "Europe/Amsterdam"\n'
REPOSITORY = 'REPOSITORY = "https://git.example.org/netwerk"\n'
NAMES = {"name": "*Alle* gemeenten @iedereen"}
FILES = {
    "lessons/begin-klein.md": lesson(learned="2014", evidence="derived"),
    "recommendations/deel-lessen.md": recommendation(addressed_to=[NAMES], follow_up=[{"date": "2013", "status": "open", "note": "Iets."}]),
    "reflections/terugblik.md": reflection(changes=[{"what": "Minder *praten* en [meer doen](https://example.org)", "status": "planned"}]),
}


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site in the current folder, in the spring of 2015."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1427882400")
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    write(tmp_path / "content", FILES)
    return tmp_path


def test_every_group_has_a_heading_with_a_number_and_every_item_its_file_line_and_column(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "2014", "--lang", "en"]) == 0
    ask = "no answer dated in 2014; add one to `follow_up`, and write `unknown` with a note if nobody knows"
    assert capsys.readouterr().out == (
        "Earlier recommendations without an answer (1); `report build` waits for these\n"
        f"content/recommendations/deel-lessen.md:7:12: {ask} — *Alle* gemeenten @iedereen\n"
        "\n"
        "Changes that the network planned and did not report on (1); `report build` waits for these\n"
        f"content/reflections/terugblik.md:6:11: “Minder praten en meer doen”: {ask} — the makers of the reflection\n"
        "\n"
        "Doetanks without lessons: none\n"
        "\n"
        "Experiments without an outcome: none\n"
        "\n"
        "Lessons in which something is not recorded: none\n"
        "\n"
        "Lessons with weak evidence (1)\n"
        "content/lessons/begin-klein.md:12:11: `evidence` is `derived`, and no source is named — the editors\n"
        "\n"
        "Lessons that are due for another look: none\n"
        "\n"
        "Lessons that nobody has used yet (1)\n"
        "content/lessons/begin-klein.md:2:1: no use elsewhere is recorded; ask who tried it, and how that came out — the editors\n"
        "\n"
        "Records without sources: none\n"
        "\n"
        "Level              Verdict                 2014\n"
        "About the issue    Works                      0\n"
        "About the issue    Works under conditions     0\n"
        "About the issue    Does not work              0\n"
        "About the method   Works                      1\n"
        "About the method   Works under conditions     0\n"
        "About the method   Does not work              0\n"
        "About the network  Works                      0\n"
        "About the network  Works under conditions     0\n"
        "About the network  Does not work              0\n"
        "\n"
        "advice: 2014 reports only successes: no lesson says that something does not work; ask what failed\n"
        "4 things to look at\n"
    )


def test_it_speaks_the_language_of_the_site(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "2014"]) == 0
    assert "\nDoetanks zonder lessen: geen\n" in capsys.readouterr().out


def test_the_task_list_links_to_the_files_and_shows_what_others_wrote_as_it_was_written(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "pelicanconf.py").write_text(SETTINGS + REPOSITORY, encoding="utf-8")
    assert main(["status", "2014", "--format", "checklist", "--lang", "en"]) == 0
    told = capsys.readouterr().out.splitlines()
    at = "https://git.example.org/netwerk/blob/main/content/"
    ask = "no answer dated in 2014; add one to `follow_up`, and write `unknown` with a note if nobody knows"
    assert told[:7] == [
        "### Earlier recommendations without an answer (1); `report build` waits for these",
        "",
        f"- [ ] [`content/recommendations/deel-lessen.md:7`]({at}recommendations/deel-lessen.md): {ask} — \\*Alle\\* gemeenten @<!-- -->iedereen",
        "",
        "### Changes that the network planned and did not report on (1); `report build` waits for these",
        "",
        f"- [ ] [`content/reflections/terugblik.md:6`]({at}reflections/terugblik.md): “Minder praten en meer doen”: {ask} — the makers of the reflection",
    ]
    assert "| Level | Verdict | 2014 |" in told
    assert "| --- | --- | --- |" in told


def test_without_a_repository_the_task_list_names_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "2014", "--format", "checklist", "--lang", "en"]) == 0
    assert "- [ ] `content/lessons/begin-klein.md:12`: `evidence` is `derived`" in capsys.readouterr().out


def test_a_period_without_records_is_told_in_one_message(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "2031", "--lang", "en"]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == (
        "",
        "content/reports/2031.md:1:1: no record is dated in 2031; records are dated from 2013 to 2014\n1 mistake. Nothing was written.\n",
    )


def test_a_site_without_dated_records_is_told_so(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "other", {"doetanks/kennisbehoud.md": doetank()})
    assert main(["status", "2014", "--content", "other", "--lang", "en"]) == 2
    assert "other/reports/2014.md:1:1: no record is dated in 2014; no record has a date yet\n" in capsys.readouterr().err


def test_a_mistake_in_the_content_is_told_as_a_check_does(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(here / "content", {"lessons/fout.md": lesson(verdict="worked")})
    assert main(["status", "2014", "--lang", "en"]) == 2
    assert "content/lessons/fout.md:8:10: verdict: `worked` is not possible here; did you mean `works`?\n" in capsys.readouterr().err


@pytest.mark.parametrize("typed", [(), ("status",), ("biuld", "2014"), ("status", "14"), ("status", "2014-2012")])
def test_what_is_not_understood_is_told_with_every_step_in_one_line(typed: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(list(typed))
    assert ended.value.code == 2
    told = capsys.readouterr().err
    assert [line.split()[0] for line in told.splitlines() if line.startswith("  ")] == list(STEPS)
    assert all(line.endswith(".") for _, line in STEPS.values())
