"""The site as choices. publishconf.py adds what differs in production."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "plugins"))

SITENAME = "Slimmernetwerk"
SITESUBTITLE = "Wat publieke professionals leerden door te proberen, mislukkingen inbegrepen."
SITEURL = ""
DEFAULT_LANG = "nl"
TIMEZONE = "Europe/Amsterdam"
