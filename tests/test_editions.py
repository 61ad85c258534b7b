"""An edition stays as it was published, and tells what was changed since."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from doetank.catalogue import catalogue
from doetank.editions.as_compared import as_compared
from doetank.editions.before import as_kept, counts_before, earlier_counts
from doetank.editions.digests import digest, digest_of
from doetank.editions.find import edition_file
from doetank.editions.form import as_file
from doetank.editions.freeze import edition_of
from doetank.editions.later import Later, later_changes
from doetank.editions.shown import shown_reports
from doetank.figures import MAIN, figures_of
from doetank.figures.totals import total_figures
from doetank.pipeline import read_library
from doetank.problems import ContentError
from doetank.records.fields import Ref
from doetank.records.report import Years

from .sites import (
    CONTENT,
    EXAMPLE,
    doetank,
    example_library,
    experiment,
    front_matter,
    lesson,
    library_of,
    recommendation,
    reflection,
    report,
    site,
)

BEGUN = [{"phase": "question", "start": "2024-01"}]
COACH = [{"role": "coach"}]
TEXTS = {
    "doetanks/team.md": doetank(phases=BEGUN, members=[{"role": "coach", "name": "Jo", "consent": "self"}]),
    "experiments/proef.md": experiment(end="2024-05"),
    "lessons/les.md": lesson(advice="Bel *eerst*."),
    "lessons/oud.md": lesson(learned="2023"),
    "recommendations/r.md": recommendation(follows_from=["oud"], made="2023", follow_up=[{"date": "2024-03", "status": "open", "note": "Nog niet."}]),
    "reports/2024.md": report(highlights=["les"], contributors=[{"role": "editor", "name": "Jo", "consent": "self"}]) + "\n## Voorwoord\n\nLees [de les]({filename}/lessons/les.md).\n",
}  # fmt: skip
REPORT = Ref("report", "2024")
YEARS = Years.model_validate({"from": "2024", "to": "2024"})


def written(folder: Path, texts) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "vocabulary.yml").write_bytes((EXAMPLE / "vocabulary.yml").read_bytes())
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A content folder with an edition of 2024."""
    content = written(tmp_path / "content", TEXTS)
    library = read_library(content, site()).published
    edition = edition_of(library, library.entry(REPORT), "content/reports/2024.edition.json", {"python": "3.11.2"})
    edition_file(content, "2024").write_bytes(as_file(edition))
    return content


def read(content: Path):
    return read_library(content, site(), "content")


def told(content: Path, language: str = "en") -> list[str]:
    """What is said of a content folder, advice too."""
    try:
        problems = read(content).notices
    except ContentError as error:
        problems = error.problems
    return [problem.format(catalogue(language)) for problem in problems]


def rewritten(content: Path, change, fit: bool = True) -> None:
    """Change the edition's file by hand, and make its checksum fit again or not."""
    file = edition_file(content, "2024")
    data = json.loads(file.read_text(encoding="utf-8"))
    change(data)
    if fit:
        data["checksum"] = digest({name: value for name, value in data.items() if name != "checksum"})
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


def test_what_is_read_is_what_was_frozen(frozen):
    library = read(frozen)
    again = edition_of(library.published, library.entry(REPORT), "content/reports/2024.edition.json", {"python": "3.11.2"})
    assert as_file(library.editions[REPORT]) == as_file(again) == edition_file(frozen, "2024").read_bytes()
    assert told(frozen) == []


@pytest.mark.parametrize("content", [EXAMPLE, CONTENT], ids=["example", "content"])
def test_every_report_can_be_frozen_and_read_back(content, tmp_path):
    library = (example_library() if content == EXAMPLE else read_library(content, site())).published
    for entry in library.all("report"):
        made = edition_of(library, entry, "x", {})
        folder = written(tmp_path / entry.record.id / "content", {})
        (folder / "vocabulary.yml").write_bytes((content / "vocabulary.yml").read_bytes())
        edition_file(folder, entry.record.id).parent.mkdir()
        edition_file(folder, entry.record.id).write_bytes(as_file(made))
        assert told(folder) == [
            f"content/reports/{entry.record.id}.edition.json:1:1: the report of this edition is not there; put `{entry.record.id}.md` back beside it"
        ]


def test_an_edition_keeps_the_numbers_that_it_was_put_beside(tmp_path):
    texts = {**TEXTS, "reports/2023.md": report(period={"from": "2023", "to": "2023"})}
    content = written(tmp_path / "content", texts)
    library = read(content)
    (now,) = earlier_counts(library, library.entry(REPORT).record)
    made = edition_of(library.published, library.entry(REPORT), "x", {}, [as_kept(now)])
    edition_file(content, "2024").write_bytes(as_file(made))
    written(content, {"lessons/ouder.md": lesson(learned="2023")})
    later = read(content)
    (kept,) = counts_before(later, next(one for one in shown_reports(later) if one.entry.ref == REPORT))
    assert (kept.name, kept.url) == ("2023", "/jaarlessen/2023/geteld/")
    assert [(one.id, one.number) for one in kept.figures] == [(name, now.figure(name).number) for name in MAIN]
    assert kept.figure("lessons").number == 1
    assert earlier_counts(later, later.entry(REPORT).record)[0].figure("lessons").number == 2


def count_no_lessons(monkeypatch, method):
    def otherwise(library, records):
        for figure in total_figures(library, records):
            changed = replace(figure, cards=(), measure=replace(figure.measure, method=method))
            yield changed if figure.id == "lessons" else figure

    monkeypatch.setattr("doetank.figures.total_figures", otherwise)


def test_a_number_that_is_counted_in_another_way_now_stays_as_it_was_published(frozen, monkeypatch):
    count_no_lessons(monkeypatch, method=2)
    (found,) = shown_reports(read(frozen))
    lessons = next(figure for figure in figures_of(found.library, found.report) if figure.id == "lessons")
    assert (lessons.method, [str(card.ref) for card in lessons.cards]) == (1, ["lesson:les"])


def test_another_number_by_the_same_method_is_never_shown(frozen, monkeypatch):
    count_no_lessons(monkeypatch, method=1)
    assert told(frozen) == [
        "content/reports/2024.edition.json:1:1: `lessons` is not counted any more as when this edition was made; see `made_with` in it"
    ]


def test_no_edition_holds_the_name_of_a_person(frozen):
    text = edition_file(frozen, "2024").read_text(encoding="utf-8")
    assert '"role": "coach"' in text
    assert '"Jo"' not in text
    assert "consent" not in text


def test_an_edition_holds_all_that_its_records_refer_to():
    made = edition_of(example_library().published, example_library().entry(Ref("report", "2023")), "x", {})
    held = {one.record.ref for one in made.snapshots}
    assert held >= {ref for figure in made.figures for ref in figure.records}
    assert {ref.type for ref in held} >= {"lesson", "organisation", "doetank"}
    assert "person" not in {ref.type for ref in held}


def test_the_records_of_an_edition_are_told_as_they_were(frozen):
    (frozen / "lessons" / "les.md").write_text(lesson(title="Een andere les", advice="Bel nooit."), encoding="utf-8")
    written(
        frozen,
        {
            "reports/2024.md": TEXTS["reports/2024.md"].replace(
                "---\n\n##", 'errata: [{"date": "2025-03-01", "text": "Het advies klopte niet.", "about": ["lesson:les"]}]\n---\n\n##'
            )
        },
    )
    library = read(frozen)
    held = library.in_edition(library.editions[REPORT])
    assert [entry.record.title for entry in library.all("lesson")] == ["Een andere les", "Les"]
    assert {entry.record.title for entry in held.all("lesson")} == {"Les"}
    assert library.inline["Bel *eerst*."] == "Bel <em>eerst</em>."


def test_a_frozen_report_is_shown_as_it_was_with_what_is_said_of_it_since(frozen):
    erratum = {"date": "2025-03-01", "text": "De titel.", "about": ["report:2024"]}
    changed = report(title="Een andere titel", highlights=[], contact="De redactie", errata=[erratum])
    written(frozen, {"reports/2024.md": changed + "\nEen ander voorwoord.\n"})
    library = read(frozen)
    (found,) = shown_reports(library)
    held, shown = found.library, found.entry
    assert (found.stamp, found.frozen) == (library.editions[REPORT].stamp, True)
    assert (shown.record.title, shown.record.contact) == ("Jaarlessen", "De redactie")
    assert [ref.id for ref in shown.record.highlights] == ["les"]
    assert [str(one.about[0]) for one in shown.record.errata] == ["report:2024"]
    assert "Voorwoord" in shown.body.html
    assert 'href="/lessen/les/"' in shown.body.html
    assert {entry.ref for entry in held.all("lesson")} == {Ref("lesson", "les"), Ref("lesson", "oud")}


def test_a_translation_that_came_after_the_edition_is_shown_as_it_is(frozen):
    written(frozen, {"reports/2024.en.md": report(title="Lessons of the year")})
    library = read(frozen).speaking("en")
    (found,) = shown_reports(library)
    assert found.entry.record.title == "Lessons of the year"


def test_a_draft_report_can_be_looked_at():
    library = library_of({**TEXTS, "reports/2024.md": report(status="draft")})
    (found,) = shown_reports(library)
    assert (found.entry, found.frozen) == (library.entry(REPORT), False)


def test_a_report_without_an_edition_counts_the_records_of_today_and_no_drafts():
    library = library_of({**TEXTS, "lessons/concept.md": lesson(status="draft")})
    (found,) = shown_reports(library)
    assert (found.entry, found.frozen) == (library.entry(REPORT), False)
    assert {entry.record.id for entry in found.library.all("lesson")} == {"les", "oud"}


def test_equal_records_have_an_equal_stamp_frozen_or_not(frozen):
    (after,) = shown_reports(read(frozen))
    edition_file(frozen, "2024").unlink()
    (before,) = shown_reports(read(frozen))
    assert before.stamp == after.stamp
    (frozen / "lessons" / "les.md").write_text(lesson(advice="Bel nooit."), encoding="utf-8")
    (changed,) = shown_reports(read(frozen))
    assert changed.stamp != before.stamp


def test_a_change_without_an_erratum_is_a_mistake_in_the_report(frozen):
    (frozen / "lessons" / "les.md").write_text(lesson(advice="Bel nooit."), encoding="utf-8")
    assert told(frozen) == [
        "content/reports/2024.md:2:1: errata: `lesson:les` was changed after this edition was made; add `date`, `text` and `about: [lesson:les]`, or undo the change"
    ]
    assert told(frozen, "nl") == [
        "content/reports/2024.md:2:1: errata: `lesson:les` is veranderd na het maken van de editie; voeg `date`, `text` en `about: [lesson:les]` toe, of draai de verandering terug"
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lessons/les.md", lesson(advice="Bel *eerst*.") + "\nMeer tekst.\n"),
        ("lessons/les.md", lesson(advice="Bel *eerst*.", status="retired", retired_because="Klopt niet.")),
        ("doetanks/team.md", doetank(members=COACH, phases=[{"phase": "question", "start": "2024-02"}])),
        ("reports/2024.md", TEXTS["reports/2024.md"].replace("Lees", "Lees ook")),
        ("recommendations/r.md", recommendation(follows_from=["oud"], made="2023", follow_up=[{"date": "2024-03", "status": "rejected", "note": "Nee."}])),
    ],
)  # fmt: skip
def test_whatever_an_author_changes_asks_for_an_erratum(frozen, name, text):
    (frozen / name).write_text(text, encoding="utf-8")
    assert len(told(frozen)) == 1
    assert "was changed after this edition was made" in told(frozen)[0]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lessons/les.md", lesson(advice="Bel *eerst*.", tags=["bellen"], modified="2025-02-01", contact="De redactie")),
        ("lessons/les.md", lesson(advice="Bel *eerst*.", reuse=[{"organisation": "gemeente", "date": "2025-04", "result": "worked", "note": "Ja."}])),
        ("recommendations/r.md", recommendation(follows_from=["oud"], made="2023", follow_up=[{"date": "2024-03", "status": "open", "note": "Nog niet."}, {"date": "2025-01", "status": "implemented", "note": "Ja."}])),
        ("doetanks/team.md", doetank(members=COACH, state="completed", ended="2025-02", phases=[{"phase": "question", "start": "2024-01", "end": "2025-02", "because": "Klaar."}, {"phase": "explore", "start": "2025-02"}], events=[{"date": "2025-01-03", "title": "Taart"}])),
        ("doetanks/team.md", doetank(members=COACH, phases=BEGUN)),
    ],
)  # fmt: skip
def test_what_is_dated_later_or_beside_the_point_asks_for_none(frozen, name, text):
    written(frozen, {"organisations/gemeente.md": front_matter(title="Gemeente", tier="municipality")})
    (frozen / name).write_text(text, encoding="utf-8")
    assert told(frozen) == []


def test_an_experiment_that_was_running_may_end(tmp_path):
    texts = {**TEXTS, "experiments/proef.md": experiment(start="2024-05", outcome="running")}
    library = library_of(texts).published
    made = edition_of(library, library.entry(REPORT), "x", {})
    ended = {**TEXTS, "experiments/proef.md": experiment(start="2024-05", end="2025-03", outcome="worked", happened="Het werkte.")}
    assert later_changes(library_of(ended).published, made) == ()
    ended_in_time = {**TEXTS, "experiments/proef.md": experiment(start="2024-05", end="2024-12", outcome="worked")}
    assert later_changes(library_of(ended_in_time).published, made) == (Later(Ref("experiment", "proef"), "changed"),)


def test_an_erratum_older_than_the_last_change_does_not_tell_of_it(frozen):
    erratum = 'errata: [{"date": "2025-03-01", "text": "Het advies.", "about": ["lesson:les"]}]\n---\n\n##'
    written(frozen, {"reports/2024.md": TEXTS["reports/2024.md"].replace("---\n\n##", erratum)})
    (frozen / "lessons" / "les.md").write_text(lesson(advice="Bel nooit.", modified="2025-03-01"), encoding="utf-8")
    assert told(frozen) == []
    (frozen / "lessons" / "les.md").write_text(lesson(advice="Bel soms.", modified="2025-03-02"), encoding="utf-8")
    (problem,) = told(frozen)
    assert problem.startswith("content/reports/2024.md:7:9: errata: `lesson:les` was changed after this edition")


def test_a_record_that_was_deleted_is_asked_back(frozen):
    (frozen / "experiments" / "proef.md").unlink()
    line = edition_file(frozen, "2024").read_text(encoding="utf-8").split("\n").index('   "record": "experiment:proef",') + 1
    assert told(frozen) == [
        f"content/reports/2024.edition.json:{line}:1: `experiment:proef` is part of this edition and is not there any more; put its file back, with `status: retired` if it no longer holds"
    ]


def test_a_record_that_came_later_is_advice_and_not_counted(frozen):
    written(frozen, {"lessons/nieuw.md": lesson(title="Nieuw")})
    assert told(frozen) == [
        "content/reports/2024.md:2:1: advice: errata: `lesson:nieuw` came after this edition was made, so it is not counted in it; add `date`, `text` and `about: [lesson:nieuw]`"
    ]


def test_an_edition_without_its_report_is_a_mistake(frozen):
    (frozen / "reports" / "2024.md").unlink()
    assert told(frozen) == ["content/reports/2024.edition.json:1:1: the report of this edition is not there; put `2024.md` back beside it"]


def test_an_edition_in_another_place_is_a_mistake(frozen):
    (frozen / "reports" / "oud").mkdir()
    edition_file(frozen, "2024").rename(frozen / "reports" / "oud" / "2024.edition.json")
    assert told(frozen) == ["content/reports/oud/2024.edition.json:1:1: an edition stands beside its report, as reports/2024.edition.json"]


def damage(what):
    return f"content/reports/2024.edition.json:{what}; take the file back as it was when it was frozen"


@pytest.mark.parametrize(
    ("change", "fit", "said"),
    [
        (lambda data: data.update(stamp="0"), False, "2:1: this edition is damaged (its checksum does not fit what it says)"),
        (lambda data: data.update(stamp="0"), True, "5:1: this edition is damaged (its stamp does not fit its records)"),
        (lambda data: data.update(edition="2023"), True, "3:1: this edition is damaged (it is the edition of `2023`, and the file is named after `2024`)"),
        (lambda data: data.pop("figures"), True, "1:1: this edition is damaged (`figures` is not as an edition has it)"),
        (lambda data: data.update(format="2"), True, "1:1: this edition is damaged (`format` is not as an edition has it)"),
        (lambda data: data["figures"][0].update(number=99), True, "1:1: this edition is damaged (the number `doetanks` has no records behind it)"),
        (lambda data: data["figures"][2]["records"].append("lesson:x"), True, "1:1: this edition is damaged (the number `lessons` has no records behind it)"),
    ],
)  # fmt: skip
def test_a_damaged_edition_gives_one_message(frozen, change, fit, said):
    rewritten(frozen, change, fit)
    assert told(frozen) == [damage(said)]


@pytest.mark.parametrize("text", ["\x1b[2J", "\u202e", "\u2066"])
def test_characters_that_nobody_sees_are_refused(frozen, text):
    rewritten(frozen, lambda data: data["made_with"].update(python=text))
    (problem,) = told(frozen)
    assert problem.startswith("content/reports/2024.edition.json:1:1: this edition is damaged (an invisible character stands here, U+")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda one: one["fields"].update(advice="Koop iets."), "`lesson:les` does not fit its digest"),
        (lambda one: one["fields"].update(verdict="great"), "lesson:les: verdict: `great` is not possible here; choose from works, works-under-conditions, does-not-work"),
        (lambda one: one.update(record="cake:les"), "`cake` is not a type"),
    ],
)  # fmt: skip
def test_a_record_in_an_edition_goes_through_the_same_door_as_any_other(frozen, change, said):
    line = edition_file(frozen, "2024").read_text(encoding="utf-8").split("\n").index('   "record": "lesson:les",') + 1
    rewritten(frozen, lambda data: change(next(one for one in data["records"] if one["record"] == "lesson:les")))
    assert told(frozen) == [damage(f"{line}:1: this edition is damaged ({said})")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "1:2: this edition is damaged (it cannot be read as JSON); take the file back as it was when it was frozen"),
        (b"[" * 100_000, "1:1: this edition is damaged (it cannot be read as JSON); take the file back as it was when it was frozen"),
        (b"[]", "1:1: this edition is damaged (`{}` is not as an edition has it); take the file back as it was when it was frozen"),
        (b"\xff", "1:1: not UTF-8; save the file with the encoding UTF-8"),
    ],
)
def test_a_file_that_is_no_edition_gives_one_message(frozen, content, said):
    edition_file(frozen, "2024").write_bytes(content)
    assert told(frozen) == [f"content/reports/2024.edition.json:{said}"]


def test_a_preface_with_a_script_comes_out_without_it(frozen):
    def attack(data):
        next(one for one in data["records"] if one["record"] == "report:2024")["body"]["html"] += "<script>alert(1)</script>"
        data["inline"]["Bel *eerst*."] = 'Bel <a href="javascript:alert(1)">nu</a>'

    rewritten(frozen, attack)
    found = read(frozen).editions[REPORT]
    (made,) = (one for one in found.snapshots if one.record.ref == REPORT)
    assert "script" not in made.body.html
    assert found.inline == {"Bel *eerst*.": "Bel <a>nu</a>"}


def test_equal_records_have_equal_digests_whatever_their_order():
    one = library_of({"lessons/les.md": lesson()}).entry(Ref("lesson", "les")).record
    fields = lesson().removeprefix("---\n").removesuffix("---\n").splitlines()
    other = library_of({"lessons/les.md": "\n".join(["---", *reversed(fields), "---", ""])}).entry(Ref("lesson", "les")).record
    assert digest_of(one, "", YEARS) == digest_of(other, "", YEARS)


def test_a_planned_change_is_compared_with_what_was_known_of_it_then():
    steps = [{"date": "2024", "status": "planned", "note": "Nog niet."}, {"date": "2025-01", "status": "done", "note": "Nu wel."}]
    texts = {"reflections/r.md": reflection(changes=[{"what": "Een bord.", "status": "planned", "follow_up": steps}])}
    kept = as_compared(library_of(texts).entry(Ref("reflection", "r")).record, YEARS)
    assert [step.date.iso for step in kept.changes[0].follow_up] == ["2024"]
