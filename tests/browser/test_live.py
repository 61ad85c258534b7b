"""The site while it is written, as a browser shows it: a change, a mistake, and that it is mended."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from ..live import LONG, copy_project, live

LESSON = "content/lessons/2021/geen-opdrachtgever-geen-vervolg.md"
ADDRESS = "/lessen/geen-opdrachtgever-geen-vervolg/"
MODULE = "plugins/doetank/urls.py"
WAIT = LONG * 1000


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """One project for all tests of this file, each of which leaves it as it was."""
    root = tmp_path_factory.mktemp("project")
    copy_project(root)
    with live(root) as running:
        assert running.news()["mistakes"] == []
        yield running


@pytest.fixture
def page(browser, shown):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.heard = []
    page.on("console", lambda message: page.heard.append(message.text))
    page.on("pageerror", lambda error: page.heard.append(str(error)))
    page.goto(shown.address + ADDRESS)
    yield page
    context.close()


@pytest.fixture
def lesson(shown):
    """The file of the lesson, put back afterwards."""
    yield from kept(shown, LESSON)


@pytest.fixture
def template(shown):
    yield from kept(shown, "theme/templates/lesson.html")


@pytest.fixture
def module(shown):
    yield from kept(shown, MODULE)


def kept(shown, name):
    file = shown.file(name)
    text = file.read_bytes()
    yield file
    stream = shown.listen()
    assert any(told["whole"] for told in stream)  # what the test saved is all there
    file.write_bytes(text)
    assert any(told["whole"] and not told["mistakes"] for told in stream)


def title(page):
    return page.locator("h1")


def overlay(page):
    return page.locator(".live")


def wait_for(locator, text):
    locator.filter(has_text=text).first.wait_for(timeout=WAIT)


def test_a_saved_text_is_shown_without_asking(page, lesson):
    add(lesson, "\nDeze zin is nieuw.\n")
    wait_for(page.locator("main"), "Deze zin is nieuw.")
    assert overlay(page).count() == 0
    assert page.heard == []


def test_only_a_page_that_was_changed_loads_itself_again(page, shown, lesson):
    other = page.context.new_page()
    other.goto(f"{shown.address}/over/")
    other.evaluate("window.kept = true")
    page.evaluate("window.kept = true")
    stream = shown.listen()
    next(stream)
    put(lesson, "title: ", "title: Anders, ")
    wait_for(title(page), "Anders, ")
    assert page.evaluate("window.kept") is None
    assert any(told["whole"] for told in stream)
    page.evaluate("window.kept = true")
    other.bring_to_front()
    assert (page.evaluate("window.kept"), other.evaluate("window.kept")) == (True, True)


def add(file, text):
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def put(file, old, new):
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_mistake_lies_over_the_last_good_page_until_it_is_mended(page, lesson):
    good, before = lesson.read_text(encoding="utf-8"), title(page).inner_text()
    put(lesson, "verdict: ", "verdict: erg-")
    wait_for(overlay(page), "1 fout in de teksten")
    assert title(page).inner_text() == before
    assert overlay(page).locator(".live__place").inner_text().startswith(f"{LESSON}:")
    assert overlay(page).locator("strong").inner_text() == "verdict"
    assert overlay(page).get_attribute("lang") == "nl"
    lesson.write_text(good, encoding="utf-8")
    overlay(page).wait_for(state="detached", timeout=WAIT)


def test_a_mistake_can_be_copied_and_folded_away_and_takes_no_focus(page, lesson):
    page.locator("input[name=q]").focus()
    put(lesson, "verdict: ", "verdict: erg-")
    wait_for(overlay(page), "1 fout in de teksten")
    assert page.evaluate("document.activeElement.name") == "q"
    overlay(page).locator("button").click()
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"{LESSON}:")
    overlay(page).locator("summary").click()
    assert not overlay(page).locator("button").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mistakes_are_accessible(page, lesson, scheme):
    page.emulate_media(color_scheme=scheme)
    put(lesson, "verdict: ", "verdict: erg-")
    wait_for(overlay(page), "1 fout in de teksten")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_a_mistake_in_a_template_names_its_line(page, template):
    before = title(page).inner_text()
    put(template, "{%", "\n{% onzin %}{%")
    wait_for(overlay(page), "Een fout in het thema")
    assert overlay(page).locator(".live__place").inner_text().startswith("theme/templates/lesson.html:")
    assert title(page).inner_text() == before


def test_a_mistake_in_the_code_names_its_line_and_is_gone_when_it_is_mended(page, module):
    good = module.read_text(encoding="utf-8")
    add(module, "\ndef niet af(\n")
    wait_for(overlay(page), "Een fout in de code")
    line = good.count("\n") + 2
    assert overlay(page).locator(".live__place").inner_text() == f"{MODULE}:{line}"
    module.write_text(good, encoding="utf-8")
    overlay(page).wait_for(state="detached", timeout=WAIT)


def test_a_record_that_gets_another_name_moves_and_its_old_page_says_that_it_is_not_there(page, shown):
    old, new = shown.file("content/posts/nieuw.md"), shown.file("content/posts/ander.md")
    old.write_text("---\ntitle: Een bericht\ndate: 2024-05-01\nkind: blog\nfictional: true\nauthors: []\n---\n\nTekst.\n", encoding="utf-8")
    page.goto(f"{shown.address}/blog/nieuw/")
    wait_for(title(page), "Een bericht")
    old.rename(new)
    wait_for(title(page), "niet")
    page.goto(f"{shown.address}/blog/ander/")
    wait_for(title(page), "Een bericht")
    new.unlink()
    wait_for(title(page), "niet")


def test_a_page_says_that_the_server_is_gone_and_loads_itself_again_when_it_is_back(browser, tmp_path):
    copy_project(tmp_path)
    page = browser.new_page()
    with live(tmp_path) as first:
        first.news()
        page.goto(first.address)
    wait_for(overlay(page), "De server is niet bereikbaar.")
    with page.expect_navigation(timeout=WAIT), live(tmp_path, first.port) as second:
        second.news()
        page.wait_for_function("document.readyState === 'complete' && !document.querySelector('.live')", timeout=WAIT)
    page.close()


def test_a_site_without_any_page_yet_says_what_is_wrong_and_then_comes(browser, tmp_path):
    copy_project(tmp_path)
    lesson = tmp_path / LESSON
    good = lesson.read_text(encoding="utf-8")
    put(lesson, "verdict: ", "verdict: erg-")
    page = browser.new_page()
    with live(tmp_path) as running:
        page.goto(running.address + ADDRESS)
        wait_for(overlay(page), "1 fout in de teksten")
        assert [one["id"] for one in Axe().run(page).response["violations"]] == []
        lesson.write_text(good, encoding="utf-8")
        wait_for(title(page), "Zonder opdrachtgever")
    page.close()


def test_a_draft_says_so_on_its_page_and_in_lists(page, shown, lesson):
    put(lesson, "title: ", "status: draft\ntitle: ")
    wait_for(page.locator(".notice--draft"), "Concept")
    page.goto(f"{shown.address}/lessen/")
    assert page.locator(".tag--draft").first.inner_text().upper() == "CONCEPT"
