"""A film waits until somebody plays it, with captions; a picture comes in the kind and width that fits; fonts move nothing."""

import time

import pytest

from ..sites import example_library
from .conftest import TEMPLATES, richest_pages

FILM = "/blog/koffiebus-in-vier-seconden/"
ELSEWHERE = "/blog/wandelen-met-teun/"
PICTURE = "/blog/knikkers-tellen/"
VIEWS = {"wide": {"viewport": {"width": 1280, "height": 900}}, "phone": {"viewport": {"width": 360, "height": 800}}}
SIZE = "(({offsetWidth, offsetHeight}) => [offsetWidth, offsetHeight])(document.querySelector('video'))"
PLAYING = """new Promise(done => {
    const film = document.querySelector("video");
    const look = () => film.currentTime > 0 && film.textTracks[0].cues?.length ? done() : setTimeout(look, 50);
    look();
})"""
SHIFTS = (
    "new Promise(done => { const found = []; "
    "new PerformanceObserver(list => found.push(...list.getEntries().map(entry => entry.value))).observe({type: 'layout-shift', buffered: true}); "
    "setTimeout(() => done(found.reduce((sum, value) => sum + value, 0)), 300); })"
)


@pytest.fixture(scope="module")
def urls():
    return richest_pages()


def asked_for(page, *endings):
    return [address.rpartition("/")[2] for address in page.asked if address.endswith(endings)]


def test_nothing_of_a_film_is_fetched_before_it_is_played(visit):
    page = visit(FILM)
    page.wait_for_load_state("networkidle")
    assert asked_for(page, ".webm", ".mp4") == []
    still = example_library().pictures["media/koffiebus-poster.png"]
    assert asked_for(page, ".png", ".avif", ".webp") == [still.url.rpartition("/")[2]]
    film = page.locator("video")
    assert film.get_attribute("preload") == "none"
    assert (film.get_attribute("width"), film.get_attribute("height")) == (str(still.width), str(still.height))


def test_a_film_is_played_with_the_keyboard_and_shows_its_captions(visit):
    page = visit(FILM)
    before = page.evaluate(SIZE)
    page.locator("video").focus()
    page.keyboard.press("Space")
    page.evaluate(PLAYING)
    assert page.evaluate("document.querySelector('video').textTracks[0].mode") == "showing"
    assert set(asked_for(page, ".webm", ".mp4", ".vtt")) == {"koffiebus.vtt", "koffiebus.webm"}
    assert page.evaluate(SIZE) == before, "the film has the shape of its poster"
    assert page.heard == []


def test_what_is_said_can_be_read_and_is_open_on_paper(visit):
    page = visit(FILM)
    said = page.locator(".film__text")
    assert not said.is_visible()
    page.locator(".film__transcript summary").press("Enter")
    assert said.is_visible()
    page.locator(".film__transcript summary").press("Enter")
    page.emulate_media(media="print")
    assert said.is_visible()
    assert not page.locator("video").is_visible()


def test_how_long_a_film_takes_is_told_in_words(visit):
    length = visit(FILM).locator(".film time")
    assert (length.inner_text(), length.get_attribute("datetime")) == ("4 seconden", "PT4S")


def test_a_film_elsewhere_is_a_link_with_a_picture_of_ours(visit, address):
    page = visit(ELSEWHERE)
    page.wait_for_load_state("networkidle")
    assert page.locator("video, iframe").count() == 0
    assert page.get_by_role("link", name="Bekijk de film elders").get_attribute("href").startswith("https://")
    assert [url for url in page.asked if not url.startswith(address)] == []


@pytest.mark.parametrize(("width", "density", "expected"), [(360, 1, 688), (360, 2, 688), (360, 3, 1032), (1280, 1, 688), (1280, 2, 1376)])
def test_a_screen_gets_a_picture_of_a_width_that_fits(visit, width, density, expected):
    page = visit(PICTURE, viewport={"width": width, "height": 800}, device_scale_factor=density)
    chosen = page.locator("main .figure img").first.evaluate("image => image.decode().then(() => image.currentSrc)")
    assert chosen.endswith(f"-{expected}.avif")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_moves_while_fonts_are_slow_and_each_preloaded_font_is_used(browser, address, urls, template, view):
    context = browser.new_context(**VIEWS[view])
    page = context.new_page()
    fonts, heard = {}, []

    def slowly(route):
        time.sleep(0.3)
        answer = route.fetch()
        fonts[route.request.url] = len(answer.body())
        route.fulfill(response=answer)

    page.route("**/*.woff2", slowly)
    page.on("console", lambda message: heard.append(message.text))
    page.goto(address + urls[template], wait_until="load")
    page.evaluate("document.fonts.ready")
    preloaded = page.locator("link[rel=preload]").evaluate_all("links => links.map(link => link.href)")
    used = set(page.evaluate("[...document.fonts].filter(face => face.status === 'loaded').map(face => `${face.family} ${face.style}`)"))
    assert {"Public Sans normal", "Source Serif 4 normal"} <= {name.replace('"', "") for name in used}
    assert set(preloaded) <= fonts.keys()
    assert sum(fonts.values()) <= 90_000
    assert page.evaluate(SHIFTS) < 0.001, urls[template]
    assert heard == []
    context.close()
