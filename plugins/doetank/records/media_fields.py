"""The types that fields have for pictures and films: names of files below the content folder, and how long a film takes."""

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import BeforeValidator

from ..durations import DURATION
from ..media import CAN_HOLD_SCRIPTS, FEW_BROWSERS_SHOW, FILM_TYPES, PICTURES, ending, is_picture
from ..problems import say
from .fields import fits, plain_text
from .shape import like

_PLACE = r"media/(?:[A-Za-z0-9_-]+/)*(?!\.)[A-Za-z0-9_.-]+"


def _ending_in(endings: Iterable[str]) -> str:
    """Such a file, with one of these endings in any case."""
    letters = ("".join(f"[{letter.upper()}{letter}]" if letter.isalpha() else letter for letter in name[1:]) for name in sorted(endings))
    return rf"{_PLACE}\.(?:{'|'.join(letters)})"


class MediaFile:
    """Marks the name of a file below the content folder."""


_MEDIA = like(_PLACE, say("expected a file under `media/`, found {found}"))


def _media(value: object) -> str:
    text = plain_text(value)
    if not re.fullmatch(_PLACE, text):
        raise _MEDIA.refusal(value)
    return text


Media = Annotated[str, BeforeValidator(_media), MediaFile(), _MEDIA]

_PICTURE = like(_ending_in(PICTURES), say("{found} is no picture; name a PNG, JPEG or WebP file"))


def _picture(value: object) -> str:
    text = _media(value)
    if not is_picture(text) and ending(text) not in CAN_HOLD_SCRIPTS | FEW_BROWSERS_SHOW:  # of those the file itself is refused
        raise _PICTURE.refusal(value)
    return text


PictureName = Annotated[str, BeforeValidator(_picture), MediaFile(), _PICTURE]

_FILM = like(_ending_in(FILM_TYPES), say("{found} does not play in every browser; save the film as MP4 or WebM"))


def _film(value: object) -> str:
    text = _media(value)
    if ending(text) not in FILM_TYPES:
        raise _FILM.refusal(value)
    return text


FilmName = Annotated[str, BeforeValidator(_film), MediaFile(), _FILM]

_LENGTH = like(DURATION, say("expected minutes and seconds such as `4:05`, or `1:04:05` with hours, found {found}"))
FilmLength = Annotated[str, fits(_LENGTH), _LENGTH]
