"""What builds tell later ones, in a file that may be damaged, removed, or somebody else's."""

import os
import sqlite3

import pytest

from doetank.build.kept import NAME, VERSION, Kept


@pytest.fixture
def said():
    return []


def kept_with(folder, said, **texts):
    kept = Kept(folder, "program", said.append)
    kept.put(texts)
    return kept


def test_what_was_put_is_there_for_the_next_build(tmp_path, said):
    kept_with(tmp_path, said, a="een", b="twee\n€").close()
    again = Kept(tmp_path, "program", said.append)
    assert (again.get("a"), again.get("b"), again.get("c")) == ("een", "twee\n€", None)
    assert said == []


def test_what_another_program_put_there_is_not_believed(tmp_path, said):
    kept_with(tmp_path, said, a="een").close()
    assert Kept(tmp_path, "another", said.append).get("a") is None
    assert said == []


def test_without_a_folder_nothing_is_kept(said):
    kept = kept_with(None, said, a="een")
    assert kept.get("a") is None
    kept.forget("a", ())
    kept.close()
    assert said == []


def test_a_text_that_was_changed_by_hand_is_not_believed(tmp_path, said):
    kept_with(tmp_path, said, a="een", b="twee").close()
    with sqlite3.connect(tmp_path / NAME) as found:
        found.execute("UPDATE kept SET text = 'anders' WHERE key = 'a'")
    again = Kept(tmp_path, "program", said.append)
    assert (again.get("a"), again.get("b")) == (None, "twee")


@pytest.mark.parametrize(
    "content", [b"", b"SQLite format 3\0", b"onzin" * 1000, os.urandom(5000)], ids=["empty", "cut off", "text", "noise"]
)
def test_a_file_that_is_damaged_is_said_in_one_line_and_begun_anew(tmp_path, said, content):
    (tmp_path / NAME).write_bytes(content)
    kept = kept_with(tmp_path, said, a="een")
    assert kept.get("a") == "een"
    kept.close()
    assert len(said) == bool(content)
    assert all("\n" not in line for line in said)
    assert Kept(tmp_path, "program", said.append).get("a") == "een"


def test_a_file_of_another_version_is_begun_anew(tmp_path, said):
    with sqlite3.connect(tmp_path / NAME) as found:
        found.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert kept_with(tmp_path, said, a="een").get("a") == "een"
    assert said == [f"version {VERSION + 1}"]


def test_a_folder_that_cannot_be_used_is_said_in_one_line(tmp_path, said):
    (tmp_path / "cache").write_text("een bestand")
    kept = kept_with(tmp_path / "cache", said, a="een")
    assert kept.get("a") is None
    assert len(said) == 1


def test_damage_that_is_found_on_the_way_is_said_once(tmp_path, said):
    kept = kept_with(tmp_path, said, **{str(number): "tekst" * 1000 for number in range(100)})
    kept.close()
    file = tmp_path / NAME
    file.write_bytes(file.read_bytes()[:4096] + b"\xff" * (file.stat().st_size - 4096))
    kept = Kept(tmp_path, "program", said.append)
    assert [kept.get(str(number)) for number in range(100)] == [None] * 100
    kept.put({"a": "een"})
    kept.close()
    assert len(said) == 1
    assert kept_with(tmp_path, said, a="een").get("a") == "een"  # it was begun anew
    assert len(said) == 1


def test_of_many_texts_those_that_were_put_last_are_kept(tmp_path, said):
    kept = kept_with(tmp_path, said, **{f"record:{number}": "tekst" for number in range(50)}, other="blijft")
    kept.put({"record:0": "opnieuw"})
    kept.forget("record:", 10)
    there = [number for number in range(50) if kept.get(f"record:{number}")]
    assert there == [0, *range(41, 50)]
    assert kept.get("other") == "blijft"


def test_another_build_that_writes_is_waited_for_and_not_spoiled(tmp_path, said, monkeypatch):
    monkeypatch.setattr("doetank.build.kept.PATIENCE", 0.1)
    first = kept_with(tmp_path, said, a="een")
    second = Kept(tmp_path, "program", said.append)
    with sqlite3.connect(tmp_path / NAME, isolation_level=None) as writing:
        writing.execute("BEGIN IMMEDIATE")
        second.put({"b": "twee"})
        writing.execute("ROLLBACK")
    assert said == ["database is locked"]
    assert first.get("a") == "een"
