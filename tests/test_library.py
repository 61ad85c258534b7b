"""All records are linked both ways, in an order that is the same everywhere."""

from dataclasses import replace

import pytest

from doetank.library import alphabetical, oldest_first
from doetank.problems import Problem, say
from doetank.records.fields import NETWORK, Ref

from .builders import VALID, doetank, experiment, lesson, library, organisation, page, post


def titles(entries):
    return [entry.record.title for entry in entries]


def test_dated_records_come_from_new_to_old_and_undated_ones_by_title_after_them():
    found = library(
        {
            "posts/a.md": post(title="A", date="2012"),
            "posts/b.md": post(title="B", date="2013-05"),
            "posts/c.md": post(title="C", date="2013-05-02"),
        }
    )
    assert titles(found.all("post")) == ["C", "B", "A"]
    found = library(
        {
            "organisations/a.md": organisation(title="Zwolle"),
            "organisations/b.md": organisation(title="Élst"),
            "organisations/c.md": organisation(title="emmen"),
        }
    )
    assert titles(found.all("organisation")) == ["Élst", "emmen", "Zwolle"]


def test_a_time_line_goes_from_old_to_new_with_undated_ones_last():
    files = {
        "doetanks/a.md": doetank(title="A"),
        "doetanks/b.md": doetank(title="B", events="[{date: 2013, title: x}]"),
        "doetanks/c.md": doetank(title="C", events="[{date: 2012, title: x}]"),
    }
    assert titles(sorted(library(files).all("doetank"), key=oldest_first)) == ["C", "B", "A"]


def test_accents_and_capitals_do_not_count_in_the_alphabet():
    assert sorted(["Zo", "éen", "Een", "eb"], key=alphabetical) == ["eb", "éen", "Een", "Zo"]


def test_a_record_knows_what_refers_to_it():
    files = {
        "doetanks/kennisbehoud.md": doetank(),
        "experiments/proef.md": experiment(),
        "lessons/a.md": lesson(title="A", about="[doetank:kennisbehoud]"),
        "lessons/b.md": lesson(title="B"),
    }
    found = library(files)
    team = Ref("doetank", "kennisbehoud")
    assert titles(found.referring(team, "experiment", "lesson")) == ["A", "Proef"]
    assert titles(found.referring(team, "lesson")) == ["A"]
    assert titles(found.referring(NETWORK, "lesson")) == ["B"]
    assert found.entry(Ref("lesson", "a")).refers_to == {team}


def test_the_network_is_no_record():
    with pytest.raises(KeyError):
        library({}).entry(NETWORK)


def test_retired_records_keep_their_page_and_leave_the_lists():
    found = library(
        {
            "lessons/a.md": lesson(status="retired", retired_because="Oud.", about="[doetank:kennisbehoud]"),
            "doetanks/kennisbehoud.md": doetank(),
        }
    )
    assert (found.all("lesson"), found.referring(Ref("doetank", "kennisbehoud"), "lesson")) == ((), ())
    assert [entry.url for entry in found.everything()] == ["/doetanks/kennisbehoud/", "/lessen/a/"]


def test_a_translation_belongs_to_its_original_and_lives_under_its_language():
    found = library({"pages/over.md": page(), "pages/over.en.md": page(title="About us")})
    entry = found.entry(Ref("page", "over"))
    assert titles(found.all("page")) == ["Over ons"]
    assert [version.url for version in found.versions(entry)] == ["/over/", "/en/over/"]
    assert titles(found.speaking("en").all("page")) == ["About us"]
    assert titles(found.speaking("fy").all("page")) == ["Over ons"]
    assert [entry.url for entry in found.told()] == ["/over/"]
    assert [entry.url for entry in found.speaking("en").told()] == ["/en/over/"]


def test_an_english_file_alone_is_an_english_original():
    found = library({"pages/about.en.md": page(title="About us")})
    entry = found.entry(Ref("page", "about"))
    assert (titles(found.all("page")), entry.url, entry.record.lang, found.versions(entry)) == (["About us"], "/en/about/", "en", (entry,))


def test_drafts_are_in_a_development_build_only():
    files = {"lessons/a.md": lesson(title="A", status="draft"), "lessons/b.md": lesson(title="B")}
    assert titles(library(files).all("lesson")) == ["A", "B"]
    assert titles(library(files, production=True).all("lesson")) == ["B"]


def test_every_record_has_its_section():
    assert [entry.url for entry in library(dict(VALID.values())).everything()] == [
        "/doetanks/kennisbehoud/", "/experimenten/proef/", "/lessen/begin-klein/", "/aanbevelingen/deel-lessen/", "/blog/bericht/", "/cafes/eerste/",
        "/reflecties/terugblik/", "/jaarlessen/2013/", "/vragen/vraag/", "/inspiratie/voorbeeld/", "/werkvormen/rollenspel/", "/organisaties/almere/",
        "/mensen/jo/", "/over/",
    ]  # fmt: skip


def test_the_texts_and_links_of_all_records_come_together():
    found = library(
        {"pages/over.md": page("[x](/lessen/)", summary="Een *zin*."), "lessons/a.md": lesson("Zaak 111222333.", advice="Een `woord`.")}
    )
    assert dict(found.inline) == {"Een *zin*.": "Een <em>zin</em>.", "Een `woord`.": "Een <code>woord</code>."}
    assert [link.inside for link in found.links] == ["/lessen/"]
    assert [(problem.path, problem.notice) for problem in found.notices] == [("content/lessons/a.md", True)]


def test_equal_files_give_an_equal_library():
    one, other = library(dict(VALID.values())), library(dict(reversed(VALID.values())))
    assert (one.entries, list(one.entries), one.inline) == (other.entries, list(other.entries), other.inline)


def test_there_is_one_library_a_language_also_when_another_is_asked():
    found = library({"lessons/les.md": lesson()})
    assert found.speaking("en").speaking("nl") is found.speaking("nl")
    told = replace(found, notices=(Problem("a.md", 1, 1, "", say("look at this"), notice=True),))
    assert told.speaking("en").notices == told.notices
