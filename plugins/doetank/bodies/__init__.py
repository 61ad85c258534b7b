"""Markdown to safe HTML. Only here are Python-Markdown and nh3 known. Start in convert.py."""

from .body import Body, BodyLink, Heading
from .convert import Converter

__all__ = ["Body", "BodyLink", "Converter", "Heading"]
