"""The site while it is written: what `serve` tells and shows, without a browser."""

import gc
import shutil
import signal
import sys
import time
import weakref
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from doetank.live.__main__ import main
from doetank.live.answer import Answer, Kind, Mistake, answer_in
from doetank.live.builder import settle
from doetank.live.news import News
from doetank.live.program import Program
from doetank.live.site import LiveSite
from doetank.plugin import settings_of
from doetank.problems import ContentError

from .live import LONG, Live, copy_project, fetched, live
from .sites import EXAMPLE, ROOT, TODAY, pelican

LESSON = "lessons/2021/geen-opdrachtgever-geen-vervolg.md"
ADDRESS = "/lessen/geen-opdrachtgever-geen-vervolg/"
MISTAKE = Mistake("content/lessons/les.md", 4, 10, "verdict", "kan niet")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    root = tmp_path_factory.mktemp("project")
    copy_project(root)
    with live(root) as running:
        assert running.news()["mistakes"] == []
        yield running


def files_in(folder: Path) -> dict[str, bytes]:
    names = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    return {name: (folder / name).read_bytes() for name in names if not name.startswith("pagefind/") and name != "manifest.json"}


def test_an_answer_travels_as_one_line() -> None:
    answer = Answer("nl", (MISTAKE,), Kind.CODE, 3, 0.5, ("/lessen/les/",))
    assert answer.as_line().count(b"\n") == 1
    assert answer_in(answer.as_line()) == answer


def test_a_mistake_is_told_with_what_is_known_of_its_place() -> None:
    assert str(MISTAKE) == "content/lessons/les.md:4:10: verdict: kan niet"
    assert str(Mistake("plugins/a.py", 3, 0, "", "SyntaxError")) == "plugins/a.py:3: SyntaxError"
    assert str(Mistake("", 0, 0, "", "exit status 1")) == "exit status 1"


def test_news_names_another_build_only_when_something_was_changed() -> None:
    news = News("a")
    told = []
    for answer in (
        Answer("nl", (MISTAKE,)),
        Answer("nl", changed=9),
        Answer("nl", (MISTAKE,)),
        Answer("nl", changed=0),
        Answer("nl", changed=1),
    ):
        news.tell(answer)
        told.append((news.build, news.after(-1, 0)))
    assert [build for build, _ in told] == ["a-0", "a-1", "a-1", "a-1", "a-2"]
    assert news.after(5, 0.01) is None


def test_a_builder_that_dies_is_told_with_the_line_that_it_died_of_and_started_anew(tmp_path: Path) -> None:
    script = tmp_path / "builder.py"
    command = [sys.executable, str(script)]
    script.write_text("def fails():\n    raise KeyError('x')\n\nfails()\n", encoding="utf-8")
    program = Program(command, tmp_path)
    assert program.ask("show") == Answer("nl", (Mistake("builder.py", 2, 0, "", "KeyError: 'x'"),), Kind.CODE)
    line = Answer("en", changed=1).as_line().decode()
    script.write_text(f"input()\nprint({line!r}, end='')\ninput()", encoding="utf-8")
    assert program.ask("show") == Answer("en", changed=1)
    program.stop()


def test_after_any_change_the_live_site_equals_an_ordinary_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC).timestamp())))
    content, folder = tmp_path / "content", tmp_path / "live"
    shutil.copytree(EXAMPLE, content)
    folder.mkdir()
    (folder / "left.html").write_text("from an earlier program", encoding="utf-8")
    site = LiveSite(settings_of(ROOT / "pelicanconf.py", content), folder)
    site.show()
    lesson, vocabulary = content / LESSON, content / "vocabulary.yml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("title: ", "title: Anders, ", 1) + "\nNog *een* zin.\n", encoding="utf-8")
    site.show()
    vocabulary.write_text(vocabulary.read_text(encoding="utf-8").replace("nl: ", "nl: Nieuwe ", 1), encoding="utf-8")
    site.show()
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("advice: ", "advice: Doe *dit*. ", 1), encoding="utf-8")
    (content / "posts" / "nieuw.md").write_text("---\ntitle: Nieuw\ndate: 2024-05-01\nkind: blog\nfictional: true\n---\n", encoding="utf-8")
    site.show()
    site.finish()
    done = pelican(str(content), "-s", "pelicanconf.py", "-o", str(tmp_path / "ordinary"))
    assert done.returncode == 0, done.stderr
    assert files_in(folder) == files_in(tmp_path / "ordinary")


def test_nothing_of_an_earlier_build_stays_in_memory(tmp_path: Path) -> None:
    content, folder = tmp_path / "content", tmp_path / "live"
    shutil.copytree(EXAMPLE, content)
    folder.mkdir()
    site = LiveSite(settings_of(ROOT / "pelicanconf.py", content), folder)
    try:
        site.show()
        settle()
        earlier = [weakref.ref(library) for library in site._made[0]]  # type: ignore[index]
        (content / LESSON).write_text((content / LESSON).read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
        site.show()
        settle()
    finally:
        gc.unfreeze()
        gc.enable()
    assert [library() for library in earlier] == [None] * len(earlier)


def test_only_what_a_change_reaches_is_written(tmp_path: Path) -> None:
    content, folder = tmp_path / "content", tmp_path / "live"
    shutil.copytree(EXAMPLE, content)
    folder.mkdir()
    site = LiveSite(settings_of(ROOT / "pelicanconf.py", content), folder)
    site.show()
    assert (site.show(), site.finish()) == ((), ())
    lesson = content / LESSON
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
    assert f"{ADDRESS[1:]}index.html" in site.show()
    before = files_in(folder)
    lesson.write_text("---\ntitle: Half\n", encoding="utf-8")
    with pytest.raises(ContentError):
        site.show()
    assert files_in(folder) == before


def test_a_page_gets_a_script_and_a_file_does_not(shown: Live) -> None:
    status, text = fetched(shown.port, ADDRESS)
    assert status == 200
    assert '<script type="module" src="/_live/live.js" data-build="' in text
    assert fetched(shown.port, "/er-is-niets/")[0] == 404
    assert "/_live/live.js" in fetched(shown.port, "/er-is-niets/")[1]
    assert "_live" not in fetched(shown.port, "/theme/css/site.css")[1]
    assert {fetched(shown.port, f"/_live/{name}")[0] for name in ("live.js", "live.css")} == {200}
    assert fetched(shown.port, "/_live/waiting.html")[0] == 404
    assert "/_live/" not in (shown.file(".build/live/content/index.html")).read_text(encoding="utf-8")


def test_a_file_that_is_empty_for_a_moment_is_no_mistake(shown: Live) -> None:
    file = shown.file(f"content/{LESSON}")
    text = file.read_text(encoding="utf-8")
    file.write_text("", encoding="utf-8")
    time.sleep(0.05)
    file.write_text(f"{text}\nNa het legen.\n", encoding="utf-8")
    assert shown.news()["mistakes"] == []
    assert "Na het legen." in fetched(shown.port, ADDRESS)[1]


def test_a_deleted_record_is_gone_or_the_links_to_it_are_told(shown: Live) -> None:
    file = shown.file(f"content/{LESSON}")
    text = file.read_bytes()
    file.unlink()
    told = shown.news()["mistakes"]
    assert told
    assert all("geen-opdrachtgever-geen-vervolg" in mistake["message"] for mistake in told)
    file.write_bytes(text)
    assert shown.news()["mistakes"] == []


def test_a_folder_that_is_renamed_and_put_back_is_followed(shown: Live) -> None:
    folder = shown.file("content/lessons")
    folder.rename(folder.with_name("lessen"))
    assert shown.news()["mistakes"]
    folder.with_name("lessen").rename(folder)
    assert shown.news()["mistakes"] == []


def test_a_mistake_at_the_start_is_told_on_a_page_of_its_own(tmp_path: Path) -> None:
    copy_project(tmp_path)
    file = tmp_path / "content" / LESSON
    good = file.read_text(encoding="utf-8")
    file.write_text(good.replace("verdict: ", "verdict: erg-", 1), encoding="utf-8")
    with live(tmp_path) as running:
        told = running.news()
        assert told["build"] == ""
        assert [mistake["field"] for mistake in told["mistakes"]] == ["verdict"]
        status, text = fetched(running.port, "/")
        assert status == 503
        assert "/_live/live.js" in text
        file.write_text(good, encoding="utf-8")
        assert running.news()["mistakes"] == []
        assert fetched(running.port, "/")[0] == 200


def test_a_taken_port_is_refused_in_one_line(shown: Live, capsys: pytest.CaptureFixture[str]) -> None:
    settings = str(shown.file("pelicanconf.py"))
    assert main(["content", ".build/live/other", "--settings", settings, "--port", str(shown.port)]) == 2
    assert capsys.readouterr().err.startswith(f"Port {shown.port} cannot be used (")


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc which programs run")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL, signal.SIGHUP])
def test_however_it_ends_no_program_stays_behind(tmp_path: Path, how: signal.Signals, capfd: pytest.CaptureFixture[str]) -> None:
    copy_project(tmp_path)
    with live(tmp_path) as running:
        running.news()
        children = children_of(running.running.pid)
        assert children
        running.running.send_signal(how)
        running.running.wait(LONG)
        deadline = time.monotonic() + LONG
        while any(Path(f"/proc/{child}").exists() for child in children):
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert capfd.readouterr().err == ""
    assert running.running.returncode == (0 if how == signal.SIGINT else -how)


def children_of(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
