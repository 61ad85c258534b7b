"""Files in another order, another process, another version of the program: none of it shows in the site."""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Self
from unittest.mock import patch

import pytest

from ..live import copy_project
from ..sites import pelican
from .building import cheaply
from .invented import small_site
from .workplace import Workplace, differences, digests

CHANGED = """

_body = Converter.body


def _marked(*arguments, **named):
    body, problems = _body(*arguments, **named)
    return Body(f"{body.html}<p>Nieuw</p>", body.headings, body.links, body.ids, body.digest), problems


Converter.body = _marked
"""
"""What makes another version of the program: below every text stands one paragraph more."""


class Backwards(Iterator[os.DirEntry[str]]):
    """What `os.scandir` gives, the last first."""

    def __init__(self, found: Iterable[os.DirEntry[str]]) -> None:
        self._left = list(found)

    def __next__(self) -> os.DirEntry[str]:
        if not self._left:
            raise StopIteration
        return self._left.pop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """It was read to its end already."""


@contextmanager
def backwards() -> Iterator[None]:
    """Every listing of a folder in the other order; which one the system gives is chance."""
    scan, names = os.scandir, os.listdir
    with ExitStack() as patches:
        patches.enter_context(patch("os.scandir", lambda *where: Backwards(scan(*where))))
        patches.enter_context(patch("os.listdir", lambda *where: names(*where)[::-1]))
        yield


@pytest.mark.no_cover
def test_the_order_in_which_a_system_lists_files_does_not_show(folder):
    with cheaply():
        place = Workplace(folder, small_site(), CONTACT="")
        expected = place.clean(place.first)
        place.cleaned.clear()
        listed = list(folder.iterdir())
        with backwards():
            assert list(folder.iterdir()) == listed[::-1]
            assert differences(place.clean(place.first).files, expected.files) == []
            place.save(place.first.having(["lessons/stopoptijd.md"], title="Stop nu"))
            assert place.build("one", place.here).status == 0
        assert differences(digests(folder / "one"), place.clean(place.here).files) == []


def run(folder, output, cache, settings="pelicanconf.py"):
    """A build by the command, of what is saved; returns all but the search index."""
    choices = {"BUILD_CACHE": cache and str(folder / cache), "CONTACT": "", "PICTURE_CACHE": str(folder / "pictures")}
    options = [f"{name}={json.dumps(value)}" for name, value in choices.items()]
    done = pelican(str(folder / "site" / "content"), "-s", str(settings), "-o", str(folder / output), "-e", *options)
    assert done.returncode == 0, done.stderr
    return {name: digest for name, digest in digests(folder / output).items() if not name.startswith("pagefind")}


def test_hashes_language_and_time_zone_of_a_process_do_not_show(folder, monkeypatch):
    first = small_site()
    then = first.having(["lessons/stopoptijd.md"], title="Stop nu")
    first.write(folder / "site")
    for seed, locale, zone in (("1", "C", "UTC"), ("2", "C.UTF-8", "Pacific/Kiritimati")):
        monkeypatch.setenv("PYTHONHASHSEED", seed)
        monkeypatch.setenv("LC_ALL", locale)
        monkeypatch.setenv("TZ", zone)
        if seed == "1":
            run(folder, "one", "cache")
            then.write(folder / "site", first)
            expected = run(folder, "clean", None)
    assert differences(run(folder, "one", "cache"), expected) == []


def test_what_another_version_of_the_program_kept_is_not_used(folder):
    copy_project(folder / "project")
    settings = folder / "project" / "pelicanconf.py"
    small_site().write(folder / "site")
    before = run(folder, "one", "cache", settings)
    with (folder / "project" / "plugins" / "doetank" / "bodies" / "__init__.py").open("a", encoding="utf-8") as module:
        module.write(CHANGED)
    expected = run(folder, "clean", None, settings)
    assert before != expected
    assert differences(run(folder, "one", "cache", settings), expected) == []
