"""What belongs near a record, in which order, and why."""

from doetank.pipeline import make_outputs
from doetank.records.fields import Ref
from doetank.related import NEAREST, SHOWN, find_relations, related

from .builders import doetank, experiment, inspiration, lesson, library, method, post, recommendation
from .sites import example_library, example_outputs

TEAM = {"doetanks/kennisbehoud.md": doetank(), "doetanks/anders.md": doetank(title="Anders")}


def near(files, ref, linked=()):
    """The ids of what is related to a record, each with the reasons."""
    found = library(files)
    items = related(found, find_relations(found), found.entry(ref), linked)
    return [(item.card.ref.id, *item.reasons) for item in items]


def lessons(**fields_by_name):
    return {f"lessons/{name}.md": lesson(**fields) for name, fields in fields_by_name.items()}


def test_a_shared_doetank_is_named():
    files = {**TEAM, **lessons(a={"about": "['doetank:kennisbehoud']"}), "posts/p.md": post(about="['doetank:kennisbehoud']")}
    assert near(files, Ref("lesson", "a")) == [("p", "ook over Kennisbehoud")]


def test_the_doetank_behind_an_experiment_or_a_lesson_counts():
    files = {
        **TEAM,
        "experiments/proef.md": experiment(),
        **lessons(a={"about": "['experiment:proef']"}, b={"about": "['doetank:kennisbehoud']"}),
        "recommendations/r.md": recommendation(follows_from="[a]"),
    }
    assert near(files, Ref("recommendation", "r"), {Ref("lesson", "a"), Ref("experiment", "proef")}) == [("b", "ook over Kennisbehoud")]


def test_experiments_with_the_same_method_are_near():
    files = {
        **TEAM,
        "methods/rollenspel.md": method(),
        "experiments/een.md": experiment(methods="[rollenspel]", phase="question"),
        "experiments/twee.md": experiment(methods="[rollenspel]", doetank="anders"),
    }
    assert near(files, Ref("experiment", "een")) == [("twee", "zelfde werkvorm: Rollenspel")]


def test_every_reason_is_told_and_terms_are_named_as_readers_know_them():
    same = {"about": "['doetank:kennisbehoud']", "themes": "[kennis]", "phase": "question"}
    files = {**TEAM, **lessons(a=same, b=same)}
    terms = library(files).vocabulary
    theme, phase = terms.term("themes", "kennis").label.nl, terms.term("phases", "question").label.nl
    assert near(files, Ref("lesson", "a")) == [("b", "ook over Kennisbehoud", f"zelfde thema: {theme}", f"zelfde fase: {phase}")]


def test_the_subject_comes_before_the_theme_and_the_theme_before_the_phase():
    files = {
        **TEAM,
        **lessons(
            own={"about": "['doetank:kennisbehoud']", "themes": "[kennis]", "phase": "question"},
            fase={"phase": "question", "learned": "2025"},
            thema={"themes": "[kennis]", "learned": "2024"},
            team={"about": "['doetank:kennisbehoud']", "learned": "2012"},
            alles={"about": "['doetank:kennisbehoud']", "themes": "[kennis]", "phase": "question", "learned": "2011"},
        ),
    }
    assert [name for name, *_ in near(files, Ref("lesson", "own"))] == ["alles", "team", "thema", "fase"]


def test_of_equals_the_newest_comes_first_and_there_are_five_at_most():
    same = {"about": "['doetank:kennisbehoud']"}
    files = {**TEAM, **lessons(**{f"les-{year}": {**same, "learned": f"'{year}'"} for year in range(2011, 2019)}, own=same)}
    names = [name for name, *_ in near(files, Ref("lesson", "own"))]
    assert names == [f"les-{year}" for year in range(2018, 2018 - SHOWN, -1)]


def test_what_few_share_says_more_than_what_many_share():
    many, few = {"about": "['doetank:kennisbehoud']"}, {"about": "['doetank:anders']"}
    both = {"about": "['doetank:kennisbehoud', 'doetank:anders']"}
    told = lessons(
        own=both, weinig={**few, "learned": "'2011'"}, **{f"veel-{year}": {**many, "learned": f"'{year}'"} for year in (2016, 2017)}
    )
    files = {**TEAM, **told}
    assert [name for name, *_ in near(files, Ref("lesson", "own"))] == ["weinig", "veel-2017", "veel-2016"]


def test_what_the_page_links_already_and_the_record_itself_are_left_out():
    files = {**TEAM, **lessons(a={"phase": "question"}, b={"phase": "question"}, c={"phase": "question"})}
    assert [name for name, *_ in near(files, Ref("lesson", "a"), {Ref("lesson", "b")})] == ["c"]


def test_the_network_an_organisation_and_nothing_at_all_relate_nothing():
    assert near(lessons(a={}, b={}), Ref("lesson", "a")) == []


def test_drafts_and_retired_records_are_not_named():
    files = lessons(
        a={"phase": "question"},
        b={"phase": "question", "status": "draft"},
        c={"phase": "question", "status": "retired", "retired_because": "Achterhaald."},
    )
    assert near(files, Ref("lesson", "a")) == []
    assert [name for name, *_ in near(files, Ref("lesson", "c"))] == ["a"]


def test_a_translation_leads_to_translations_for_reasons_in_its_language():
    files = {
        **lessons(a={"phase": "question"}, b={"phase": "question"}),
        "lessons/a.en.md": lesson(title="Start small", phase="question", lang="en"),
        "lessons/b.en.md": lesson(title="Ask", phase="question", lang="en"),
    }
    found = library(files).speaking("en")
    (item,) = related(found, find_relations(found), found.entry(Ref("lesson", "a")), ())
    label = found.vocabulary.term("phases", "question").label.en
    assert (item.card.url, item.card.title, item.reasons) == ("/en/lessen/b/", "Ask", (f"same phase: {label}",))


def test_only_the_newest_of_those_that_share_one_thing_are_looked_at():
    files = lessons(**{f"les-{number}": {"phase": "question"} for number in range(NEAREST + 5)})
    relations = find_relations(library(files))
    assert {len(refs) for refs in relations.having.values()} == {NEAREST}


def test_equal_records_give_equal_relations():
    entry = example_library().all("lesson")[0]
    one, two = (related(example_library(), find_relations(example_library()), entry, ()) for _ in range(2))
    assert one == two


def test_a_page_names_nothing_twice():
    pages = [page for page in example_outputs()[0] if page.values.get("others")]
    assert {page.template for page in pages} == {"experiment", "lesson", "post", "recommendation", "method", "inspiration"}
    for page in pages:
        linked = {item.ref for value in page.values.values() if isinstance(value, tuple) for item in value if hasattr(item, "ref")}
        others = {item.card.ref for item in page.values["others"]}
        assert others & (linked | set(page.values["cards"]) | {page.values["record"].ref}) == set()
        assert len(others) == len(page.values["others"]) <= SHOWN


def test_a_record_that_shares_nothing_has_no_related_ones():
    pages, _ = make_outputs(library({"inspiration/voorbeeld.md": inspiration()}))
    assert next(page for page in pages if page.template == "inspiration").values["others"] == ()
