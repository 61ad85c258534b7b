"""The site while it is written: what `serve` tells and shows, without a browser."""

import gc
import json
import shutil
import signal
import sys
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from doetank.build.render import TemplateFailed
from doetank.live.__main__ import main
from doetank.live.ahead import pages_ahead
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
PAGE = f"{ADDRESS[1:]}index.html"
LIST = "lessen/index.html"
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
    answer = Answer("nl", (MISTAKE,), Kind.CODE, ("lessen/les/index.html",), 0.5, ("/lessen/les/",))
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
        Answer("nl", changed=(PAGE, "index.html")),
        Answer("nl", (MISTAKE,)),
        Answer("nl"),
        Answer("nl", changed=(PAGE,)),
    ):
        news.tell(answer)
        told.append(build_in(news))
    assert told == ["", "a-1", "a-1", "a-1", "a-2"]
    assert news.after(5, 0.01) is None


def build_in(news: News, page: str = "") -> str:
    item = news.after(-1, 0, page)
    assert item is not None
    build: str = json.loads(item.text)["build"]
    assert build in (news.build(page), "")
    return build


def test_only_the_pages_that_were_changed_get_another_build_and_all_of_them_with_what_is_no_page() -> None:
    news = News("a")
    told = []
    for changed in ((PAGE, "index.html"), (PAGE,), ("index.html",), ("theme/css/site.css",)):
        news.tell(Answer("nl", changed=changed))
        told.append((build_in(news, PAGE), build_in(news, "index.html"), build_in(news)))
    assert told == [("a-1", "a-1", "a-1"), ("a-2", "a-1", "a-2"), ("a-2", "a-3", "a-3"), ("a-4", "a-4", "a-4")]


def test_a_page_that_was_shown_ahead_and_taken_back_gets_another_build() -> None:
    news = News("a")
    news.tell(Answer("nl", changed=(PAGE, "index.html")))
    news.tell(Answer("nl", changed=(PAGE,)), whole=False)
    assert (build_in(news, PAGE), build_in(news, "index.html")) == ("a-2", "a-1")
    news.tell(Answer("nl", (MISTAKE,)))
    assert (build_in(news, PAGE), build_in(news, "index.html")) == ("a-3", "a-1")
    news.tell(Answer("nl", (MISTAKE,)))
    assert build_in(news, PAGE) == "a-3"


def test_a_builder_that_dies_is_told_with_the_line_that_it_died_of_and_started_anew(tmp_path: Path) -> None:
    script = tmp_path / "builder.py"
    command = [sys.executable, str(script)]
    script.write_text("def fails():\n    raise KeyError('x')\n\nfails()\n", encoding="utf-8")
    program = Program(command, tmp_path)
    assert program.ask("show") == Answer("nl", (Mistake("builder.py", 2, 0, "", "KeyError: 'x'"),), Kind.CODE)
    line = Answer("en", changed=(PAGE,)).as_line().decode()
    script.write_text(f"input()\nprint({line!r}, end='')\ninput()", encoding="utf-8")
    assert program.ask("show") == Answer("en", changed=(PAGE,))
    program.stop()


def test_after_any_change_the_live_site_equals_an_ordinary_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC).timestamp())))
    content, folder = tmp_path / "content", tmp_path / "live"
    shutil.copytree(EXAMPLE, content)
    folder.mkdir()
    (folder / "left.html").write_text("from an earlier program", encoding="utf-8")
    site = LiveSite(settings_of(ROOT / "pelicanconf.py", content), folder)
    assert site.ahead() == ()
    site.show()
    lesson, vocabulary = content / LESSON, content / "vocabulary.yml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("title: ", "title: Anders, ", 1) + "\nNog *een* zin.\n", encoding="utf-8")
    assert site.ahead() == (PAGE,)
    site.show()
    vocabulary.write_text(vocabulary.read_text(encoding="utf-8").replace("nl: ", "nl: Nieuwe ", 1), encoding="utf-8")
    site.ahead()
    site.show()
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("advice: ", "advice: Doe *dit*. ", 1), encoding="utf-8")
    (content / "posts" / "nieuw.md").write_text("---\ntitle: Nieuw\ndate: 2024-05-01\nkind: blog\nfictional: true\n---\n", encoding="utf-8")
    assert set(site.ahead()) == {PAGE, "blog/nieuw/index.html"}
    site.show()
    site.finish()
    done = pelican(str(content), "-s", "pelicanconf.py", "-o", str(tmp_path / "ordinary"))
    assert done.returncode == 0, done.stderr
    assert files_in(folder) == files_in(tmp_path / "ordinary")


@pytest.fixture
def site(tmp_path: Path) -> LiveSite:
    """The invented network, to change in `tmp_path / "content"`."""
    shutil.copytree(EXAMPLE, tmp_path / "content")
    (tmp_path / "live").mkdir()
    return LiveSite(settings_of(ROOT / "pelicanconf.py", tmp_path / "content"), tmp_path / "live")


def test_nothing_of_an_earlier_build_stays_in_memory(site: LiveSite, tmp_path: Path) -> None:
    lesson = tmp_path / "content" / LESSON
    try:
        site.show()
        settle()
        earlier = [weakref.ref(library) for library in site._made[0]]  # type: ignore[index]
        lesson.write_text(lesson.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
        site.ahead()
        site.show()
        settle()
    finally:
        gc.unfreeze()
        gc.enable()
    assert [library() for library in earlier] == [None] * len(earlier)


def test_only_what_a_change_reaches_is_written(site: LiveSite, tmp_path: Path) -> None:
    site.show()
    assert (site.ahead(), site.show(), site.finish()) == ((), (), ())
    lesson, folder = tmp_path / "content" / LESSON, tmp_path / "live"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
    assert PAGE in site.show()
    before = files_in(folder)
    lesson.write_text("---\ntitle: Half\n", encoding="utf-8")
    for step in (site.ahead, site.show):
        with pytest.raises(ContentError):
            step()
    assert files_in(folder) == before


def test_the_page_of_what_was_saved_comes_first_and_the_lists_after_it(site: LiveSite, tmp_path: Path) -> None:
    site.show()
    lesson, folder = tmp_path / "content" / LESSON, tmp_path / "live"
    before = files_in(folder)
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("title: ", "title: Anders, ", 1), encoding="utf-8")
    assert site.ahead() == (PAGE,)
    ahead = files_in(folder)
    assert [name for name in ahead if ahead[name] != before[name]] == [PAGE]
    assert b"Anders, " in ahead[PAGE]
    rest = site.show()
    assert LIST in rest
    assert PAGE not in rest
    assert b"Anders, " in files_in(folder)[LIST]


def test_a_record_comes_first_in_each_of_its_languages(site: LiveSite, tmp_path: Path) -> None:
    (before, *_) = site._read_all()
    page = tmp_path / "content" / "pages" / "over.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
    assert [page.url for page in pages_ahead(before, site._read_all())] == ["/over/", "/en/over/"]


def test_no_page_comes_first_when_many_records_were_changed(site: LiveSite, tmp_path: Path) -> None:
    (before, *_) = site._read_all()
    for file in (tmp_path / "content" / "organisations").rglob("*.md"):
        file.write_text(file.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
    assert pages_ahead(before, site._read_all()) == ()


def test_a_page_with_a_link_that_leads_nowhere_is_not_shown_ahead(site: LiveSite, tmp_path: Path) -> None:
    site.show()
    lesson, folder = tmp_path / "content" / LESSON, tmp_path / "live"
    before = files_in(folder)
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\n[Daar](/er-is-niets/) staat niets.\n", encoding="utf-8")
    assert site.ahead() == ()
    with pytest.raises(ContentError):
        site.show()
    assert files_in(folder) == before


@pytest.mark.parametrize(("broken", "error"), [("{% onzin %}", TemplateFailed), ("{{ 1 // 0 }}", ZeroDivisionError)])
def test_what_was_shown_ahead_is_taken_back_when_the_rest_fails(tmp_path: Path, broken: str, error: type[Exception]) -> None:
    copy_project(tmp_path)
    (tmp_path / "live").mkdir()
    site = LiveSite(settings_of(tmp_path / "pelicanconf.py", tmp_path / "content"), tmp_path / "live")
    site.show()
    before = files_in(tmp_path / "live")
    lesson, template = tmp_path / "content" / LESSON, tmp_path / "theme" / "templates" / "list.html"
    good = template.read_text(encoding="utf-8")
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
    template.write_text(good.replace("{% block main %}", f"{{% block main %}}{broken}"), encoding="utf-8")
    assert site.ahead() == (PAGE,)
    with pytest.raises(error):
        site.show()
    assert files_in(tmp_path / "live") == before
    template.write_text(good, encoding="utf-8")
    assert site.ahead() == (PAGE,)
    site.show()
    assert b"Nog een zin." in files_in(tmp_path / "live")[PAGE]


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


def test_a_file_that_is_empty_for_a_moment_is_no_mistake(tmp_path: Path) -> None:
    copy_project(tmp_path)
    file = tmp_path / "content" / LESSON
    text = file.read_text(encoding="utf-8")
    with live(tmp_path) as running:
        running.news()
        file.write_text("", encoding="utf-8")
        time.sleep(0.05)
        file.write_text(f"{text}\nNa het legen.\n", encoding="utf-8")
        assert running.news()["mistakes"] == []
        assert "Na het legen." in fetched(running.port, ADDRESS)[1]


def test_the_news_of_a_saved_page_does_not_wait_for_the_rest(shown: Live) -> None:
    listening = shown.listen()
    next(listening)
    with restored(shown.file(f"content/{LESSON}")) as file:
        file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: Vooraf, ", 1), encoding="utf-8")
        ahead = next(listening)
        assert (ahead["mistakes"], ahead["whole"]) == ([], False)
        assert "Vooraf, " in fetched(shown.port, ADDRESS)[1]
        rest = next(listening)
        assert (rest["mistakes"], rest["whole"]) == ([], True)
        assert "Vooraf, " in fetched(shown.port, "/lessen/")[1]
        assert shown.news()["build"] == rest["build"]
    assert shown.news()["mistakes"] == []


@contextmanager
def restored(file: Path) -> Iterator[Path]:
    """A file that is put back as it was."""
    text = file.read_bytes()
    yield file
    file.write_bytes(text)


def test_a_page_is_told_of_its_own_builds_only(shown: Live) -> None:
    page, other = shown.listen(PAGE), shown.listen("over/index.html")
    before, others = next(page)["build"], next(other)["build"]
    assert (page_build(shown, ADDRESS), page_build(shown, "/over/")) == (before, others)
    with restored(shown.file(f"content/{LESSON}")) as file:
        file.write_text(file.read_text(encoding="utf-8") + "\nAlleen hier.\n", encoding="utf-8")
        build = next(page)["build"]
        assert (page_build(shown, ADDRESS), page_build(shown, "/over/")) == (build, others)
        assert (build != before, next(other)["build"]) == (True, others)
        shown.news()
    shown.news()


def page_build(shown: Live, address: str) -> str:
    return fetched(shown.port, address)[1].partition('data-build="')[2].partition('"')[0]


def test_a_second_save_is_taken_up_after_the_first(tmp_path: Path) -> None:
    copy_project(tmp_path)
    lesson = tmp_path / "content" / LESSON
    with live(tmp_path) as running:
        running.news()
        told = []
        for sentence in ("Eerste zin.", "Tweede zin."):
            lesson.write_text(f"{lesson.read_text(encoding='utf-8')}\n{sentence}\n", encoding="utf-8")
            told.append(running.news(whole=False)["whole"])
        told += [running.news(whole=False)["whole"] for _ in range(2)]
        assert told == [False, True, False, True]
        text = fetched(running.port, ADDRESS)[1]
        assert "Eerste zin." in text
        assert "Tweede zin." in text


def test_a_page_is_taken_back_when_the_rest_fails_and_that_is_told(tmp_path: Path) -> None:
    copy_project(tmp_path)
    template, lesson = tmp_path / "theme" / "templates" / "list.html", tmp_path / "content" / LESSON
    with live(tmp_path) as running:
        running.news()
        page = running.listen(PAGE)
        next(page)
        template.write_text(
            template.read_text(encoding="utf-8").replace("{% block main %}", "{% block main %}{% onzin %}"), encoding="utf-8"
        )
        lesson.write_text(lesson.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
        told = next(told for told in page if told["mistakes"])
        assert [mistake["place"] for mistake in told["mistakes"]] == ["theme/templates/list.html:11"]
        assert told["build"] == page_build(running, ADDRESS)
        assert "Nog een zin." not in fetched(running.port, ADDRESS)[1]


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
