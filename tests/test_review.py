"""The review pack: what is asked of which records, and who can settle it."""

from datetime import date

import pytest

from doetank.catalogue import catalogue
from doetank.outputs import review_pack
from doetank.records.choices import Level, Verdict
from doetank.records.report import Years
from doetank.review import review

from .sites import (
    doetank,
    example_library,
    example_outputs,
    experiment,
    front_matter,
    html_of,
    lesson,
    library_of,
    recommendation,
    reflection,
    report,
)

SOURCES = [{"title": "Bron"}]
USED = [{"organisation": "gemeente", "date": "2024", "result": "worked", "note": "Iets."}]
TOWN = {"organisations/gemeente.md": front_matter(title="Gemeente Waterstad", tier="municipality")}


def years(name="2024"):
    found = Years.named(name)
    assert found
    return found


def pack(texts, period="2024", **options):
    return review(library_of(texts, **options), years(period))


def found(texts, group, period="2024", **options):
    """What one question finds: the record's id, where the cursor goes, and what is said."""
    (items,) = [one.items for one in pack(texts, period, **options).groups if one.id == group]
    return [(item.entry.record.id, item.field, item.message.format(catalogue("en"))) for item in items]


def asked(texts, group, period="2024"):
    """Who can settle what one question finds."""
    (items,) = [one.items for one in pack(texts, period).groups if one.id == group]
    return [[settler.name for settler in item.settlers] for item in items]


def test_the_questions_stand_in_their_order_and_two_of_them_stop_the_build():
    assert [(group.id, group.stops) for group in pack({}).groups] == [
        ("aanbevelingen", True),
        ("plannen", True),
        ("doetanks", False),
        ("experimenten", False),
        ("niet-vastgelegd", False),
        ("onderbouwing", False),
        ("nieuwe-blik", False),
        ("niet-gebruikt", False),
        ("bronnen", False),
    ]


def test_nothing_is_asked_of_a_record_in_which_nothing_is_open():
    right = {
        "lessons/les.md": lesson(verdict="does-not-work", reuse=USED),
        "doetanks/team.md": doetank(events=[{"date": "2024", "title": "Begin"}]),
        "lessons/van-het-team.md": lesson(about=["doetank:team"], evidence="documented", sources=SOURCES, reuse=USED),
        "experiments/proef.md": experiment(end="2024", sources=SOURCES),
        **TOWN,
    }
    assert pack(right).number == 0


NO_ANSWER = "no answer dated in 2024; add one to `follow_up`, and write `unknown` with a note if nobody knows"


def test_an_earlier_recommendation_without_an_answer_in_the_period_is_asked():
    answer = {"date": "2024", "status": "unknown", "note": "Iets."}
    texts = {
        "lessons/les.md": lesson(learned="2023"),
        "recommendations/stil.md": recommendation(),
        "recommendations/gezegd.md": recommendation(follow_up=[answer]),
    }
    assert found(texts, "aanbevelingen") == [("stil", ("follow_up",), NO_ANSWER)]


def test_a_planned_change_without_an_answer_is_asked_at_its_place_and_in_its_words():
    changes = [{"what": "Koffie eerst.", "status": "done"}, {"what": "Minder *praten*.", "status": "planned"}]
    texts = {"reflections/terugblik.md": reflection(changes=changes)}
    assert found(texts, "plannen") == [("terugblik", ("changes", 1, "follow_up"), NO_ANSWER)]
    assert [item.what for group in pack(texts).groups for item in group.items] == ["Minder *praten*."]


def test_a_doetank_that_had_begun_or_has_no_date_is_asked_for_its_lessons():
    def begun(year):
        return doetank(events=[{"date": year, "title": "Begin"}])

    texts = {
        "doetanks/team.md": begun("2024"),
        "doetanks/eerder.md": begun("2020"),
        "doetanks/later.md": begun("2025"),
        "doetanks/zonder-datum.md": doetank(),
        "doetanks/met-les.md": begun("2023"),
        "experiments/proef.md": experiment(doetank="met-les"),
        "lessons/les.md": lesson(about=["experiment:proef"]),
    }
    text = "has no lesson yet; ask what the team learned, also if it stopped"
    assert found(texts, "doetanks") == [(name, (), text) for name in ("eerder", "team", "zonder-datum")]


def test_an_experiment_without_an_outcome_is_asked_until_somebody_records_it():
    def tried(outcome, **dates):
        return experiment(outcome=outcome, **dates)

    texts = {
        "doetanks/team.md": doetank(),
        "experiments/oud.md": tried("unknown", end="2020"),
        "experiments/nu.md": tried("unknown", end="2024-05"),
        "experiments/later.md": tried("unknown", start="2025"),
        "experiments/zonder-datum.md": tried("unknown"),
        "experiments/bekend.md": tried("did-not-work", end="2024"),
        "experiments/loopt.md": tried("running", start="2024"),
        "experiments/loopt-nog.md": tried("running", start="2024", end="2024-12-31"),
    }
    assert found(texts, "experimenten", today=date(2024, 12, 31)) == [
        ("oud", ("outcome",), "the outcome is `unknown`; ask how it came out"),
        ("nu", ("outcome",), "the outcome is `unknown`; ask how it came out"),
        ("zonder-datum", ("outcome",), "the outcome is `unknown`; ask how it came out"),
    ]
    assert ("loopt-nog", ("outcome",), "ended in 2024-12-31, and its outcome is still `running`") in found(
        texts, "experimenten", today=date(2025, 1, 1)
    )


def test_a_lesson_of_the_period_names_all_that_nobody_recorded_and_the_cursor_goes_to_the_first():
    texts = {
        "lessons/nu.md": lesson(because="unknown", happened="unknown", conditions="unknown"),
        "lessons/eerder.md": lesson(because="unknown", learned="2023"),
    }
    assert found(texts, "niet-vastgelegd") == [("nu", ("happened",), "nobody recorded `happened`, `because`")]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"evidence": "unknown", "sources": SOURCES}, "`evidence` is `unknown`: nobody recorded how this is known"),
        ({"evidence": "documented"}, "`evidence` is `documented`, and no source is named"),
        ({"evidence": "derived"}, "`evidence` is `derived`, and no source is named"),
        ({"evidence": "documented", "sources": SOURCES}, ""),
        ({"evidence": "experience"}, ""),
    ],
)
def test_evidence_is_weak_when_nobody_recorded_it_or_its_source_is_not_named(fields, text):
    said = [message for _, _, message in found({"lessons/les.md": lesson(**fields)}, "onderbouwing")]
    assert said == ([text] if text else [])


def test_a_lesson_is_due_when_its_day_has_passed_or_passes_within_the_period():
    texts = {f"lessons/{day}.md": lesson(review_by=day, learned="2023") for day in ("2024-03-01", "2024-11-30", "2025-02-01")}
    due = [name for name, _, _ in found(texts, "nieuwe-blik", today=date(2024, 6, 1))]
    assert due == ["2024-03-01", "2024-11-30"]
    assert len(found(texts, "nieuwe-blik", today=date(2025, 3, 1))) == 3
    assert found(texts, "nieuwe-blik", "2022", today=date(2025, 3, 1)) == []


def test_a_lesson_of_the_period_that_nobody_used_is_asked():
    texts = {"lessons/stil.md": lesson(), "lessons/gebruikt.md": lesson(reuse=USED), "lessons/eerder.md": lesson(learned="2023"), **TOWN}
    text = "no use elsewhere is recorded; ask who tried it, and how that came out"
    assert found(texts, "niet-gebruikt") == [("stil", ("reuse",), text)]


def test_what_tells_of_others_names_its_sources_and_what_is_a_source_itself_need_not():
    texts = {
        "lessons/les.md": lesson(),
        "recommendations/advies.md": recommendation(made="2024"),
        "reflections/terugblik.md": reflection(date="2024", sources=SOURCES),
        "reflections/zonder-bron.md": reflection(date="2024"),
        "posts/bericht.md": front_matter(title="Bericht", date="2024-05-01", kind="blog"),
    }
    assert found(texts, "bronnen") == [
        ("advies", ("sources",), "names no source"),
        ("zonder-bron", ("sources",), "names no source"),
    ]


def test_whom_a_record_says_to_ask_goes_before_all_others():
    texts = {
        "doetanks/team.md": doetank(contact="Vraag het aan het secretariaat."),
        "doetanks/ander.md": doetank(title="Ander team"),
    }
    assert asked(texts, "doetanks") == [["Ander team"], ["Vraag het aan het secretariaat."]]


def test_a_recommendation_is_settled_by_those_it_is_addressed_to():
    addressed = [{"organisation": "gemeente"}, {"name": "Alle provincies"}]
    texts = {
        "lessons/les.md": lesson(learned="2023"),
        "recommendations/a.md": recommendation(addressed_to=addressed),
        "recommendations/b.md": recommendation(),
        **TOWN,
    }
    assert asked(texts, "aanbevelingen") == [["Gemeente Waterstad", "Alle provincies"], ["the editors"]]


def test_an_experiment_and_a_lesson_are_settled_by_their_doetanks_and_a_lesson_about_the_network_by_the_editors():
    texts = {
        "doetanks/team.md": doetank(),
        "doetanks/ander.md": doetank(title="Ander team"),
        "experiments/proef.md": experiment(outcome="unknown"),
        "lessons/a.md": lesson(about=["experiment:proef", "doetank:ander", "doetank:team"]),
        "lessons/b.md": lesson(),
    }
    assert asked(texts, "experimenten") == [["Team"]]
    assert asked(texts, "niet-gebruikt") == [["Team", "Ander team"], ["the editors"]]


def test_a_planned_change_is_settled_by_who_looked_at_the_network():
    texts = {"reflections/terugblik.md": reflection(changes=[{"what": "Iets.", "status": "planned"}])}
    assert asked(texts, "plannen") == [["the makers of the reflection"]]


def test_nothing_is_asked_of_a_draft_and_it_is_not_counted():
    found = pack({"lessons/les.md": lesson(status="draft", evidence="unknown")})
    assert found.number == 0
    assert [notice.format(catalogue("en")) for notice in found.notices] == ["2024 has no lessons yet; ask what was learned"]


def test_the_balance_counts_level_and_verdict_beside_the_earlier_years_that_have_lessons():
    dated = ("2018", "2019", "2023", "2024", "2024", "2025")
    texts = {f"lessons/les-{place}.md": lesson(learned=year) for place, year in enumerate(dated)}
    texts["lessons/mislukt.md"] = lesson(learned="2024", verdict="does-not-work", level="network")
    balance = pack(texts).balance
    assert balance.years == (2019, 2023, 2024)
    told = {(level, verdict): numbers for level, rows in balance.levels for verdict, numbers in rows}
    assert len(told) == len(Level) * len(Verdict)
    assert {key: numbers for key, numbers in told.items() if any(numbers)} == {
        (Level.ISSUE, Verdict.WORKS): (1, 1, 2),
        (Level.NETWORK, Verdict.DOES_NOT_WORK): (0, 0, 1),
    }


def test_a_period_of_several_years_has_a_column_for_each():
    assert pack({"lessons/les.md": lesson(learned="2021")}, "2023-2024").balance.years == (2021, 2023, 2024)


@pytest.mark.parametrize(
    ("verdicts", "text"),
    [
        ((), "2024 has no lessons yet; ask what was learned"),
        (
            ("works", "works-under-conditions"),
            "2024 reports only successes: no lesson says that something does not work; ask what failed",
        ),
        (("works", "does-not-work"), ""),
    ],
)
def test_no_lessons_and_only_successes_are_told(verdicts, text):
    texts = {f"lessons/{verdict}.md": lesson(verdict=verdict) for verdict in verdicts}
    texts["lessons/eerder.md"] = lesson(learned="2023", verdict="does-not-work")
    assert [notice.format(catalogue("en")) for notice in pack(texts).notices] == ([text] if text else [])


def test_every_report_that_is_no_edition_has_its_review_page_in_a_development_build_and_leads_there():
    pages = [page for page in example_outputs()[0] if page.template == "review"]
    reports = {entry.record.id for entry in example_library().all("report") if entry.ref not in example_library().editions}
    assert {page.url for page in pages} == {f"{home}/jaarlessen/{name}/nakijken/" for name in reports for home in ("", "/en")}
    assert [page.url for page in pages if page.listed or page.search or page.json_ld] == []
    assert 'href="/jaarlessen/2024/nakijken/"' in html_of(example_library(), "/jaarlessen/2024/")
    assert "nakijken" not in html_of(example_library(), "/jaarlessen/2023/")


def test_a_public_site_has_no_review_page_and_no_link_to_one():
    library = library_of({"reports/2024.md": report(), "lessons/les.md": lesson()}, production=True)
    assert list(review_pack.pages(library)) == []
    assert "nakijken" not in html_of(library, "/jaarlessen/2024/")


def test_the_review_page_tells_what_is_open_who_can_settle_it_and_where():
    changes = [{"what": "Minder *praten*.", "status": "planned"}]
    texts = {"reports/2024.md": report(), "reflections/terugblik.md": reflection(changes=changes)}
    html = html_of(library_of(texts), "/jaarlessen/2024/nakijken/")
    for part in (
        '<p class="follow-up__note">Minder <em>praten</em>.</p>',
        "zet er een bij <code>follow_up</code>, en schrijf <code>unknown</code>",
        "Wie dit kan oplossen: de makers van de reflectie",
        "reflections/terugblik.md</code>",
        "2024 heeft nog geen lessen; vraag wat er is geleerd",
    ):
        assert part in html, part
