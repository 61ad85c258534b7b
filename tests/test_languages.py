"""The site in its languages: each page is wholly in one, knows the others, and says what is not in it."""

import json
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from doetank import urls
from doetank.catalogue import catalogue
from doetank.library import link
from doetank.pipeline import make_outputs

from .sites import built_content, built_example, example_file, example_library, example_outputs, example_page, lesson, library_of

SITE = "http://localhost:8000"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
SAID = ("aria-label", "alt", "title", "placeholder")
TEXTS = catalogue("nl")._texts
DUTCH_WORDS = set(TEXTS.values()) - set(TEXTS)
# A single English word may be a word of an author too, such as "Post".
ENGLISH_WORDS = {text for text in set(TEXTS) - set(TEXTS.values()) if " " in text}


class Elements(HTMLParser):
    """What a page says, each text with the language that it is marked with; its links; and what its head tells of other pages."""

    def __init__(self, text):
        super().__init__()
        self.open = []
        self.texts, self.links, self.alternates, self.feeds = [], [], {}, []
        self.switches = {}
        self.feed(text)

    @property
    def language(self):
        return next((language for _, language, _ in reversed(self.open) if language), "")

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        language = found.get("lang") or self.language
        self.texts += [(language, found[name]) for name in SAID if name in found]
        if tag == "link" and found.get("rel") == "alternate":
            if "hreflang" in found:
                self.alternates[found["hreflang"]] = found["href"].removeprefix(SITE)
            else:
                self.feeds.append(found["href"])
        if tag == "a":
            written = any("prose" in (classes or "").split() for _, _, classes in self.open)
            self.links.append((found.get("href", ""), {**found, "written": written}))
            if found.get("class") == "languages__link":
                self.switches[found["hreflang"]] = found["href"]
        if tag not in VOID:
            self.open.append((tag, found.get("lang"), found.get("class")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        words = " ".join(data.split())
        if words and not any(tag in ("script", "style", "code") for tag, _, _ in self.open):
            self.texts.append((self.language, words))


@cache
def pages_of(folder):
    """Every page of a built site that is no redirect, by address."""
    found = {}
    for file in sorted(folder.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in text:
            found["/" + file.relative_to(folder).as_posix().removesuffix("index.html")] = Elements(text)
    return found


@pytest.fixture(scope="module", params=[built_example, built_content])
def pages(request):
    return pages_of(request.param())


def of(pages, language):
    """The pages of one language, by address."""
    return {address: page for address, page in pages.items() if address.startswith("/en/") == (language == "en")}


def html_language(page):
    return page.texts[0][0]


def test_a_page_is_in_the_language_of_its_address(pages):
    for language in ("nl", "en"):
        assert {html_language(page) for page in of(pages, language).values()} == {language}


def test_every_page_that_is_no_records_is_there_in_each_language():
    made = [page.url for page in example_outputs()[0] if not page.path and not page.url.startswith((urls.NOT_FOUND, urls.PATTERNS))]
    dutch = {address for address in made if not address.startswith("/en/")}
    assert len(dutch) > 40
    assert {address for address in made if address.startswith("/en/")} == {f"/en{address}" for address in dutch}


def test_no_two_pages_or_files_have_one_address():
    made = [found.url for outputs in example_outputs() for found in outputs]
    assert len(made) == len(set(made))


@pytest.mark.parametrize(("language", "others"), [("en", DUTCH_WORDS), ("nl", ENGLISH_WORDS)])
def test_no_text_of_ours_is_in_the_other_language(pages, language, others):
    wrong = {
        (address, words)
        for address, page in of(pages, language).items()
        for marked, words in page.texts
        if marked == language and words in others
    }
    assert wrong == set()


def test_the_check_above_sees_texts_of_ours():
    page = pages_of(built_example())["/lessen/"]
    assert DUTCH_WORDS & {words for marked, words in page.texts if marked == "nl"} > {"Lessen", "Hoofdmenu"}


def test_an_english_page_leads_to_english_pages_where_there_are_any_and_marks_the_others(pages):
    for address, page in of(pages, "en").items():
        for href, attributes in page.links:
            target = href.partition("#")[0].partition("?")[0]
            if target in pages and not target.startswith("/en/") and not attributes["written"]:
                assert attributes.get("hreflang") in ("nl", "fy"), (address, href)
                assert f"/en{target}" not in pages or attributes.get("class") == "languages__link", (address, href)


def test_every_link_of_an_english_page_leads_to_something():
    folder = built_content()
    for address, page in of(pages_of(folder), "en").items():
        for href, _ in page.links:
            target = href.partition("#")[0].partition("?")[0]
            assert not target.startswith("/") or (folder / urls.file_of(target)).is_file(), (address, href)


def test_each_version_of_a_page_names_all_of_them_and_itself(pages):
    several = {address: page for address, page in pages.items() if page.alternates}
    assert len(several) > 80
    for address, page in several.items():
        assert page.alternates[html_language(page)] == address
        for other in page.alternates.values():
            assert pages[other].alternates == page.alternates


def test_the_language_switch_leads_to_the_same_page_where_there_is_one(pages):
    for address, page in pages.items():
        (other,) = {"nl", "en"} - {html_language(page)}
        assert set(page.switches) == {other}, address
        assert page.switches[other] in pages, address
        if page.alternates:
            assert page.switches[other] == page.alternates[other]


def test_where_a_record_has_no_translation_the_switch_says_so_and_leads_to_its_list():
    library = library_of({"lessons/les.md": lesson()})
    page = next(page for page in make_outputs(library)[0] if page.url == "/lessen/les/")
    assert page.alternates == ()
    assert page.switches == (("en", "/en/lessen/", "Not in English", "Go to: Lessons"),)


def test_what_is_written_in_english_only_leads_dutch_readers_to_the_dutch_list():
    page = example_page("/en/blog/letter-from-a-visitor/")
    assert page.switches == (("nl", "/blog/", "Niet in het Nederlands", "Naar: Blog"),)
    assert ("en", "/en/blog/letter-from-a-visitor/") in [(card.language, card.url) for card in _cards("/blog/")]


def test_a_list_shows_translations_and_marks_what_has_none():
    dutch, english = _cards("/lessen/"), _cards("/en/lessen/")
    assert len(dutch) == len(english)
    assert {card.url for card in english if card.language == "en"} == {"/en/lessen/stoppen-is-een-besluit/"}
    assert {card.url for card in english if card.language == "nl"} < {card.url for card in dutch}


def test_a_list_tells_readers_which_titles_lead_to_another_language():
    said = {address: [words for _, words in pages_of(built_example())[address].texts] for address in ("/en/lessen/", "/lessen/")}
    untranslated = [card for card in _cards("/en/lessen/") if card.language == "nl"]
    assert said["/en/lessen/"].count("Dutch") == len(untranslated) > 30
    assert said["/lessen/"].count("Nederlands") == 0
    assert said["/lessen/"].count("Fries") == 1


def _cards(url):
    return [card for group in example_page(url).values["groups"] for card in group.cards]


def test_search_results_of_a_language_are_pages_of_records_in_it():
    searched = [page for page in example_outputs()[0] if page.search]
    assert all(page.path for page in searched)
    assert {page.language for page in searched if page.url.startswith("/en/")} == {"en"}


def test_the_search_page_of_a_language_sends_a_query_on_to_the_other():
    text = (built_example() / "en" / "zoeken" / "index.html").read_text(encoding="utf-8")
    assert "Only the pages in English are searched here." in text
    assert re.search(r'<button [^>]*formaction="/zoeken/">Search the Dutch pages</button>', text)
    assert 'action="/en/zoeken/"' in text


def test_dates_and_numbers_are_written_in_the_language_of_the_page():
    texts = {
        language: [words for _, words in pages_of(built_content())[address].texts]
        for language, address in (("nl", "/cafes/"), ("en", "/en/cafes/"))
    }
    assert "25 april 2013" in texts["nl"]
    assert "25 April 2013" in texts["en"]
    assert not {"25 april 2013", "21 maart 2012"} & set(texts["en"])


def test_titles_are_in_the_language_of_the_page():
    for address, title in (
        ("/en/", "Slimmernetwerk"),
        ("/en/lessen/", "Lessons · Slimmernetwerk"),
        ("/lessen/", "Lessen · Slimmernetwerk"),
    ):
        text = (built_content() / urls.file_of(address)).read_text(encoding="utf-8")
        assert f"<title>{title}</title>" in text


def test_the_home_page_is_wholly_in_english():
    (lead,) = re.findall(r'<p class="hero__lead">(.*?)</p>', (built_content() / "en" / "index.html").read_text(encoding="utf-8"))
    assert lead == "What public professionals learned by trying, failures included."


def test_a_feed_is_in_its_language_and_marks_what_is_not():
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.fromstring(example_file("/en/feeds/lessen.atom.xml"))
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert feed.findtext(f"{atom}title") == "Netwerk: Lessons"
    links = {
        entry.find(f"{atom}link").get("href"): entry.get("{http://www.w3.org/XML/1998/namespace}lang")
        for entry in feed.iter(f"{atom}entry")
    }
    assert links["https://example.org/en/lessen/stoppen-is-een-besluit/"] is None
    assert {language for address, language in links.items() if "/en/" not in address} <= {"nl", "fy"}
    assert len(links) > 1


def test_a_page_names_the_feed_of_its_own_language(pages):
    for address, page in pages.items():
        assert page.feeds == ["/en/feeds/alles.atom.xml" if address.startswith("/en/") else "/feeds/alles.atom.xml"]


def test_the_agenda_is_a_calendar_in_each_language():
    for address, name in (("/agenda.ics", "Netwerk: agenda"), ("/en/agenda.ics", "Netwerk: agenda")):
        assert f"X-WR-CALNAME:{name}".encode() in example_file(address)
    assert b"//agenda//EN" in example_file("/en/agenda.ics")


def test_a_file_to_fill_in_explains_itself_in_english():
    text = example_file("/en/bijdragen/les/voorbeeld.md").decode()
    assert "# Title: Short and clear; at most 140 characters." in text
    assert "\ntitle:\n" in text


def test_open_data_is_one_for_all_languages():
    files = {file.url for file in example_outputs()[1]}
    assert {address for address in files if address.startswith("/en/data/")} == set()
    assert "/data/lessons.csv" in files
    page = pages_of(built_example())["/en/data/"]
    assert "/data/lessons.csv" in {href for href, _ in page.links}


def test_the_data_of_a_report_stand_beside_it_in_its_language():
    library = library_of(
        {
            "lessons/les.md": lesson(title="Begin klein"),
            "lessons/les.en.md": lesson(title="Start small"),
            "reports/2024.md": "---\ntitle: Jaarlessen\nsummary: Kort.\nperiod: {from: 2024, to: 2024}\n---\n",
            "reports/2024.en.md": "---\ntitle: Lessons\nsummary: Short.\nperiod: {from: 2024, to: 2024}\n---\n",
        }
    )
    files = {file.url: file.content for file in make_outputs(library)[1]}
    assert b"Begin klein" in files["/jaarlessen/2024/lessen.csv"]
    assert b"Start small" in files["/en/jaarlessen/2024/lessen.csv"]
    assert json.loads(files["/en/jaarlessen/2024/lessen.json"])["lessons"][0]["url"] == "https://example.org/en/lessen/les/"


def test_the_site_map_names_the_versions_of_a_page():
    sitemap, xhtml = "{http://www.sitemaps.org/schemas/sitemap/0.9}", "{http://www.w3.org/1999/xhtml}"
    root = ElementTree.fromstring(example_file("/sitemap.xml"))
    told = {
        url.findtext(f"{sitemap}loc").removeprefix("https://example.org"): tuple(
            (found.get("hreflang"), found.get("href").removeprefix("https://example.org")) for found in url.iter(f"{xhtml}link")
        )
        for url in root.iter(f"{sitemap}url")
    }
    alternates = {page.url: page.alternates for page in example_outputs()[0]}
    assert told == {address: alternates[address] for address in told}
    assert told["/en/lessen/"] == (("nl", "/lessen/"), ("en", "/en/lessen/"))


def test_the_page_that_is_not_there_is_one_and_says_so_in_both_languages():
    page = pages_of(built_example())["/404.html"]
    assert "/en/404.html" not in pages_of(built_example())
    assert ("en", "That page is not here. Go to the home page in English") in page.texts
    assert "/en/" in {href for href, _ in page.links}


def test_a_site_in_one_language_has_no_switch_and_no_other_pages():
    both = example_library()
    records = [(entry.record, entry.body, entry.parts) for entry in both.everything() if entry.record.site_lang == "nl"]
    site = replace(both.site, languages=("nl",))
    library = link(site, both.vocabulary, records, both.inline, both.media, both.pictures, both.transcripts, (), ())
    pages, files = make_outputs(library)
    assert [found.url for found in (*pages, *files) if found.url.startswith("/en/")] == []
    assert {(page.switches, page.alternates) for page in pages} == {((), ())}
    assert b"xhtml:link" not in next(file.content for file in files if file.url == "/sitemap.xml")


def test_a_text_in_a_third_language_is_marked_and_our_labels_beside_it_are_not():
    (address,) = [entry.url for entry in example_library().all("lesson") if entry.record.lang == "fy"]
    page = pages_of(built_example())[address]
    record = next(entry for entry in example_library().all("lesson") if entry.url == address).record
    marked = {words: language for language, words in page.texts}
    assert {marked[text] for text in (record.title, record.summary, record.advice)} == {"fy"}
    assert {marked[text] for text in ("Wat er gebeurde", "Wat nu te doen", "Zo citeert u deze pagina")} == {"nl"}


@pytest.mark.parametrize(
    ("address", "english"),
    [
        ("/lessen/a/", "/en/lessen/a/"), ("/", "/en/"), ("/data/", "/en/data/"), ("/feeds/blog.atom.xml", "/en/feeds/blog.atom.xml"),
        ("/data/lessons.csv", "/data/lessons.csv"), ("/404.html", "/404.html"), ("/robots.txt", "/robots.txt"),
        ("/media/a.png", "/media/a.png"), ("/theme/css/site.css", "/theme/css/site.css"), ("/en/lessen/", "/en/lessen/"),
    ],
)  # fmt: skip
def test_what_is_the_same_in_all_languages_has_one_address(address, english):
    assert urls.in_language(address, "en", "nl") == english
    assert urls.in_language(address, "nl", "nl") == address
