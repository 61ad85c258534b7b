"""Our site as a peer would make it: a page a record, an index in pages, theme pages, one feed and a site map. Run inside a project."""

import sys
from importlib.util import LazyLoader, module_from_spec, spec_from_file_location
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))
sys.path.insert(0, str(Path(__file__).parents[3] / "plugins"))

_site = "doetank.whole_site"
"""The module that names all outputs. Here it is another file, which is read when the program asks for it, as it would be."""
_spec = spec_from_file_location(_site, Path(__file__).with_name("ours_site.py"))
assert _spec is not None
assert _spec.loader is not None
_spec.loader = LazyLoader(_spec.loader)
sys.modules[_site] = module_from_spec(_spec)
_spec.loader.exec_module(sys.modules[_site])

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
