"""Writing: beside the last good output, on all cores, one stylesheet, a list of what was written."""

import hashlib
import json
import os

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined

from doetank.build import workers
from doetank.build.bundle import bundle_css
from doetank.build.manifest import write_manifest
from doetank.build.render import TemplateFailed, write_files, write_pages
from doetank.build.stage import NotOurs, staged
from doetank.build.workers import FEW, all_cores, forked_map
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


def test_an_output_that_cannot_be_put_in_place_leaves_the_last_one(tmp_path, monkeypatch):
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
    assert forked_map(str, items, 2) == forked_map(str, items, 1) == [str(item) for item in items]


@pytest.mark.skipif(all_cores() < 2 and not hasattr(os, "fork"), reason="needs fork")
def test_many_items_are_shared_by_workers_and_few_are_not():
    own = os.getpid()
    assert own not in forked_map(_process, list(range(FEW)), 2)
    assert set(forked_map(_process, list(range(FEW - 1)), 2)) == {own}


def _process(_item):
    return os.getpid()


def test_a_mistake_in_a_worker_is_raised_here():
    with pytest.raises(ZeroDivisionError):
        forked_map(_divide, list(range(FEW)), 2)


def _divide(item):
    return 1 // item


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
    assert write_manifest(tmp_path) == 1
    listed = json.loads((tmp_path / "manifest.json").read_text())["files"]
    assert listed == [{"path": "a/index.html", "size": 2, "sha256": hashlib.sha256("é".encode()).hexdigest()}]


def environment(**templates):
    return Environment(
        loader=DictLoader({f"{name}.html": text for name, text in templates.items()}), autoescape=True, undefined=StrictUndefined
    )


def test_a_page_is_written_where_its_address_says_and_its_values_are_escaped(tmp_path):
    page = Page("/lessen/a/", "les", "A", values={"les": "<b>"})
    write_pages([page], {"nl": environment(les="{{ page.title }} {{ les }}")}, tmp_path, 1)
    assert (tmp_path / "lessen" / "a" / "index.html").read_text() == "A &lt;b&gt;"


def test_an_undefined_name_in_a_template_stops_the_build(tmp_path):
    with pytest.raises(TemplateFailed, match=r"'lesson' is undefined \(/\)"):
        write_pages([Page("/", "les", "A")], {"nl": environment(les="{{ lesson }}")}, tmp_path, 1)


def test_a_template_that_cannot_be_read_stops_the_build_before_anything_is_written(tmp_path):
    with pytest.raises(TemplateFailed, match=r"^fout.html:1: "):
        write_pages([Page("/", "goed", "A"), Page("/x/", "fout", "A")], {"nl": environment(goed="a", fout="{% if %}")}, tmp_path, 1)
    assert names(tmp_path) == []


def test_files_are_written_as_they_are(tmp_path):
    write_files([File("/.well-known/security.txt", b"a\r\n")], tmp_path)
    assert (tmp_path / ".well-known" / "security.txt").read_bytes() == b"a\r\n"
