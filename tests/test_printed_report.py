"""The yearly lessons on paper: the same numbers and texts as on their page, in equal form, with the data inside."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from pdfua import Validator

from doetank.editions.shown import shown_reports
from doetank.figures import Figure
from doetank.library import Library
from doetank.pages import Paper
from doetank.paper.document import (
    Aside,
    BarChart,
    Blocks,
    Code,
    Definitions,
    Foreign,
    Heading,
    Items,
    Link,
    Mark,
    Numbers,
    Paragraph,
    Styled,
    Table,
)
from doetank.paper.html_tree import tree_of
from doetank.paper.press import print_pdf
from doetank.pipeline import make_outputs, make_papers, read_library
from doetank.printed_report import printed_report
from doetank.printed_report import report as report_module
from doetank.printed_report.method import runs
from doetank.records.choices import Verdict
from doetank.year_lessons import YearLessons, year_lessons

from .pdfs import fonts, look
from .sites import (
    CONTENT,
    EXAMPLE,
    ROOT,
    doetank,
    experiment,
    front_matter,
    html_of,
    lesson,
    library_of,
    recommendation,
    reflection,
    report,
    site,
)
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


def titles(paper: Paper) -> list[str]:
    """The headings of the first level; those in another language than the report are not ours."""
    return [str(block.content[0]) for block in paper.document.blocks if isinstance(block, Heading) and block.level == 1]


def link(address: str, text: str) -> Link:
    return Link(f"https://example.org{address}", (text,))


def titled(address: str, text: str) -> Paragraph:
    return Paragraph((Styled("strong", (link(address, text),)),), kept=True)


def count(name: str, number: int = 1, year: str = "2024") -> Link:
    return link(f"/jaarlessen/{year}/geteld/#count-{name}", str(number))


def shown(counted: YearLessons, figure: Figure) -> Link | str:
    return link(counted.counts.shown(figure).url, str(figure.number)) if figure.number else "0"


def links(value: object) -> Iterator[Link]:
    """Every link, wherever in a document it stands."""
    if isinstance(value, Link):
        yield value
    if isinstance(value, tuple):
        yield from (link for item in value for link in links(item))
    elif is_dataclass(value):
        yield from (link for field in fields(value) for link in links(getattr(value, field.name)))


def counted_for(content: Path, url: str) -> YearLessons:
    """What a report counts: an edition its own records, any other those of today."""
    (found,) = (one for one in shown_reports(read_library(content, site())) if one.entry.url == url)
    return year_lessons(found.library, found.report)


def numbers_in(places: str) -> list[int]:
    """All places, of which those that follow on each other are told by their ends."""
    ends = [list(map(int, run.split("–"))) for run in places.strip(" ()").split(", ")]
    return [number for run in ends for number in range(run[0], run[-1] + 1)]


def stamped(paper: Paper) -> list[Paragraph]:
    (listed,) = (block for block in part(paper, "Over deze uitgave") if isinstance(block, Definitions))
    return [block for _, blocks in listed.items for block in blocks if isinstance(block, Paragraph) and isinstance(block.content[0], Code)]


@cache
def page_html(content: Path, url: str) -> str:
    return html_of(read_library(content, site()), url)


def links_of_page(content: Path, url: str) -> dict[str, str]:
    """The text of each link in what is told on a page, by address."""
    (main,) = tree_of(page_html(content, url)).all("main")
    return {link.attributes.get("href", ""): link.text for link in main.all("a")}


REPORTS = [
    pytest.param(content, f"/jaarlessen/{path.stem}/", id=f"{content.parent.name}-{path.stem}")
    for content in (EXAMPLE, CONTENT)
    for path in sorted((content / "reports").glob("*.md"))
]


@pytest.mark.parametrize("content", [EXAMPLE, CONTENT], ids=["example", "content"])
def test_every_report_is_printed_and_nothing_in_it_bars_people(content, tmp_path):
    reports = read_library(content, site()).all("report")
    assert set(papers(content)) == {f"{entry.url}lessen.pdf" for entry in reports}
    for url, paper in papers(content).items():
        (tmp_path / "lessen.pdf").write_bytes(print_pdf(paper.document, paper.attachments, look(), fonts()))
        findings = Validator().validate(tmp_path / "lessen.pdf").findings
        assert (url, [(finding.rule_id, finding.message) for finding in findings]) == (url, [])


def test_the_parts_of_a_report_stand_in_their_order():
    assert titles(papers()["/jaarlessen/2023/lessen.pdf"]) == [
        "In getallen",
        "Voorwoord",
        "Leeswijzer",
        "De belangrijkste lessen",
        "Wat werkte, en wat niet",
        "Hoe de experimenten afliepen",
        "Wat er van eerdere lessen terechtkwam",
        "Wie de lessen gebruikten",
        "Wat het netwerk aan zichzelf veranderde",
        "Nieuwe aanbevelingen",
        "Wie er meededen",
        "Vergeleken met eerder",
        "Hoe er is geteld",
        "Bronnen van de lessen, aanbevelingen en reflecties",
        "Correcties",
        "Over deze uitgave",
    ]


@pytest.mark.parametrize(("content", "url"), REPORTS)
def test_the_parts_of_a_page_are_those_of_its_pdf(content, url):
    """But for its own contents and how to cite it; a body has headings of its own."""
    headings = {heading.attributes.get("id", ""): heading.text for heading in tree_of(page_html(content, url)).all("h2")}
    on_page = [text for name, text in headings.items() if name.startswith("s-") and name not in ("s-inhoudsopgave", "s-citeren")]
    assert len(on_page) > 8
    assert [title for title in titles(papers(content)[f"{url}lessen.pdf"]) if title in on_page] == on_page


@pytest.mark.parametrize(("content", "url"), REPORTS)
def test_every_number_on_a_page_is_in_its_pdf_and_is_that_of_its_figure(content, url):
    counted = counted_for(content, url)
    printed = {(one.address, one.content) for one in links(papers(content)[f"{url}lessen.pdf"]) if "#count-" in one.address}
    own = {(address, text) for address, text in printed if address.startswith(f"https://example.org{url}")}
    assert own == {(one.address, one.content) for one in (shown(counted, figure) for figure in counted.figures) if isinstance(one, Link)}
    on_page = {
        address: text.split()[0] for address, text in links_of_page(content, url).items() if address.startswith(f"{url}geteld/#count-")
    }
    assert len(on_page) > 20
    assert {(f"https://example.org{address}", (number,)) for address, number in on_page.items() if number != "0"} <= printed


@pytest.mark.parametrize(("content", "url"), REPORTS)
def test_every_record_that_a_page_tells_of_is_told_of_in_its_pdf(content, url):
    records = {entry.url for entry in read_library(content, site()).everything() if entry.record.type != "report"}
    on_page = {address for address in links_of_page(content, url) if address in records}
    assert len(on_page) > 3
    assert {f"https://example.org{address}" for address in on_page} <= {link.address for link in links(papers(content)[f"{url}lessen.pdf"])}


@pytest.mark.parametrize(("content", "url"), REPORTS)
def test_the_list_of_records_has_every_record_of_every_figure(content, url):
    counted = counted_for(content, url)
    blocks = part(papers(content)[f"{url}lessen.pdf"], "Hoe er is geteld")
    *figures, records = (block for block in blocks if isinstance(block, Items))
    listed = [item[0].content[0].address for item in records.items]
    told = {}
    for (line,) in (item for block in figures for item in block.items):
        label, number, places = line.content
        told[number.address.split("#count-")[1]] = (label, sorted(listed[place - 1] for place in numbers_in(places)))
    assert told == {
        figure.id: (f"{figure.label}: ", sorted(f"https://example.org{card.url}" for card in figure.cards))
        for figure in counted.figures
        if figure.cards
    }
    assert records.start == 1
    assert len(set(map(repr, records.items))) == len(records.items)


def test_numbers_that_follow_on_each_other_are_told_by_their_ends():
    assert [runs([4]), runs([1, 2, 3, 7]), runs([2, 4, 5])] == ["4", "1–3, 7", "2, 4–5"]


def test_a_part_with_nothing_to_tell_has_no_place():
    assert titles(paper_of({"reports/2024.md": report()})) == [
        "In getallen",
        "Wat werkte, en wat niet",
        "Hoe de experimenten afliepen",
        "Wat er van eerdere lessen terechtkwam",
        "Wie de lessen gebruikten",
        "Wat het netwerk aan zichzelf veranderde",
        "Nieuwe aanbevelingen",
        "Wie er meededen",
        "Vergeleken met eerder",
        "Hoe er is geteld",
        "Over deze uitgave",
    ]


@pytest.mark.parametrize(
    ("body", "titles"), [("Tekst.\n\n## Leeswijzer\n", [(1, "Voorwoord"), (2, "Leeswijzer")]), ("## Vooraf\n\nTekst.\n", [(1, "Vooraf")])]
)
def test_a_preface_has_one_heading_above_it(body, titles):
    blocks = paper_of({"reports/2024.md": report() + f"\n{body}"}).document.blocks
    start = next(at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.content[0] == titles[0][1])
    shown = [(block.level, block.content[0]) for block in blocks[start:] if isinstance(block, Heading)]
    assert shown[: len(titles) + 1] == [*titles, (1, "Wat werkte, en wat niet")]


def test_the_five_figures_stand_first_each_with_the_way_to_what_it_counts():
    counted = counted_for(EXAMPLE, "/jaarlessen/2024/")
    assert part(papers()[YEAR], "In getallen") == (
        Numbers(tuple(((shown(counted, figure),), figure.label) for figure in counted.headline)),
    )
    assert len(counted.headline) == 5


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
        (count("outcome-unknown"),),
        (Link("https://example.org/experimenten/a/", ("A",)),),
    )
    assert undated == Paragraph(("Zonder datum, en dus in geen enkel jaar geteld: ", count("outcome-undated")), kept=True)
    assert listed == Items(((Paragraph((Link("https://example.org/experimenten/b/", ("B",)),)),),))


def test_a_highlight_says_what_nobody_recorded():
    texts = {"lessons/les.md": lesson(expected="unknown", because="unknown"), "reports/2024.md": report(highlights=["les"])}
    assert part(paper_of(texts), "De belangrijkste lessen") == (
        Heading(2, (link("/lessen/les/", "Les"),)),
        Paragraph((Mark("works", "Werkt"),), kept=True),
        Paragraph(("Kort.",), kept=True),
        Paragraph(("Niet vastgelegd: wat werd verwacht, waarom.",), kept=True),
        Aside(("Doe nu:",), (Paragraph(("Iets.",)),)),
    )


def test_lessons_are_counted_per_theme_and_per_phase():
    texts = {
        "lessons/les.md": lesson(themes=["plain-language"], phase="experiment"),
        "lessons/b.md": lesson(verdict="does-not-work"),
        "reports/2024.md": report(),
    }
    themes, phases = (block for block in part(paper_of(texts), "Wat werkte, en wat niet") if isinstance(block, Table))
    head = (
        (Mark("works", "Werkt"),),
        (Mark("works-under-conditions", "Werkt onder voorwaarden"),),
        (Mark("does-not-work", "Werkt niet"),),
        ("Alle",),
    )
    assert themes.head == (("Thema",), *head)
    assert themes.rows == (
        (("Begrijpelijke taal",), (count("theme-plain-language-works"),), ("0",), ("0",), (count("theme-plain-language"),)),
        (("Thema niet vastgelegd",), ("0",), ("0",), (count("theme-does-not-work"),), (count("theme"),)),
    )
    assert phases.head == (("Fase",), *head)
    assert [row[0] for row in phases.rows] == [("Experimenteren",), ("Fase niet vastgelegd",)]


def test_each_level_has_its_score_with_the_reason_or_says_that_there_is_none():
    scores = [
        {"level": "method", "score": "worse", "because": "Het *liep* stroef."},
        {"level": "network", "score": "better", "because": "unknown"},
    ]
    told = part(paper_of({"reports/2024.md": report(change_scores=scores)}), "Wat er van eerdere lessen terechtkwam")
    assert told == (
        Paragraph(("Of het beter werd, en wat er terechtkwam van wat vóór 2024 was aanbevolen en gepland. Zo was het bekend aan het einde van 2024.",)),
        Heading(2, ("Werd het beter?",)),
        Definitions((
            (("Over het vraagstuk",), (Paragraph((Mark("unknown", "Niet vastgelegd"),)), Paragraph(("De reden is niet vastgelegd.",)))),
            (("Over de aanpak",), (Paragraph((Mark("worse", "Slechter"),)), Paragraph(("Het ", Styled("emph", ("liep",)), " stroef.")))),
            (("Over het netwerk",), (Paragraph((Mark("better", "Beter"),)), Paragraph(("De reden is niet vastgelegd.",)))),
        )),
        Heading(2, ("Eerder aanbevolen of gepland: ", "0")),
        Paragraph(("Er zijn geen aanbevelingen of plannen van vóór deze periode vastgelegd.",)),
    )  # fmt: skip


def test_what_was_promised_is_told_unanswered_first_and_settled_in_short():
    def told(day, status):
        return [{"date": day, "status": status, "note": "Zij *beginnen*."}]

    plan = [{"what": "Een *bel* erbij.", "status": "planned", "follow_up": told("2024-03", "done")}]
    texts = {
        "lessons/les.md": lesson(learned="2022"),
        "recommendations/stil.md": recommendation(title="Stil", made="2022"),
        "recommendations/half.md": recommendation(title="Half", follow_up=told("2023-05", "taken-up")),
        "recommendations/klaar.md": recommendation(title="Klaar", made="2022", follow_up=told("2023-05", "implemented")),
        "reflections/terug.md": reflection(changes=plan),
        "reports/2024.md": report(),
    }
    answer = (Mark("taken-up", "Opgepakt"), " mei 2023: ", "Zij ", Styled("emph", ("beginnen",)), ".")
    done = (Mark("done", "Gedaan"), " maart 2024: ", "Zij ", Styled("emph", ("beginnen",)), ".")
    assert part(paper_of(texts), "Wat er van eerdere lessen terechtkwam")[3:] == (
        Heading(2, ("Eerder aanbevolen of gepland: ", count("promises", 4))),
        Heading(3, ("Niet beantwoord: ", count("promises-unanswered", 2))),
        Definitions((
            (("2022",), (titled("/aanbevelingen/stil/", "Stil"), Paragraph(("Kort.",)), Paragraph(("Geen antwoord vastgelegd.",)))),
            (("2023",), (
                titled("/aanbevelingen/half/", "Half"),
                Paragraph(("Kort.",)),
                Paragraph(("Geen antwoord in 2024. Het laatste dat bekend was:",), kept=True),
                Paragraph(answer),
            )),
        )),
        Heading(3, ("Beantwoord in deze periode: ", count("promises-answered", 1))),
        Definitions(((("1 juni 2023",), (titled("/reflecties/terug/", "Een bel erbij."), Paragraph(done))),)),
        Heading(3, ("Al eerder afgerond: ", count("promises-settled", 1))),
        Items(((Paragraph((Mark("implemented", "Uitgevoerd"), " ", link("/aanbevelingen/klaar/", "Klaar"), " (mei 2023)")),),)),
    )  # fmt: skip


def test_who_used_a_lesson_is_told_with_the_result_and_so_is_what_nobody_used():
    use = {"organisation": "almere", "date": "2024-05", "result": "partly", "note": "Met *twee* teams.", "source": {"title": "Brief"}}
    texts = {
        "organisations/almere.md": front_matter(title="Almere", tier="municipality"),
        "lessons/les.md": lesson(reuse=[use]),
        "lessons/rust.md": lesson(title="Rust", learned="2023"),
        "reports/2024.md": report(),
    }
    told = (
        Paragraph((Mark("partly", "Werkte deels"), ": ", link("/lessen/les/", "Les"), " (", link("/organisaties/almere/", "Almere"), ")")),
        Paragraph(("Met ", Styled("emph", ("twee",)), " teams.")),
        Paragraph(("Bron: ", "Brief")),
    )
    unused = "Van deze lessen is tot en met 2024 niet vastgelegd dat iemand anders ze gebruikte."
    assert part(paper_of(texts), "Wie de lessen gebruikten") == (
        Heading(2, ("Lessen die elders zijn gebruikt: ", count("reuse"))),
        Definitions(((("mei 2024",), told),)),
        Heading(2, ("Lessen die nog niemand gebruikte: ", count("unused"))),
        Paragraph((unused, " ", link("/bijdragen/", "Laat het weten als u dat deed"), ".")),
        Items(((Paragraph((link("/lessen/rust/", "Rust"),)),),)),
    )
    assert part(paper_of({"reports/2024.md": report()}), "Wie de lessen gebruikten") == (
        Heading(2, ("Lessen die elders zijn gebruikt: ", "0")),
        Paragraph(("Niemand meldde in deze periode dat een les elders is gebruikt.",)),
        Heading(2, ("Lessen die nog niemand gebruikte: ", "0")),
        Paragraph(("Geen vastgelegd.",)),
    )


def test_changes_of_the_network_are_told_by_subject_with_what_became_of_them():
    later = {"date": "2024-11", "status": "reverted", "note": "Te *druk*.", "source": {"title": "Verslag"}}
    plan = {"what": "Een bel.", "status": "planned", "because": "Het is *stil*.", "follow_up": [later, {**later, "date": "2025-02"}]}
    texts = {
        "reflections/cafe.md": reflection(title="Terug", date="2024-06-01", subject="cafes", changes=[plan]),
        "reflections/net.md": reflection(
            title="Net", date="2024-07-01", changes=[{"what": "Een blad.", "status": "done", "date": "2024-05"}]
        ),
        "reports/2024.md": report(),
    }
    told = (
        Paragraph((Mark("planned", "Gepland"), ": ", "Een bel.")),
        Paragraph((Styled("strong", ("Waarom:",)), " ", "Het is ", Styled("emph", ("stil",)), ".")),
        Paragraph((Mark("reverted", "Teruggedraaid"), " november 2024: ", "Te ", Styled("emph", ("druk",)), ".")),
        Paragraph(("Bron: ", "Verslag")),
        Paragraph(("Van:", " ", link("/reflecties/cafe/", "Terug"))),
    )
    other = (Paragraph((Mark("done", "Gedaan"), ": ", "Een blad.")), Paragraph(("Van:", " ", link("/reflecties/net/", "Net"))))
    assert part(paper_of(texts), "Wat het netwerk aan zichzelf veranderde") == (
        Heading(2, ("De Cafés: ", count("changes-cafes"))),
        Definitions(((("Datum niet vastgelegd",), told),)),
        Heading(2, ("Het netwerk: ", count("changes-network"))),
        Definitions(((("mei 2024",), other),)),
        Heading(2, ("De reflecties uit deze periode",)),
        Items((
            (Paragraph((link("/reflecties/cafe/", "Terug"), " (1 juni 2024)")),),
            (Paragraph((link("/reflecties/net/", "Net"), " (1 juli 2024)")),),
        )),
    )  # fmt: skip


def test_a_recommendation_is_told_with_whom_it_asks_and_its_last_answer():
    answer = {"date": "2024-11", "status": "taken-up", "note": "Zij *beginnen*."}
    texts = {
        "organisations/almere.md": front_matter(title="Almere", tier="municipality"),
        "lessons/les.md": lesson(),
        "recommendations/nu.md": recommendation(
            made="2024",
            addressed_to=[{"name": "Alle coaches"}, {"organisation": "almere"}],
            follow_up=[answer, {**answer, "date": "2025-01", "status": "rejected"}],
        ),
        "recommendations/stil.md": recommendation(title="Stil", made="2024-12"),
        "reports/2024.md": report(),
    }
    told = (
        titled("/aanbevelingen/nu/", "Advies"),
        Paragraph(("Kort.",)),
        Paragraph((Styled("strong", ("Gericht aan:",)), " ", "Alle coaches", ", ", link("/organisaties/almere/", "Almere"))),
        Paragraph((Mark("taken-up", "Opgepakt"), " november 2024: ", "Zij ", Styled("emph", ("beginnen",)), ".")),
    )
    silent = (titled("/aanbevelingen/stil/", "Stil"), Paragraph(("Kort.",)), Paragraph(("Geen antwoord vastgelegd.",)))
    assert part(paper_of(texts), "Nieuwe aanbevelingen") == (Definitions(((("2024",), told), (("december 2024",), silent))),)


def test_who_took_part_is_told_by_role_in_records():
    team = doetank(phases=[{"phase": "question", "start": "2024-01"}], members=[{"role": "coach"}])
    _, table, silent = part(paper_of({"doetanks/team.md": team, "reports/2024.md": report()}), "Wie er meededen")
    assert (table.head, table.rows) == ((("Rol",), ("Aantal",)), ((("Coach",), (count("role-coach"),)),))
    assert silent.content[0].startswith("Van deze rollen is niets vastgelegd: Deelnemer, ")


def test_a_period_stands_beside_the_one_before_where_that_has_a_report():
    texts = {
        "lessons/a.md": lesson(),
        "lessons/b.md": lesson(learned="2023"),
        "lessons/c.md": lesson(learned="2023"),
        "reports/2024.md": report(),
    }
    assert part(paper_of(texts), "Vergeleken met eerder") == (
        Paragraph(("Er is geen verslag over 2023. Daarom zijn deze getallen niet met die periode vergeleken.",)),
    )
    earlier = report(title="Eerder", period={"from": "2023", "to": "2023"})
    (table,) = part(paper_of({**texts, "reports/2023.md": earlier}), "Vergeleken met eerder")
    assert table.head == (("Getal",), ("2023",), ("2024",))
    assert table.caption == ("De belangrijkste getallen naast die van 2023",)
    assert table.rows[2] == (("Lessen",), (count("lessons", 2, year="2023"),), (count("lessons"),))


def test_a_report_of_several_years_tells_each_year_apart():
    texts = {"lessons/a.md": lesson(learned="2023"), "reports/2023-2024.md": report(period={"from": "2023", "to": "2024"})}
    paper = paper_of(texts, "/jaarlessen/2023-2024/lessen.pdf")
    _, title, table = part(paper, "Vergeleken met eerder")
    assert (title, table.head) == (Heading(2, ("Van jaar tot jaar",)), (("Getal",), ("2023",), ("2024",)))
    assert table.rows[2] == (("Lessen",), (count("year-2023-lessons", year="2023-2024"),), ("0",))
    blocks = part(paper, "Hoe er is geteld")
    start = blocks.index(Heading(2, ("Van jaar tot jaar",), listed=False))
    assert blocks[start + 1] == Paragraph(("Elk jaar apart, op dezelfde manier geteld als de jaren samen.",), kept=True)
    assert blocks[start + 2].items[0] == (Paragraph(("2023: Lessen: ", count("year-2023-lessons", year="2023-2024"), " (1)")),)


def test_the_method_is_told_also_of_what_found_nothing():
    told = [block.content[0] for block in part(paper_of({"reports/2024.md": report()}), "Hoe er is geteld") if isinstance(block, Paragraph)]
    assert told[0].endswith("op de laatste dag van 2024. Wat later is beantwoord, gebruikt of veranderd, hoort er niet bij.")
    assert "Lessen die in deze periode zijn geleerd. Telwijze: 1. Niets vastgelegd voor: Lessen." in told


def test_a_correction_stands_in_it_with_its_day_and_what_it_is_about():
    errata = [{"date": "2025-06-01", "text": "Er waren **twee** lessen.", "about": ["lesson:les"]}]
    assert part(paper_of({"lessons/les.md": lesson(), "reports/2024.md": report(errata=errata)}), "Correcties") == (
        Definitions((
            (("1 juni 2025",), (
                Paragraph(("Er waren ", Styled("strong", ("twee",)), " lessen.")),
                Paragraph(("Gaat over: ", link("/lessen/les/", "Les"))),
            )),
        )),
    )  # fmt: skip


def test_what_its_makers_used_and_what_else_to_read_stand_at_the_end():
    source = {"title": "Brief", "url": "https://example.net/brief", "date": "2024-03", "accessed": "2025-01-02"}
    paper = paper_of({"reports/2024.md": report(sources=[source], links=[{"title": "Blad", "url": "https://example.net/blad"}])})
    assert titles(paper)[-3:] == ["Zie ook", "Bronnen", "Over deze uitgave"]
    assert part(paper, "Zie ook") == (Items(((Paragraph((Link("https://example.net/blad", ("Blad",)),)),),)),)
    told = (Link("https://example.net/brief", ("Brief",)), ", maart 2024, gelezen op 2 januari 2025")
    assert part(paper, "Bronnen") == (Items(((Paragraph(told),),), start=1),)


def test_a_record_that_was_retired_or_corrected_is_told_to_be():
    errata = [{"date": "2025-06-01", "text": "Anders.", "about": ["lesson:les"]}]
    texts = {
        "lessons/les.md": lesson(status="retired", retired_because="Anders."),
        "reports/2024.md": report(highlights=["les"], errata=errata),
    }
    paper = paper_of(texts)
    assert part(paper, "De belangrijkste lessen")[0] == Heading(2, (link("/lessen/les/", "Les"), " (ingetrokken, later verbeterd)"))


def test_an_edition_says_that_it_stays_as_it_is():
    library = library_of({"reports/2024.md": report()})
    (shown,) = shown_reports(library)
    sentence = "Dit is een editie"
    told = {frozen: repr(printed_report(replace(shown, frozen=frozen), ()).blocks) for frozen in (True, False)}
    assert (sentence in told[True], sentence in told[False]) == (True, False)


def test_who_made_it_is_named_as_on_its_page():
    people = [{"role": "coach"}, {"role": "editor", "name": "Jo", "consent": "self", "organisation": "almere"}]
    texts = {"organisations/almere.md": front_matter(title="Almere", tier="municipality"), "reports/2024.md": report(contributors=people)}
    (listed,) = part(paper_of(texts), "Over deze uitgave")
    assert listed.items[0] == (
        ("Wie eraan meewerkten",),
        (Items(((Paragraph(("Coach",)),), (Paragraph(("Jo", ", redacteur", ", ", link("/organisaties/almere/", "Almere"))),))),),
    )


@pytest.mark.parametrize(
    ("fields", "title", "text"),
    [
        ({"fictional": True}, "Voorbeeld", "Dit stuk is verzonnen. Het komt nooit op een gepubliceerde site."),
        ({"status": "draft"}, "Concept", "Deze tekst is nog niet gepubliceerd."),
        ({"status": "retired", "retired_because": "Er kwam een nieuwe."}, "Ingetrokken", "Er kwam een nieuwe."),
    ],
)
def test_a_report_says_first_what_its_page_warns_of(fields, title, text):
    assert paper_of({"reports/2024.md": report(**fields)}).document.blocks[0] == Aside((title,), (Paragraph((text,)),))


def test_equal_records_give_an_equal_pdf():
    papers = [paper_of({"lessons/les.md": lesson(), "reports/2024.md": report()}) for _ in range(2)]
    one, other = (print_pdf(paper.document, paper.attachments, look(), fonts()) for paper in papers)
    assert one == other


def test_a_chart_tells_all_its_numbers_to_who_does_not_see_it():
    paper = paper_of({"lessons/a.md": lesson(), "lessons/b.md": lesson(verdict="does-not-work"), "reports/2024.md": report()})
    chart = next(block for block in part(paper, "Wat werkte, en wat niet") if isinstance(block, BarChart))
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


def test_the_data_inside_are_those_beside_it_and_both_have_the_stamp_of_the_page():
    library = printing(read_library(EXAMPLE, site()))
    made, written = make_outputs(library)
    pages, files = {page.url: page for page in made}, {file.url: file.content for file in written}
    for url, paper in papers().items():
        beside = url.removesuffix("lessen.pdf")
        assert {attachment.name: attachment.content for attachment in paper.attachments} == {
            name: files[f"{beside}{name}"] for name in ("lessen.csv", "lessen.json")
        }
        (stamp,) = [block.content[0].text for block in stamped(paper)]
        assert json.loads(files[f"{beside}lessen.json"])["report"]["stamp"] == stamp
        assert pages[f"{beside}geteld/"].values["stamp"] == stamp


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
