"""An image in a clean text becomes a picture: the files from which a browser chooses, and its size, so that nothing jumps."""

import html as html_text
import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from ..pictures import Picture

_IMAGE = re.compile(r'<img((?: [a-z-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')


def place_pictures(html: str, pictures: Iterable[Picture]) -> str:
    """Runs after the clean-up, which lets no `<picture>` of an author through; whatever is no picture of ours stays as it is."""
    by_address = {picture.url: picture for picture in pictures}

    def place(image: re.Match[str]) -> str:
        attributes = {name: html_text.unescape(value) for name, value in _ATTRIBUTE.findall(image[1])}
        picture = by_address.get(attributes.get("src", ""))
        return _picture(picture, attributes) if picture else image[0]

    return _IMAGE.sub(place, html)


def _picture(picture: Picture, attributes: dict[str, str]) -> str:
    element = Element("picture")
    for kind, files in (("image/avif", picture.avif), ("image/webp", picture.webp)):
        SubElement(element, "source", {"type": kind, "srcset": files, "sizes": picture.sizes})
    size = {"width": str(picture.width), "height": str(picture.height)}
    SubElement(element, "img", {**attributes, **size, "loading": "lazy", "decoding": "async"})
    return tostring(element, encoding="unicode", method="html")
