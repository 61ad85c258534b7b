"""PDFs to look into: what stands in them, and how it is tagged."""

import atexit
import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from doetank.paper.document import Attachment, Block, Cover, Document
from doetank.paper.fonts import write_fonts
from doetank.paper.look import Look, look_of
from doetank.paper.press import print_pdf

from .sites import ROOT


def document(*blocks: Block, **fields: Any) -> Document:
    """A document with these blocks; a test shows what else matters to it."""
    told: dict[str, Any] = {
        "title": "Jaarlessen 2024",
        "language": "nl",
        "description": "Wat werkte, en wat niet.",
        "keywords": ("soep",),
        "dated": date(2025, 2, 20),
        "cover": Cover("Netwerk", "2024", ()),
        "contents": "Inhoud",
        **fields,
    }
    return Document(blocks=blocks, **told)


@cache
def look() -> Look:
    return look_of(ROOT / "theme")


@cache
def fonts() -> Path:
    """The folder of the fonts; made once a test run."""
    folder = Path(tempfile.mkdtemp(prefix="slimmernetwerk-fonts-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    write_fonts(look().fonts, folder)
    return folder


def printed(*blocks: Block, attachments: tuple[Attachment, ...] = (), **fields: Any) -> pikepdf.Pdf:
    return opened(print_pdf(document(*blocks, **fields), attachments, look(), fonts()))


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def elements(pdf: pikepdf.Pdf, *types: str) -> list[Any]:
    """The tagged elements of these types, in reading order."""
    return [element for element in _below(pdf.Root.StructTreeRoot.K) if str(element.S)[1:] in types]


def _below(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _below(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from _below(node.get("/K", pikepdf.Array()))


def text_of(pdf: pikepdf.Pdf) -> str:
    """All text as it is drawn, a line for each piece."""
    return "\n".join(_drawn(page) for page in pdf.pages)


def languages(pdf: pikepdf.Pdf) -> set[str]:
    """Every language that a piece of text says it is in."""
    steps = (step for page in pdf.pages for step in pikepdf.parse_content_stream(page))
    pieces = [step.operands[1] for step in steps if str(step.operator) == "BDC"]
    marked = [*pieces, *elements(pdf, "Code", "Span", "P")]
    return {str(piece.Lang) for piece in marked if isinstance(piece, pikepdf.Dictionary) and "/Lang" in piece}


def _drawn(page: pikepdf.Page) -> str:
    letters: dict[int, str] = {}
    pieces: list[str] = []
    for step in pikepdf.parse_content_stream(page):
        if str(step.operator) == "Tf":
            letters = _letters(page.resources.Font[str(step.operands[0])])
        elif str(step.operator) in ("Tj", "TJ"):
            shown: Any = step.operands[0] if str(step.operator) == "TJ" else [step.operands[0]]
            codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
            pieces.append("".join(letters.get(int.from_bytes(codes[at : at + 2], "big"), "") for at in range(0, len(codes), 2)))
    return "\n".join(pieces)


def _letters(font: Any) -> dict[int, str]:
    """What each code of a font stands for."""
    table = bytes(font.ToUnicode.read_bytes()).decode()
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", table)
    }
