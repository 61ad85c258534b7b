"""The contract of fields: what is accepted, what is refused, and that success and failure are asked the same."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doetank.records import RECORD_TYPES
from doetank.records.choices import Evidence, FollowUpStatus, Level, Outcome, State, Status, Verdict
from doetank.records.fields import NETWORK, Ref
from doetank.records.walk import leaves, references
from doetank.validation import field_names

from .builders import (
    VALID,
    cafe,
    discussion,
    doetank,
    experiment,
    file,
    inspiration,
    lesson,
    method,
    mistakes,
    organisation,
    page,
    parsed,
    person,
    post,
    recommendation,
    record,
    reflection,
    report,
)  # fmt: skip

CAFE, POST = VALID["cafe"][0], VALID["post"][0]


def of(kind, content):
    return record(content, VALID[kind][0])


def wrong(kind, content):
    return mistakes(content, VALID[kind][0])


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_type_has_a_valid_example(kind):
    name, content = VALID[kind]
    assert record(content, name).ref.type == kind


REQUIRED = {
    "doetank": {"summary", "question", "state", "origin", "sources"},
    "experiment": {"summary", "doetank", "hypothesis", "expected", "happened", "outcome"},
    "lesson": {"summary", "verdict", "level", "about", "learned", "expected", "happened", "because", "advice", "evidence"},
    "recommendation": {"summary", "follows_from", "made"},
    "post": {"date", "kind"},
    "cafe": {"kind", "summary", "date", "city"},
    "reflection": {"date", "subject", "summary"},
    "report": {"summary", "period"},
    "discussion": {"date", "question", "summary"},
    "inspiration": {"kind", "url", "summary"},
    "method": {"category", "source"},
    "organisation": {"tier"},
    "person": {"consent"},
    "page": set(),
}


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_an_empty_file_misses_exactly_the_required_fields(kind):
    missing = {text.partition(":")[0] for text in wrong(kind, "---\n---\n")}
    assert missing == REQUIRED[kind] | {"title"}


# What every record has


def test_a_record_knows_what_its_file_name_says():
    found = record(page(), "pages/over.en.md", "en")
    assert (found.ref, found.path, found.site_lang, found.lang) == (Ref("page", "over"), "pages/over.en.md", "en", "en")


def test_the_language_of_the_text_may_differ_from_that_of_the_interface():
    found = of("page", page(lang="fy"))
    assert (found.site_lang, found.lang) == ("nl", "fy")


def test_without_more_a_record_is_published_and_under_the_sites_licence():
    found = of("page", page())
    assert (found.status, found.license, found.fictional, found.lang) == (Status.PUBLISHED, "CC-BY-4.0", False, "nl")


@pytest.mark.parametrize("title", ["19:30", "2013", "no", "true", "null is geen titel", "<b>", "Café", "“Zo”", "1"])
def test_a_title_is_the_text_as_it_was_written(title):
    assert of("page", page(title=title)).title == title


def test_the_word_no_stays_a_text_in_a_list_too():
    assert of("page", page(tags="[no, yes, 19:30, 010]")).tags == ("no", "yes", "19:30", "010")


@pytest.mark.parametrize("nothing", ["", "null", '""', "[]", "~"])
def test_a_field_that_is_not_given_has_its_default_however_that_is_written(nothing):
    found = of("lesson", lesson(conditions=nothing, tags=nothing, image=nothing, status=nothing, fictional=nothing, phase=nothing))
    assert (found.conditions, found.tags, found.image, found.status, found.fictional, found.phase) == (
        None,
        (),
        None,
        Status.PUBLISHED,
        False,
        None,
    )


@pytest.mark.parametrize("nothing", ["", "null", '""', "[]", '"  "'])
def test_a_required_field_that_is_not_given_is_missing(nothing):
    assert wrong("lesson", lesson(advice=nothing)) == ["advice: “What to do now” is missing, and is required"]


def test_a_title_may_have_140_characters():
    assert of("page", page(title="x" * 140)).title == "x" * 140
    assert wrong("page", page(title="x" * 141)) == ["title: is 141 characters long; at most 140"]


def test_a_summary_may_have_600_characters_with_advice_above_300():
    assert wrong("page", page(summary="x" * 300)) == []
    assert wrong("page", page(summary="x" * 600)) == ["advice: summary: is 600 characters long; up to 300 reads better in lists"]
    assert wrong("page", page(summary="x" * 601)) == ["summary: is 601 characters long; at most 600"]


def test_advice_leaves_a_record_usable():
    assert of("page", page(summary="x" * 301)).summary == "x" * 301


@pytest.mark.parametrize(
    ("text", "paragraph"), [(">\n  een\n  twee", "een twee"), ("|\n  een\n  twee", "een twee"), ("een\n  twee", "een twee")]
)
def test_a_summary_is_one_paragraph(text, paragraph):
    assert of("page", page(summary=text)).summary == paragraph


def test_a_retired_record_says_why_and_where_to_go():
    found = of("lesson", lesson(status="retired", retired_because="Er is een betere.", replaced_by="lesson:beter"))
    assert (found.is_retired, found.retired_because, found.replaced_by) == (True, "Er is een betere.", Ref("lesson", "beter"))
    assert (
        of("page", page(status="retired", retired_because="Weg.", replaced_by="https://example.org/")).replaced_by == "https://example.org/"
    )


@pytest.mark.parametrize("written", ["true", "True", "TRUE"])
def test_true_and_false_are_written_without_quotes(written):
    assert of("page", page(fictional=written)).fictional is True
    assert of("page", page(fictional="false")).fictional is False


@pytest.mark.parametrize("written", ["yes", "ja", "on", "1", '"true"', "y"])
def test_other_words_are_not_true(written):
    assert wrong("page", page(fictional=written)) == [f"fictional: expected `true` or `false`, found `{written.strip(chr(34))}`"]


@pytest.mark.parametrize(("written", "number"), [("0", 0), ("7", 7), ("60", 60)])
def test_a_number_is_plain_and_decimal(written, number):
    assert of("page", page(menu=written)).menu == number


@pytest.mark.parametrize("written", ["007", "-1", "1.5", "1e3", "0x10", '"7"', "1_000", "٧"])
def test_another_number_is_refused(written):
    assert wrong("page", page(menu=written)) == [f"menu: expected a whole number such as `60`, found `{written.strip(chr(34))}`"]


def test_created_and_modified_take_a_day_or_a_moment():
    found = of("page", page(created="2013-04-25", modified="2013-04-25 14:00"))
    assert (found.created.iso, found.modified.iso) == ("2013-04-25", "2013-04-25T14:00:00+02:00")


def test_an_image_has_a_file_an_alternative_a_maker_and_rights():
    found = parsed(page(image="{file: media/a.svg, alt: Een zaal, maker: Jo, rights: CC0-1.0}"), "pages/over.md", media=("media/a.svg",))
    assert (found.problems, found.record.image.alt, found.record.image.maker) == ((), "Een zaal", "Jo")


def test_a_decorative_image_needs_no_text_maker_or_rights():
    assert mistakes(page(image="{file: media/a.svg, alt: '', decorative: true}"), "pages/over.md", ("media/a.svg",)) == []


def test_an_empty_alternative_is_none():
    assert mistakes(page(image="{file: media/a.svg, alt: '', maker: Jo, rights: CC0-1.0}"), "pages/over.md", ("media/a.svg",)) == [
        "image.alt: is missing: say what the image shows, or write `decorative: true` when it adds nothing",
    ]


@pytest.mark.parametrize(
    "name", ["media/a b.svg", "media/../b.svg", "/media/a.svg", "foto.svg", "https://example.org/a.svg", "media/.a", "media/a/.b/c.svg"]
)
def test_a_file_lies_under_media(name):
    assert wrong("page", page(image=f"{{file: {name}, decorative: true}}")) == [
        f"image.file: expected a file under `media/`, found `{name}`"
    ]


def test_links_and_sources_have_a_title_and_an_address():
    found = of(
        "page",
        page(links="[{title: Film, url: https://example.org/film}]", sources="[{title: Verslag, date: 2013-04, accessed: 2026-01-02}]"),
    )
    assert (found.links[0].url, found.sources[0].url, found.sources[0].date.iso, found.sources[0].accessed.iso) == (
        "https://example.org/film", None, "2013-04", "2026-01-02",
    )  # fmt: skip
    assert wrong("page", page(links="[{title: Film}]")) == ["links.1.url: “Address” is missing, and is required"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "ftp://example.org",
        "example.org",
        "https://",
        "https://a b.nl",
        "//example.org",
        "mailto:info@example.org",
        "https://[x",
    ],
)
def test_an_address_is_http_or_https(address):
    assert wrong("inspiration", inspiration(url=f'"{address}"')) == [
        f"url: expected an address that starts with `https://`, found `{address}`"
    ]


@pytest.mark.parametrize("text", ["CC-BY-4.0", "CC0-1.0", "EUPL-1.2", "https://example.org/licentie"])
def test_a_licence_is_an_spdx_id_or_an_address(text):
    assert of("page", page(license=text)).license == text


@pytest.mark.parametrize("alias", ["/2013/05/verslag/", "/oud.html", "/"])
def test_an_alias_is_an_old_path(alias):
    assert of("page", page(aliases=f"[{alias}]")).aliases == (alias,)


@pytest.mark.parametrize("alias", ["oud", "https://example.org/oud", "/a//b", "/../b", "/a?b", "/a b"])
def test_an_alias_is_nothing_else(alias):
    assert wrong("page", page(aliases=f'["{alias}"]')) == [f"aliases.1: expected an old path such as `/2013/05/verslag/`, found `{alias}`"]


def test_themes_come_from_the_vocabulary():
    assert of("page", page(themes="[kennis]")).themes == ("kennis",)
    assert wrong("page", page(themes="[geld]")) == ["themes.1: `geld` is not in the list themes of vocabulary.yml; choose from kennis"]


# Lessons


def test_a_lesson_holds_what_it_says():
    found = of(
        "lesson",
        lesson(verdict="does-not-work", about="[doetank:kennisbehoud, network]", learned="2013-04", causes="[too-big]", phase="explore"),
    )
    assert (found.verdict, found.level, found.about, found.learned.iso, found.when.year, found.causes, found.phase, found.evidence) == (
        Verdict.DOES_NOT_WORK, Level.METHOD, (Ref("doetank", "kennisbehoud"), NETWORK), "2013-04", 2013, ("too-big",), "explore", Evidence.EXPERIENCE,
    )  # fmt: skip


TOLD = {"summary", "level", "about", "learned", "expected", "happened", "because", "advice", "evidence", "title"}


@pytest.mark.parametrize("verdict", ["works", "does-not-work", "works-under-conditions"])
def test_success_and_failure_are_asked_the_same(verdict):
    missing = {text.partition(":")[0] for text in wrong("lesson", file(verdict=verdict))}
    assert missing - {"conditions"} == TOLD


def test_only_a_lesson_with_conditions_must_name_them():
    assert wrong("lesson", lesson(verdict="works-under-conditions")) == [
        "conditions: is required when `verdict` is `works-under-conditions`"
    ]
    assert wrong("lesson", lesson(verdict="works-under-conditions", conditions="Met tijd.")) == []
    assert wrong("lesson", lesson(verdict="works")) == []


@pytest.mark.parametrize("field", ["summary", "expected", "happened", "because", "advice"])
def test_a_required_text_may_be_unknown(field):
    assert getattr(of("lesson", lesson(**{field: "unknown"})), field) == "unknown"


def test_a_lesson_may_be_about_the_network_as_a_whole():
    assert of("lesson", lesson(about="[network]")).about == (NETWORK,)


def test_a_lesson_has_reuse_with_a_result():
    reuse = of("lesson", lesson(reuse="[{organisation: almere, date: 2014, result: did-not-work, note: Hier was geen tijd.}]")).reuse[0]
    assert (reuse.organisation, reuse.date.iso, reuse.result, reuse.note) == (
        Ref("organisation", "almere"),
        "2014",
        Outcome.DID_NOT_WORK,
        "Hier was geen tijd.",
    )


def test_a_lesson_may_need_another_look_by_a_day():
    assert of("lesson", lesson(review_by="2027-01-01")).review_by.first == date(2027, 1, 1)
    assert wrong("lesson", lesson(review_by="2027")) == ["review_by: expected a date: `2012-04-25`, found `2027`"]


@pytest.mark.parametrize("learned", ["2013", "2013-04", "2013-04-25"])
def test_a_period_date_is_as_precise_as_it_is_known(learned):
    assert of("lesson", lesson(learned=learned)).learned.iso == learned


# Doetanks


def test_a_doetank_may_return_to_a_phase_and_work_in_two_at_once():
    phases = "[{phase: explore, start: 2012-01, end: 2012-06}, {phase: experiment, start: 2012-03, end: 2012-12}, {phase: explore, start: 2012-06, end: 2012-09}]"
    assert len(of("doetank", doetank(phases=phases)).phases) == 3


@pytest.mark.parametrize(
    "phases",
    [
        "[{phase: explore, start: 2012, end: 2013}, {phase: explore, start: 2013}]",
        "[{phase: explore, end: 2012-06}, {phase: explore, start: 2012-01}]",
        "[{phase: explore, start: 2012-04}, {phase: explore, start: 2012-01, end: 2012-04}]",
    ],
)
def test_two_stretches_overlap_only_when_the_dates_prove_it(phases):
    assert wrong("doetank", doetank(phases=phases)) == []


def test_two_stretches_of_one_phase_do_not_overlap():
    assert wrong("doetank", doetank(phases="[{phase: explore, start: 2012-05}, {phase: explore, start: 2012-01, end: 2012-06}]")) == [
        "phases.2: this stretch of `explore` overlaps an earlier one; make them one, or mend the dates",
    ]


@pytest.mark.parametrize(("start", "end"), [("2012", "2012-01"), ("2012-06", "2012"), ("2012-06-30", "2012-06"), ("2012", "2012")])
def test_an_end_may_lie_within_an_imprecise_start(start, end):
    assert wrong("doetank", doetank(phases=f"[{{phase: explore, start: {start}, end: {end}}}]")) == []


def test_an_end_is_not_before_its_start():
    assert wrong("doetank", doetank(phases="[{phase: explore, start: 2012-06, end: 2012-05}]")) == [
        "phases.1.end: `2012-05` is before `start` (`2012-06`)"
    ]


def test_only_a_stopped_doetank_must_say_why():
    assert wrong("doetank", doetank(state="stopped")) == ["state_because: is required when `state` is `stopped`"]
    assert of("doetank", doetank(state="stopped", state_because="Geen opdrachtgever.", ended="2012-11")).state is State.STOPPED
    assert wrong("doetank", doetank(state="completed")) == []


def test_a_doetank_needs_a_source():
    assert wrong("doetank", doetank(sources="[]")) == ["sources: “Sources” is missing, and is required"]


def test_an_event_has_a_day_a_moment_or_less():
    events = "[{date: 2012, title: a}, {date: 2012-04, title: b}, {date: 2012-04-25, title: c}, {date: '2012-04-25T14:00', title: d}]"
    assert [event.date.precision for event in of("doetank", doetank(events=events)).events] == ["year", "month", "day", "minute"]


def test_a_doetank_is_dated_with_its_first_phase_that_was_not_planned_or_else_its_first_event():
    assert of("doetank", doetank(phases="[{phase: explore, start: 2011, planned: true}, {phase: explore, start: 2012}]")).when.iso == "2012"
    assert of("doetank", doetank(events="[{date: 2013, title: b}, {date: 2012-04, title: a}]")).when.iso == "2012-04"
    assert of("doetank", doetank()).when is None


def test_a_doetank_may_come_from_another_record():
    found = of(
        "doetank", doetank(origin="linkedin-question", origin_record="discussion:vraag", also_known_as="[Kennis]", organisations="[almere]")
    )
    assert (found.origin_record, found.also_known_as, found.organisations) == (
        Ref("discussion", "vraag"),
        ("Kennis",),
        (Ref("organisation", "almere"),),
    )


# People


def test_a_member_may_have_a_role_only():
    member = of("doetank", doetank(members="[{role: participant, organisation: almere}]")).members[0]
    assert (member.role, member.person, member.name, member.organisation) == ("participant", None, None, Ref("organisation", "almere"))


def test_a_member_may_be_a_person_with_a_record():
    assert of("doetank", doetank(members="[{role: coach, person: jo}]")).members[0].person == Ref("person", "jo")


@pytest.mark.parametrize("consent", ["self", "https://example.org/jo"])
def test_a_name_stands_with_consent(consent):
    member = of("doetank", doetank(members=f"[{{role: coach, name: Jo Voorbeeld, consent: '{consent}'}}]")).members[0]
    assert (member.name, member.consent) == ("Jo Voorbeeld", consent)


@pytest.mark.parametrize(("kind", "field"), [("post", "authors"), ("report", "contributors"), ("doetank", "members")])
def test_a_name_without_consent_is_refused_wherever_people_are_named(kind, field):
    builder = {"post": post, "report": report, "doetank": doetank}[kind]
    assert wrong(kind, builder(**{field: "[{role: coach, name: Jo Voorbeeld}]"})) == [
        f"{field}.1.name: a name needs consent: write `consent: self` or the public address where it stands, or give the role alone",
    ]


@pytest.mark.parametrize("consent", ["{date: 2013-04-25, scope: Deze site}", "{public_source: https://example.org/jo}"])
def test_a_person_agreed_or_is_public(consent):
    assert wrong("person", person(consent=consent)) == []


@pytest.mark.parametrize(
    ("consent", "problem"),
    [
        ("{date: 2013-04-25}", "consent.date: stands without `scope`; give both or neither"),
        ("{scope: Deze site}", "consent.scope: stands without `date`; give both or neither"),
        ("{}", "consent.date: is missing; give `date + scope`, or `public_source`"),
        ("{date: 2013-04-25, public_source: https://example.org/}", "consent.public_source: cannot stand beside `date`; keep one of them"),
        ("ja", "consent: expected lines of the form `key: value`, found `ja`"),
    ],
)
def test_other_consent_is_none(consent, problem):
    assert wrong("person", person(consent=consent)) == [problem]


def test_a_person_may_have_an_orcid():
    assert of("person", person(orcid="0000-0002-1694-233X")).orcid == "0000-0002-1694-233X"


def test_credits_of_a_publication_need_no_consent():
    assert of("inspiration", inspiration(kind="publication", authors="[Jo Voorbeeld]", year="2012")).authors == ("Jo Voorbeeld",)


# The other types


def test_an_experiment_is_in_the_phase_experiment_unless_it_says_otherwise():
    assert of("experiment", experiment()).phase == "experiment"
    assert of("experiment", experiment(phase="explore")).phase == "explore"


@pytest.mark.parametrize("outcome", ["worked", "partly", "did-not-work"])
def test_an_experiment_with_an_outcome_says_why(outcome):
    assert wrong("experiment", experiment(outcome=outcome)) == [f"because: is required when `outcome` is `{outcome}`"]
    assert wrong("experiment", experiment(outcome=outcome, because="Daarom.")) == []


@pytest.mark.parametrize("outcome", ["running", "unknown"])
def test_an_experiment_without_an_outcome_need_not_say_why(outcome):
    assert wrong("experiment", experiment(outcome=outcome)) == []


def test_a_recommendation_follows_from_lessons_and_gets_answers():
    answers = "[{date: 2014, status: open, note: Stil.}, {date: 2015-02-01, status: rejected, note: Nee.}]"
    found = of("recommendation", recommendation(addressed_to="[{organisation: almere}, {name: De Tweede Kamer}]", follow_up=answers))
    assert (found.follows_from, found.latest.status, [who.name for who in found.addressed_to]) == (
        (Ref("lesson", "begin-klein"),), FollowUpStatus.REJECTED, [None, "De Tweede Kamer"],
    )  # fmt: skip


def test_a_recommendation_without_lessons_is_refused():
    assert wrong("recommendation", recommendation(follows_from="[]")) == ["follows_from: “Follows from” is missing, and is required"]


def test_an_addressee_is_an_organisation_or_a_name():
    assert wrong("recommendation", recommendation(addressed_to="[{organisation: almere, name: Almere}]")) == [
        "addressed_to.1.name: cannot stand beside `organisation`; keep one of them",
    ]


@pytest.mark.parametrize("day", ["2013-05-01", "2013-05-01T14:00", "2013-05", "2013"])
def test_a_post_is_dated_as_precisely_as_it_is_known(day):
    assert of("post", post(date=day)).when.iso.startswith(day)


def test_a_film_needs_captions_and_a_transcript():
    media = ("media/film.vtt", "media/film.txt", "media/film.mp4")
    film = "{file: media/film.mp4, captions: media/film.vtt, transcript: media/film.txt}"
    assert mistakes(post(kind="film", film=film), POST, media) == []
    assert mistakes(post(kind="film", film="{file: media/film.mp4}"), POST, media) == [
        "film.captions: “Captions” is missing, and is required",
        "film.transcript: “Transcript” is missing, and is required",
    ]


def test_a_film_is_a_file_or_an_address():
    media = ("media/film.vtt", "media/film.txt")
    film = "captions: media/film.vtt, transcript: media/film.txt"
    assert mistakes(cafe(film=f"{{{film}}}"), CAFE, media) == ["film.file: is missing; give one of file, url"]
    assert mistakes(cafe(film=f"{{{film}, url: https://example.org/film}}"), CAFE, media) == []


def test_a_film_without_captions_may_be_a_link():
    assert wrong("post", post(kind="film", links="[{title: Film, url: https://example.org/film}]")) == []


def test_a_cafe_has_a_date_or_a_start_and_an_end():
    found = of("cafe", cafe(date=None, start="2013-04-25T14:00", end="2013-04-25T17:00+02:00"))
    assert (found.when.iso, found.end.iso) == ("2013-04-25T14:00:00+02:00", "2013-04-25T17:00:00+02:00")
    assert of("cafe", cafe()).when.iso == "2013-04-25"


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"date": None}, "date: is missing; give `date`, or `start + end`"),
        ({"start": "2013-04-25T14:00", "end": "2013-04-25T17:00"}, "start: cannot stand beside `date`; keep one of them"),
        ({"date": None, "start": "2013-04-25T14:00"}, "start: stands without `end`; give both or neither"),
        ({"date": None, "end": "2013-04-25T17:00"}, "end: stands without `start`; give both or neither"),
        (
            {"date": "[2013, 2014]"},
            "date: expected a date: `2012-04-25`, `2012-04-25T19:30`, or `2012-04` or `2012` when no more is known, found a list",
        ),
        (
            {"date": None, "start": "2013-04-25", "end": "2013-04-25T17:00"},
            "start: expected a date: a day and a time such as `2012-04-25T19:30`, found `2013-04-25`",
        ),
    ],
)
def test_another_way_to_date_a_cafe_is_one_mistake(fields, problem):
    assert wrong("cafe", cafe(**fields)) == [problem]


def test_a_cafe_has_a_city_or_is_online():
    assert of("cafe", cafe(city=None, online="true")).online is True
    assert of("cafe", cafe(city="unknown")).city == "unknown"


def test_a_cafe_may_have_all_its_optional_fields():
    fields = {
        "attendance": "{number: 60, source: {title: Verslag}}", "rounds": "[{round: inspire, text: Een verhaal.}, {round: deepen, text: Een gesprek.}]",
        "doetanks": "[kennisbehoud]", "hosts": "[almere]", "registration": "https://example.org/", "cancelled": "true", "venue": "Zaal", "theme": "Kennis",
    }  # fmt: skip
    found = of("cafe", cafe(**fields))
    assert (found.attendance.number, found.attendance.source.title, [item.round.value for item in found.rounds]) == (
        60,
        "Verslag",
        ["inspire", "deepen"],
    )


def test_a_reflection_tells_what_works_what_does_not_and_what_changes():
    changes = "[{what: Vaker samen, status: done, date: 2014, because: Het hielp.}]"
    found = of("reflection", reflection(period="{from: 2013-01, to: 2013-06}", works="[Veel]", does_not_work="[Weinig]", changes=changes))
    assert (found.period.start.iso, found.period.end.iso, found.works, found.does_not_work, found.changes[0].what) == (
        "2013-01",
        "2013-06",
        ("Veel",),
        ("Weinig",),
        "Vaker samen",
    )


def test_the_period_of_a_reflection_is_in_order():
    assert wrong("reflection", reflection(period="{from: 2013-06, to: 2013-01}")) == ["period.to: `2013-01` is before `from` (`2013-06`)"]


@pytest.mark.parametrize(("name", "period"), [("2013", "{from: 2013, to: 2013}"), ("2010-2014", "{from: 2010, to: 2014}")])
def test_a_report_is_named_after_its_years(name, period):
    found = record(report(period=period), f"reports/{name}.md")
    assert 2013 in found.period
    assert 2015 not in found.period


def test_a_report_has_corrections_and_a_day_of_publication():
    found = of("report", report(released="2014-02-01", errata="[{date: 2014-03-01, text: Een fout.}]", highlights="[begin-klein]"))
    assert (found.released.iso, found.errata[0].text, found.highlights) == ("2014-02-01", "Een fout.", (Ref("lesson", "begin-klein"),))


def test_a_discussion_leads_to_records():
    found = of("discussion", discussion(asked_by="participant", led_to="[doetank:kennisbehoud]", url="https://example.org/"))
    assert (found.asked_by, found.led_to, found.when.iso) == ("participant", (Ref("doetank", "kennisbehoud"),), "2013-02-01")


def test_a_method_has_a_source_or_sources():
    assert wrong("method", method(source=None, sources="[{title: Handboek}]")) == []
    assert wrong("method", method(source=None)) == ["source: is missing; give one of source, sources"]


def test_an_organisation_has_a_tier():
    assert of("organisation", organisation(partner="true", url="https://example.org/")).partner is True
    assert wrong("organisation", organisation(tier="police")) == [
        "tier: `police` is not in the list tiers of vocabulary.yml; choose from municipality"
    ]


# References and values in a record


@pytest.mark.parametrize("text", ["kennisbehoud", "doetank:kennisbehoud"])
def test_a_reference_is_a_plain_id_where_the_type_is_clear(text):
    assert of("experiment", experiment(doetank=text)).doetank == Ref("doetank", "kennisbehoud")


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_a_lesson_may_be_about_a_record_of_any_type(kind):
    assert of("lesson", lesson(about=f"[{kind}:x]")).about == (Ref(kind, "x"),)


def test_the_network_is_no_record_elsewhere():
    assert wrong("discussion", discussion(led_to="[network]")) == [
        "led_to.1: expected a type, a colon and an id, such as `doetank:network`"
    ]


def test_every_reference_in_a_record_is_found_with_its_path():
    found = of(
        "recommendation",
        recommendation(addressed_to="[{name: x}, {organisation: almere}]", replaced_by="lesson:a", status="retired", retired_because="x"),
    )
    assert dict(references(found)) == {
        ("replaced_by",): Ref("lesson", "a"), ("follows_from", 0): Ref("lesson", "begin-klein"), ("addressed_to", 1, "organisation"): Ref("organisation", "almere"),
    }  # fmt: skip


def test_every_text_in_a_record_is_found_under_the_name_that_authors_write():
    found = of("report", report())
    assert [".".join(map(str, leaf.path)) for leaf in leaves(found) if leaf.path[0] == "period"] == ["period.from", "period.to"]


def test_media_fields_name_files_that_are_there():
    content = page(image="{file: media/a.svg, decorative: true}")
    assert mistakes(content, "pages/over.md", ("media/b.svg",)) == [
        "image.file: there is no file `media/a.svg`; did you mean `media/b.svg`?"
    ]
    assert mistakes(content, "pages/over.md") == ["image.file: there is no file `media/a.svg`; put it in that place under `content/`"]


# Whatever is written

WORDS = st.sampled_from([
    "x", "", "null", "true", "2013", "2013-04", "2013-04-25", "2013-04-25T14:00", "0000", "9999-12-31", "published", "draft", "retired", "works", "unknown", "network", "doetank:x", "lesson:", ":", "a:b:c",
    "https://example.org/", "https://[x", "https://", "http://a:b", "media/a.png", "/oud/", "self", "participant", "experiment", "kennis", "nl", "jo@example.org", "*x*", "[a](b)", "[a](https://[x)", "é" * 700,
])  # fmt: skip
NAMES = st.sampled_from(
    sorted(
        {name for model in RECORD_TYPES.values() for name in field_names(model)}
        | {"role", "person", "name", "consent", "from", "to", "file", "alt", "@id", ""}
    )
)
ANYTHING = st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4), max_leaves=8)


@settings(max_examples=400)
@given(st.sampled_from(sorted(RECORD_TYPES)), st.dictionaries(NAMES, ANYTHING, max_size=8))
def test_any_fields_give_a_record_or_a_problem(kind, fields):
    lines = "".join(
        f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value}\n"
        for name, value in fields.items()
    )
    found = parsed(f"---\n{lines}---\n", VALID[kind][0])
    assert found.record is not None or found.problems
