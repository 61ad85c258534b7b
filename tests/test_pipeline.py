"""All content is read and checked as a whole: every mistake in one run, each told once."""

import pytest

from doetank.pipeline import check, read_library
from doetank.problems import ContentError
from doetank.urls import FIXED, TYPES

from .builders import (
    VALID,
    cafe,
    discussion,
    doetank,
    experiment,
    file,
    found_in,
    inspiration,
    lesson,
    method,
    organisation,
    page,
    person,
    post,
    recommendation,
    reflection,
    report,
    shown,
    site,
    write,
)  # fmt: skip
from .sites import example_outputs

THIRTY = {
    "cafes/een.md": (cafe(date="03-04-2026", city=None), ["city: is missing; write the city, `unknown`, or `online: true`", "date: `03-04-2026` can be read in two ways; write year-month-day: `2026-04-03` or `2026-03-04`"]),
    "cafes/twee.md": (cafe(doetanks="[kennisbehoud, weg]"), ["doetanks.2: no doetank is called `weg`; there is no file doetanks/weg.md"]),
    "discussions/een.md": (discussion(url="example.org"), ["url: expected an address that starts with `https://`, found `example.org`"]),
    "doetanks/kennisbehoud.md": (doetank(state="stopped", members="[{role: coach, name: Jo}]"), ["state_because: is required when `state` is `stopped`", "members.1.name: a name needs consent: write `consent: self` or the public address where it stands, or give the role alone"]),
    "doetanks/twee.md": ("title: Twee\n", ["expected `---` on the first line, found `title: Twee`; the fields stand between two lines `---`"]),
    "experiments/een.md": (experiment(outcome="worked", methods="[rollenspl]"), ["because: is required when `outcome` is `worked`", "methods.1: no method is called `rollenspl`; did you mean `rollenspel`?"]),
    "experiments/twee.md": (experiment(doetank="twee", start="2013-02-30"), ["start: `2013-02-30` is not a day that exists"]),
    "inspiration/een.md": (inspiration(kind="exampel"), ["kind: `exampel` is not possible here; did you mean `example`?"]),
    "lessons/Een Les.md": (lesson(verdict="works-under-conditions"), ["a file name is made of a-z, 0-9 and `-`; name it `een-les.md`", "conditions: is required when `verdict` is `works-under-conditions`"]),
    "lessons/twee.md": (lesson("## Een\n\n#### Twee\n\n[x](#drie)", about="[]", summry="x", summary=None), ["about: “About” is missing, and is required", "summry: is not a field here; did you mean `summary`?", "heading “Twee” has level 4, but level 3 was expected; write `###`", "`#drie` leads nowhere; there is no such heading or id"]),
    "methods/rollenspel.md": (method(tags="a, b"), ["tags: expected a list, one line per item that starts with `- `, found `a, b`"]),
    "organisations/een.md": (organisation(tier="gementee"), ["tier: `gementee` is not in the list tiers of vocabulary.yml; choose from municipality"]),
    "pages/een.md": (page("[x](/lessen/twe/) en <b onclick=x>y</b>"), ["`/lessen/twe/` leads nowhere; did you mean `/lessen/twee/`?", "`onclick` may not stand on `<b>`; remove it"]),
    "pages/lessen.md": (page(), ["its address `/lessen/` is taken by the site itself; rename the file"]),
    "people/een.md": (person(consent=None), ["consent: “Consent to be named” is missing, and is required"]),
    "posts/een.md": (post("Bel 06-12345678.", aliases="[/een/]"), ["aliases.1: `/een/` is taken by content/pages/een.md; remove it here", "`06-12345678` looks like a phone number; remove it"]),
    "posts/twee.md": (file("[x]()", title="a: b", date="2013", kind="blog"), ["a value with `: ` in it needs quotes around the whole value", "a link without an address"]),
    "recommendations/een.md": (recommendation(follows_from="[een-les, twee]", made="volgend jaar"), ["made: expected a date: `2012`, `2012-04` or `2012-04-25`, found `volgend jaar`"]),
    "reflections/een.md": (reflection(fictional="nee"), ["fictional: expected `true` or `false`, found `nee`"]),
    "reports/2014.md": (report(), ["period: the file is named `2014.md` but the period is `2013`; make them the same"]),
}  # fmt: skip
"""Twenty files, and what is wrong with each."""


def test_thirty_mistakes_in_twenty_files_are_thirty_messages_in_one_run():
    expected = sorted((f"content/{name}", message) for name, (_, messages) in THIRTY.items() for message in messages)
    assert (len(THIRTY), len(expected)) == (20, 30)
    found = found_in({name: text for name, (text, _) in THIRTY.items()})
    assert sorted((line.split(":", 1)[0], line.split(": ", 1)[1]) for line in found) == expected


def test_mistakes_come_in_the_order_of_file_and_place():
    found = [line.split(": ", 1)[0].split(":") for line in found_in({name: text for name, (text, _) in THIRTY.items()})]
    assert found == sorted(found, key=lambda place: (place[0], int(place[1]), int(place[2])))


def test_a_mistake_stops_everything(tmp_path):
    write(tmp_path, {**dict(VALID.values()), "pages/fout.md": page(menu="x")})
    with pytest.raises(ContentError) as stopped:
        read_library(tmp_path, site())
    assert shown(stopped.value.problems) == ["content/pages/fout.md:3:7: menu: expected a whole number such as `60`, found `x`"]


def test_advice_is_told_beside_mistakes_of_either_kind():
    advice = "content/lessons/a.md:3:10: advice: summary: is 301 characters long; up to 300 reads better in lists"
    long = {"lessons/a.md": lesson(summary="x" * 301)}
    assert found_in({**long, "pages/over.md": page(menu="x")})[0] == advice
    assert found_in({**long, "pages/over.md": page("[x](/niet-hier/)")}) == [
        advice,
        "content/pages/over.md:4:5: `/niet-hier/` leads nowhere; there is no such page",
    ]


def test_an_empty_content_folder_misses_its_vocabulary_only(tmp_path):
    assert shown(check(tmp_path, site(), "content")) == [
        "content/vocabulary.yml:1:1: this file is missing; it lists the phases, themes, causes, tiers, roles and method categories",
    ]


def test_many_files_are_read_the_same_by_one_worker_and_by_several(tmp_path):
    write(tmp_path, {f"lessons/les-{number}.md": lesson(title=f"Les {number}", advice=f"Doe *{number}*.") for number in range(70)})
    one, several = read_library(tmp_path, site(), workers=1), read_library(tmp_path, site(), workers=2)
    assert (one.entries, one.inline, list(one.entries)) == (several.entries, several.inline, list(several.entries))


def test_mistakes_come_back_from_several_workers(tmp_path):
    write(tmp_path, {f"lessons/les-{number}.md": lesson(verdict="wel") for number in range(70)})
    assert len(check(tmp_path, site(), "content")) == 70


def test_the_pages_below_a_section_are_records_or_fixed_so_that_links_to_them_can_be_judged_early():
    sections = {name.section for name in TYPES.values() if name.section}
    pages, _ = example_outputs()
    below = {page.url for page in pages if page.url.strip("/").split("/")[0] in sections and page.url.count("/") == 3}
    records = {page.url for page in pages if page.path}
    assert below - records - set(FIXED) == set()
