"""The types that fields have for pictures and films: names of files below the content folder, and how long a film takes."""

import re
from typing import Annotated

from pydantic import BeforeValidator

from ..durations import parse_duration
from ..media import CAN_HOLD_SCRIPTS, FEW_BROWSERS_SHOW, FILM_TYPES, ending
from ..pictures import is_picture
from ..problems import say
from ..validation import Refusal, shown
from .fields import plain_text


def _media(value: object) -> str:
    text = plain_text(value)
    if not re.fullmatch(r"media/(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_.-]+", text) or "/." in text:
        raise Refusal(say("expected a file under `media/`, found {found}", found=shown(value)))
    return text


class MediaFile:
    """Marks the name of a file below the content folder."""


Media = Annotated[str, BeforeValidator(_media), MediaFile()]


def _picture(value: object) -> str:
    text = _media(value)
    if not is_picture(text) and ending(text) not in CAN_HOLD_SCRIPTS | FEW_BROWSERS_SHOW:  # of those the file itself is refused
        raise Refusal(say("{found} is no picture; name a PNG, JPEG or WebP file", found=shown(value)))
    return text


PictureName = Annotated[str, BeforeValidator(_picture), MediaFile()]


def _film(value: object) -> str:
    text = _media(value)
    if ending(text) not in FILM_TYPES:
        raise Refusal(say("{found} does not play in every browser; save the film as MP4 or WebM", found=shown(value)))
    return text


FilmName = Annotated[str, BeforeValidator(_film), MediaFile()]


def _duration(value: object) -> str:
    text = plain_text(value)
    try:
        parse_duration(text)
    except ValueError:
        raise Refusal(
            say("expected minutes and seconds such as `4:05`, or `1:04:05` with hours, found {found}", found=shown(value))
        ) from None
    return text


FilmLength = Annotated[str, BeforeValidator(_duration)]
