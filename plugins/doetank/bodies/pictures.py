"""An image in a clean text becomes a picture: the files from which a browser chooses, and its size, so that nothing jumps."""

import html as html_text
import re
from collections.abc import Iterable, Mapping

from ..pictures import Picture

_IMAGE = re.compile(r'<img((?: [a-z-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')


def by_address(pictures: Iterable[Picture]) -> Mapping[str, Picture]:
    """The pictures by the address that stands in a text of which the links were resolved."""
    return {picture.url: picture for picture in pictures}


def place_pictures(html: str, pictures: Mapping[str, Picture]) -> str:
    """Takes clean HTML, in which no `<picture>` of an author is left; `pictures` are those `by_address`. What is none of ours stays."""
    if "<img " not in html:
        return html

    def place(image: re.Match[str]) -> str:
        attributes = {name: html_text.unescape(value) for name, value in _ATTRIBUTE.findall(image[1])}
        picture = pictures.get(attributes.get("src", ""))
        return _picture(picture, attributes) if picture else image[0]

    return _IMAGE.sub(place, html)


def _picture(picture: Picture, attributes: dict[str, str]) -> str:
    kinds = (("image/avif", picture.avif), ("image/webp", picture.webp))
    sources = "".join(_tag("source", {"type": kind, "srcset": files, "sizes": picture.sizes}) for kind, files in kinds)
    size = {"width": str(picture.width), "height": str(picture.height)}
    image = _tag("img", {**attributes, **size, "loading": "lazy", "decoding": "async"})
    return f"<picture>{sources}{image}</picture>"


def _tag(name: str, attributes: Mapping[str, str]) -> str:
    return f"<{name}{''.join(f' {key}={_quoted(value)}' for key, value in attributes.items())}>"


def _quoted(value: str) -> str:
    escaped = value.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")
    return f'"{escaped}"'
