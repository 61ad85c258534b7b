"""Documents on paper: everybody can read them, they can be kept, and nobody's text is code."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfua import Validator

from doetank.bodies.allowed import clean
from doetank.paper import cache as cache_module
from doetank.paper.cache import PaperCache
from doetank.paper.document import (
    Aside,
    Attachment,
    BarChart,
    ChartRow,
    Definitions,
    Footnote,
    Foreign,
    Heading,
    Items,
    Link,
    Listing,
    Mark,
    NotPrinted,
    Numbers,
    Paragraph,
    Quotation,
    Rule,
    Styled,
    Table,
)
from doetank.paper.fonts import write_fonts
from doetank.paper.html_blocks import body_blocks
from doetank.paper.letters import PRINTED, printable
from doetank.paper.look import COLOURS, look_of
from doetank.paper.press import print_pdf
from doetank.scale import Bar, Tick

from .pdfs import document, elements, fonts, languages, look, opened, printed, text_of
from .sites import ROOT
from .test_paper_html import TREES, html_of_tree

CHART = BarChart(
    headline="Meer lessen dan in 2023: 3, na 2",
    measure="Aantal lessen per jaar, naar oordeel",
    legend=(("full", "Werkt"), ("half", "Werkt onder voorwaarden"), ("open", "Werkt niet")),
    rows=(ChartRow("2024: 3", "1 · 1 · 1", (Bar(0, 30, "full"), Bar(30, 30, "half"), Bar(60, 40, "open"))),),
    ticks=(Tick(0, "0"), Tick(100, "3")),
    alternative="2024: werkt 1, werkt onder voorwaarden 1, werkt niet 1.",
)
TABLE = Table((("Uitkomst",), ("Aantal",)), ((("Werkte",), ("3",)), (("Werkte niet",), ("3",))), ("Experimenten",), numbers=(1,))
EVERYTHING = (
    Heading(1, ("In getallen",)),
    Numbers(((("6",), "Doetanks"), ((Link("https://example.org/geteld/", ("10",)),), "Lessen"))),
    CHART,
    Heading(1, ("Voorwoord",)),
    Paragraph(("Tekst", Footnote(("Met een noot.",)), " en ", Foreign("en", ("a pilot",)), ".")),
    Heading(2, (Link("https://example.org/", ("Een les",)),)),
    Paragraph((Mark("works", "Werkt"), Mark("does-not-work", "Werkt niet"))),
    Aside(("Doe nu:",), (Paragraph(("Bel eerst.",)),)),
    Items(((Paragraph(("een",)), Items(((Paragraph(("onder",)),),), start=1)),)),
    Definitions(((("mei 2024",), (Paragraph(("Begonnen.",)),)),)),
    Quotation((Paragraph(("Zo zei zij.",)),)),
    Listing("regel een\n  regel twee"),
    Rule(),
    TABLE,
)
DATA = (
    Attachment("lessen.csv", b"\xef\xbb\xbfid,titel\r\n", "text/csv", "De lessen als tabel"),
    Attachment("lessen.json", b'{"lessen": []}\n', "application/json", "De lessen als data"),
)


def test_a_pdf_says_which_standards_it_keeps():
    with printed(*EVERYTHING).open_metadata() as metadata:
        assert {name: metadata[name] for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")} == {
            "pdfaid:part": "3",
            "pdfaid:conformance": "A",
            "pdfuaid:part": "1",
        }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_pdf_says_its_language_and_shows_its_title(language: str):
    pdf = printed(*EVERYTHING, language=language)
    root = pdf.Root
    assert str(root.Lang) == language
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)


def test_what_a_pdf_says_of_itself_is_from_the_document_and_not_from_a_clock():
    pdf = printed(*EVERYTHING)
    said = {name: str(pdf.docinfo[name]) for name in pdf.docinfo.keys() - {"/Creator"}}
    assert said == {
        "/Title": "Jaarlessen 2024",
        "/Author": "Netwerk",
        "/Subject": "Wat werkte, en wat niet.",
        "/Keywords": "soep",
        "/CreationDate": "D:20250220000000Z",
        "/ModDate": "D:20250220000000Z",
    }


def test_everything_is_tagged_as_what_it_is():
    pdf = printed(*EVERYTHING)
    assert len(pdf.pages) == 4
    assert {name: len(elements(pdf, name)) for name in ("H1", "H2", "L", "LI", "Table", "THead", "TH", "TD", "Figure", "Note", "Code")} == {
        "H1": 3,  # the contents too
        "H2": 1,
        "L": 3,
        "LI": 3,
        "Table": 1,
        "THead": 1,
        "TH": 2,
        "TD": 4,
        "Figure": 1,
        "Note": 1,
        "Code": 1,
    }
    assert [str(attributes.Scope) for cell in elements(pdf, "TH") for attributes in cell.A] == ["/Column", "/Column"]
    assert [str(figure.Alt) for figure in elements(pdf, "Figure")] == [CHART.alternative]
    assert languages(pdf) == {"nl", "en"}


def test_bookmarks_lead_through_the_document():
    with printed(*EVERYTHING).open_outline() as outline:
        assert [(item.title, [below.title for below in item.children]) for item in outline.root] == [
            ("In getallen", []),
            ("Voorwoord", ["Een les"]),
        ]


def test_the_data_are_in_the_pdf_as_they_are():
    pdf = printed(*EVERYTHING, attachments=DATA)
    assert {name: found.get_file().read_bytes() for name, found in pdf.attachments.items()} == {one.name: one.content for one in DATA}
    assert [(str(file.F), str(file.AFRelationship), str(file.Desc), str(file.EF.F.Subtype)) for file in pdf.Root.AF] == [
        ("lessen.csv", "/Data", "De lessen als tabel", "/text/csv"),
        ("lessen.json", "/Data", "De lessen als data", "/application/json"),
    ]


def test_the_fonts_of_the_site_are_inside():
    found = {}
    for page in printed(*EVERYTHING).pages:
        for font in page.resources.Font.values():
            descriptor = font.DescendantFonts[0].FontDescriptor
            found[str(font.BaseFont).partition("+")[2].partition("-")[0]] = {"/FontFile2", "/FontFile3"} & set(descriptor.keys())
    assert found == {"PublicSans": {"/FontFile2"}, "SourceSerif4": {"/FontFile2"}, "DejaVuSansMono": {"/FontFile2"}}


def test_a_checker_finds_nothing_that_bars_people(tmp_path):
    (tmp_path / "lessen.pdf").write_bytes(print_pdf(document(*EVERYTHING), DATA, look(), fonts()))
    report = Validator().validate(tmp_path / "lessen.pdf")
    assert [(finding.rule_id, finding.message) for finding in report.findings] == []


AGAIN = """
import hashlib, sys
from tests.pdfs import document, fonts, look
from tests.test_paper import DATA, EVERYTHING
from doetank.paper.press import print_pdf
print(hashlib.sha256(print_pdf(document(*EVERYTHING), DATA, look(), fonts())).hexdigest())
"""


def test_equal_values_give_equal_bytes_in_every_process():
    once = print_pdf(document(*EVERYTHING), DATA, look(), fonts())
    assert print_pdf(document(*EVERYTHING), DATA, look(), fonts()) == once
    done = [
        subprocess.run(
            [sys.executable, "-c", AGAIN],
            cwd=ROOT,
            env={"PYTHONPATH": "plugins", "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert done[0] == done[1]


HOSTILE = (
    "#let x = 1", '#eval("1")', "$x^2$", "*a* _b_ `c`", "]", "[", "\\u{41}", '"><script>alert(1)</script>', "@bron <label>", "// weg /* weg */",
    "= Kop", "- punt", '#import "@preview/x:1.0.0"', "~ -- --- ...", "\u200bnul\u200b", "אבג", "https://x.nl",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_code(text: str):
    pdf = printed(
        Heading(1, (text,)),
        Paragraph((text, Styled("strong", (text,)))),
        Table(((text,),), (((text,),),), (text,)),
        title=text,
        description=text,
    )
    assert str(pdf.docinfo.Title) == text
    drawn = "".join(text_of(pdf).split())
    shown = "".join(text.replace("\u200b", "").split())
    backwards = shown[::-1]
    assert drawn.replace("\u200b", "").count(shown) + drawn.count(backwards) * (shown != backwards) >= 6


def test_a_character_that_no_font_has_is_told_by_its_name():
    assert printable("😀 漢\u202e \u0001") == "[grinning face] [cjk unified ideograph-6f22] "
    assert "[grinning face]" in text_of(printed(Paragraph(("😀",)))).replace("\n", "")


def test_every_character_that_is_said_to_be_there_can_be_printed():
    characters = [chr(code) for first, last in PRINTED for code in range(first, last + 1) if printable(chr(code)) == chr(code)]
    assert len(characters) > 2500
    printed(*(Paragraph((character,)) for character in characters))


@pytest.mark.parametrize(
    ("html", "word"),
    [("<s>Niet <a href='/x/'>hier</a></s>", "hier"), ("<ins>Wel <del>niet</del></ins>", "niet"), ("<a href='/x/'><s>daar</s></a>", "daar")],
)
def test_a_line_in_a_line_is_printed_as_one(html, word):
    assert word in text_of(printed(*body_blocks(f"<p>{html}</p>", "https://example.org/")))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TREES, min_size=1, max_size=4))
def test_whatever_stands_in_whatever_can_be_printed(trees):
    html = clean("".join(map(html_of_tree, trees)))
    assert len(printed(Heading(1, ("Voorwoord",)), *body_blocks(html, "https://example.org/"), cover=document().cover).pages) >= 3


@pytest.mark.parametrize("missing", [{"language": ""}, {"language": " "}, {"title": ""}])
def test_a_document_without_a_language_or_a_title_is_refused(missing):
    with pytest.raises(ValueError, match="a document has a title and a language"):
        document(**missing)


def test_a_template_that_forgets_the_language_is_refused():
    forgetful = replace(look(), template=b'#set document(title: "Jaarlessen")\nTekst')
    with pytest.raises(NotPrinted, match="Jaarlessen 2024: the PDF does not say that its language is `nl`"):
        print_pdf(document(), (), forgetful, fonts())


def test_a_template_with_a_mistake_is_told():
    with pytest.raises(NotPrinted, match="Jaarlessen 2024: unknown variable: colour"):
        print_pdf(document(), (), replace(look(), template=b"#colour"), fonts())


def test_a_heading_that_skips_a_level_is_refused():
    with pytest.raises(NotPrinted, match="skipped from heading level 1 to 3"):
        printed(Heading(1, ("Kop",)), Heading(3, ("Diep",)))


def test_what_was_printed_is_not_printed_again(tmp_path, monkeypatch):
    kept = PaperCache(tmp_path)
    first = kept.pdf(document(*EVERYTHING), DATA, look())
    monkeypatch.setattr(cache_module, "print_pdf", lambda *_values: pytest.fail("it printed again"))
    monkeypatch.setattr(cache_module, "write_fonts", lambda *_values: pytest.fail("it made the fonts again"))
    assert kept.pdf(document(*EVERYTHING), DATA, look()) == first
    assert sorted(path.suffix for path in tmp_path.iterdir()) == ["", ".pdf"]


@pytest.mark.parametrize(
    "changed",
    [
        (document(Rule()), DATA, look()),
        (document(), (DATA[0], replace(DATA[1], content=b"{}")), look()),
        (document(), DATA, replace(look(), template=look().template + b"\n")),
        (document(), DATA, replace(look(), colours={**look().colours, "accent": "#000000"})),
    ],
    ids=["document", "data", "template", "colour"],
)
def test_what_changed_is_printed_anew(tmp_path, changed):
    kept = PaperCache(tmp_path)
    assert kept.pdf(*changed) != kept.pdf(document(), DATA, look())


def test_fonts_that_another_worker_made_are_used(tmp_path, monkeypatch):
    kept = PaperCache(tmp_path)
    place = kept.fonts(look())

    def slow(web_fonts, folder):
        write_fonts(web_fonts, folder)
        place.mkdir()
        (place / "of-another-worker.ttf").touch()

    for path in place.iterdir():
        path.unlink()
    place.rmdir()
    monkeypatch.setattr(cache_module, "write_fonts", slow)
    assert [path.name for path in kept.fonts(look()).iterdir()] == ["of-another-worker.ttf"]
    assert list(tmp_path.iterdir()) == [place]


def test_the_colours_of_paper_are_the_light_ones_of_the_theme():
    assert set(look().colours) == set(COLOURS)
    assert (look().colours["ink"], look().colours["accent"]) == ("#1b1f23", "#00665e")


def test_an_organisation_colours_its_paper_with_its_own_tokens():
    own = look_of(ROOT / "theme", ":root { --werkboek-accent-color: #123456; --werkboek-muted-color: oklch(0.4 0 0); }")
    assert (own.colours["accent"], own.colours["muted"]) == ("#123456", look().colours["muted"])
    assert opened(print_pdf(document(*EVERYTHING), (), own, fonts()))


def test_the_fonts_are_equal_each_time(tmp_path):
    write_fonts(look().fonts, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {path.name: path.read_bytes() for path in fonts().iterdir()}
    assert len(list(tmp_path.iterdir())) == 6
