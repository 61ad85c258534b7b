"""The check as a person, a reviewer, GitHub and a program use it."""

import json
from pathlib import Path

import pytest

from doetank.catalogue import catalogue
from doetank.commands.check import main
from doetank.commands.formats import FORMATS, as_checklist, as_github, as_json, as_text
from doetank.problems import Problem, say

from .builders import VALID, Files, lesson, page, write

SETTINGS = 'SITENAME = "Netwerk"\nDEFAULT_LANG = "nl"\nTIMEZONE = "Europe/Amsterdam"\nROLE_MAILBOXES = ["slimmer"]\n'
MISTAKE = Problem("content/a.md", 3, 7, "title", say("is missing, and is required"))
UNNAMED = Problem("content/a.md", 9, 1, "", say("a heading without text"))
OTHER = Problem("content/b, c.md", 1, 1, "", say("the id `{id}` is taken by {path}; rename one of them", id="50%", path="a:b\nc"))
NOTICE = Problem(
    "content/b, c.md",
    2,
    1,
    "summary",
    say("is {length} characters long; up to {limit} reads better in lists", length=301, limit=300),
    notice=True,
)
ALL = (MISTAKE, UNNAMED, OTHER, NOTICE)
EN, NL = catalogue("en"), catalogue("nl")

# The four forms


def test_text_has_a_line_a_problem_and_their_number():
    assert as_text((MISTAKE, UNNAMED, NOTICE), EN) == (
        "content/a.md:3:7: title: is missing, and is required\n"
        "content/a.md:9:1: a heading without text\n"
        "content/b, c.md:2:1: advice: summary: is 301 characters long; up to 300 reads better in lists\n"
        "2 mistakes. Nothing was written."
    )


def test_text_is_in_the_readers_language():
    assert as_text((MISTAKE,), NL) == "content/a.md:3:7: title: ontbreekt en is verplicht\n1 fout. Er is niets geschreven."


@pytest.mark.parametrize("problems", [(), (NOTICE,)])
def test_without_mistakes_there_are_none(problems):
    assert as_text(problems, EN).splitlines()[-1] == "No mistakes found."


def test_a_checklist_is_markdown_by_file():
    assert as_checklist((MISTAKE, UNNAMED, NOTICE), EN) == (
        "**content/a.md**\n\n"
        "- [ ] line 3: `title`: is missing, and is required\n"
        "- [ ] line 9: a heading without text\n\n"
        "**content/b, c.md**\n\n"
        "- [ ] line 2: advice: `summary`: is 301 characters long; up to 300 reads better in lists\n\n"
        "2 mistakes. Nothing was written."
    )
    assert as_checklist((), EN) == "No mistakes found."


def test_github_shows_each_beside_its_line():
    assert as_github(ALL, EN) == (
        "::error file=content/a.md,line=3,col=7::title: is missing, and is required\n"
        "::error file=content/a.md,line=9,col=1::a heading without text\n"
        "::error file=content/b%2C c.md,line=1,col=1::the id `50%25` is taken by a:b%0Ac; rename one of them\n"
        "::notice file=content/b%2C c.md,line=2,col=1::summary: is 301 characters long; up to 300 reads better in lists\n"
        "3 mistakes. Nothing was written."
    )


def test_json_has_an_object_a_problem():
    assert json.loads(as_json((MISTAKE, NOTICE), NL)) == [
        {"path": "content/a.md", "line": 3, "column": 7, "field": "title", "message": "ontbreekt en is verplicht", "notice": False},
        {
            "path": "content/b, c.md",
            "line": 2,
            "column": 1,
            "field": "summary",
            "message": "is 301 tekens lang; tot 300 tekens leest beter in lijsten",
            "notice": True,
        },
    ]
    assert as_json((), NL) == "[]"


# The command


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelicanconf.py").write_text(SETTINGS)

    def fill(files: Files, content="content") -> Path:
        return write(tmp_path / content, files)

    return fill


TWO = {"pages/over.md": page(menu="x"), "lessons/a.md": lesson(verdict="wel")}
WEL = "content/lessons/a.md:8:10: verdict: `wel` kan hier niet; kies uit works, works-under-conditions, does-not-work"
MENU = "content/pages/over.md:3:7: menu: hier hoort een heel getal zoals `60`; hier staat `x`"


def test_valid_content_ends_with_0(folder, capsys):
    folder(dict(VALID.values()))
    assert main([]) == 0
    assert capsys.readouterr().out == "Geen fouten gevonden.\n"


def test_mistakes_end_with_2_and_are_told_in_the_sites_language(folder, capsys):
    folder(TWO)
    assert main([]) == 2
    assert capsys.readouterr().out == f"{WEL}\n{MENU}\n2 fouten. Er is niets geschreven.\n"


def test_advice_alone_ends_with_0(folder, capsys):
    folder({"pages/over.md": page(summary="x" * 301)})
    assert main([]) == 0
    assert (
        capsys.readouterr().out
        == "content/pages/over.md:3:10: advies: summary: is 301 tekens lang; tot 300 tekens leest beter in lijsten\nGeen fouten gevonden.\n"
    )


def test_the_language_can_be_chosen(folder, capsys):
    folder(TWO)
    main(["--lang", "en", "content/pages"])
    assert (
        capsys.readouterr().out
        == "content/pages/over.md:3:7: menu: expected a whole number such as `60`, found `x`\n1 mistake. Nothing was written.\n"
    )


@pytest.mark.parametrize(
    "paths",
    [
        ["content/lessons/a.md"],
        ["content/lessons"],
        ["content/lessons/"],
        ["./content/lessons"],
        ["content/lessons/a.md", "content/lessons"],
        ["content/people/../lessons"],
    ],
)
def test_the_paths_choose_what_is_shown(folder, capsys, paths):
    (folder(TWO) / "people").mkdir()
    assert main(paths) == 2
    assert capsys.readouterr().out == f"{WEL}\n1 fout. Er is niets geschreven.\n"


@pytest.mark.parametrize("paths", [[], ["content"], ["."], ["content/pages", "content/lessons"]])
def test_a_folder_stands_for_all_that_is_in_it(folder, capsys, paths):
    folder(TWO)
    assert main(paths) == 2
    assert capsys.readouterr().out.count("\n") == 3


def test_an_absolute_path_is_understood(folder, capsys):
    content = folder(TWO)
    assert main([str(content / "lessons")]) == 2
    assert capsys.readouterr().out.startswith(WEL)


def test_mistakes_elsewhere_do_not_count(folder):
    folder({**TWO, "posts/a.md": VALID["post"][1]})
    assert main(["content/posts/a.md"]) == 0


def test_a_path_that_is_not_there_is_told(folder, capsys):
    folder(TWO)
    with pytest.raises(SystemExit) as stopped:
        main(["content/lesons"])
    assert stopped.value.code == 2
    assert "content/lesons" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["elders", "./elders", "elders/"])
def test_another_content_folder_is_named_as_it_is(folder, capsys, name):
    folder(TWO, "elders")
    assert main(["--content", name]) == 2
    assert capsys.readouterr().out.startswith("elders/lessons/a.md:8:10: ")


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_can_be_asked_for(folder, capsys, name):
    folder(TWO)
    assert main(["--format", name]) == 2
    assert "hier hoort een heel getal" in capsys.readouterr().out


def test_the_settings_add_role_mailboxes(folder):
    folder({"pages/over.md": page("Mail slimmer@example.org of info@example.org.")})
    assert main([]) == 0


def test_nothing_is_written(folder, tmp_path):
    folder(dict(VALID.values()))
    before = sorted(tmp_path.rglob("*"))
    main([])
    assert sorted(path for path in tmp_path.rglob("*") if "__pycache__" not in path.parts) == before
