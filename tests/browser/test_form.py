"""The form for contributors in a browser: from an empty page to a file that the build takes."""

import json
import shutil
import tempfile
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from doetank.catalogue import catalogue
from doetank.front_matter import read_document
from doetank.pipeline import check
from doetank.records import RECORD_TYPES
from doetank.records.describe import describe_fields
from doetank.urls import GUIDES, TYPES
from doetank.written import write_document

from ..sites import EXAMPLE, built_with, site
from .conftest import served

REPOSITORY = "https://github.com/example/site"
TITLE = "Wij belden eerst: dat scheelde"
BODY = "Wij belden **eerst**.\n\n## Wat wij zagen\n\n- Minder brieven\n- Meer rust"


@pytest.fixture(scope="module")
def address():
    with served(built_with(REPOSITORY=REPOSITORY, EDITORS="redactie@example.org")) as address:
        yield address


@pytest.fixture
def form(visit):
    """Open the form of a type; the keyboard goes to a field by Tab."""

    def open_form(name="bericht", prefix="", **options):
        page = visit(f"{prefix}/bijdragen/{name}/", **{"viewport": {"width": 1280, "height": 900}, **options})
        page.wait_for_selector("[data-contribute]:not([hidden]) form:not([inert])")
        return page

    return open_form


def tab_to(page, selector):
    """Press Tab until an element has the focus."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard does not reach {selector}")


def write_a_post(page, title=TITLE, body=BODY):
    """With the keyboard alone, from the top of the page to the last button."""
    tab_to(page, "#vraag-title")
    page.keyboard.type(title)
    tab_to(page, "#vraag-date")
    page.keyboard.type("14 mei 2024")
    tab_to(page, "#vraag-kind")
    page.keyboard.type("Blog")
    tab_to(page, "#tekst")
    page.keyboard.type(body)
    tab_to(page, ".contribute__form > p > button[type=submit]")
    page.keyboard.press("Enter")


def file_of(page):
    return page.locator("[data-file]").text_content()


def problems(text, name):
    """What `check` says of the example site with this text in the file of that name."""
    with tempfile.TemporaryDirectory() as place:
        content = Path(place) / "content"
        shutil.copytree(EXAMPLE, content)
        (content / name).write_text(text, encoding="utf-8")
        return [problem for problem in check(content, site(), "content") if problem.path == f"content/{name}"]


def test_a_post_that_is_written_with_the_keyboard_is_a_file_that_the_build_takes(form):
    page = form()
    write_a_post(page)
    assert page.locator("[data-faults]").is_hidden()
    assert page.evaluate("document.activeElement.matches('[data-ways]')")
    page.wait_for_timeout(400)  # what was typed last is saved a moment later, which changes nothing any more
    assert page.locator("[data-ways]").is_visible()
    text = file_of(page)
    assert text == f'---\ntitle: "{TITLE}"\ndate: 2024-05-14\nkind: blog\n---\n\n{BODY}\n'
    assert problems(text, "posts/2024-05-14-wij-belden-eerst-dat-scheelde.md") == []
    assert page.heard == []


def test_the_address_of_the_git_host_carries_exactly_the_file(form):
    page = form()
    write_a_post(page)
    parts = urlsplit(page.locator("[data-way=new]").get_attribute("href"))
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{REPOSITORY}/new/main"
    assert parse_qs(parts.query) == {"filename": ["content/posts/2024-05-14-wij-belden-eerst-dat-scheelde.md"], "value": [file_of(page)]}


def test_a_text_that_is_too_long_for_an_address_goes_by_the_clipboard(form):
    page = form()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#tekst").fill("Een lange zin met é. " * 900)
    write_a_post(page)
    link = page.locator("[data-way=new]")
    assert parse_qs(urlsplit(link.get_attribute("href")).query) == {
        "filename": ["content/posts/2024-05-14-wij-belden-eerst-dat-scheelde.md"]
    }
    expect(page.locator("[data-said]")).to_contain_text("klembord")
    assert page.evaluate("navigator.clipboard.readText()") == file_of(page)


def test_the_file_can_be_downloaded_and_loaded_again(form, tmp_path):
    page = form()
    write_a_post(page)
    with page.expect_download() as waiting:
        tab_to(page, "[data-way=download]")
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "2024-05-14-wij-belden-eerst-dat-scheelde.md"
    saved = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(saved)
    text = file_of(page)
    assert saved.read_text(encoding="utf-8") == text
    other = form()
    other.locator("[data-load]").set_input_files(saved)
    expect(other.locator("#vraag-title")).to_have_value(TITLE)
    other.locator(".contribute__form > p > button[type=submit]").click()
    assert file_of(other) == text


def test_a_mail_has_the_file_and_says_what_it_is(form):
    page = form()
    write_a_post(page)
    parts = urlsplit(page.locator("[data-way=mail]").get_attribute("href"))
    assert (parts.scheme, parts.path) == ("mailto", "redactie@example.org")
    fields = {name: unquote(value) for name, value in (part.split("=") for part in parts.query.split("&"))}
    assert fields["subject"].endswith(TITLE)
    assert fields["body"].replace("\r\n", "\n").endswith(file_of(page))


def test_nothing_is_lost_on_reload_and_one_button_forgets_it(form):
    page = form("les")
    page.locator("#vraag-title").fill("Eén vraag")
    page.locator("[data-field=about] input").fill("network")
    page.locator("[data-field=sources] [data-add]").evaluate("button => button.click()")
    page.locator("[data-field=sources] [data-field=title] input").evaluate(
        "input => { input.value = 'Verslag'; input.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    page.locator("#tekst").fill("Een tekst.")
    page.reload()
    page.wait_for_selector("[data-contribute]:not([hidden]) form:not([inert])")
    kept = page.evaluate(
        "['#vraag-title', '#tekst', '[data-field=sources] [data-field=title] input', '#naam'].map((name) => document.querySelector(name)?.value)"
    )
    assert kept == ["Eén vraag", "Een tekst.", "Verslag", "een-vraag"]
    assert page.locator("[data-field=about] input").first.input_value() == "network"
    page.on("dialog", lambda dialog: dialog.accept())
    page.locator("[data-forget]").click()
    assert page.locator("#vraag-title").input_value() == ""
    assert page.evaluate("localStorage.length") == 0


def test_what_is_wrong_is_told_first_and_each_leads_to_its_field(form):
    page = form("les")
    page.locator(".contribute__form > p > button[type=submit]").click()
    assert page.evaluate("document.activeElement.matches('[data-faults]')")
    links = page.locator("[data-faults] a")
    assert links.count() == 11
    for _ in range(links.count()):
        tab_to(page, "[data-faults] a")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('details') === null || document.activeElement.closest('details').open")
    assert page.locator("#vraag-title").get_attribute("aria-invalid") == "true"
    described = page.locator("#vraag-title").get_attribute("aria-describedby").split()
    assert "“Titel” ontbreekt en is verplicht" in " ".join(page.locator(f"#{name}").text_content() for name in described)
    page.locator("#vraag-title").fill("Een titel")
    expect(links).to_have_count(10)


def violations(page):
    found = Axe().run(page, options={"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}})
    return [(rule["id"], node["html"][:200]) for rule in found.response["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["les", "experiment", "bericht", "cafe", "vraag", "inspiratie"])
def test_axe_finds_nothing_in_any_state(form, name, scheme):
    page = form(name, color_scheme=scheme)
    assert violations(page) == []
    page.evaluate("document.querySelectorAll('.contribute details').forEach((details) => { details.open = true; })")
    page.evaluate("document.querySelectorAll('[data-add]').forEach((button) => button.checkVisibility() && button.click())")
    page.evaluate("document.querySelectorAll('[data-add]').forEach((button) => button.checkVisibility() && button.click())")
    assert violations(page) == []
    page.locator(".contribute__form > p > button[type=submit]").click()
    assert page.locator("[data-faults] a").count() > 0
    assert violations(page) == []
    assert (
        page.evaluate("[...document.querySelectorAll('[id]')].map((node) => node.id).filter((id, at, all) => all.indexOf(id) !== at)") == []
    )


def test_axe_finds_nothing_when_the_text_is_ready(form):
    page = form()
    write_a_post(page)
    assert violations(page) == []


def test_the_preview_shows_the_text_as_a_page_and_no_markup_of_others(form):
    page = form()
    page.locator("#vraag-title").fill("<b>Titel</b>")
    page.locator("#tekst").fill(
        "Een **vette** zin met <img src=x onerror=alert(1)>.\n\n## Kop\n\n- een\n- twee\n\n[weg](javascript:alert(1))"
    )
    expect(page.locator("[data-preview] h4")).to_have_text("Kop")
    assert page.locator("[data-preview]").inner_html().count("<img") == 0
    assert page.locator("[data-preview] a").count() == 0
    assert page.locator("[data-preview] h3").text_content() == "<b>Titel</b>"
    assert page.locator("[data-preview] li").all_text_contents() == ["een", "twee"]
    assert page.locator("[data-preview] strong").text_content() == "vette"


def test_a_reference_may_be_typed_as_a_title_or_as_the_address_of_its_page(form):
    page = form("experiment")
    team = json.loads(page.evaluate("fetch(document.querySelector('[data-contribute]').dataset.choices).then((answer) => answer.text())"))[
        "doetank"
    ][0]
    field = page.locator("#vraag-doetank")
    field.focus()
    assert page.evaluate("document.activeElement.list.options.length") > 5
    for typed in (team[1], f"https://example.org/doetanks/{team[0]}/"):
        field.fill(typed)
        field.blur()
        assert field.input_value() == team[0]
    assert page.locator("#vraag-doetank ~ [data-chosen]").text_content() == team[1]


def test_without_javascript_the_page_shows_the_guide_and_the_file_to_fill_in(visit):
    page = visit("/bijdragen/les/", java_script_enabled=False)
    assert page.locator("[data-contribute]").is_hidden()
    assert page.locator("[data-guide]").is_visible()
    assert page.locator("a[href='/bijdragen/les/voorbeeld.md']").first.is_visible()


def test_the_form_asks_nobody_else(form, address):
    page = form("les")
    assert [url for url in page.asked if not url.startswith(address)] == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("where", ["#tekst", "#vraag-summary"])
def test_a_citizen_service_number_is_stopped_in_the_page(form, where):
    page = form()
    page.locator("details").evaluate_all("all => all.forEach((details) => { details.open = true; })")
    page.locator(where).fill("Haar BSN is 111222333.")
    write_a_post(page, body="")
    assert page.locator("[data-ways]").is_hidden()
    assert page.evaluate("document.activeElement.matches('[data-faults]')")
    assert "111222333" in page.locator("[data-faults] a").text_content()
    assert page.locator(where).get_attribute("aria-invalid") == "true"
    assert violations(page) == []


def test_a_name_is_pointed_out_and_stops_nothing(form):
    page = form()
    write_a_post(page, body="Wij spraken met Jan de Vries.")
    assert page.locator("[data-ways]").is_visible()
    assert "Jan de Vries" in page.locator("[data-remarks] li").text_content()
    assert violations(page) == []
    page.locator("[data-remarks] button").click()
    assert page.evaluate("document.activeElement.id") == "tekst"


def test_a_waiver_with_a_reason_lets_a_number_stand(form):
    page = form()
    write_a_post(page, body="Bel 020-1234567.")
    assert page.locator("[data-faults] a").count() == 1
    page.locator(".contribute__more").first.evaluate("details => { details.open = true; }")
    page.locator("[data-field=privacy_ok] [data-add]").click()
    page.locator("[data-field=privacy_ok] [data-field=text] input").fill("020-1234567")
    page.locator("[data-field=privacy_ok] [data-field=because] input").fill("Het algemene nummer.")
    page.locator(".contribute__form > p > button[type=submit]").click()
    assert problems(file_of(page), "posts/2024-05-14-wij-belden-eerst-dat-scheelde.md") == []


def test_the_form_speaks_english_too(form):
    page = form("les", prefix="/en")
    page.locator(".contribute__form > p > button[type=submit]").click()
    assert page.locator("[data-faults] h2").text_content() == "This is not right yet"
    assert "“Title” is missing, and is required" in page.locator("[data-faults] a").all_text_contents()
    page.locator("#vraag-learned").fill("May 2024")
    page.locator("#vraag-learned").blur()
    assert page.locator("#vraag-learned").input_value() == "2024-05"


def records_of(type_name):
    """The records of a type of the example site, in Dutch: the name of the file, its fields and its text."""
    for path in sorted((EXAMPLE / TYPES[type_name].folder).rglob("*.md")):
        if path.suffixes == [".md"]:
            document, _ = read_document(path.read_bytes(), path.name)
            yield path, json.loads(json.dumps(document.fields.data)), document.body


@pytest.mark.parametrize("type_name", GUIDES)
def test_what_the_form_of_a_type_writes_the_build_reads(form, type_name):
    """Each form, with the record that has most in it: loaded from its file, checked, and written again."""
    path, values, body = max(records_of(type_name), key=lambda found: len(str(found[1])))
    page = form(GUIDES[type_name])
    page.locator("[data-load]").set_input_files(path)
    expect(page.locator("#vraag-title")).to_have_value(values["title"])
    page.locator(".contribute__form > p > button[type=submit]").click()
    assert page.locator("[data-faults] a").all_text_contents() == []
    expect(page.locator("[data-ways]")).to_be_visible()
    text = file_of(page)
    assert text == write_document(describe_fields(RECORD_TYPES[type_name]), values, body)
    assert [problem.format(catalogue("en")) for problem in problems(text, path.relative_to(EXAMPLE).as_posix()) if not problem.notice] == []
