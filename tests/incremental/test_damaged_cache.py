"""A cache is never trusted more than the content: whatever became of it, the site is right, and one line is said at most."""

import ast
import shutil
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from ..sites import ROOT
from .building import cheaply
from .damage import BY_CHANCE, DAMAGES, exchanged, files_of
from .invented import TEXTS, small_site
from .workplace import Workplace, differences, digests

FILES = 12
"""So many files of the cache are damaged alone, one after the other; a cache may have one for every page, or one for all."""
RUN_CODE = frozenset({"eval", "exec", "pickle", "marshal", "shelve", "dbm", "dill", "cloudpickle", "joblib", "jsonpickle"})
WRITE_CODE = frozenset(
    {"FileSystemBytecodeCache", "MemcachedBytecodeCache", "write_bytecode", "bytecode_to_string", "bytecode_from_string"}
)
"""What Jinja keeps templates with: it is marshal that it writes."""


@pytest.fixture
def place(folder):
    with cheaply():
        yield Workplace(folder, small_site(), CONTACT="")


def next_build(place):
    """A change, so that the cache is needed, and a build of it."""
    site = place.first.having(["lessons/stopoptijd.md"], title="Stop nu")
    place.save(site)
    return place.build("one", site), place.clean(site)


def is_right(place):
    """The build after the damage is right, and so is the one after that, which has nothing to say."""
    usual = len(place.clean(place.first).built.told)
    built, clean = next_build(place)
    assert built.status == 0, built.told
    assert differences(digests(place.folder / "one"), clean.files) == []
    assert len(built.told) <= usual + 1, built.told
    assert "Traceback" not in "".join(built.told)
    again = place.build("one", place.here)
    assert differences(digests(place.folder / "one"), clean.files) == []
    assert len(again.told) <= usual, again.told


@pytest.mark.no_cover
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_file_of_the_cache_is_passed_over(place, damage):
    chance = Random(damage.__name__)
    names = [file.relative_to(place.folder) for file in files_of(place.folder / "cache")]
    alone = names * (FILES if damage in BY_CHANCE else 1)
    for name in chance.sample(alone, min(FILES, len(alone))):
        place.begin_again()
        damage(place.folder / name, chance)
        is_right(place)
    place.begin_again()
    for name in names:
        damage(place.folder / name, chance)
    is_right(place)


@pytest.mark.no_cover
def test_the_cache_of_another_site_is_not_taken_for_that_of_this_one(place, folder):
    foreign = folder / "other"
    other = Workplace(
        foreign, replace(small_site(), texts={name: text.having(summary="Anders.") for name, text in TEXTS.items()}), CONTACT=""
    )
    cache = place.folder / "cache"
    if other.kept > {"one"}:
        shutil.rmtree(cache)
        shutil.copytree(foreign / "cache", cache)
        is_right(place)
        place.begin_again()
        exchanged(cache, foreign / "cache")
    shutil.rmtree(foreign)
    is_right(place)


def test_files_of_others_in_the_folder_of_the_cache_do_no_harm(place):
    cache = place.folder / "cache"
    (cache / "map").mkdir(parents=True)
    (cache / "map" / "leesmij.txt").write_text("van een ander", encoding="utf-8")
    (cache / ".half.12345").write_bytes(b"\0")
    is_right(place)


def test_a_cache_that_cannot_be_kept_costs_time_and_nothing_else(place):
    """A file stands where the folder should be."""
    shutil.rmtree(place.folder / "cache", ignore_errors=True)
    (place.folder / "cache").write_bytes(b"")
    usual = len(place.clean(place.first).built.told)
    built, clean = next_build(place)
    assert (built.status, differences(digests(place.folder / "one"), clean.files)) == (0, [])
    assert len(built.told) <= usual + 1, built.told


def test_a_build_that_keeps_nothing_leaves_nothing_but_the_site(folder):
    with cheaply():
        place = Workplace(folder, small_site(), CONTACT="")
        place.clean(small_site())
    known = {"site", "kept", "one", "cache", "clean", "pictures"}
    assert {path.name for path in place.folder.iterdir()} <= known


def test_nothing_that_is_read_back_can_run_code():
    """pickle and marshal run what they read, and so does what builds on them; between our own workers Python uses pickle by itself.

    A fingerprint is the digest of what marshal writes, and nothing reads that.
    """
    used = {path.name: names_in(path) & (RUN_CODE | WRITE_CODE) for path in (ROOT / "plugins").rglob("*.py")}
    assert {name: found for name, found in used.items() if found} == {"fingerprint.py": {"marshal"}}
    assert not names_in(ROOT / "plugins" / "doetank" / "fingerprint.py") & {"load", "loads"}


def names_in(path: Path) -> set[str]:
    """What a module imports, and which attributes and functions it uses."""
    used = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            used |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            used |= {(node.module or "").partition(".")[0], *(name.name for name in node.names)}
        elif isinstance(node, ast.Attribute):
            used.add(node.attr)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            used.add(node.func.id)
    return used
