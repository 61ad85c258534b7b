"""What the ending of a media file's name says: which files are refused, and what browsers make of the others."""

from pathlib import PurePosixPath

CAN_HOLD_SCRIPTS = frozenset({".svg", ".svgz", ".html", ".htm", ".xhtml", ".xml", ".js", ".mjs", ".css", ".swf"})
"""What a browser would run or apply when somebody follows a link to it."""
FEW_BROWSERS_SHOW = frozenset({".bmp", ".heic", ".heif", ".ico", ".jp2", ".jxl", ".psd", ".tif", ".tiff"})
"""Pictures that we do not read; what a camera wrote in them would be published."""
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif"})
"""The names of pictures that we read. What is in the file decides what it is."""
SHOWN_AS_TEXT = frozenset({".txt", ".vtt"})
"""Transcripts and captions."""
FILM_TYPES = {".mp4": "video/mp4", ".webm": "video/webm"}
"""What plays everywhere."""


def ending(name: str) -> str:
    """The ending of a file's name, with its dot, in small letters."""
    return PurePosixPath(name).suffix.lower()


def is_picture(name: str) -> bool:
    """Whether a file is a picture, by its name."""
    return ending(name) in PICTURES
