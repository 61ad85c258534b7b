"""The whole site, built by Pelican's own command as a user runs it."""

import hashlib
import importlib
import inspect
import json
import re
import shutil
import struct
import subprocess
import sys
from html.parser import HTMLParser

import html5lib
import pelican as pelican_package
import pytest
from pelican import generators, signals

from doetank.components import components

from .sites import CONTENT, EXAMPLE, ROOT, built_example, example_library, lesson, pelican, report


def pages(folder):
    return sorted(path for path in folder.rglob("*.html") if "pagefind" not in path.parts)


def digest(folder):
    """Every file but the search index, whose bytes differ between equal runs of Pagefind 1.5."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if "pagefind" not in path.relative_to(folder).parts
    }


def small_site(folder, **files):
    content = folder / "content"
    content.mkdir(parents=True)
    shutil.copy(EXAMPLE / "vocabulary.yml", content)
    for name, text in files.items():
        (content / "lessons").mkdir(exist_ok=True)
        (content / "lessons" / f"{name}.md").write_text(text, encoding="utf-8")
    return content


def build(content, output, settings="pelicanconf.py"):
    return pelican(str(content), "-s", settings, "-o", str(output))


@pytest.mark.parametrize("settings", ["pelicanconf.py", "publishconf.py"])
def test_the_real_content_builds_without_a_warning(tmp_path, settings):
    done = build(CONTENT, tmp_path / "output", settings)
    assert done.returncode == 0, done.stderr
    assert "warning" not in (done.stdout + done.stderr).lower()
    assert "Traceback" not in done.stderr
    assert "Lessen 16," in done.stdout


def test_the_closing_line_says_what_there_is(tmp_path):
    content = small_site(tmp_path, a=lesson(), b=lesson())
    done = build(content, tmp_path / "output")
    assert re.fullmatch(r"Lessen 2: \d+ pagina[’']s in [\d.,]+ s, in .*output \(http://localhost:8000\)\n", done.stdout), done.stdout


def test_two_builds_are_equal_to_the_byte(tmp_path):
    for name in ("one", "two"):
        assert build(CONTENT, tmp_path / name).returncode == 0
    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_a_mistake_stops_the_build_with_2_and_leaves_the_output(tmp_path):
    output = tmp_path / "output"
    assert build(small_site(tmp_path / "good", a=lesson()), output).returncode == 0
    before = digest(output)
    done = build(small_site(tmp_path / "bad", a=lesson(verdict="wrks")), output)
    assert done.returncode == 2
    assert "`wrks`" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(output) == before


def test_a_mistake_in_a_template_stops_the_build_and_leaves_the_output(tmp_path):
    output = tmp_path / "output"
    content = small_site(tmp_path, a=lesson())
    assert build(content, output).returncode == 0
    before = digest(output)
    theme = tmp_path / "theme"
    shutil.copytree(ROOT / "theme", theme)
    (theme / "templates" / "lesson.html").write_text("{{ nothing_of_that_name }}")
    done = pelican(str(content), "-s", "pelicanconf.py", "-o", str(output), "-t", str(theme))
    assert done.returncode != 0
    assert "nothing_of_that_name" in done.stdout + done.stderr
    assert digest(output) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def site_with_a_report(folder):
    content = small_site(folder)
    (content / "reports").mkdir()
    (content / "reports" / "2024.md").write_text(report(), encoding="utf-8")
    return content


def test_a_report_that_the_theme_cannot_print_stops_the_build_with_2(tmp_path):
    content = site_with_a_report(tmp_path)
    theme = tmp_path / "theme"
    shutil.copytree(ROOT / "theme", theme)
    (theme / "paper" / "paper.typ").write_text("#nothing-of-that-name", encoding="utf-8")
    done = pelican(str(content), "-s", "pelicanconf.py", "-o", str(tmp_path / "output"), "-t", str(theme), "-e", "PDF=true")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("Een sjabloon is niet te gebruiken: Jaarlessen: unknown variable: nothing-of-that-name")
    assert not (tmp_path / "output").exists()


def test_a_folder_of_somebody_else_is_not_replaced(tmp_path):
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "thesis.txt").write_text("jaren werk")
    done = build(small_site(tmp_path, a=lesson()), tmp_path / "output")
    assert done.returncode == 2
    assert (tmp_path / "output" / "thesis.txt").read_text() == "jaren werk"


def test_a_published_site_refuses_what_is_invented(tmp_path):
    done = build(EXAMPLE, tmp_path / "output", "publishconf.py")
    assert done.returncode == 2
    assert not (tmp_path / "output").exists()
    assert "fictional" in done.stderr


def test_drafts_are_in_a_development_build_only(tmp_path):
    content = small_site(tmp_path, a=lesson(status="draft"), b=lesson())
    for settings, there in (("pelicanconf.py", True), ("publishconf.py", False)):
        output = tmp_path / settings
        assert build(content, output, settings).returncode == 0
        assert (output / "lessen" / "a" / "index.html").exists() is there


@pytest.fixture(scope="module")
def site():
    return built_example()


def test_every_page_is_html_without_a_parse_error(site):
    for path in pages(site):
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(path.read_text(encoding="utf-8"))


class Elements(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.inline, self.headings, self.links, self.main = [], [], [], [], 0

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        self.inline += [name for name in attributes if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in attributes and attributes.get("type") != "application/ld+json"):
            self.inline.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        self.main += tag == "main"
        self.links += [value for name, value in attributes.items() if name in ("href", "src", "poster", "action") and value]


def elements(path):
    parser = Elements()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser


def test_pages_have_one_title_one_main_unique_ids_and_headings_in_order(site):
    # A pattern page of a component that is the top of a page shows its examples below its own.
    tops = {site / "patronen" / made.name / "index.html": len(made.examples) for made in components(example_library()) if made.top}
    for path in pages(site):
        found = elements(path)
        if path.read_text().count('http-equiv="refresh"'):
            continue
        assert found.main == 1, path
        assert found.headings.count(1) == 1 + tops.get(path, 0), (path, found.headings)
        steps = [after - before for before, after in zip(found.headings, found.headings[1:], strict=False)]
        assert max(steps, default=0) <= 1, (path, found.headings)
        twice = {name for name in found.ids if found.ids.count(name) > 1}
        assert twice == set(), path


def test_nothing_is_styled_or_scripted_inside_a_page(site):
    assert {path: found.inline for path in pages(site) if (found := elements(path)).inline} == {}


def test_every_link_inside_the_site_leads_to_a_file(site):
    missing = set()
    for path in pages(site):
        for link in elements(path).links:
            if link.startswith("/") and not link.startswith("//"):
                target = link.partition("#")[0].partition("?")[0]
                file = site / target.lstrip("/") / "index.html" if target.endswith("/") else site / target.lstrip("/")
                if not file.exists():
                    missing.add((path.relative_to(site).as_posix(), link))
    assert missing == set()


def test_every_fragment_inside_the_site_leads_to_an_id(site):
    ids = {f"/{path.relative_to(site).as_posix()}".removesuffix("index.html"): set(elements(path).ids) for path in pages(site)}
    missing = set()
    for address in ids:
        for link in elements(site / (address.lstrip("/") + ("index.html" if address.endswith("/") else ""))).links:
            target, hash_sign, fragment = link.partition("#")
            if hash_sign and (target or address) in ids and fragment not in ids[target or address]:
                missing.add((address, link))
    assert missing == set()


def test_every_page_can_be_reached_from_the_home_page_in_at_most_four_clicks(site):
    found = frontier = {"/"}
    for _click in range(4):
        links = {
            link.partition("#")[0].partition("?")[0]
            for address in frontier
            for link in elements(site / address.lstrip("/") / "index.html").links
            if link.startswith("/") and link.partition("#")[0].endswith("/")
        }
        frontier = links - found
        found = found | frontier
    listed = {entry.url for entry in example_library().everything() if not entry.record.is_retired}
    assert listed - found == set()


def test_theme_and_media_are_copied_and_the_sheet_is_one(site):
    assert (site / "theme" / "icons.svg").exists()
    assert "@import" not in (site / "theme" / "css" / "site.css").read_text()
    assert [path.name for path in (site / "theme" / "css").iterdir()] == ["site.css"]


def test_pictures_are_published_as_files_of_ours_and_their_originals_are_not(site):
    media, made = {path.name for path in (site / "media").iterdir()}, {path.name for path in (site / "beeld").iterdir()}
    assert media == {"koffiebus.txt", "koffiebus.vtt", "koffiebus.webm", "wandelen-met-teun.txt", "wandelen-met-teun.vtt"}
    used = example_library().used_pictures()
    assert made == {file.url.removeprefix("/beeld/") for picture in used for file in picture.files()}
    shown = {address for page in site.rglob("*.html") for address in re.findall(r"/beeld/[^\s\",&]+", page.read_text(encoding="utf-8"))}
    assert shown <= {f"/beeld/{name}" for name in made}
    assert {picture.url for picture in used} <= shown


def test_a_shared_link_to_a_record_with_a_picture_shows_that_picture(site):
    page = (site / "blog" / "knikkers-tellen" / "index.html").read_text(encoding="utf-8")
    told = dict(re.findall(r'<meta property="og:image(:\w+)?" content="([^"]+)">', page))
    picture = example_library().pictures["media/knikkers.png"]
    assert told[""] == f"http://localhost:8000{picture.url}"
    assert (told[":width"], told[":height"]) == ("1376", "860") == (str(picture.width), str(picture.height))
    image = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])["image"]
    assert image["url"] == told[""]
    assert image["creditText"] == "Redactie van het proefnetwerk"
    feed = (site / "feeds" / "blog.atom.xml").read_text(encoding="utf-8")
    assert f'<link href="{told[""]}" rel="enclosure" type="image/png"/>' in feed


def test_a_shared_link_shows_a_card_of_the_size_and_at_the_address_that_the_page_says(site):
    page = (site / "index.html").read_text(encoding="utf-8")
    told = dict(re.findall(r'<meta property="og:image(:\w+)?" content="([^"]+)">', page))
    assert told[""] == "http://localhost:8000/theme/social-card.png"
    assert told[":alt"] == "Wat werkte, wat onder voorwaarden werkte en wat niet werkte staan naast elkaar, in dezelfde vorm."
    card = (site / "theme" / "social-card.png").read_bytes()
    assert struct.unpack(">II", card[16:24]) == (int(told[":width"]), int(told[":height"])) == (1200, 630)
    assert len(card) < 80_000


def test_the_web_manifest_names_the_site_and_icons_that_are_there(site):
    page = (site / "index.html").read_text(encoding="utf-8")
    assert '<link rel="manifest" href="/site.webmanifest">' in page
    manifest = json.loads((site / "site.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["lang"], manifest["start_url"]) == ("Slimmernetwerk", "nl", "/")
    for icon in manifest["icons"]:
        assert (site / icon["src"].lstrip("/")).is_file()
    kinds = {(icon["sizes"], icon.get("purpose", "any")) for icon in manifest["icons"]}
    assert kinds == {("any", "any"), ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    icons = re.findall(r'<link rel="(?:icon|apple-touch-icon)" href="([^"]+)"', page)
    assert [icon for icon in icons if not (site / icon.lstrip("/")).is_file()] == []
    assert len(icons) == 3


def test_the_token_file_of_an_organisation_is_linked_before_our_sheet(tmp_path):
    content = small_site(tmp_path, a=lesson())
    output = tmp_path / "output"
    done = pelican(str(content), "-s", "pelicanconf.py", "-o", str(output), "-e", 'THEME_CSS="examples/theme.css"')
    assert done.returncode == 0, done.stderr
    assert (output / "theme" / "css" / "theme.css").read_bytes() == (ROOT / "theme" / "examples" / "theme.css").read_bytes()
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)">', (output / "index.html").read_text(encoding="utf-8"))
    assert sheets == ["/theme/css/theme.css", "/theme/css/site.css"]


def test_the_token_file_of_an_organisation_counts_on_paper_too(tmp_path):
    content = site_with_a_report(tmp_path)
    for name, options in (("ours", ()), ("again", ()), ("theirs", ('THEME_CSS="examples/theme.css"',))):
        assert pelican(str(content), "-s", "pelicanconf.py", "-o", str(tmp_path / name), "-e", "PDF=true", *options).returncode == 0
    ours, again, theirs = ((tmp_path / name / "jaarlessen" / "2024" / "lessen.pdf").read_bytes() for name in ("ours", "again", "theirs"))
    assert ours == again != theirs


def test_without_such_a_file_only_our_sheet_is_linked(site):
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)">', (site / "index.html").read_text(encoding="utf-8"))
    assert sheets == ["/theme/css/site.css"]


def test_a_token_file_that_is_not_there_stops_the_build(tmp_path):
    content = small_site(tmp_path, a=lesson())
    done = pelican(str(content), "-s", "pelicanconf.py", "-o", str(tmp_path / "output"), "-e", 'THEME_CSS="ours.css"')
    assert done.returncode == 2
    assert "THEME_CSS noemt `ours.css`, en het thema heeft zo’n bestand niet" in done.stderr
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("name", ["run", "output_path", "settings", "_get_generator_classes"])
def test_pelican_still_has_what_the_plugin_uses(name):
    """Pelican has no stable interface for plugins; this fails first when a new version differs."""
    assert name in inspect.getsource(pelican_package.Pelican)
    assert "PELICAN_CLASS" in inspect.getsource(pelican_package.get_instance)
    assert hasattr(signals, "get_generators")
    assert hasattr(generators.Generator, "get_template")
    assert hasattr(pelican_package.console, "quiet")


def test_the_plugin_is_imported_by_the_settings_so_that_a_broken_one_stops_the_build():
    settings = importlib.import_module("pelicanconf")
    assert settings.PLUGINS[0].__name__ == "doetank.plugin"
    assert settings.PELICAN_CLASS is settings.PLUGINS[0].Network


HEAVY = {"doetank.library", "doetank.records", "doetank.bodies", "pydantic", "yaml", "nh3"}
"""What makes a site, and takes longer to load than it takes to see that there is nothing to make."""


def test_a_build_that_finds_nothing_changed_loads_nothing_of_what_makes_a_site(tmp_path):
    content = small_site(tmp_path, a=lesson())
    command = "import sys, pelican; pelican.main(sys.argv[1:]); print(*sys.modules, sep='\\n', file=sys.stderr)"
    choices = [f'{name}="{tmp_path / name}"' for name in ("BUILD_CACHE", "PICTURE_CACHE")] + ["SEARCH_INDEX=false"]
    arguments = [str(content), "-s", "pelicanconf.py", "-o", str(tmp_path / "output"), "-e", *choices]
    first, second = (
        subprocess.run([sys.executable, "-c", command, *arguments], cwd=ROOT, capture_output=True, text=True, check=True) for _ in range(2)
    )
    assert {*first.stderr.splitlines()} >= HEAVY
    assert "Er is niets veranderd sinds de vorige keer" in second.stderr
    assert HEAVY.isdisjoint(second.stderr.splitlines())
    # The closing line is the same, but for the seconds.
    assert re.sub(r"\d+\.\d", "", second.stdout) == re.sub(r"\d+\.\d", "", first.stdout)
