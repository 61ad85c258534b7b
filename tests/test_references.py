"""Whole-site checks: references, drafts, translations, addresses and links."""

from .builders import VALID, cafe, doetank, experiment, file, found_in, lesson, page, post, recommendation, report

DRAFT = "is a draft, which is not published; publish it first, or remove the reference"
KENNIS = {"doetanks/kennisbehoud.md": doetank()}


def test_a_whole_site_of_valid_files_has_no_mistakes():
    assert found_in(dict(VALID.values())) == []
    assert found_in(dict(VALID.values()), production=True) == []


# References


def test_a_lesson_must_name_an_existing_experiment():
    files = {"lessons/a.md": lesson(about="[experiment:chatbt]"), "experiments/chatbot.md": experiment(), **KENNIS}
    assert found_in(files) == ["content/lessons/a.md:10:9: about.1: no experiment is called `chatbt`; did you mean `chatbot`?"]


def test_a_reference_to_a_record_of_another_type_is_told():
    assert found_in({"experiments/proef.md": experiment(doetank="jaarplan"), "pages/jaarplan.md": page()}) == [
        "content/experiments/proef.md:3:10: doetank: no doetank is called `jaarplan`; there is `page:jaarplan`",
    ]


def test_a_record_that_could_not_be_read_is_not_also_missing():
    files = {"experiments/proef.md": experiment(), "doetanks/kennisbehoud.md": "geen velden"}
    assert [line.partition(":")[0] for line in found_in(files)] == ["content/doetanks/kennisbehoud.md"]


def test_a_reference_in_a_file_with_another_mistake_is_told_too():
    assert found_in({"experiments/proef.md": experiment(outcome="wel")}) == [
        "content/experiments/proef.md:3:10: doetank: no doetank is called `kennisbehoud`; there is no file doetanks/kennisbehoud.md",
        "content/experiments/proef.md:4:10: outcome: `wel` is not possible here; choose from worked, partly, did-not-work, running, unknown",
    ]


def test_a_reference_beside_a_wrong_item_is_told_too():
    assert found_in({"doetanks/kennisbehoud.md": doetank(members="[{role: baas, organisation: a}, {role: coach, person: b}]")}) == [
        "content/doetanks/kennisbehoud.md:8:18: members.1.role: `baas` is not in the list roles of vocabulary.yml; choose from participant, coach",
        "content/doetanks/kennisbehoud.md:8:38: members.1.organisation: no organisation is called `a`; there is no file organisations/a.md",
        "content/doetanks/kennisbehoud.md:8:64: members.2.person: no person is called `b`; there is no file people/b.md",
    ]


def test_a_retired_record_may_be_referred_to():
    assert (
        found_in({"experiments/proef.md": experiment(), "doetanks/kennisbehoud.md": doetank(status="retired", retired_because="Oud.")})
        == []
    )


def test_an_english_original_may_be_referred_to():
    assert found_in({"experiments/proef.md": experiment(), "doetanks/kennisbehoud.en.md": doetank()}) == []


# Drafts


def test_a_draft_may_be_referred_to_while_developing():
    assert found_in({"experiments/proef.md": experiment(), "doetanks/kennisbehoud.md": doetank(status="draft")}) == []


def test_a_published_build_refuses_a_reference_to_a_draft():
    files = {"experiments/proef.md": experiment(), "doetanks/kennisbehoud.md": doetank(status="draft")}
    assert found_in(files, production=True) == [f"content/experiments/proef.md:3:10: doetank: `doetank:kennisbehoud` {DRAFT}"]


def test_a_draft_may_refer_to_a_draft():
    files = {
        "experiments/proef.md": experiment("[x]({filename}/pages/over.md)", status="draft"),
        "doetanks/kennisbehoud.md": doetank(status="draft"),
        "pages/over.md": page(status="draft"),
    }
    assert found_in(files, production=True) == []


def test_a_published_build_refuses_a_link_to_a_draft():
    files = {"lessons/a.md": lesson("[x]({filename}/pages/over.md)", summary="Zie [dit](/over/)."), "pages/over.md": page(status="draft")}
    assert found_in(files, production=True) == [
        f"content/lessons/a.md:3:10: summary: `/over/` {DRAFT}",
        f"content/lessons/a.md:14:5: `/over/` {DRAFT}",
    ]


def test_a_draft_translation_leaves_the_original_published():
    files = {
        "experiments/proef.md": experiment(),
        "doetanks/kennisbehoud.md": doetank(),
        "doetanks/kennisbehoud.en.md": doetank(status="draft"),
    }
    assert found_in(files, production=True) == []


def test_a_mistake_in_a_draft_is_told_in_a_published_build_too():
    assert found_in({"pages/over.md": page(status="draft", menu="x")}, production=True) == [
        "content/pages/over.md:4:7: menu: expected a whole number such as `60`, found `x`",
    ]


def test_an_invented_record_is_never_in_a_published_build():
    assert found_in({"pages/over.md": page(fictional="true")}) == []
    assert found_in({"pages/over.md": page(fictional="true")}, production=True) == [
        "content/pages/over.md:3:12: fictional: an invented record cannot be published; move it to tests/ or remove it",
    ]


# Names and translations


def test_an_id_is_used_once_in_its_type_and_language():
    files = {"lessons/a/x.md": lesson(), "lessons/b/x.md": lesson(), "pages/x.md": page(), "lessons/x.en.md": lesson()}
    assert found_in(files) == ["content/lessons/b/x.md:1:1: the id `x` is taken by content/lessons/a/x.md; rename one of them"]


def test_a_name_without_a_language_has_the_sites_own():
    assert found_in({"pages/over.md": page(), "pages/over.nl.md": page()}) == [
        "content/pages/over.nl.md:1:1: the id `over` is taken by content/pages/over.md; rename one of them",
    ]


def test_a_translation_has_the_same_coded_values():
    files = {"lessons/a.md": lesson(), "lessons/a.en.md": lesson(verdict="does-not-work", evidence="unknown", summary="Something else.")}
    assert found_in(files) == [
        "content/lessons/a.en.md:8:10: verdict: `does-not-work` differs from the original, which has `works`",
        "content/lessons/a.en.md:12:11: evidence: `unknown` differs from the original, which has `experience`",
    ]


def test_an_original_may_not_be_a_draft_of_which_the_translation_is_published():
    assert found_in({"pages/over.md": page(status="draft"), "pages/over.en.md": page()}) == [
        "content/pages/over.en.md:2:1: status: `published` differs from the original, which has `draft`",
    ]


# Addresses


def test_an_alias_is_free():
    files = {
        "pages/over.md": page(aliases="[/wie/, /wie.html, /index.html]"), "pages/a.md": page(aliases="[/wie]"), "pages/b.md": page(aliases="[/over/index.html, /oud/, /oud]"),
        "pages/c.md": page(aliases="[/c/, /lessen/werkt/, /jaren]"),
    }  # fmt: skip
    assert [line.split(": ", 1)[1] for line in found_in(files)] == [
        "aliases.1: `/over/index.html` is taken by content/pages/over.md; remove it here",
        "aliases.3: `/oud` is taken by content/pages/b.md; remove it here",
        "aliases.1: `/c/` is taken by content/pages/c.md; remove it here",
        "aliases.2: `/lessen/werkt/` is taken by the site itself; remove it here",
        "aliases.3: `/jaren` is taken by the site itself; remove it here",
        "aliases.1: `/wie/` is taken by content/pages/a.md; remove it here",
        "aliases.3: `/index.html` is taken by the site itself; remove it here",
    ]


def test_a_page_may_not_take_an_address_of_the_site():
    assert found_in({"pages/lessen.md": page()}) == [
        "content/pages/lessen.md:1:1: its address `/lessen/` is taken by the site itself; rename the file"
    ]


def test_an_alias_of_an_address_that_an_output_makes_is_told():
    files = {"pages/over.md": page(aliases="[/jaren/2013/]"), "lessons/a.md": lesson()}
    assert found_in(files) == [
        "content/pages/over.md:1:1: the address `/jaren/2013/` is taken by the site itself; rename this file, or remove the alias"
    ]


# Reports


def test_the_highlights_of_a_report_are_of_its_years():
    lessons = {"lessons/a.md": lesson(learned="2012-12"), "lessons/b.md": lesson(), "lessons/c.en.md": lesson(learned="2014")}
    assert found_in({"reports/2013.md": report(highlights="[b, a, c]"), **lessons}) == [
        "content/reports/2013.md:5:17: highlights.2: `a` was learned in 2012, outside the period of this report",
        "content/reports/2013.md:5:20: highlights.3: `c` was learned in 2014, outside the period of this report",
    ]


# Links


def test_links_and_fragments_inside_the_site_are_checked():
    files = {
        "lessons/a.md": lesson("## Waarom\n\n[a](#waarom) [b](#warom) [c](/lessen/) [d](/lesen/) [e]({filename}/pages/over.md#wie) [f]({filename}/pages/over.md#wat)"),
        "pages/over.md": page("## Wie {: #wie }"),
    }  # fmt: skip
    assert found_in(files) == [
        "content/lessons/a.md:16:18: `#warom` leads nowhere; did you mean `#waarom`?",
        "content/lessons/a.md:16:44: `/lesen/` leads nowhere; did you mean `/lessen/`?",
        "content/lessons/a.md:16:91: `#wat` leads nowhere; there is no such heading or id",
    ]


def test_an_alias_may_be_linked_to():
    assert found_in({"pages/over.md": page(aliases="[/wie/]"), "pages/a.md": page("[x](/wie/)")}) == []


def test_links_are_checked_although_there_are_other_mistakes():
    body = "## Kop\n\n[a](#kop) [b](#kp) [c](/lessen/begin-klien/) [d](/media/zaal.svg) [e](/lessen/werkt/) [f](/wie/) [g]({filename}/lessons/begin-klein.md#x) [h]({filename}/lessons/stuk.md#x)"
    files = {
        "pages/over.md": page(body, menu="x", aliases="[/wie/]"),
        "lessons/begin-klein.md": lesson("## Waarom"),
        "lessons/stuk.md": "stuk",
    }
    assert found_in(files) == [
        "content/lessons/stuk.md:1:1: expected `---` on the first line, found `stuk`; the fields stand between two lines `---`",
        "content/pages/over.md:3:7: menu: expected a whole number such as `60`, found `x`",
        "content/pages/over.md:8:15: `#kp` leads nowhere; did you mean `#kop`?",
        "content/pages/over.md:8:24: `/lessen/begin-klien/` leads nowhere; did you mean `/lessen/begin-klein/`?",
        "content/pages/over.md:8:50: `/media/zaal.svg` leads nowhere; there is no such file",
        "content/pages/over.md:8:102: `#x` leads nowhere; there is no such heading or id",
    ]


def test_links_in_a_file_that_cannot_be_read_are_checked():
    assert found_in({"pages/over.md": "---\ntitle: a: b\n---\n[x]({filename}/lessons/x.md)"}) == [
        "content/pages/over.md:2:9: a value with `: ` in it needs quotes around the whole value",
        "content/pages/over.md:4:5: `{filename}/lessons/x.md` leads nowhere; there is no such file",
    ]


# The vocabulary


def test_records_are_read_although_the_vocabulary_has_mistakes():
    files = {
        "vocabulary.yml": "phases: x\n",
        "lessons/a.md": lesson(phase="droom", verdict="wel"),
        "posts/a.md": post(date="1-2-2013"),
        "cafes/a.md": cafe(),
        "pages/a.md": file(),
    }
    assert found_in(files)[:4] == [
        "content/lessons/a.md:8:10: verdict: `wel` is not possible here; choose from works, works-under-conditions, does-not-work",
        "content/pages/a.md:2:1: title: “Title” is missing, and is required",
        "content/posts/a.md:3:7: date: `1-2-2013` can be read in two ways; write year-month-day: `2013-02-01` or `2013-01-02`",
        "content/vocabulary.yml:1:1: causes: is missing, and is required",
    ]


def test_a_recommendation_follows_from_a_lesson_that_is_there():
    assert found_in({"recommendations/a.md": recommendation()}) == [
        "content/recommendations/a.md:4:16: follows_from.1: no lesson is called `begin-klein`; there is no file lessons/begin-klein.md",
    ]
