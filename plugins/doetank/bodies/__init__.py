"""Markdown to safe HTML. Only here are Python-Markdown and nh3 known. Start in convert.py."""

from .convert import Body, BodyLink, Converter, Heading

__all__ = ["Body", "BodyLink", "Converter", "Heading"]
