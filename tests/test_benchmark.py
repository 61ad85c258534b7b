"""The benchmark measures what it says, of the same records; what is not tested here is the peers themselves, which come from the internet."""

import json
import os
import re
import sys
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .benchmark import table
from .benchmark.contestants import peers
from .benchmark.contestants.every import CONTESTANTS
from .benchmark.corpus import texts
from .benchmark.measure import Taken, files_in, measure, written
from .benchmark.results import Results, Row, read_results
from .benchmark.rounds import Rounds
from .benchmark.saving import project
from .benchmark.scenarios import BODY, COLD, EVERY, NOTHING, TEMPLATE, TITLE, VOCABULARY, change
from .benchmark.steps import FILE, Steps
from .benchmark.targets import SAVED, outcomes
from .sites import ROOT

RECORDS = 60
ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for memory")
TITLES = {name: one.title for name, one in CONTESTANTS.items()}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Builds a form of ours once: the output, and the steps that it wrote."""

    @cache
    def build(name):
        folder = tmp_path_factory.mktemp(name)
        one = CONTESTANTS[name]
        one.write(folder / name, RECORDS)
        measure(one.command(warm=False), folder / name, {FILE: str(folder / "steps.json")})
        return folder / name / one.output, json.loads((folder / "steps.json").read_text(encoding="utf-8"))

    return build


def results(*rows, **options):
    return Results("2026-11-25", "a machine", "some versions", 3, rows=rows, **{"load": 0.0, **options})


def row(name, scenario, records, *wall, memory=(), **options):
    return Row(name, scenario, records, wall=wall, cpu=wall, memory=tuple(mebi * 2**20 for mebi in memory), **options)


def test_the_same_number_gives_the_same_text_however_many_there_are():
    assert tuple(texts(30)) == tuple(texts(60))[:30]


def test_a_text_has_about_600_words_and_everything_that_authors_use():
    (text,) = (text for text in texts(8) if text.number == 7)
    body = text.body("/elders/", "/beeld.png")
    assert 550 < len(body.split()) < 700
    for wanted in ("## ", "- ", "| wat | hoeveel |", "```text", "](/elders/)", "](https://example.org/7)", "](/beeld.png)", "[^1]: "):
        assert wanted in body
    assert len(set(text.themes)) == 3


@pytest.mark.parametrize("name", CONTESTANTS)
def test_every_contestant_gets_the_same_records(name, tmp_path):
    one = CONTESTANTS[name]
    one.write(tmp_path / name, 30)
    for text in texts(30):
        written_text = (tmp_path / name / one.source(text.name)).read_text(encoding="utf-8")
        for wanted in (text.title, text.summary, text.date, text.doetank, *text.themes):
            assert wanted in written_text or (text.kind, wanted) == ("doetank", text.doetank)
        assert _without_addresses(written_text).endswith(_without_addresses(text.body("", "")))


def _without_addresses(markdown):
    return re.sub(r"\]\([^)]*\)", "]()", markdown)


def test_the_peers_are_pinned_as_they_are_locked():
    lock = (peers.LOCKS / "requirements.lock").read_text(encoding="utf-8").lower()
    npm = json.loads((peers.LOCKS / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, version in (pin.rsplit(" ", 1) for pin in peers.pinned()):
        locked = npm.get(f"node_modules/{name}", {}).get("version") == version
        assert locked or re.search(rf"^{name.lower()}=={re.escape(version)} ", lock, re.MULTILINE), name


def test_stock_pelican_and_its_markdown_have_our_versions():
    ours = set(re.findall(r'"((?:pelican|Markdown)==[^"]+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8")))
    assert len(ours) == 2
    assert ours <= {pin.replace(" ", "==") for pin in peers.pinned()}


@pytest.mark.parametrize("scenario", EVERY)
@pytest.mark.parametrize("name", ["ours", "real", "pelican"])
def test_a_scenario_changes_one_file_and_otherwise_in_each_run(name, scenario, tmp_path):
    one = CONTESTANTS[name]
    one.write(tmp_path, 30)
    seen = []
    for run in (1, 2):
        before = _contents(tmp_path)
        change(one, scenario, tmp_path, 30, run)
        after = _contents(tmp_path)
        seen += [(file, text) for file, text in after.items() if text != before[file]]
    places = {BODY: one.source("lesson-7"), TITLE: one.source("lesson-7"), TEMPLATE: one.template, VOCABULARY: one.vocabulary}
    assert [file for file, _ in seen] == ([places[scenario]] * 2 if scenario in places else [])
    assert len({text for _, text in seen}) == len(seen)


def _contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@ONLY_LINUX
def test_the_memory_of_all_processes_counts_and_what_they_share_counts_once(tmp_path):
    program = """
        import os, time
        shared = bytearray(os.urandom(1)) * (60 << 20)
        if os.fork() == 0:
            own = bytearray(os.urandom(1)) * (60 << 20)
            time.sleep(0.5)
            os._exit(0)
        os.wait()
    """
    taken = measure(_python(program), tmp_path, memory=True)
    assert 120 < taken.memory / 2**20 < 170
    assert taken.wall > 0.5


@ONLY_LINUX
def test_the_processor_time_of_what_a_program_starts_counts(tmp_path):
    program = """
        import os, time
        if os.fork() == 0:
            while time.process_time() < 0.3: pass
            os._exit(0)
        os.wait()
        while time.process_time() < 0.2: pass
    """
    taken = measure(_python(program), tmp_path)
    assert 0.4 < taken.cpu < 1.5
    assert taken.wall > 0.3
    assert taken.memory == 0


def test_a_program_that_fails_ends_the_benchmark_with_what_it_said(tmp_path):
    with pytest.raises(SystemExit, match="it went wrong"):
        measure(_python("raise SystemExit('it went wrong')"), tmp_path)


def _python(program):
    return [sys.executable, "-c", re.sub(r"(?m)^ {8}", "", program)]


def test_only_what_is_new_or_written_again_counts_as_written(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    new.mkdir()
    for name in ("same", "changed", "gone"):
        (old / name).write_text(name, encoding="utf-8")
    # A build may take over what it made before, as a second name for the same file.
    os.link(old / "same", new / "same")
    (new / "changed").write_text("Changed", encoding="utf-8")
    (new / "added").write_text("added", encoding="utf-8")
    assert written(files_in(old), files_in(new)) == (2, len("Changed") + len("added"))


def test_a_target_is_a_ratio_of_medians_and_says_whether_it_is_met():
    measured = results(
        row("ours", COLD, 1000, 1.0, 2.0, 9.0, memory=[40]),
        row("hugo", COLD, 1000, 1.0, 2.0, 3.0),
        row("real", COLD, 5000, 6.0),
        row("pelican", COLD, 5000, 10.0),
        row("ours", NOTHING, 10000, 3.0),
        row("ours", COLD, 10000, 24.0, memory=[150]),
        row("hugo", COLD, 10000, 15.0, memory=[1000]),
        saving={SAVED: 0.301},
    )
    found = {(one.what, one.against, one.records): (one.at_most, one.measured, one.met) for one in outcomes(measured)}
    assert {key: value for key, value in found.items() if value[1]} == {
        ("cold, benchmark templates", "Hugo", "1,000"): ("1.00", "1.00 (2.00 s / 2.00 s)", "met"),
        ("cold, benchmark templates", "Hugo", "10,000"): ("1.00", "1.60 (24.00 s / 15.00 s)", "**not met**"),
        ("cold, real theme and relations", "stock Pelican, minimal templates", "5,000"): ("0.50", "0.60 (6.00 s / 10.00 s)", "**not met**"),
        ("nothing changed, benchmark templates", "Hugo full build", "10,000"): ("0.15", "0.20 (3.00 s / 15.00 s)", "**not met**"),
        ("peak memory, cold, all processes together, benchmark templates", "Hugo", "10,000"): (
            "0.30",
            "0.15 (150 MiB / 1000 MiB)",
            "met",
        ),
        ("cold, seconds per record, benchmark templates", "ours at 1,000", "10,000"): ("1.15", "1.20 (24.00 s / 2.00 s)", "**not met**"),
        ("save to new page in `serve`", "", "1,000, real theme"): ("0.3 s", "0.30 s", "**not met**"),
    }
    assert {value[2] for value in found.values() if not value[1]} == {"not measured"}


def test_the_steps_are_shown_below_each_other_and_the_search_index_apart_too():
    steps = (
        (("run",), (8.0, 9.0, 7.0)),
        (("run", "write"), (3.0,)),
        (("run", "write_index"), (2.0, 4.0)),
        (("run", "write", "css"), (0.01,)),
    )
    text = table.markdown(results(row("real", COLD, 1000, 10.0, files=1200, size=2_500_000, steps=steps)), TITLES)
    assert "| ours, real theme and relations | cold | 10.00 | 10.00 |  | 1,200 | 2.5 |" in text
    assert "| ours, real theme and relations | cold: of which the search index | 3.00 |  |  |  |  |" in text
    assert text.endswith(
        "| Python and Pelican start and end | 2.00 |\n| `run` | 8.00 |\n| &emsp;`write` | 3.00 |\n| &emsp;`write_index` | 3.00 |\n"
    )


def test_a_busy_machine_is_told():
    assert "others worked on it" in table.markdown(results(load=4.2), TITLES)
    assert "others worked on it" not in table.markdown(results(load=0.1), TITLES)


def test_new_tables_take_the_place_of_those_before_and_of_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "README", tmp_path / "README.md")
    table.README.write_text(f"By hand.\n\n{table.BEGIN}\nOld.\n", encoding="utf-8")
    table.write_readme(results(), TITLES)
    assert table.README.read_text(encoding="utf-8") == f"By hand.\n\n{table.BEGIN}\n{table.markdown(results(), TITLES)}"


def test_the_readme_of_the_benchmark_has_a_place_for_its_tables_and_names_everybody():
    by_hand, begin, _ = table.README.read_text(encoding="utf-8").partition(table.BEGIN)
    assert begin
    assert [title for title in TITLES.values() if title.lower() not in by_hand.lower()] == []


def test_a_step_counts_below_the_one_that_asked_for_it_and_only_where_it_began(tmp_path):
    steps = Steps()
    inner = steps.follow(lambda: 3)
    outer = steps.follow(lambda: inner() + inner())
    assert outer() == 6
    assert list(steps.taken) == [("<lambda>",), ("<lambda>", "<lambda>")]
    assert steps.taken["<lambda>",] >= steps.taken["<lambda>", "<lambda>"]
    steps.write(tmp_path / "steps.json", os.getpid() + 1)
    assert not list(tmp_path.iterdir())
    steps.write(tmp_path / "steps.json", os.getpid())
    assert [way for way, _ in json.loads((tmp_path / "steps.json").read_text(encoding="utf-8"))] == [list(way) for way in steps.taken]


def test_our_benchmark_form_makes_what_the_peers_make_and_nothing_else(built):
    output, _ = built("ours")
    names = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    records = {CONTESTANTS["ours"].source(text.name) for text in texts(RECORDS)}
    sections = {"doetanks": "doetanks", "experiments": "experimenten", "lessons": "lessen", "posts": "blog"}
    pages = {f"{sections[Path(name).parts[1]]}/{Path(name).stem}/index.html" for name in records}
    themes = {name for name in names if re.fullmatch(r"themas/[\w-]+/index\.html", name)}
    others = {"index.html", "pagina/2/index.html", "feed.xml", "sitemap.xml", "manifest.json", "theme/css/site.css"}
    assert len(themes) == 9
    assert {name for name in names if not name.startswith("beeld/")} == pages | themes | others
    assert len(ElementTree.parse(output / "sitemap.xml").getroot()) == 1 + 9 + RECORDS
    assert len(ElementTree.parse(output / "feed.xml").getroot().findall("{*}entry")) == 30


def test_the_real_form_makes_everything(built):
    output, steps = built("real")
    for name in (
        "lessen/lesson-7",
        "doetanks/doetank-25",
        "fasen/experiment",
        "jaarlessen/2021-2025",
        "jaarlessen/2021-2025/geteld",
        "en/lessen",
    ):
        assert (output / name / "index.html").is_file(), name
    assert (output / "pagefind" / "pagefind.js").is_file()
    assert (output / "data" / "all.json").is_file()
    assert table.SEARCH in {way[-1] for way, _ in steps}


def test_a_round_does_every_scenario_of_everybody(tmp_path):
    rounds = Rounds(tmp_path / "projects", [CONTESTANTS["floor"]], RECORDS)
    rounds.once(1)
    rounds.once(2)
    (found,) = rounds.rows
    assert (found.contestant, found.scenario, found.records, found.files) == ("floor", COLD, RECORDS, RECORDS)
    assert [len(values) for values in (found.wall, found.cpu, found.memory)] == [2, 2, 2]
    assert found.size == sum(path.stat().st_size for path in (tmp_path / "projects" / "floor" / "content").iterdir())


@pytest.mark.parametrize("records", [0, 30])
def test_the_lesson_that_is_saved_is_there(records, tmp_path):
    assert (tmp_path / project(tmp_path, records)).is_file()


def test_results_are_kept_as_json(tmp_path):
    taken = Row("ours", COLD, 10).timed(Taken(2.0, 3.0, 0), 4, 5, [(("run",), 1.0)]).watched(Taken(0, 0, 7))
    results(taken, saving={SAVED: 0.2}).write(tmp_path / "new" / "results.json")
    assert json.loads((tmp_path / "new" / "results.json").read_text(encoding="utf-8"))["rows"][0]["wall"] == [2.0]
    assert read_results(tmp_path / "new" / "results.json") == results(taken, saving={SAVED: 0.2})
