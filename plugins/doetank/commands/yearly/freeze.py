"""A report becomes an edition: what it counted and showed, in a file beside it that nothing changes any more."""

import tomllib
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from ...editions.before import as_kept, earlier_counts
from ...editions.find import edition_file
from ...editions.form import as_file
from ...editions.freeze import edition_of
from ...problems import say
from ...records import Report
from .build import allow
from .work import Work, refuse

PROJECT = Path(__file__).parents[4] / "pyproject.toml"
COUNTED_BY = ("Jinja2", "Markdown", "PyYAML", "nh3", "pelican", "pydantic")
"""The programs that an edition depends on."""


def run(work: Work) -> int:
    """Write the edition. Raises ContentError when it is there, or when the report may not be published."""
    report = work.report
    file = edition_file(work.content, work.name)
    path = f"{work.shown_as}/{file.relative_to(work.content).as_posix()}"
    taken = say("the edition of {name} is made and stays as it is; tell what was wrong under `errata` in its report", name=work.name)
    if report.ref in work.library.editions:
        refuse(path, taken)
    allow(work)
    made_with = {"slimmernetwerk": _our_version(), "python": python_version(), **{name: version(name) for name in COUNTED_BY}}
    assert isinstance(report.record, Report)
    before = map(as_kept, earlier_counts(work.library, report.record))
    edition = edition_of(work.published, report, path, made_with, before)
    work.write_new(file, as_file(edition), taken)
    words = work.words
    work.say(
        words.gettext("{file}: {records} records and {figures} figures are kept, with stamp {stamp}").format(
            file=path, records=len(edition.snapshots), figures=len(edition.figures), stamp=edition.stamp[:12]
        )
    )
    work.say(words.gettext("Commit this file. What changes later is told under `errata` in {path}.").format(path=report.record.path))
    return 0


def _our_version() -> str:
    """What pyproject.toml says; this program is not installed, so nothing else knows."""
    version: str = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    return version
