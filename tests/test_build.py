"""Writing: beside the last good output, on all cores, one stylesheet, a list of what was written."""

import hashlib
import json
import multiprocessing
import os
import sys
from typing import NamedTuple

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from doetank.build import workers
from doetank.build.bundle import bundle_css
from doetank.build.files import Seen, put
from doetank.build.finish import write_index
from doetank.build.last import Last
from doetank.build.manifest import write_manifest
from doetank.build.render import TemplateFailed, Writing, Written, compile_templates, write_parts
from doetank.build.spare import remove, standing
from doetank.build.stage import NotOurs, _held, staged
from doetank.build.workers import FEW, all_cores, forked_each, forked_map
from doetank.pages import File, Page


def good_output(folder):
    folder.mkdir()
    (folder / "index.html").write_text("goed")
    (folder / "manifest.json").write_text("{}")
    return folder


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_build_that_ends_well_takes_the_place_of_the_last(tmp_path):
    output = good_output(tmp_path / "output")
    with staged(output) as stage:
        (stage / "nieuw.html").write_text("nieuw")
    assert names(tmp_path) == ["output", "output/nieuw.html"]


def test_a_build_that_fails_leaves_the_last_good_output_and_nothing_else(tmp_path):
    output = good_output(tmp_path / "output")
    with pytest.raises(FileNotFoundError), staged(output) as stage:
        (stage / "er-is-geen-map" / "half.html").write_text("half")
    assert names(tmp_path) == ["output", "output/index.html", "output/manifest.json"]
    assert (output / "index.html").read_text() == "goed"


def test_a_first_build_needs_no_folder(tmp_path):
    with staged(tmp_path / "nieuw" / "output") as stage:
        (stage / "index.html").write_text("goed")
    assert (tmp_path / "nieuw" / "output" / "index.html").read_text() == "goed"


def test_a_folder_with_files_of_somebody_else_is_not_replaced(tmp_path):
    (tmp_path / "thesis.txt").write_text("jaren werk")
    with pytest.raises(NotOurs), staged(tmp_path):
        pass
    assert (tmp_path / "thesis.txt").read_text() == "jaren werk"


def killed_build(output):
    """What a process leaves that is killed while it writes beside `output`: its name is all that is known of it."""
    stage = output.with_name(f".{output.name}.1.new")
    stage.mkdir(parents=True)
    (stage / "half.html").write_text("half")
    return stage


def test_what_a_killed_build_left_is_cleared_away(tmp_path):
    output = good_output(tmp_path / "output")
    killed_build(output)
    with staged(output) as stage:
        (stage / "nieuw.html").write_text("nieuw")
    assert names(tmp_path) == ["output", "output/nieuw.html"]


def test_what_another_build_is_writing_is_left_alone(tmp_path):
    output = good_output(tmp_path / "output")
    with _held(killed_build(output)), staged(output) as stage:
        (stage / "nieuw.html").write_text("nieuw")
    assert names(tmp_path) == [".output.1.new", ".output.1.new/half.html", "output", "output/nieuw.html"]


def test_an_output_that_was_just_taken_away_is_put_back(tmp_path):
    output = good_output(tmp_path / "output")
    output.rename(tmp_path / ".output.1.old")
    with pytest.raises(FileNotFoundError), staged(output) as stage:
        (stage / "er-is-geen-map" / "half.html").write_text("half")
    assert names(tmp_path) == ["output", "output/index.html", "output/manifest.json"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere two steps are needed")
def test_nobody_finds_the_output_missing(tmp_path, monkeypatch):
    output = good_output(tmp_path / "output")
    monkeypatch.setattr(type(output), "rename", None)
    with staged(output) as stage:
        (stage / "nieuw.html").write_text("nieuw")
    assert names(tmp_path) == ["output", "output/nieuw.html"]


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path):
    output = good_output(tmp_path / "elsewhere")
    (tmp_path / "output").symlink_to(output)
    with staged(tmp_path / "output") as stage:
        (stage / "nieuw.html").write_text("nieuw")
    assert (tmp_path / "output").is_symlink()
    assert names(output) == ["nieuw.html"]
    assert names(tmp_path) == ["elsewhere", "elsewhere/nieuw.html", "output"]


def test_the_output_that_was_replaced_is_what_the_next_begins_with(tmp_path):
    output, spare = good_output(tmp_path / "output"), tmp_path / "cache" / "before"
    with staged(output, spare) as stage:
        (stage / "manifest.json").write_text("{}")
    assert names(spare) == ["index.html", "manifest.json"]
    with staged(output, spare) as stage:
        assert names(stage) == ["index.html", "manifest.json"]
    assert names(spare) == ["manifest.json"]
    assert names(tmp_path / "output") == ["index.html", "manifest.json"]


def test_a_build_that_fails_keeps_what_it_began_with(tmp_path):
    output, spare = good_output(tmp_path / "output"), good_output(tmp_path / "before")
    with pytest.raises(FileNotFoundError), staged(output, spare) as stage:
        (stage / "er-is-geen-map" / "half.html").write_text("half")
    assert names(tmp_path) == ["before", "before/index.html", "before/manifest.json", "output", "output/index.html", "output/manifest.json"]


@pytest.mark.parametrize("strange", ["file", "link"])
def test_only_a_folder_of_our_own_is_begun_with(tmp_path, strange):
    output, spare, elsewhere = good_output(tmp_path / "output"), tmp_path / "before", tmp_path / "elsewhere"
    elsewhere.mkdir()
    if strange == "file":
        spare.write_text("iets")
    else:
        spare.symlink_to(elsewhere)
    with staged(output, spare) as stage:
        assert names(stage) == []
        (stage / "nieuw.html").write_text("nieuw")
    assert names(output) == ["nieuw.html"]
    assert names(elsewhere) == []


def test_what_stands_is_the_very_file_and_all_else_is_removed(tmp_path):
    last, folder = tmp_path / "last", tmp_path / "folder"
    for name in ("een/index.html", "twee/index.html", "drie/index.html", "data.json"):
        put(last, name, b"oud")
    for name in ("een/index.html", "data.json"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).hardlink_to(last / name)
    put(folder, "twee/index.html", b"oud")
    put(folder, "weg/diep/index.html", b"oud")
    (folder / "drie").symlink_to(last / "drie")
    wanted = {"een/index.html", "twee/index.html", "drie/index.html"}
    assert standing(folder, last, wanted) == {"een/index.html"}
    assert names(folder) == ["een", "een/index.html"]
    assert names(last) == ["data.json", "drie", "drie/index.html", "een", "een/index.html", "twee", "twee/index.html"]


def test_a_file_is_written_without_changing_what_has_another_name_for_it(tmp_path):
    put(tmp_path, "last/index.html", b"oud")
    (tmp_path / "index.html").hardlink_to(tmp_path / "last" / "index.html")
    put(tmp_path, "index.html", b"nieuw")
    assert ((tmp_path / "index.html").read_bytes(), (tmp_path / "last" / "index.html").read_bytes()) == (b"nieuw", b"oud")


def test_folders_that_are_empty_go_with_their_last_file(tmp_path):
    for name in ("een/twee/index.html", "een/index.html", "drie/vier/index.html"):
        put(tmp_path, name, b"")
    remove(tmp_path, ["een/twee/index.html", "drie/vier/index.html"])
    assert names(tmp_path) == ["een", "een/index.html"]


def test_an_index_that_is_not_whole_is_made_anew_beside_the_last_one(tmp_path, monkeypatch):
    def index_site(folder, _addresses):
        (folder / "pagefind").mkdir(exist_ok=True)
        (folder / "pagefind" / "a").write_text("nieuw")

    monkeypatch.setattr("doetank.build.finish.index_site", index_site)
    output, stage = tmp_path / "output", tmp_path / "stage"
    stage.mkdir()
    files = {name: put(output, name, b"oud") for name in ("pagefind/a", "pagefind/b")}
    (output / "pagefind" / "b").unlink()
    write_index(Written(), stage, Last(output, files, index=write_index(Written(), tmp_path, Last(output))))
    assert (stage / "pagefind" / "a").read_text() == "nieuw"
    assert (output / "pagefind" / "a").read_text() == "oud"


def test_only_what_was_made_may_stand_where_it_is_and_no_index_or_copy(tmp_path):
    files = {name: put(tmp_path, name, b"") for name in ("a/index.html", "data.json", "pagefind/a", "theme/a.css")}
    last = Last(tmp_path, files, {"/a/": "sleutel"}, "index", ("/data.json",))
    assert last.names == {"a/index.html", "data.json"}


def without_exchange(monkeypatch):
    monkeypatch.setattr("doetank.build.stage._exchanged", lambda _one, _other: False)


def test_a_system_that_cannot_exchange_folders_swaps_them_in_two_steps(tmp_path, monkeypatch):
    without_exchange(monkeypatch)
    output = good_output(tmp_path / "output")
    with staged(output) as stage:
        (stage / "nieuw.html").write_text("nieuw")
    assert names(tmp_path) == ["output", "output/nieuw.html"]


def test_an_output_that_cannot_be_put_in_place_leaves_the_last_one(tmp_path, monkeypatch):
    without_exchange(monkeypatch)
    output = good_output(tmp_path / "output")
    rename = type(output).rename

    def fails_for_the_stage(self, target):
        if self.name.endswith(".new"):
            raise OSError("vol")
        return rename(self, target)

    monkeypatch.setattr(type(output), "rename", fails_for_the_stage)
    with pytest.raises(OSError, match="vol"), staged(output) as stage:
        (stage / "index.html").write_text("nieuw")
    assert (output / "index.html").read_text() == "goed"


def test_workers_give_what_one_process_gives():
    items = list(range(FEW * 3))
    told = [str(item) for item in items]
    assert forked_map(str, items, 2) == forked_map(str, items, 1) == told
    assert list(forked_each(str, items, 2)) == list(forked_each(str, items, 1)) == told


@pytest.mark.skipif(all_cores() < 2 and not hasattr(os, "fork"), reason="needs fork")
def test_many_items_are_shared_by_workers_and_few_are_not():
    own, both = os.getpid(), multiprocessing.get_context("fork").Barrier(2)

    def process(item):
        if item < 2:
            both.wait(60)  # so that no worker takes all before another is there
        return os.getpid()

    shared = forked_map(process, list(range(FEW)), 2)
    assert own in shared
    assert len(set(shared)) == 2
    assert own not in forked_each(_process, list(range(FEW)), 2)
    assert {*forked_map(_process, list(range(FEW - 1)), 2), *forked_each(_process, list(range(FEW - 1)), 2)} == {own}


def _process(_item):
    return os.getpid()


def test_a_mistake_in_a_worker_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        forked_map(_divide, list(range(FEW)), 2)
    with pytest.raises(ZeroDivisionError):
        list(forked_each(_divide, list(range(FEW)), 2))


def _divide(item):
    return 1 // (item - 40)


def test_a_platform_where_forking_is_not_safe_has_one_worker(monkeypatch):
    monkeypatch.setattr(workers.sys, "platform", "darwin")
    assert all_cores() == 1


def test_one_stylesheet_holds_all_in_the_order_of_the_layers(tmp_path):
    (tmp_path / "components").mkdir()
    (tmp_path / "base.css").write_text('/* uitleg */\na { b: url("../fonts/x.woff2"); }\n')
    (tmp_path / "components" / "card.css").write_text('.card { mask: url("../../icons.svg"); }\n')
    entry = tmp_path / "site.css"
    entry.write_text(
        '/* volgorde */\n@layer base, components;\n\n@import url("base.css") layer(base);\n@import url("components/card.css") layer(components);\n'
    )
    bundle_css(entry)
    assert names(tmp_path) == ["site.css"]
    assert entry.read_text() == (
        "@layer base, components;\n\n"
        '@layer base {\na { b: url("../fonts/x.woff2"); }\n}\n'
        '@layer components {\n.card { mask: url("../icons.svg"); }\n}\n'
    )


def test_the_manifest_lists_every_file_but_the_search_index(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("é")
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind" / "index.pf").write_text("x")
    assert sorted(write_manifest(tmp_path, {})) == ["a/index.html", "manifest.json", "pagefind/index.pf"]
    text = (tmp_path / "manifest.json").read_text()
    listed = json.loads(text)["files"]
    assert listed == [{"path": "a/index.html", "size": 2, "sha256": hashlib.sha256("é".encode()).hexdigest()}]
    assert text == json.dumps({"files": listed}, indent=1) + "\n"


def test_a_file_that_was_written_now_is_not_looked_through_again_for_the_manifest(tmp_path):
    seen = put(tmp_path, "a.txt", b"a")
    assert write_manifest(tmp_path, {"a.txt": seen._replace(sha256="geweten")})["a.txt"].sha256 == "geweten"
    assert write_manifest(tmp_path, {"a.txt": Seen(1, 1, "van een ander")})["a.txt"].sha256 == hashlib.sha256(b"a").hexdigest()


class Part(NamedTuple):
    """Some pages and files, as a part of a site offers them."""

    here: tuple[Page, ...] = ()
    beside: tuple[File, ...] = ()

    def pages(self):
        return self.here

    def files(self, _pages):
        return self.beside


def write(folder, part, last=None, looks=None, said=None, **templates):
    environments = {
        "nl": Environment(
            loader=DictLoader({f"{name}.html": text for name, text in templates.items()}), autoescape=True, undefined=StrictUndefined
        )
    }
    compile_templates(environments, [f"{name}.html" for name in templates])
    return write_parts([part], Writing(environments, folder, last or Last(folder), looks or {}, {"nl": said or {}}), 1)


def test_a_page_is_written_where_its_address_says_and_its_values_are_escaped(tmp_path):
    page = Page("/lessen/a/", "les", "A", values={"les": "<b>"})
    write(tmp_path, Part((page,)), les="{{ page.title }} {{ les }}")
    assert (tmp_path / "lessen" / "a" / "index.html").read_text() == "A &lt;b&gt;"


def test_an_undefined_name_in_a_template_stops_the_build(tmp_path):
    with pytest.raises(TemplateFailed, match=r"'lesson' is undefined \(/\)"):
        write(tmp_path, Part((Page("/", "les", "A"),)), les="{{ lesson }}")


def test_a_template_that_cannot_be_read_stops_the_build_before_anything_is_written(tmp_path):
    with pytest.raises(TemplateFailed, match=r"^fout.html:1: "):
        write(tmp_path, Part((Page("/", "goed", "A"), Page("/x/", "fout", "A"))), goed="a", fout="{% if %}")
    assert names(tmp_path) == []


def test_files_are_written_as_they_are(tmp_path):
    written = write(tmp_path, Part(beside=(File("/.well-known/security.txt", b"a\r\n"),)))
    assert (tmp_path / ".well-known" / "security.txt").read_bytes() == b"a\r\n"
    assert written.others == ("/.well-known/security.txt",)
