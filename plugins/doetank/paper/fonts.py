"""The fonts of the site as files that Typst reads: without the compression of the web, and one file for each weight."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY, STYLE, WHOLE, POSTSCRIPT = 1, 2, 4, 6
TYPOGRAPHIC = (16, 17, 21, 22, 25)
WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}
"""What a font with all weights in it is taken apart into."""


def write_fonts(web_fonts: Mapping[str, bytes], folder: Path) -> None:
    """Put every font in `folder`, under its name. Equal fonts give equal bytes."""
    for stem, content in web_fonts.items():
        for name, font in _faces(stem, content):
            font.flavor = None
            font.save(folder / f"{name}.ttf")


def _faces(stem: str, content: bytes) -> Iterator[tuple[str, TTFont]]:
    font = TTFont(BytesIO(content), recalcTimestamp=False)
    if "fvar" not in font:
        yield stem, font
        return
    for weight, style in WEIGHTS.items():
        face = instantiateVariableFont(TTFont(BytesIO(content), recalcTimestamp=False), {"wght": weight})
        _rename(face, weight, style)
        yield f"{stem}-{weight}", face


def _rename(face: TTFont, weight: int, style: str) -> None:
    """A font with all weights calls itself by its thinnest."""
    names = face["name"]
    family = names.getBestFamilyName().removesuffix(" Thin")
    for name_id in TYPOGRAPHIC:
        names.removeNames(nameID=name_id)
    for name_id, text in (
        (FAMILY, family),
        (STYLE, style),
        (WHOLE, f"{family} {style}"),
        (POSTSCRIPT, f"{family.replace(' ', '')}-{style}"),
    ):
        names.setName(text, name_id, 3, 1, 0x409)
    face["OS/2"].usWeightClass = weight
