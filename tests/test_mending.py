"""What is certain is mended, and no record says anything else afterwards."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doetank.bodies import Converter
from doetank.bodies.links import Places
from doetank.catalogue import catalogue
from doetank.commands.fix import main
from doetank.commands.formats import as_text
from doetank.front_matter import read_document
from doetank.mending.dates import certain
from doetank.mending.mend import mend
from doetank.mending.text import Step, convert_with
from doetank.pipeline import check
from doetank.records import RECORD_TYPES
from doetank.records.describe import describe_fields
from doetank.sources import find_sources

from .builders import VALID, lesson, write
from .sites import CONTENT, EXAMPLE, site

EN = catalogue("en")
SETTINGS = 'SITENAME = "Netwerk"\nDEFAULT_LANG = "nl"\nTIMEZONE = "Europe/Amsterdam"\n'
CONVERT = convert_with(Converter(Places({}, frozenset())))
LESSON = describe_fields(RECORD_TYPES["lesson"])


def mended(text: str | bytes, type_name: str = "lesson") -> Step:
    step = mend(text if isinstance(text, bytes) else text.encode(), describe_fields(RECORD_TYPES[type_name]), CONVERT)
    assert step is not None
    return step


def said(step: Step) -> list[str]:
    return [message.format(EN) for message in step.done]


def meaning(text: str) -> tuple[object, str]:
    """What the fields hold, and the page without the white space that no browser shows at the end of its lines."""
    document, _ = read_document(text.encode(), "les.md")
    assert document is not None
    assert document.fields is not None
    html = CONVERT(document.body)
    return document.fields.data, re.sub(r"[ \t]+(?=\n|</(?:p|li|h[1-6]|td|th|dt|dd)>)", "", html)


# One thing at a time


@pytest.mark.parametrize(
    ("before", "after", "done"),
    [
        (b"\xef\xbb\xbf---\ntitle: A\n---\n", "---\ntitle: A\n---\n", ["the mark of Windows at the start of the file"]),
        (b"---\r\ntitle: A\r\n---\r\n", "---\ntitle: A\n---\n", ["the line ends of Windows"]),
        (b"---\ntitle: A  \n---\n\nB \nC  \nD\n", "---\ntitle: A\n---\n\nB\nC  \nD\n", [
            "white space at the end of line 2", "white space at the end of line 5",
        ]),
        (b"---\ntitle: A\n---\n\nB", "---\ntitle: A\n---\n\nB\n", ["one line end at the end of the file"]),
        (b"---\ntitle: A\n---\n\nB\n\n\n", "---\ntitle: A\n---\n\nB\n", ["one line end at the end of the file"]),
        (b"---\ntitle: A\n---\nB\n## C\nD\n", "---\ntitle: A\n---\n\nB\n\n## C\n\nD\n", [
            "an empty line before line 6", "an empty line before line 5", "an empty line before line 4",
        ]),
        (b"---\n# first\nadvice: A\n# of the title\ntitle: B\nverdict: works\n---\n",
         "---\n# of the title\ntitle: B\nverdict: works\n# first\nadvice: A\n---\n", ["the order of the fields: title, verdict, advice"]),
        (b"---\ntitle: A\nlearned: 25-04-2013\n---\n", "---\ntitle: A\nlearned: 2013-04-25\n---\n", ["line 3: 25-04-2013 is 2013-04-25"]),
        (b'---\nsources:\n  - title: A\n    date: "25-4-2013" # so\n---\n', '---\nsources:\n  - title: A\n    date: "2013-04-25" # so\n---\n', [
            "line 4: 25-4-2013 is 2013-04-25",
        ]),
    ],
)  # fmt: skip
def test_what_is_certain_is_mended_and_told(before: bytes, after: str, done: list[str]) -> None:
    step = mended(before)
    assert step.text == after
    assert said(step) == done
    assert mended(after).done == ()


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\nlearned: 03-04-2026\n---\n",
        "---\ntitle: 25-04-2013\n---\n",
        "---\ntitle: A\n---\n\n#woord is text\n",
        "---\ntitle: A\n---\n\n```\nx \n## y\nz\n```\n",
        "---\ntitle: A\n---\n\n    x \n",
        "---\ntitle: A\n---\n\nB\n- C\n",
        "---\ntitle: A\n\n# a word on what follows\n\nsummary: |\n  B\n---\n",
        "---\ntitle: A\nnot-a-field: B\nadvice: C\nsummary: D\n---\n",
        "---\nsummary: |\n  A \n  B\n---\n",
    ],
)
def test_what_is_not_certain_is_left_as_it_is(text: str) -> None:
    assert mended(text) == Step(text)


def test_an_anchor_keeps_what_refers_to_it_below_it() -> None:
    text = "---\nadvice: &same A\ntitle: *same\n---\n"
    assert mended(text) == Step(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("25-04-2013", "2013-04-25"), ("25/4/2013", "2013-04-25"), ("25.04.2013", "2013-04-25"), ("04-25-2013", "2013-04-25"),
        ("5-5-2013", "2013-05-05"), ("2013/4/25", "2013-04-25"), ("2013-25-04", "2013-04-25"), ("29-02-2024", "2024-02-29"),
        ("03-04-2026", None), ("2013/4/5", None), ("2013-04-25", None), ("31-02-2013", None), ("32-13-2013", None), ("2013/04", None), ("13", None),
    ],
)  # fmt: skip
def test_a_date_is_certain_when_it_can_be_one_day_only(text: str, right: str | None) -> None:
    assert certain(text) == right


@pytest.mark.parametrize(
    "content",
    [b"", b"no fields", b"---\ntitle: A\ntitle: B\n---\n", b"---\n{\n---\n", b"---\ntitle: A\n---\n\xff", b"---\ntitle: \x07\n---\n"],
)
def test_a_file_that_cannot_be_read_is_left_alone(content: bytes) -> None:
    assert mend(content, LESSON, CONVERT) is None


# No record says anything else


@pytest.mark.parametrize("content", [CONTENT, EXAMPLE], ids=["content", "example"])
def test_the_files_of_both_sites_say_the_same_afterwards_and_need_nothing_more(content: Path) -> None:
    sources, _ = find_sources(content, "content", ("nl", "en"))
    for source in sources:
        step = mended(source.read(), source.type)
        assert meaning(step.text) == meaning(source.read().decode()), source.name
        assert mended(step.text, source.type) == Step(step.text), source.name


LINES = st.lists(
    st.sampled_from(
        ["", " ", "A", "A ", "A  ", "## B", "## B ", "##C", "- D", "  - E  ", "    f ", "\tg", "```", "~~~", "| a | b |", "|---|---|", "[^1]: n",
         "A[^1]", "> q", "Term", ": uitleg", "!!! note", "1. x", "***", "---", "===", "<div>", "</div>", "*[BZK]: x", "## K {: #id }"]
    ),
    max_size=14,
)  # fmt: skip
HEAD = st.permutations(
    [
        "title: A ",
        "summary: |\n  B \n\n  C",
        "advice: >-\n  D  \n  E",
        "# over de bron",
        "learned: 2013",
        "",
        "tags:\n  - x \n  # y\n  - z",
        "lang: 'fy'",
    ]
)


@settings(max_examples=300, deadline=None)
@given(HEAD, LINES, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_whatever_stands_in_a_file_it_says_the_same_afterwards(head: list[str], body: list[str], end: str, marked: bool) -> None:
    text = "\n".join(["---", *head, "---", *body])
    content = (b"\xef\xbb\xbf" if marked else b"") + text.replace("\n", end).encode()
    step = mended(content)
    assert meaning(step.text) == meaning(text)
    assert mended(step.text) == Step(step.text)


# The command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    return write(tmp_path / "content", dict(VALID.values()))


def test_it_tells_what_it_mends_and_keeps_the_permissions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([])
    capsys.readouterr()
    file = folder / "lessons" / "begin-klein.md"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    file.chmod(0o640)
    assert main(["--lang", "en"]) == 0
    assert capsys.readouterr().out == "content/lessons/begin-klein.md: the line ends of Windows\n1 file was mended.\n"
    assert b"\r" not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["begin-klein.md"]
    assert main(["--lang", "en"]) == 0
    assert capsys.readouterr().out == "Nothing to mend.\n"


def test_check_writes_nothing_and_tells_by_its_status(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(folder, {"lessons/a.md": lesson("B")}) / "lessons" / "a.md"
    before = file.read_bytes()
    assert main(["--check", "content/lessons/a.md"]) == 1
    assert capsys.readouterr().out.endswith("1 bestand kan worden hersteld: `python3 tasks.py fix`. Er is niets geschreven.\n")
    assert file.read_bytes() == before
    main(["content/lessons/a.md"])
    assert main(["--check", "content/lessons/a.md"]) == 0


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_mended(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(folder, {"lessons/a.md": "geen velden", "lessons/b.md": lesson("B")})
    assert main(["content/lessons"]) == 2
    told = capsys.readouterr()
    assert told.err.startswith("content/lessons/a.md:1:1: ")
    assert (folder / "lessons" / "a.md").read_text(encoding="utf-8") == "geen velden"
    assert (folder / "lessons" / "b.md").read_text(encoding="utf-8").endswith("---\n\nB\n")


def test_editions_are_not_touched(folder: Path) -> None:
    edition = next(EXAMPLE.rglob("*.edition.json"))
    kept = folder / "reports" / "2024.edition.json"
    shutil.copy(edition, kept)
    kept.write_bytes(kept.read_bytes() + b"\r\n ")
    main([])
    assert kept.read_bytes() == edition.read_bytes() + b"\r\n "


def test_what_an_edition_holds_keeps_every_letter_of_its_text(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(folder)
    shutil.copytree(EXAMPLE, folder)
    held = folder / "lessons" / "2023" / "koffie-eerst.md"
    loose = folder / "lessons" / "concept-les-over-wachten.md"
    text = "\n\nEen \n## Kop\nTwee\n"
    for file in (held, loose):
        file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + text, encoding="utf-8")
    before = as_text(check(folder, site(), "content"), EN)
    assert main([]) == 0
    assert held.read_text(encoding="utf-8").endswith(text)
    assert loose.read_text(encoding="utf-8").endswith("\n\nEen\n\n## Kop\n\nTwee\n")
    after = as_text(check(folder, site(), "content"), EN)
    assert [line.partition(" ")[2] for line in after.splitlines()] == [line.partition(" ")[2] for line in before.splitlines()]


def test_a_path_that_is_not_there_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([str(folder / "lesons")])
    assert stopped.value.code == 2
    assert "lesons" in capsys.readouterr().err
