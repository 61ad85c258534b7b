"""Pages and files hold what the records say, with true counts."""

import csv
import io
import json
from collections import Counter
from xml.etree import ElementTree

import icalendar
import pytest

from doetank import urls
from doetank.front_matter import read_document
from doetank.pipeline import make_outputs, read_library
from doetank.records import RECORD_TYPES
from doetank.records.choices import Outcome, Verdict
from doetank.records.describe import describe_fields
from doetank.records.fields import Ref

from .sites import (
    EXAMPLE,
    ROOT,
    doetank,
    example_file,
    example_library,
    example_outputs,
    example_page,
    experiment,
    front_matter,
    html_of,
    lesson,
    library_of,
    post,
    report,
    site,
)

ATOM = "{http://www.w3.org/2005/Atom}"


def test_every_address_of_the_site_is_there():
    found = {page.url for page in example_outputs()[0]} | {file.url for file in example_outputs()[1]}
    expected = {
        "/", "/doetanks/", "/experimenten/", "/lessen/", "/lessen/werkt/", "/lessen/werkt-onder-voorwaarden/", "/lessen/werkt-niet/",
        "/jaarlessen/", "/jaarlessen/2024/", "/jaarlessen/2024/lessen.csv", "/jaarlessen/2024/lessen.json", "/aanbevelingen/", "/blog/",
        "/cafes/", "/agenda/", "/agenda.ics", "/reflecties/", "/inspiratie/", "/werkvormen/", "/organisaties/", "/mensen/", "/vragen/",
        "/zoeken/", "/bijdragen/", "/bijdragen/les/", "/data/", "/over/", "/privacy/", "/toegankelijkheid/", "/colofon/",
        "/feeds/alles.atom.xml", "/feeds/lessen.atom.xml", "/feeds/blog.atom.xml", "/feeds/cafes.atom.xml", "/sitemap.xml", "/robots.txt",
        "/404.html", "/fasen/", "/fasen/experiment/", "/themas/", "/jaren/", "/jaren/2024/",
    }  # fmt: skip
    assert expected - found == set()


def test_every_record_has_a_page_in_each_of_its_languages():
    pages = {page.url for page in example_outputs()[0]}
    assert {entry.url for entry in example_library().everything()} <= pages


def test_every_template_is_in_the_theme_and_used():
    templates = {path.stem for path in (ROOT / "theme" / "templates").glob("*.html")} - {"base", "fixed", "record"}
    assert {page.template for page in example_outputs()[0]} == templates


def test_choices_count_what_they_lead_to():
    library = example_library()
    choices = {choice.title: choice.options for choice in example_page("/lessen/").values["choices"]}
    for option in choices["Theme"]:
        theme = option.url.removeprefix(urls.THEMES).split("/")[0]
        assert option.count == sum(theme in entry.record.themes for entry in library.all("lesson"))
        groups = {group.id: group for group in example_page(urls.theme(theme)).values["groups"]}
        assert len(groups["lesson"].cards) == option.count
    for option in choices["Organisation"]:
        page = example_page(option.url.split("#")[0])
        assert len(page.values["lessons"]) == option.count
    assert choices["Verdict"][0].count == len(library.all("lesson"))


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_has_a_list_of_exactly_its_lessons(verdict):
    page = example_page(urls.verdict(verdict))
    found = {card.ref for group in page.values["groups"] for card in group.cards}
    assert found == {entry.ref for entry in example_library().all("lesson") if entry.record.verdict is verdict}


def test_a_list_of_experiments_has_a_group_for_every_outcome():
    assert [group.id for group in example_page("/experimenten/").values["groups"]] == [str(outcome) for outcome in Outcome]


def test_retired_records_are_in_no_list_but_keep_their_page():
    library = example_library()
    retired = [entry for entry in library.everything() if entry.record.is_retired]
    listed = {
        card.ref for page in example_outputs()[0] if page.template == "list" for group in page.values["groups"] for card in group.cards
    }
    assert retired
    for entry in retired:
        assert entry.ref not in listed
        assert example_page(entry.url).listed is False


def test_home_shows_the_newest_lessons_of_each_verdict_in_equal_number():
    newest = example_page("/").values["newest"]
    assert [verdict for verdict, *_ in newest] == list(Verdict)
    assert [len(cards) for *_, cards in newest] == [3, 3, 3]


def test_home_names_the_next_cafe_and_no_past_or_cancelled_one():
    assert example_page("/").values["next_cafe"].ref == Ref("cafe", "2031-05-20-cafe-van-de-toekomst")


def test_a_phase_shows_its_moments_by_year_oldest_first():
    years = [year.year for year in example_page("/fasen/experiment/").values["years"]]
    dated = [year for year in years if year]
    assert dated == sorted(dated)
    assert None not in years[:-1]
    moments = [moment.when.first for year in example_page("/fasen/experiment/").values["years"] for moment in year.moments if moment.when]
    assert moments == sorted(moments)


def test_a_feed_is_atom_with_its_newest_item_first():
    root = ElementTree.fromstring(example_file("/feeds/lessen.atom.xml"))
    titles = [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]
    newest = [entry.record.title for entry in example_library().all("lesson") if not entry.record.is_draft][:30]
    assert titles == newest
    assert all(entry.find(f"{ATOM}link").get("href").startswith("https://example.org/") for entry in root.iter(f"{ATOM}entry"))


def test_there_is_a_feed_for_each_theme():
    found = {file.url for file in example_outputs()[1]}
    assert {urls.feed(f"thema-{term.id}") for term in example_library().vocabulary.themes} <= found


def test_the_agenda_file_holds_every_meeting_oldest_first():
    events = icalendar.Calendar.from_ical(example_file("/agenda.ics")).walk("VEVENT")
    assert [str(event["uid"]) for event in events] == [f"{entry.record.id}@example.org" for entry in example_library().all("cafe")[::-1]]


def test_the_site_map_gives_the_last_change_of_a_record_and_none_where_it_is_not_known():
    library = library_of(
        {
            "lessons/a.md": lesson(modified="2024-05-06"),
            "lessons/b.md": lesson(),
            "lessons/c.md": lesson(status="draft"),
            "lessons/d.md": lesson(modified="2024-05"),
        }
    )
    content = next(file.content for file in make_outputs(library)[1] if file.url == "/sitemap.xml")
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = {url.findtext(f"{space}loc"): url.findtext(f"{space}lastmod") for url in ElementTree.fromstring(content)}
    assert found["https://example.org/lessen/a/"] == "2024-05-06"
    assert found["https://example.org/lessen/b/"] is None
    assert "https://example.org/lessen/c/" not in found
    assert found["https://example.org/lessen/d/"] is None


def test_the_site_map_names_every_page_that_may_be_found_and_no_other():
    root = ElementTree.fromstring(example_file("/sitemap.xml"))
    found = {element.text.removeprefix("https://example.org") for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    assert found == {page.url for page in example_outputs()[0] if page.listed} - {"/zoeken/", "/en/zoeken/"}


def test_search_engines_are_welcome_on_the_published_site_only():
    robots = {
        production: next(file.content for file in make_outputs(library_of({}, production=production))[1] if file.url == "/robots.txt")
        for production in (True, False)
    }
    assert b"Allow: /\n" in robots[True]
    assert b"Disallow: /\n" in robots[False]


def security(**options):
    files = make_outputs(library_of({}, **options))[1]
    return next((file.content.decode() for file in files if file.url == "/.well-known/security.txt"), None)


def test_security_txt_is_there_when_a_contact_is_configured_and_expires_within_a_year():
    assert security(contact="https://example.org/meld/") == (
        "Contact: https://example.org/meld/\n"
        "Expires: 2026-12-11T00:00:00+01:00\n"
        "Preferred-Languages: nl, en\n"
        "Canonical: https://example.org/.well-known/security.txt\n"
    )
    assert security() is None


def test_a_contact_that_is_a_page_of_the_site_is_given_whole():
    assert security(contact="/colofon/").startswith("Contact: https://example.org/colofon/\n")


def test_security_txt_names_its_own_address_over_https_only():
    assert "Canonical" not in security(contact="/colofon/", url="http://localhost:8000")


def test_an_alias_leads_to_the_record():
    library = library_of({"lessons/a.md": lesson(aliases=["/2013/05/oud/", "/zonder-streep"])})
    found = {page.url: page.values["target"] for page in make_outputs(library)[0] if page.template == "redirect"}
    assert found == {"/2013/05/oud/": "/lessen/a/", "/zonder-streep/": "/lessen/a/"}


def test_lessons_of_a_year_are_the_same_in_csv_json_and_on_the_page():
    rows = list(csv.DictReader(io.StringIO(example_file("/jaarlessen/2024/lessen.csv").decode("utf-8-sig"))))
    data = json.loads(example_file("/jaarlessen/2024/lessen.json"))
    counted = example_page("/jaarlessen/2024/").values["counted"]
    ids = [entry.record.id for entry in counted.lessons]
    assert [row["id"] for row in rows] == ids == [row["id"] for row in data["lessons"]]
    assert {figure["id"]: figure["number"] for figure in data["figures"]} == {figure.id: figure.number for figure in counted.figures}


def test_a_spreadsheet_runs_no_formula_from_a_lesson():
    library = library_of(
        {
            "lessons/a.md": lesson(title='"=HYPERLINK(1)"'),
            "reports/2024.md": "---\ntitle: J\nsummary: K\nperiod: {from: 2024, to: 2024}\n---\n",
        }
    )
    content = next(file.content for file in make_outputs(library)[1] if file.url.endswith("lessen.csv"))
    assert next(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))["title"] == "'=HYPERLINK(1)"


def test_open_data_has_every_record_and_no_consent():
    lines = [json.loads(line) for line in example_file("/data/people.jsonl").splitlines()]
    assert {line["id"] for line in lines} == {entry.record.id for entry in example_library().all("person")}
    assert all("consent" not in line for line in lines)
    posts = example_file("/data/posts.jsonl").decode()
    assert "consent" not in posts
    assert "privacy_ok" not in posts


@pytest.mark.parametrize("type_name", RECORD_TYPES)
def test_the_field_guide_describes_every_field_that_an_author_may_write(type_name):
    described = {field.name for field in describe_fields(RECORD_TYPES[type_name])}
    expected = {info.alias or name for name, info in RECORD_TYPES[type_name].model_fields.items() if not (info.alias or "").startswith("@")}
    assert described == expected


@pytest.mark.parametrize("type_name", urls.GUIDES)
def test_the_file_to_fill_in_can_be_read_and_asks_for_what_is_required(type_name):
    document, problems = read_document(example_file(f"{urls.guide(type_name)}voorbeeld.md"), "voorbeeld.md")
    assert problems == ()
    asked = {path[0] for path in document.fields.keys}
    required = {
        info.alias or name
        for name, info in RECORD_TYPES[type_name].model_fields.items()
        if info.is_required() and not (info.alias or "").startswith("@")
    }
    assert required <= asked


def test_a_record_in_two_languages_names_its_other_version():
    entry = next(entry for entry in example_library().all("lesson") if len(example_library().versions(entry)) > 1)
    page = example_page(entry.url)
    assert page.alternates == (("nl", entry.url), ("en", f"/en{entry.url}"))
    assert example_page(f"/en{entry.url}").language == "en"


def test_a_doetank_page_tells_the_story_by_role_and_by_verdict():
    page = next(page for page in example_outputs()[0] if page.template == "doetank" and page.values["roles"])
    for role, cards in page.values["roles"]:
        for card in cards:
            assert role in {author.role for author in example_library().entry(card.ref).record.authors}
    assert [verdict for verdict, _ in page.values["lessons"]] == list(Verdict)


def test_a_lesson_about_an_experiment_belongs_to_its_doetank_too():
    texts = {"doetanks/team.md": doetank(), "experiments/e.md": experiment(), "lessons/a.md": lesson(about=["experiment:e"])}
    pages = {page.url: page for page in make_outputs(library_of(texts))[0]}
    assert [card.ref.id for card in pages["/lessen/a/"].values["doetanks"]] == ["team"]
    assert [card.ref.id for _, cards in pages["/doetanks/team/"].values["lessons"] for card in cards] == ["a"]


@pytest.mark.parametrize(("review_by", "due"), [("2026-01-14", True), ("2026-01-15", False), ("2026-01-16", False)])
def test_a_review_date_that_has_passed_is_told_on_the_page_and_in_lists(review_by, due):
    library = library_of({"lessons/a.md": lesson(review_by=review_by), "reports/2024.md": report()})
    assert site().today.isoformat() == "2026-01-15"
    for url in ("/lessen/a/", "/lessen/", "/jaarlessen/2024/"):
        assert ("Toe aan een nieuwe blik" in html_of(library, url)) is due, url


def test_nobody_looks_again_at_what_is_retired():
    found = html_of(library_of({"lessons/a.md": lesson(review_by="2025-01-01", status="retired", retired_because="Oud.")}), "/lessen/a/")
    assert "Toe aan een nieuwe blik" not in found


RETIRED = {"status": "retired", "retired_because": "Er is een betere."}


@pytest.mark.parametrize(
    ("fields", "to"),
    [
        ({"replaced_by": "lesson:b"}, '<a href="/lessen/b/">Beter</a>'),
        ({"replaced_by": "https://example.org/b"}, '<a href="https://example.org/b">'),
        ({}, '<a href="/lessen/">Lessen</a>'),
    ],
)
def test_a_retired_page_says_why_and_where_to_go(fields, to):
    texts = {"lessons/a.md": lesson(**RETIRED, **fields), "lessons/b.md": lesson(title="Beter")}
    notice = html_of(library_of(texts), "/lessen/a/").split("notice--retired")[1].split("</div>\n</div>")[0]
    assert "Ingetrokken" in notice
    assert "Er is een betere." in notice
    assert to in notice


def test_a_retired_page_is_found_by_nobody_who_does_not_follow_a_link():
    library = library_of({"lessons/a.md": lesson(**RETIRED), "posts/b.md": post(about=["lesson:a"])})
    pages, files = make_outputs(library)
    page = next(page for page in pages if page.url == "/lessen/a/")
    assert (page.listed, page.search) == (False, None)
    html = html_of(library, "/lessen/a/")
    assert '<meta name="robots" content="noindex">' in html
    assert "data-pagefind-body" not in html
    assert not [file.url for file in files if b"/lessen/a/" in file.content]
    assert {shown.url for shown in pages if 'href="/lessen/a/"' in html_of(library, shown.url)} == {"/lessen/a/", "/blog/b/"}


def test_a_link_to_a_retired_record_says_so():
    library = library_of({"lessons/a.md": lesson(**RETIRED), "posts/b.md": post(about=["lesson:a"])})
    assert '<a href="/lessen/a/">Les</a> (ingetrokken)' in html_of(library, "/blog/b/")


@pytest.mark.parametrize(
    ("where", "mode"), [({"city": "Almere", "online": True}, "Mixed"), ({"online": True}, "Online"), ({"city": "Almere"}, None)]
)
def test_an_event_says_how_one_can_be_there(where, mode):
    told = {"title": "Café", "date": "2031-05-20", "kind": "cafe", "summary": "Soep *en* meer."}
    library = library_of({"cafes/a.md": front_matter(**told, **where)})
    found = next(page.json_ld for page in make_outputs(library)[0] if page.url == "/cafes/a/")
    assert found.get("eventAttendanceMode") == (f"https://schema.org/{mode}EventAttendanceMode" if mode else None)
    assert found["description"] == "Soep en meer."


def test_json_ld_says_what_the_record_says():
    page = example_page("/cafes/2031-05-20-cafe-van-de-toekomst/")
    assert page.json_ld["@type"] == "Event"
    assert page.json_ld["startDate"].startswith("2031-05-20")
    types = Counter(page.json_ld["@type"] for page in example_outputs()[0] if page.listed)
    assert {
        "Project",
        "Article",
        "BlogPosting",
        "Event",
        "Report",
        "Organization",
        "Person",
        "WebSite",
        "CollectionPage",
        "SearchResultsPage",
        "DataCatalog",
        "WebPage",
    } <= set(types)


def test_a_published_site_has_no_drafts():
    library = library_of({"lessons/a.md": lesson(status="draft"), "lessons/b.md": lesson()}, production=True)
    assert [entry.record.id for entry in library.all("lesson")] == ["b"]


def test_equal_content_gives_equal_pages_and_files():
    again = make_outputs(read_library(EXAMPLE, site(), workers=1))
    assert [file.content for file in again[1]] == [file.content for file in example_outputs()[1]]
    assert [(page.url, page.title, page.search, page.json_ld) for page in again[0]] == [
        (page.url, page.title, page.search, page.json_ld) for page in example_outputs()[0]
    ]
