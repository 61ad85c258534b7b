"""What differs in production: the address, no drafts, nothing invented, and search engines are welcome."""

from pelicanconf import *  # noqa: F403 - Pelican's own way to extend settings

SITEURL = "https://www.slimmernetwerk.nl"
PRODUCTION = True
CONTACT = "https://www.slimmernetwerk.nl/colofon/"
