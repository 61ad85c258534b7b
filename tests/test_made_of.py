"""What a build is made of: the program with its packages, the choices, the texts and the theme."""

import os
import sys

import pytest

from doetank.build.files import contents_of
from doetank.build.made_of import made_of, program


@pytest.fixture
def settings(tmp_path):
    for name in ("content/posts", "theme"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "content" / "posts" / "een.md").write_text("een")
    (tmp_path / "theme" / "a.css").write_text("a {}")
    return {"PATH": str(tmp_path / "content"), "THEME": str(tmp_path / "theme")}


def test_a_text_that_changed_is_seen_when_its_time_stands_still(tmp_path, settings):
    file = tmp_path / "content" / "posts" / "een.md"
    before, status = made_of("", settings), file.stat()
    file.write_text("twe")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert made_of("", settings) != before


@pytest.mark.parametrize("name", ["content/posts/twee.md", "content/twee.md", "theme/b.css", "theme/fonts/een.woff2"])
def test_a_new_file_is_seen(tmp_path, settings, name):
    before = made_of("", settings)
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).touch()
    assert made_of("", settings) != before
    (tmp_path / name).unlink()
    assert made_of("", settings) == before


def test_a_file_that_got_another_name_is_seen(tmp_path, settings):
    before = made_of("", settings)
    (tmp_path / "content" / "posts" / "een.md").rename(tmp_path / "content" / "posts" / "twee.md")
    assert made_of("", settings) != before


def test_what_changes_in_a_folder_that_the_theme_links_to_is_seen(tmp_path, settings):
    (tmp_path / "huisstijl").mkdir()
    (tmp_path / "theme" / "huisstijl").symlink_to(tmp_path / "huisstijl")
    before = made_of("", settings)
    (tmp_path / "huisstijl" / "logo.svg").write_text("<svg/>")
    assert made_of("", settings) != before


def test_folders_that_link_to_each_other_are_looked_through_once(tmp_path, settings):
    (tmp_path / "theme" / "rond").symlink_to(tmp_path / "theme")
    assert [name.removeprefix(f"{tmp_path}/") for name, _ in contents_of(tmp_path / "theme")] == ["theme/a.css"]
    assert made_of("", settings)


def test_other_choices_are_seen(settings):
    assert made_of("een", settings) != made_of("twee", settings)


def test_what_python_compiled_is_no_part_of_it(tmp_path):
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").touch()
    assert list(contents_of(tmp_path)) == []


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    assert list(contents_of(tmp_path / "nergens")) == []


def test_files_come_in_an_order_that_does_not_depend_on_the_disk(tmp_path):
    for name in ("b", "a/c", "a/b", "c"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [name.removeprefix(f"{tmp_path}/") for name, _ in contents_of(tmp_path)] == ["a/b", "a/c", "b", "c"]


def test_another_version_of_a_package_is_another_program(tmp_path, monkeypatch):
    told = []
    for version in ("1.0", "1.1"):
        (tmp_path / version / f"pakket-{version}.dist-info").mkdir(parents=True)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "path", [*sys.path, str(tmp_path / version)])
            told.append(program())
    assert len({*told, program()}) == 3
