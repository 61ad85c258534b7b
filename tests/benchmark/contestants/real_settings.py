"""Our site as pelicanconf.py makes it, of the project in which it is run."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from pelicanconf import *  # noqa: F403 - Pelican's own way to extend settings
from tests.benchmark.steps import watch

THEME = str(Path("theme").resolve())
PICTURE_CACHE = str(Path(".cache/pictures").resolve())
BUILD_CACHE = str(Path(".cache/build").resolve())

watch()
