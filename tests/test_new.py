"""A new record, asked for in a terminal or given by options: what is written is what the build accepts."""

import builtins
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from doetank.catalogue import catalogue
from doetank.commands.new import PURPOSES, main
from doetank.new_file import write_new
from doetank.new_record.known import known_records, nearest_records
from doetank.pipeline import check
from doetank.problems import Message
from doetank.records import RECORD_TYPES
from doetank.records.describe import describe_fields
from doetank.records.fields import ANY
from doetank.scaffold import examples_of
from doetank.sources import find_sources
from doetank.urls import TYPES

from .builders import VALID, VOCABULARY, site, vocabulary, write

SETTINGS = 'SITENAME = "Netwerk"\nDEFAULT_LANG = "nl"\nTIMEZONE = "Europe/Amsterdam"\n'
LESSON = [
    "title=Eén vraag per brief", "summary=De les.", "verdict=works", "level=issue", "about=network", "learned=2024-05", "expected=A.",
    "happened=B.", "because=C.", "advice=D.", "evidence=experience",
]  # fmt: skip
POST = ["Wij stopten", "2024-05-14", "1"]
"""What is typed for a post: its title, its date and its kind by number."""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1768478400")  # 15 January 2026
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    return write(tmp_path / "content", {**dict(VALID.values()), "vocabulary.yml": VOCABULARY})


Type = Callable[..., None]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Type:
    """Someone who types these lines, and then goes away."""

    def these(*lines: str) -> None:
        left = iter(lines)

        def one(prompt: str = "") -> str:
            print(prompt, end="")
            try:
                return next(left)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr(builtins, "input", one)

    return these


def given(settings: list[str]) -> list[str]:
    return [f"--set={setting}" for setting in settings]


def files(content: Path) -> set[str]:
    return {path.relative_to(content).as_posix() for path in content.rglob("*") if path.is_file()}


def mistakes(content: Path) -> list[str]:
    return [problem.format(catalogue("en")) for problem in check(content, site(), "content") if not problem.notice]


# By options


def test_a_record_is_written_from_options_alone(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", *given(LESSON), "--no-input"]) == 0
    text = (content / "lessons" / "een-vraag-per-brief.md").read_text(encoding="utf-8")
    assert "\ntitle: Eén vraag per brief\n" in text
    assert "\nabout:\n  - network\n" in text
    assert "\n# tags:\n#   - " in text
    assert capsys.readouterr().out.startswith("\ncontent/lessons/een-vraag-per-brief.md is geschreven. Wat u nu kunt doen:\n1. ")
    assert mistakes(content) == []


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_every_type_can_be_begun(content: Path, type_name: str) -> None:
    more = {
        "cafe": ["date=2024-04-25", "city=Almere"], "method": ["source.title=Handboek"], "report": ["period.from=2024", "period.to=2024"],
        "person": ["consent.public_source=https://example.org/"],
    }  # fmt: skip
    examples = examples_of(describe_fields(RECORD_TYPES[type_name]), vocabulary(), catalogue("nl"))
    settings = [*more.get(type_name, []), *as_settings(examples)]
    settings = [
        one for index, one in enumerate(settings) if one.partition("=")[0] not in {two.partition("=")[0] for two in settings[:index]}
    ]
    settings = [one for one in settings if not (type_name == "person" and one.startswith(("consent.date", "consent.scope")))]
    existing = {"experiment": ["doetank=kennisbehoud"], "recommendation": ["follows_from=begin-klein"]}.get(type_name, [])
    settings = [one for one in settings if not existing or one.partition("=")[0] != existing[0].partition("=")[0]] + existing
    settings += ["because=Daarom."] if type_name == "experiment" else []
    assert main([type_name, *given(settings), "--no-input"]) == 0
    assert mistakes(content) == []


def as_settings(values: object, path: str = "") -> list[str]:
    """Values as `--set` names them."""
    if isinstance(values, dict):
        return [setting for name, value in values.items() for setting in as_settings(value, f"{path}.{name}" if path else name)]
    if isinstance(values, list):
        return [
            one for index, item in enumerate(values, 1) for one in as_settings(item, f"{path}.{index}" if isinstance(item, dict) else path)
        ]
    return [f"{path}={values}"]


def test_advice_is_told_when_the_file_is_there(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", *given([*LESSON[2:], "title=A", f"summary={'x' * 301}"]), "--no-input", "--lang=en"]) == 0
    assert "advice: summary: is 301 characters long; up to 300 reads better in lists" in capsys.readouterr().err
    assert "lessons/a.md" in files(content)


def test_groups_are_named_as_messages_name_them(content: Path) -> None:
    groups = [
        "sources.1.title=Verslag",
        "sources.1.date=2024-05",
        "sources.2.title=Lijst",
        "image.file=media/a.jpg",
        "image.decorative=true",
    ]
    write(content, {"media/a.jpg": b"x"})
    assert main(["lesson", *given([*LESSON, *groups]), "--no-input"]) == 0
    text = (content / "lessons" / "een-vraag-per-brief.md").read_text(encoding="utf-8")
    assert "\nsources:\n  - title: Verslag\n    date: 2024-05\n  - title: Lijst\n" in text
    assert "\nimage:\n  file: media/a.jpg\n  decorative: true\n" in text


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (LESSON[1:], "title: “Title” is missing, and is required"),
        ([*LESSON[1:], "titel=A"], "`titel` is not a field here; did you mean `title`?"),
        ([*LESSON, "title=B"], "`title` is given twice; keep one"),
        ([*LESSON, "tags"], "expected `name=value`, found `tags`"),
        ([*LESSON, "sources=A"], "`sources` is a group of fields; name one of them, such as `sources.title`"),
        ([*LESSON, "sources.3.title=A"], "`sources.3.title`: the next one is number 1"),
        ([*LESSON, "phase.1=A"], "`phase.1` is not a group of fields; write `phase=…`"),
        ([*LESSON, "review_by=03-04-2026"], "can be read in two ways"),
        ([*LESSON, "about=doetank:kennisbehoudt"], "no doetank is called `kennisbehoudt`; did you mean `kennisbehoud`?"),
        ([*LESSON, "tags=bel 06-12345678"], "06-12345678"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    content: Path, capsys: pytest.CaptureFixture[str], settings: list[str], said: str
) -> None:
    before = files(content)
    assert main(["lesson", *given(settings), "--no-input", "--lang", "en"]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert told.endswith("\nNothing was written.\n")
    assert files(content) == before


@pytest.mark.parametrize("name", ["begin-klein", "Begin", "a/b", "../a", ".x", ""])
def test_a_name_that_is_taken_or_cannot_be_is_refused(content: Path, name: str) -> None:
    before = {path: (content / path).read_bytes() for path in files(content)}
    assert main(["lesson", *given(LESSON), "--no-input", f"--id={name}"]) == (2 if name else 0)
    assert {path: (content / path).read_bytes() for path in before} == before


def test_a_record_in_a_folder_below_has_its_name_too(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "lessons" / "2013").mkdir()
    (content / "lessons" / "begin-klein.md").rename(content / "lessons" / "2013" / "begin-klein.md")
    assert main(["lesson", *given(LESSON), "--no-input", "--id=begin-klein", "--lang=en"]) == 2
    assert "is taken by content/lessons/2013/begin-klein.md; choose another" in capsys.readouterr().err


def test_a_title_that_is_taken_gets_the_next_number(content: Path) -> None:
    for _ in range(2):
        assert main(["lesson", *given(LESSON), "--no-input"]) == 0
    assert {"lessons/een-vraag-per-brief.md", "lessons/een-vraag-per-brief-2.md"} <= files(content)


def test_a_file_is_never_written_over_also_when_two_come_at_once(tmp_path: Path) -> None:
    refused: list[int] = []

    def write_one(number: int) -> None:
        try:
            write_new(tmp_path / "a.md", str(number).encode())
        except (FileExistsError, FileNotFoundError):
            refused.append(number)

    write_one(0)
    threads = [threading.Thread(target=write_one, args=(number,)) for number in range(1, 5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(refused) == [1, 2, 3, 4]
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("a.md", "0")]


# The types


def test_without_a_type_all_are_told(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert set(PURPOSES) == set(RECORD_TYPES)
    assert all(f"\n  {name} " in told for name in RECORD_TYPES)
    assert "lesson          Lesson: What you expected, what happened" in told


@pytest.mark.parametrize(
    ("name", "said"),
    [("lesso", "did you mean `lesson`?"), ("berict", "did you mean `post`?"), ("xyz", "choose from post, lesson, ")],
)
def test_an_unknown_type_is_told_with_the_nearest(content: Path, capsys: pytest.CaptureFixture[str], name: str, said: str) -> None:
    assert main([name, "--no-input"]) == 2
    told = capsys.readouterr().err
    assert Message("`{type}` is not a type; {instead}", {"type": name, "instead": ""}).format(catalogue("nl")).rstrip() in told
    assert said.replace("did you mean", "bedoelt u").replace("choose from", "kies uit") in told


def test_a_type_may_be_named_in_the_readers_language(content: Path) -> None:
    assert main(["les", *given(LESSON), "--no-input"]) == 0
    assert "lessons/een-vraag-per-brief.md" in files(content)


# The questions


def test_what_is_required_is_asked_and_the_name_is_suggested(content: Path, typed: Type, capsys: pytest.CaptureFixture[str]) -> None:
    typed(*POST, "", "")
    assert main(["post"]) == 0
    told = capsys.readouterr().out
    assert "Titel: Kort en duidelijk; hoogstens 140 tekens." in told
    assert "Bijvoorbeeld: Eén vraag per brief" in told
    assert "[2024-05-14-wij-stopten] > " in told
    assert "posts/2024-05-14-wij-stopten.md" in files(content)
    assert mistakes(content) == []


def test_today_is_what_a_date_is_when_nothing_is_typed(content: Path, typed: Type) -> None:
    typed("Wij stopten", "", "blog", "", "")
    assert main(["post"]) == 0
    assert "\ndate: 2026-01-15\n" in (content / "posts" / "2026-01-15-wij-stopten.md").read_text(encoding="utf-8")


def test_each_answer_is_judged_at_once_and_asked_again(content: Path, typed: Type, capsys: pytest.CaptureFixture[str]) -> None:
    typed("", "x" * 141, "Wij stopten", "03-04-2026", "2024", "9", "Blog", "", "wat-dan.md")
    assert main(["post", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    for message in (
        "“Title” is missing",
        "title: is 141 characters long; at most 140",
        "date: `03-04-2026` can be read in two ways",
        "kind: `9` is not possible",
    ):
        assert message in told
    assert "posts/wat-dan.md" in files(content)


def test_what_a_rule_asks_for_is_asked_as_well(content: Path, typed: Type, capsys: pytest.CaptureFixture[str]) -> None:
    typed("Café", "cafe", "Iets.", "2024-04-25", "Almere", "", "")
    assert main(["cafe", "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "date: is missing; give `date`, or `start + end`" in told
    assert "city: is missing" in told
    assert "cafes/2024-04-25-cafe.md" in files(content)


def test_a_record_is_found_by_what_is_typed_of_its_title(content: Path, typed: Type, capsys: pytest.CaptureFixture[str]) -> None:
    typed(*POST, "about", "kennis", "1", "", "", "")
    assert main(["post"]) == 0
    assert "    1. doetank:kennisbehoud (Kennisbehoud)" in capsys.readouterr().out
    assert "\nabout:\n  - doetank:kennisbehoud\n" in (content / "posts" / "2024-05-14-wij-stopten.md").read_text(encoding="utf-8")


def test_a_name_is_asked_with_the_consent_that_belongs_to_it(content: Path, typed: Type, capsys: pytest.CaptureFixture[str]) -> None:
    first = ["1", "", "Jo Voorbeeld", "", ""]
    again = ["", "", "Jo Voorbeeld", "self", ""]
    typed(*POST, "auteurs", *first, *again, "", "", "")
    assert main(["post"]) == 0
    assert "authors.1.name: " in capsys.readouterr().out
    text = (content / "posts" / "2024-05-14-wij-stopten.md").read_text(encoding="utf-8")
    assert "\nauthors:\n  - role: " in text
    assert "\n    name: Jo Voorbeeld\n    consent: self\n" in text


def test_what_was_given_by_options_is_not_asked(content: Path, typed: Type) -> None:
    typed("", "")
    assert main(["lesson", *given(LESSON)]) == 0
    assert "lessons/een-vraag-per-brief.md" in files(content)


@pytest.mark.parametrize("number", range(len(POST) + 2))
def test_whoever_goes_away_leaves_nothing_behind(content: Path, typed: Type, capsys: pytest.CaptureFixture[str], number: int) -> None:
    before = files(content)
    typed(*[*POST, ""][:number])
    assert main(["post", "--lang", "en"]) == 2
    assert capsys.readouterr().err == "\nStopped halfway.\nNothing was written.\n"
    assert files(content) == before


def test_ctrl_c_is_no_accident(content: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(builtins, "input", interrupted)
    assert main(["post"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_the_editor_opens_what_was_written_in_a_terminal(content: Path) -> None:
    import pty  # noqa: PLC0415 - not there on Windows

    here, there = pty.openpty()
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "EDITOR": f"{sys.executable} -c 'import sys; print(\"open\", sys.argv[1])'",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "doetank.commands.new", "post"], stdin=there, stdout=there, stderr=there, env=environment
    )
    os.close(there)
    os.write(here, "\n".join([*POST, "", "", ""]).encode())
    shown = b""
    while process.poll() is None or b"open" not in shown:
        try:
            shown += os.read(here, 4096)
        except OSError:  # the other side is closed
            break
    os.close(here)
    assert process.wait() == 0
    assert b"open content/posts/2024-05-14-wij-stopten.md" in shown


# The records that are there


def test_records_are_found_by_words_of_their_id_and_title(content: Path) -> None:
    sources, _ = find_sources(content, "content", ("nl", "en"))
    known = known_records(sources)

    def found(typed: str, refers_to: str = ANY) -> list[str]:
        return [str(one.ref) for one in nearest_records(typed, known, refers_to)]

    assert found("kennis") == ["doetank:kennisbehoud"]
    assert found("lesson klein") == ["lesson:begin-klein"]
    assert found("beginklien", "lesson") == ["lesson:begin-klein"]
    assert found("kennis", "lesson") == []
    assert {one.ref.type for one in known} == set(TYPES)
