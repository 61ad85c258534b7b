"""A filled form becomes a file and a pull request, or a list of what to mend. What somebody writes stays text on the way."""

import json
from pathlib import Path

import pytest

from doetank.commands.from_issue import main
from doetank.issue_forms.issue import read_issue
from doetank.issue_forms.told import LONGEST, MOST_TASKS

from .issues import LESSON, body_of, event
from .sites import CONTENT, ROOT, doetank

HOSTILE = {
    "a command": "$(rm -rf .) `touch here` ; exit 1",
    "a workflow command": "::set-output name=x::y",
    "a fence": "```\nEen.\n```",
    "a comment": "<!-- weg ermee --> Een.",
    "an element": '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
    "a mention": "@iedereen #1 https://example.org/",
    "front matter": "---\nstatus: retired\n---",
    "emoji": "👩🏽‍💻 Eén 🙂",
    "much": "Een lange zin met woorden. " * 2400,
}
"""Answers that would do something if they were more than text."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small network, with one Doetank."""
    folder = tmp_path / "content"
    (folder / "doetanks").mkdir(parents=True)
    (folder / "vocabulary.yml").write_bytes((CONTENT / "vocabulary.yml").read_bytes())
    (folder / "doetanks" / "slim-innen.md").write_text(doetank(title="Slim innen"), encoding="utf-8")
    return folder


def made(content: Path, body: str | None, **changes: object) -> dict[str, str]:
    """What the command leaves of an issue, by name."""
    folder = content.parent / "submission"
    told = event(content.parent / "event.json", "lesson", body, **changes)
    assert main([str(told), str(folder), "--content", str(content), "--settings", str(ROOT / "pelicanconf.py")]) == 0
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*")}


def files(content: Path) -> list[str]:
    return sorted(path.relative_to(content).as_posix() for path in content.rglob("*.md"))


def test_a_form_without_mistakes_becomes_a_file_with_what_its_pull_request_needs(content: Path) -> None:
    left = made(content, body_of("lesson", LESSON).replace("\n", "\r\n"))
    assert (content / "lessons" / "een-vraag-per-brief.md").read_text(encoding="utf-8") == (
        "---\n"
        "title: Eén vraag per brief\n"
        "summary: Een brief met één vraag wordt vaker beantwoord.\n"
        "verdict: works\n"
        "level: method\n"
        "about:\n  - network\n  - doetank:slim-innen\n"
        "learned: 2024-05\n"
        "expected: Zes vragen in één brief gaat sneller.\n"
        "happened: Van de lange brieven kwam een derde terug.\n"
        "because: Er is altijd één antwoord dat iemand moet opzoeken.\n"
        "advice: Stel één vraag per brief.\n"
        "evidence: experience\n"
        "---\n\nEerste alinea.\n\n## Hoe het ging\n\nTweede alinea.\n"
    )
    assert left["path.txt"] == f"{content.as_posix()}/lessons/een-vraag-per-brief.md\n"
    assert left["title.txt"] == "Les: Eén vraag per brief\n"
    assert left["author.txt"] == "jo-voorbeeld <12345+jo-voorbeeld@users.noreply.github.com>\n"
    assert left["comment.md"].startswith("### Uw tekst is gelezen, zonder fouten\n\nDe redactie kijkt er nu naar.")
    assert "\nCloses #7.\n" in left["pull-request.md"]
    assert "Een tekst van jo-voorbeeld, geschreven met het formulier in issue #7." in left["pull-request.md"]


def test_the_pull_request_asks_what_every_pull_request_asks(content: Path) -> None:
    def headings(text: str) -> list[str]:
        return [line for line in text.splitlines() if line.startswith("## ")]

    template = (ROOT / ".github" / "pull_request_template.md").read_text(encoding="utf-8")
    assert headings(made(content, body_of("lesson", LESSON))["pull-request.md"]) == headings(template)


def test_mistakes_are_tasks_in_the_words_and_the_order_of_the_form_and_leave_no_file(content: Path) -> None:
    wrong = {
        **LESSON,
        "title": "",
        "about": "Onbekend",
        "learned": "mei 2024",
        "sources": "Verslag | example.org",
        "body": "Een.\n\nBel naar 06-12345678.",
    }
    left = made(content, body_of("lesson", {name: text for name, text in wrong.items() if text}))
    assert set(left) == {"comment.md"}
    assert left["comment.md"].splitlines() == [
        "### 5 dingen om te verbeteren",
        "",
        "Verander het bericht hierboven (kies … en dan Edit). Het wordt meteen opnieuw gelezen, en deze lijst verandert mee.",
        "",
        "- [ ] “Titel” ontbreekt en is verplicht",
        r"- [ ] **Gaat over**: regel 1: \`Onbekend\` is geen pagina van deze site die hier mag staan; neem de titel of het adres over van de site",
        r"- [ ] **Geleerd in**: hier hoort een datum: \`2012\`, \`2012-04\` of \`2012-04-25\`; hier staat \`mei 2024\`",
        r"- [ ] **Uw tekst**: regel 3: \`06-12345678\` lijkt een telefoonnummer; haal het weg",
        r"- [ ] **Bronnen, 1, Adres**: hier hoort een adres dat begint met \`https:<!-- -->//\`; hier staat \`example.org\`",
    ]
    assert files(content) == ["doetanks/slim-innen.md"]


def test_advice_does_not_stop_a_text_and_reaches_author_and_reviewer(content: Path) -> None:
    left = made(content, body_of("lesson", {**LESSON, "summary": "Een lange zin. " * 25}))
    advice = "\n- [ ] **Samenvatting**: is 374 tekens lang; tot 300 tekens leest beter in lijsten\n"
    assert f"\n#### Advies\n{advice}" in left["comment.md"]
    assert advice in left["pull-request.md"]


def test_a_title_that_is_taken_gets_a_file_of_its_own(content: Path) -> None:
    made(content, body_of("lesson", LESSON))
    first = (content / "lessons" / "een-vraag-per-brief.md").read_bytes()
    left = made(content, body_of("lesson", {**LESSON, "advice": "Iets anders."}))
    assert left["path.txt"].endswith("/lessons/een-vraag-per-brief-2.md\n")
    assert (content / "lessons" / "een-vraag-per-brief.md").read_bytes() == first


def test_a_title_leads_to_no_other_folder(content: Path) -> None:
    left = made(content, body_of("lesson", {**LESSON, "title": "../../tasks.py /etc/passwd"}))
    assert left["path.txt"].endswith("/content/lessons/tasks-py-etc-passwd.md\n")
    assert files(content) == ["doetanks/slim-innen.md", "lessons/tasks-py-etc-passwd.md"]


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("where", ["title", "happened", "sources", "body"])
def test_what_would_do_something_is_text_in_the_file_and_in_what_is_said(content: Path, where: str, name: str) -> None:
    answer = HOSTILE[name]
    left = made(content, body_of("lesson", {**LESSON, where: answer if where != "title" else " ".join(answer.split())}))
    written = [left["path.txt"].strip().removeprefix(f"{content.as_posix()}/")] if "path.txt" in left else []
    assert files(content) == ["doetanks/slim-innen.md", *written]
    said = left["comment.md"] + left.get("pull-request.md", "")
    assert len(left["comment.md"]) < 20_000
    plain = said.replace("<!-- -->", "")
    assert "<script" not in said.replace("\\<", "")
    assert "@iedereen" not in said
    assert "<!-- weg" not in said
    assert "\n```" not in plain
    fields = "".join((content / name).read_text(encoding="utf-8").split("\n---\n")[0] for name in written)
    assert "\nstatus: retired" not in fields


def test_characters_that_nobody_sees_are_told_of_at_their_question(content: Path) -> None:
    left = made(content, body_of("lesson", {**LESSON, "happened": "Een\u202etwee"}))
    assert "- [ ] **Wat er gebeurde**: " in left["comment.md"]
    assert "path.txt" not in left


def test_a_long_list_and_a_long_message_are_cut(content: Path) -> None:
    lines = "\n".join(f"{number} {'x' * 2000}" for number in range(100))
    left = made(content, body_of("lesson", {**LESSON, "about": lines, "verdict": "y" * 3000}))
    tasks = [line for line in left["comment.md"].splitlines() if line.startswith("- ")]
    assert (len(tasks), tasks[-1]) == (MOST_TASKS + 1, "- …")
    assert max(map(len, tasks)) < LONGEST * 3


@pytest.mark.parametrize("labels", [[], ["bug"], ["inzending-les", "inzending-vraag"], ["inzending-onbekend"]])
def test_an_issue_that_is_of_no_form_or_of_two_is_left_alone(content: Path, labels: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert made(content, body_of("lesson", LESSON), labels=[{"name": label} for label in labels]) == {}
    assert capsys.readouterr().out == "This issue was not made with one of the forms, so it is left alone.\n"
    assert files(content) == ["doetanks/slim-innen.md"]


def test_an_empty_issue_gets_a_task_for_each_required_field(content: Path) -> None:
    left = made(content, None)
    assert left["comment.md"].count(" ontbreekt en is verplicht\n") == 11
    assert "- [ ] **Akkoord**: vink alle vakjes aan" in left["comment.md"]


def test_a_login_that_github_does_not_give_is_no_author(tmp_path: Path) -> None:
    told = event(tmp_path / "event.json", "lesson", "", user={"login": "jo <root@example.org>", "id": 1})
    with pytest.raises(ValueError, match="no logins such as"):
        read_issue(told)


@pytest.mark.parametrize("login", ["jo-voorbeeld", "jo_company", "dependabot[bot]"])
def test_an_author_gets_the_address_that_github_gives(tmp_path: Path, login: str) -> None:
    issue = read_issue(event(tmp_path / "event.json", "post", "", user={"login": login, "id": 5}))
    assert issue
    assert (issue.type, issue.author) == ("post", f"{login} <5+{login}@users.noreply.github.com>")
    assert json.loads((tmp_path / "event.json").read_text(encoding="utf-8"))["issue"]["number"] == issue.number
