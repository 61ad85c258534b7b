"""What a template may ask of pictures and films."""

from typing import Any

from babel.lists import format_list
from babel.units import format_unit

from ..durations import parse_duration
from ..library import Library
from ..media import FILM_TYPES, ending
from ..pictures import Picture
from ..records.values import Film

_UNITS = ("hour", "minute", "second")


def media_filters(library: Library, language: str) -> dict[str, Any]:
    """Filters by name; texts are in this language."""

    def picture(name: str) -> Picture:
        return library.pictures[name]

    def transcript(film: Film) -> tuple[str, ...]:
        return library.transcripts.get(film.transcript, ())

    def duration(text: str) -> str:
        """How long a film takes, in words."""
        told = [(number, unit) for number, unit in zip(parse_duration(text), _UNITS, strict=True) if number]
        return format_list([format_unit(number, f"duration-{unit}", locale=language) for number, unit in told], locale=language)

    return {"picture": picture, "transcript": transcript, "duration": duration, "iso_duration": _iso_duration, "film_type": _film_type}


def _iso_duration(text: str) -> str:
    return parse_duration(text).iso


def _film_type(name: str) -> str:
    return FILM_TYPES[ending(name)]
