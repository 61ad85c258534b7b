"""One build in this process, by Pelican's own command, and what came of it."""

import io
import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import CodeType
from typing import Any
from unittest.mock import patch

import pelican
from jinja2 import Environment

from doetank import catalogue, outputs, whole_site

from ..sites import ROOT
from . import data_alone

MISTAKE = re.compile(r"\S+:\d+:\d+: ")
"""How a line begins that tells of a mistake in the content."""


@dataclass(frozen=True)
class Built:
    """How a build ended, and what it told on the error stream."""

    status: int
    told: tuple[str, ...]

    @property
    def refusal(self) -> tuple[str, ...]:
        """Why nothing was written: the mistakes, and the closing line. Empty when something was."""
        return (*(line for line in self.told if MISTAKE.match(line)), *self.told[-1:]) if self.status else ()


def build(site: Path, output: Path, today: date, **choices: object) -> Built:
    """Build the site in a folder, as the command does in a process of its own."""
    catalogue.catalogue.cache_clear()
    settings = {"THEME": str(site / "theme"), **choices}
    options = [f"{name}={json.dumps(value)}" for name, value in settings.items()]
    command = [str(site / "content"), "-s", str(ROOT / "pelicanconf.py"), "-o", str(output), "-e", *options]
    midday = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    told, status = io.StringIO(), 0
    with (
        patch.dict(os.environ, SOURCE_DATE_EPOCH=str(int(midday.timestamp()))),
        patch.object(catalogue, "FOLDER", site / "translations"),
        redirect_stderr(told),
        redirect_stdout(io.StringIO()),
    ):
        try:
            pelican.main(command)
        except SystemExit as stopped:
            status = int(stopped.code or 0)
    catalogue.catalogue.cache_clear()  # for tests that have nothing to do with this site
    return Built(status, tuple(told.getvalue().splitlines()))


@contextmanager
def by_itself(cores: int = 1) -> Iterator[None]:
    """Without the search index, on so many cores, and without compiling the same template again."""
    with (
        patch("doetank.build.finish.index_site", lambda *_: None),
        patch("os.sched_getaffinity", lambda _: set(range(cores))),
        patch.object(Environment, "compile", _compiling_once()),
    ):
        yield


@contextmanager
def cheaply(cores: int = 1) -> Iterator[None]:
    """Without the forms and patterns too, which cost much and say little here."""
    instead: dict[object, Any] = {outputs.contribute: None, outputs.patterns: None, outputs.open_data: data_alone}
    kept = tuple(found for output in whole_site.OUTPUTS if (found := instead.get(output, output)))
    with by_itself(cores), patch("doetank.pipeline.OUTPUTS", kept), patch("doetank.pipeline.ONCE", (*whole_site.ONCE, data_alone)):
        yield


def _compiling_once() -> Callable[..., CodeType]:
    """Equal texts of templates are equal code, in every build and both languages."""
    compiling: Callable[..., CodeType] = Environment.compile
    known: dict[tuple[str, ...], CodeType] = {}

    def compiled(environment: Environment, *text: str, **options: Any) -> CodeType:
        if text not in known:
            known[text] = compiling(environment, *text, **options)
        return known[text]

    return compiled
