"""What differs in production: the address, no drafts, nothing invented, and search engines are welcome."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *  # noqa: F403 - Pelican's own way to extend settings

SITEURL = "https://www.slimmernetwerk.nl"
PRODUCTION = True
PDF = True
