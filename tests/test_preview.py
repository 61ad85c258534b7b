"""What a pull request is told, also when what its check left behind was written to mislead."""

import json
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from doetank.catalogue import catalogue
from doetank.commands.preview.found import MOST_BYTES, PAGES, PROBLEMS, Findings, Told, read_findings
from doetank.commands.preview.pages import FORMATS
from doetank.commands.preview.run import Run, read_run
from doetank.commands.preview.telling import MOST_BYTES as MOST_BYTES_OF_A_COMMENT
from doetank.commands.preview.telling import comment_of
from doetank.page_changes import PageChange

RUN = Run("https://github.com", "netwerk/site", 77, "0123456789abcdef", "iemand/site", "les")
WORDS = catalogue("nl")
MISTAKE = Told("content/lessons/a.md", 3, 1, "verdict", "`worked` kan hier niet", notice=False)
ADVICE = Told("content/lessons/a.md", 9, 1, "", "een lange zin", notice=True)
CHANGED = PageChange("/lessen/", "changed", ("-16 lessen", "+17 lessen"), 3)
GONE = PageChange("/weg/", "gone")
HOSTILE = "@everyone Fixes #1 </details> ![](http://example.org/x.png) [x](https://example.org) ``` <img src=x> www.example.org"
OURS = re.compile(r"\[[^\]]+\]\(https://github\.com/netwerk/site/actions/runs/77(/artifacts/\d+)?\)|<http://localhost:8000>")
FENCE = re.compile(r"^(`{3,})diff\n.*?\n\1$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
DOES_SOMETHING = re.compile(r"@\w|#\d|://|www\.|(?<!\\)[\[\]*]|(?<!\\)<(?!!-- -->|/?(details|summary|code)>)", re.IGNORECASE)


def zipped(**files: str | bytes) -> bytes:
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("_", "."), content)
    return archive.getvalue()


def told(*found: Told) -> str:
    return json.dumps([vars(one) for one in found])


def outside_code(comment: str) -> str:
    """What GitHub reads as Markdown, without the links that are ours."""
    text = CODE.sub("", re.sub(r"<code>[^<\n]*</code>", "", FENCE.sub("", comment)))
    return OURS.sub("", text).replace("- [ ]", "")


def test_mistakes_are_a_task_list_and_no_site_is_shown() -> None:
    assert comment_of(RUN, Findings((MISTAKE, ADVICE)), {}, WORDS).split("\n\n") == [
        "### Wat commit `0123456` doet",
        "#### 1 fout om te verbeteren",
        r"- [ ] `content/lessons/a.md`, regel 3: `verdict`: \`worked\` kan hier niet",
        "#### 1 advies, dat niets tegenhoudt",
        "- [ ] `content/lessons/a.md`, regel 9: een lange zin",
        "Zolang er fouten zijn, wordt de site niet gebouwd. Er is dus nog niets te zien.",
    ]


def test_without_mistakes_the_changed_pages_are_told_and_where_to_look() -> None:
    left = {"site": 1, "screenshots.jpg": 2, "findings": 3, "iets anders": 4}
    assert comment_of(RUN, Findings((), (CHANGED, GONE)), left, WORDS) == (
        "### Wat commit `0123456` doet\n\n"
        "[De site zoals die wordt](https://github.com/netwerk/site/actions/runs/77/artifacts/1): pak het bestand uit, typ in die map "
        "`python3 -m http.server` en open <http://localhost:8000>.\n\n"
        "[Schermafdrukken van de pagina's die veranderen](https://github.com/netwerk/site/actions/runs/77/artifacts/2), "
        "op een telefoon en op een breed scherm.\n\n"
        "Pagina's die voor lezers nieuw zijn: 0; veranderd: 1; weg: 1.\n\n"
        "<details><summary>Veranderd: <code>/lessen/</code></summary>\n\n```diff\n-16 lessen\n+17 lessen\n… en nog 3 regels\n```\n\n</details>\n\n"
        "Weg: `/weg/`"
    )


@pytest.mark.parametrize(
    ("findings", "last"),
    [
        (Findings((), ()), "Lezers zien op geen enkele pagina verschil."),
        (Findings(), f"De controle is niet afgemaakt; haar [stappen]({RUN.address}) vertellen waarom."),
        (Findings(()), f"Er zitten geen fouten in de teksten, maar de site is niet gebouwd; de [stappen]({RUN.address}) vertellen waarom."),
    ],
)
def test_what_is_not_there_is_told_too(findings: Findings, last: str) -> None:
    assert comment_of(RUN, findings, {}, WORDS).split("\n\n")[-1] == last


def test_texts_of_others_do_nothing_in_the_comment() -> None:
    mistake = Told(HOSTILE, 1, 1, f"` {HOSTILE}", HOSTILE, notice=False)
    page = PageChange(f"/{HOSTILE}\n\n/", "changed", (f"+{HOSTILE}", "````", "```", "</details>"))
    comments = [
        comment_of(RUN, Findings((mistake, Told("", 1, 1, "` @everyone", "", notice=True))), {}, WORDS),
        comment_of(RUN, Findings((), (page, PageChange(HOSTILE, "gone"))), {"site": 1}, WORDS),
    ]
    assert [DOES_SOMETHING.search(outside_code(comment)) for comment in comments] == [None, None]
    assert [comments[1].count(mark) for mark in ("\n</details>", "\n`````")] == [2, 2]


def test_the_check_of_that_sees_what_does_something() -> None:
    assert [bool(DOES_SOMETHING.search(text)) for text in ("@everyone", "#1", "<img>", "![](a)", "http://a", "gewoon")] == [
        *[True] * 5,
        False,
    ]


def test_a_comment_that_is_too_long_keeps_whole_parts_and_says_so() -> None:
    many = tuple(PageChange(f"/{number}/", "new", ("+é" * 40,) * 20) for number in range(200))
    comment = comment_of(RUN, Findings((), many), {}, WORDS)
    assert MOST_BYTES_OF_A_COMMENT * 0.9 < len(comment.encode()) <= MOST_BYTES_OF_A_COMMENT
    assert comment.endswith(f"</details>\n\nDit is niet alles; de [stappen van de controle]({RUN.address}) vertellen de rest.")
    long = Told("a.md", 1, 1, "", "x" * 5000, notice=False)
    assert comment_of(RUN, Findings((long,)), {}, WORDS).count("x") == 600


def test_findings_are_read_as_they_were_written() -> None:
    pages = FORMATS["json"]((CHANGED, GONE), WORDS)
    assert read_findings(zipped(problems_json=told(MISTAKE, ADVICE), pages_json=pages)) == Findings((MISTAKE, ADVICE), (CHANGED, GONE))
    assert read_findings(zipped(problems_json=told())) == Findings(())


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[" * 100_000,
        '{"path": "a"}',
        '[{"path": "a", "line": "x", "column": 1, "field": "", "message": "", "notice": false}]',
        " " * (MOST_BYTES + 1) + "[]",
        b"\xff\xfe",
    ],
)
def test_findings_in_another_form_are_as_if_they_were_not_there(content: str | bytes) -> None:
    assert read_findings(zipped(problems_json=content, pages_json=content)) == Findings()


def test_what_unpacks_to_ten_megabytes_is_not_read() -> None:
    archive = zipped(problems_json=b"[" + b" " * 10_000_000 + b"]")
    assert len(archive) < MOST_BYTES
    assert read_findings(archive) == Findings()


def test_only_two_names_are_read_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    odd = BytesIO()
    with zipfile.ZipFile(odd, "w") as made:
        for name in ("../pages.json", "/pages.json", "a/../pages.json", "pages.json/", PAGES.upper()):
            made.writestr(name, FORMATS["json"]((GONE,), WORDS))
    assert read_findings(odd.getvalue()) == Findings()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.filterwarnings("ignore:Duplicate name")  # making such an archive warns, and that is what is tested
def test_an_archive_that_is_damaged_or_says_two_things_is_not_believed() -> None:
    twice = BytesIO()
    with zipfile.ZipFile(twice, "w") as made:
        made.writestr(PROBLEMS, told())
        made.writestr(PROBLEMS, told(MISTAKE))
    packed_otherwise = BytesIO()
    with zipfile.ZipFile(packed_otherwise, "w", zipfile.ZIP_LZMA) as made:
        made.writestr(PROBLEMS, told())
    whole = zipped(problems_json=told(MISTAKE))
    damaged = whole[:50] + bytes([whole[50] ^ 255]) + whole[51:]
    assert {read_findings(archive) for archive in (b"", b"no archive", twice.getvalue(), packed_otherwise.getvalue(), damaged)} == {
        Findings()
    }


def test_pages_are_told_in_text_and_in_markdown() -> None:
    text = FORMATS["text"]((CHANGED, GONE), catalogue("en"))
    assert text == (
        "Pages that readers find new: 0; changed: 1; gone: 1.\n\nChanged: /lessen/\n    -16 lessen\n    +17 lessen\n    … and 3 more lines\n\nGone: /weg/"
    )
    assert FORMATS["markdown"]((GONE,), catalogue("en")) == "Pages that readers find new: 0; changed: 0; gone: 1.\n\nGone: `/weg/`"


def test_a_run_is_read_from_what_github_tells(tmp_path: Path) -> None:
    event = {"workflow_run": {"id": 77, "head_sha": RUN.commit, "head_branch": "les", "head_repository": {"full_name": "iemand/site"}}}
    (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
    assert read_run(tmp_path / "event.json", "netwerk/site", "https://github.com") == RUN
    event["workflow_run"]["head_repository"] = None
    (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
    assert read_run(tmp_path / "event.json", "netwerk/site", "https://github.com").head is None
