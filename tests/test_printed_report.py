"""The yearly lessons on paper: the same numbers and texts as on their page, in equal form, with the data inside."""

import hashlib
import json
import subprocess
import sys
from dataclasses import replace
from functools import cache

import pytest
from pdfua import Validator

from doetank.library import Library
from doetank.pages import Paper
from doetank.paper.document import BarChart, Blocks, Definitions, Foreign, Heading, Items, Link, Mark, Numbers, Paragraph, Styled, Table
from doetank.paper.press import print_pdf
from doetank.pipeline import make_outputs, make_papers, read_library
from doetank.printed_report import report as report_module
from doetank.records.choices import Verdict
from doetank.year_lessons import year_lessons

from .pdfs import fonts, look
from .sites import CONTENT, EXAMPLE, ROOT, doetank, experiment, html_of, lesson, library_of, recommendation, report, site
from .test_plugin import site_with_a_report

YEAR = "/jaarlessen/2024/lessen.pdf"


def printing(library: Library) -> Library:
    """The same content where a report can be printed."""
    return replace(library, site=replace(library.site, pdf=True))


@cache
def papers(content=EXAMPLE) -> dict[str, Paper]:
    return {paper.url: paper for paper in make_papers(printing(read_library(content, site())))}


def paper_of(texts: dict[str, str], url: str = YEAR) -> Paper:
    return next(paper for paper in make_papers(printing(library_of(texts))) if paper.url == url)


def part(paper: Paper, title: str) -> Blocks:
    """The blocks below one heading of the first level."""
    starts = [at for at, block in enumerate(paper.document.blocks) if isinstance(block, Heading) and block.level == 1]
    start = next(at for at in starts if paper.document.blocks[at] == Heading(1, (title,)))
    return paper.document.blocks[start + 1 : min((at for at in starts if at > start), default=None)]


@pytest.mark.parametrize("content", [EXAMPLE, CONTENT], ids=["example", "content"])
def test_every_report_is_printed_and_nothing_in_it_bars_people(content, tmp_path):
    reports = read_library(content, site()).all("report")
    assert set(papers(content)) == {f"{entry.url}lessen.pdf" for entry in reports}
    for url, paper in papers(content).items():
        (tmp_path / "lessen.pdf").write_bytes(print_pdf(paper.document, paper.attachments, look(), fonts()))
        findings = Validator().validate(tmp_path / "lessen.pdf").findings
        assert (url, [(finding.rule_id, finding.message) for finding in findings]) == (url, [])


def test_the_parts_of_a_report_stand_in_their_order():
    titles = [
        block.content[0]
        for block in papers()["/jaarlessen/2023/lessen.pdf"].document.blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    assert titles == [
        "In getallen",
        "Voorwoord",
        "Leeswijzer",
        "De belangrijkste lessen",
        "Wat werkte, en wat niet",
        "Hoe de experimenten afliepen",
        "Wat het netwerk aan zichzelf veranderde",
        "Aanbevelingen",
        "Wat er is geteld",
        "Bronnen van de lessen, aanbevelingen en reflecties",
        "Correcties",
        "Over deze uitgave",
    ]


def test_a_part_with_nothing_to_tell_has_no_place():
    titles = [
        block.content
        for block in paper_of({"reports/2024.md": report()}).document.blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    assert ("Voorwoord",) not in titles
    assert ("De belangrijkste lessen",) not in titles
    assert ("Correcties",) not in titles
    assert ("Aanbevelingen",) in titles


@pytest.mark.parametrize(
    ("body", "titles"), [("Tekst.\n\n## Leeswijzer\n", [(1, "Voorwoord"), (2, "Leeswijzer")]), ("## Vooraf\n\nTekst.\n", [(1, "Vooraf")])]
)
def test_a_preface_has_one_heading_above_it(body, titles):
    blocks = paper_of({"reports/2024.md": report() + f"\n{body}"}).document.blocks
    start = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.content[0] == titles[0][1])
    shown = [(block.level, block.content[0]) for block in blocks[start:] if isinstance(block, Heading)]
    assert shown[: len(titles) + 1] == [*titles, (1, "Wat werkte, en wat niet")]


def test_numbers_are_those_of_the_page_each_with_the_records_it_counts():
    library = read_library(EXAMPLE, site())
    counted = year_lessons(library, next(entry.record for entry in library.all("report") if entry.record.id == "2024"))
    listed = {}
    for block in part(papers()[YEAR], "Wat er is geteld"):
        if isinstance(block, Heading):
            last = block.content[0]
        elif isinstance(block, Items):
            listed[last] = [item[0].content[0].address for item in block.items]
    assert list(listed.values()) == [
        [f"https://example.org{card.url}" for card in figure.cards] for figure in counted.figures if figure.cards
    ]
    (large,) = [block for block in part(papers()[YEAR], "In getallen") if isinstance(block, Numbers)]
    figures = {figure.id: str(figure.number) for figure in counted.figures}
    assert [number for number, _ in large.items] == [
        figures[name] for name in ("doetanks", "experiments", "lessons", "recommendations", "cafes")
    ]


def test_success_and_failure_have_the_same_form():
    for url, paper in papers().items():
        blocks = [block for block in part(paper, "Wat werkte, en wat niet") if not isinstance(block, BarChart)]
        verdicts = [block.content[0].shape for block in blocks if isinstance(block, Heading) and block.level == 3]
        assert (url, verdicts) == (url, [str(verdict) for verdict in Verdict] * 3)
        titles = [at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 4]
        assert {tuple(type(block) for block in blocks[at + 1 : at + 3]) for at in titles} == {(Paragraph, Paragraph)}
        assert {blocks[at + 2].content[0] for at in titles} == {Styled("strong", ("Doe nu:",))}


def test_what_nobody_recorded_is_said_to_be_so():
    paper = paper_of({"lessons/les.md": lesson(advice="unknown"), "reports/2024.md": report()})
    assert Paragraph((Styled("strong", ("Doe nu:",)), " ", Styled("emph", ("niet vastgelegd",)))) in part(paper, "Wat werkte, en wat niet")


def test_no_share_is_given_while_most_outcomes_are_unknown():
    texts = {
        "doetanks/team.md": doetank(),
        "experiments/a.md": experiment(title="A", outcome="unknown", end="2024"),
        "experiments/b.md": experiment(title="B", outcome="unknown"),
        "reports/2024.md": report(),
    }
    chart, withheld, table, undated, listed = part(paper_of(texts), "Hoe de experimenten afliepen")
    assert isinstance(chart, BarChart)
    assert withheld == Paragraph(("Hier staat geen aandeel: van meer dan de helft van de experimenten is de uitkomst niet vastgelegd.",))
    assert isinstance(table, Table)
    assert table.rows[-1] == (
        (Mark("unknown", "Uitkomst niet vastgelegd"),),
        ("1",),
        (Link("https://example.org/experimenten/a/", ("A",)),),
    )
    assert undated == Paragraph(("1 experiment heeft geen datum en telt in geen enkel jaar mee:",), kept=True)
    assert listed == Items(((Paragraph((Link("https://example.org/experimenten/b/", ("B",)),)),),))


def test_a_recommendation_is_told_with_whom_it_asks_and_its_answer():
    answer = {"date": "2025-03", "status": "taken-up", "note": "Zij *beginnen*."}
    texts = {
        "lessons/les.md": lesson(),
        "recommendations/nu.md": recommendation(made="2024", addressed_to=[{"name": "Alle coaches"}], follow_up=[answer]),
        "recommendations/eerder.md": recommendation(title="Eerder", made="2023"),
        "reports/2024.md": report(),
    }
    assert part(paper_of(texts), "Aanbevelingen") == (
        Heading(2, (Link("https://example.org/aanbevelingen/nu/", ("Advies",)),)),
        Paragraph(("Kort.",)),
        Paragraph((Styled("strong", ("Gericht aan:",)), " ", "Alle coaches")),
        Paragraph((Mark("taken-up", "Opgepakt"), " maart 2025: ", "Zij ", Styled("emph", ("beginnen",)), ".")),
        Heading(2, ("Wat er gebeurde met die van de periode ervoor",)),
        Heading(3, (Link("https://example.org/aanbevelingen/eerder/", ("Eerder",)),)),
        Paragraph(("Kort.",)),
        Paragraph(("Geen antwoord vastgelegd.",)),
    )


def test_a_correction_stands_in_it_with_its_day():
    errata = [{"date": "2025-06-01", "text": "Er waren **twee** lessen."}]
    assert part(paper_of({"reports/2024.md": report(errata=errata)}), "Correcties") == (
        Definitions(((("1 juni 2025",), (Paragraph(("Er waren ", Styled("strong", ("twee",)), " lessen.")),)),)),
    )


def test_a_chart_tells_all_its_numbers_to_who_does_not_see_it():
    paper = paper_of({"lessons/a.md": lesson(), "lessons/b.md": lesson(verdict="does-not-work"), "reports/2024.md": report()})
    (chart,) = [block for block in part(paper, "In getallen") if isinstance(block, BarChart)]
    assert chart.alternative == "Aandeel van alle lessen, naar oordeel. 2024: werkt 1, werkt onder voorwaarden 0, werkt niet 1."
    assert [(row.label, row.numbers) for row in chart.rows] == [("2024: 2", "1 · 0 · 1")]


def test_an_english_report_speaks_english_and_marks_what_is_dutch():
    texts = {
        "lessons/les.md": lesson(),
        "reports/2024.md": report(),
        "reports/2024.en.md": report(title="Lessons", lang="en", summary="Short."),
    }
    english = paper_of(texts, "/en/jaarlessen/2024/lessen.pdf")
    assert (english.document.language, english.document.title, english.document.contents) == ("en", "Lessons", "Contents")
    titles = [block.content for block in part(english, "What worked, and what did not") if isinstance(block, Heading) and block.level == 4]
    assert titles == [(Link("https://example.org/lessen/les/", (Foreign("nl", ("Les",)),)),)]
    assert [attachment.description for attachment in english.attachments] == ["The lessons as a table", "The lessons and numbers as data"]


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({}, "2024-12-31"),
        ({"released": "2025-02-20"}, "2025-02-20"),
        ({"released": "2025-02-20", "created": "2025-01-01", "modified": "2025-03"}, "2025-03-31"),
    ],
)
def test_a_report_is_dated_by_its_own_days(fields, day):
    assert paper_of({"reports/2024.md": report(**fields)}).document.dated.isoformat() == day


@pytest.mark.parametrize(
    ("licence", "link"),
    [
        ("CC-BY-4.0", Link("https://creativecommons.org/licenses/by/4.0/", ("CC BY 4.0",))),
        ("CC0-1.0", Link("https://spdx.org/licenses/CC0-1.0.html", ("CC0-1.0",))),
        ("https://example.org/licentie", Link("https://example.org/licentie", ("https://example.org/licentie",))),
    ],
)
def test_a_report_says_its_licence(licence, link):
    (listed,) = part(paper_of({"reports/2024.md": report(license=licence)}), "Over deze uitgave")
    assert isinstance(listed, Definitions)
    assert listed.items[-1] == (("Licentie",), (Paragraph((link,)),))


def test_the_data_inside_are_those_beside_it_and_it_says_their_fingerprint():
    library = printing(read_library(EXAMPLE, site()))
    files = {file.url: file.content for file in make_outputs(library)[1]}
    for url, paper in papers().items():
        beside = url.removesuffix("lessen.pdf")
        assert {attachment.name: attachment.content for attachment in paper.attachments} == {
            name: files[f"{beside}{name}"] for name in ("lessen.csv", "lessen.json")
        }
        assert hashlib.sha256(files[f"{beside}lessen.json"]).hexdigest() in repr(part(paper, "Over deze uitgave"))


def test_every_section_is_asked(monkeypatch):
    monkeypatch.setattr(report_module, "SECTIONS", (*report_module.SECTIONS, lambda _telling: (Heading(1, ("Nog een deel",)),)))
    assert paper_of({"reports/2024.md": report()}).document.blocks[-1] == Heading(1, ("Nog een deel",))


def test_the_page_links_to_a_pdf_where_there_is_one():
    texts = {"reports/2024.md": report()}
    link = f'href="{YEAR}" download'
    assert link in html_of(printing(library_of(texts)), "/jaarlessen/2024/")
    assert "lessen.pdf" not in html_of(library_of(texts), "/jaarlessen/2024/")
    assert make_papers(library_of(texts)) == ()


def test_a_text_may_link_to_a_pdf_also_in_a_build_that_does_not_print():
    library = library_of({"reports/2024.md": report() + f"\nLees de [pdf]({YEAR}).\n"})
    make_outputs(printing(library))
    make_outputs(library)


WITHOUT = "import sys; sys.modules['typst'] = None; from pelican import main; main(sys.argv[1:])"


@pytest.mark.parametrize("settings", ["pelicanconf.py", "publishconf.py"])
def test_a_site_without_the_extra_has_no_pdf_and_says_so_when_it_is_for_the_public(tmp_path, settings):
    content = site_with_a_report(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, str(content), "-s", settings, "-o", str(tmp_path / "output")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert list((tmp_path / "output").rglob("*.pdf")) == []
    assert "lessen.pdf" not in (tmp_path / "output" / "jaarlessen" / "2024" / "index.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "output" / "jaarlessen" / "2024" / "lessen.json").read_text(encoding="utf-8"))["lessons"] == []
    assert ("De jaarlessen krijgen geen pdf" in done.stderr) is (settings == "publishconf.py")
