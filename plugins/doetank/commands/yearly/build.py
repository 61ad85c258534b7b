"""The strict build of a report: the whole site, once nothing stands in the way of publishing this report."""

import subprocess
import sys

from ... import urls
from ...gates import stops
from ...problems import ContentError
from .work import Work


def run(work: Work) -> int:
    """Build the site when the report may be published. Raises ContentError with all that stops it."""
    allow(work)
    command = [sys.executable, "-m", "pelican", str(work.content), "-s", work.settings, "-o", str(work.output), "-e", "PDF=true"]
    if status := subprocess.run(command, check=False).returncode:
        return status
    folder = (work.output / urls.file_of(work.report.url)).parent
    for file in sorted(path for path in folder.iterdir() if path.is_file()):
        work.say(str(file))
    return 0


def allow(work: Work) -> None:
    """Raises ContentError with everything that keeps the report from being published."""
    found = tuple(stops(work.published, work.report))
    if found:
        raise ContentError(work.problem(*stop) for stop in found)
