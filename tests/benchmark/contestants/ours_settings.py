"""Our site as a peer would make it: a page a record, an index in pages, theme pages, one feed and a site map. Run inside a project."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))
sys.path.insert(0, str(Path(__file__).parents[3] / "plugins"))

from doetank import outputs
from tests.benchmark.contestants import ours_outputs, ours_records

# Before whoever uses them has them.
outputs.OUTPUTS = (ours_records, ours_outputs)
outputs.ONCE = ()
outputs.PRINTED = ()

from pelicanconf import *  # noqa: E402, F403 - Pelican's own way to extend settings, after what it is to find
from tests.benchmark.steps import watch  # noqa: E402 - likewise

SITENAME = "Benchmark"
SITEURL = "https://example.org"
THEME = str(Path("theme").resolve())
PICTURE_CACHE = str(Path(".cache/pictures").resolve())
BUILD_CACHE = str(Path(".cache/build").resolve())
# No peer makes an index to search in.
SEARCH_INDEX = False

watch()
