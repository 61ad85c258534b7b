"""A document to the bytes of a PDF that everybody can read, and that can be kept: PDF/UA-1 and PDF/A-3a."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import typst

from .document import Attachment, Document, NotPrinted
from .letters import printable
from .look import Look


def print_pdf(document: Document, attachments: Sequence[Attachment], look: Look, fonts: Path) -> bytes:
    """Print with the fonts in a folder. Equal values give equal bytes. Raises NotPrinted."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, attachment in enumerate(attachments):
            (folder / str(number)).write_bytes(attachment.content)
        template = folder / "paper.typ"
        template.write_bytes(look.template)
        try:
            pdf = typst.compile(
                template,
                root=folder,
                font_paths=[fonts],
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs={"data": as_json(document, attachments, look)},
                pdf_standards=["ua-1", "a-3a"],
                timestamp=datetime.combine(document.dated, time(12), UTC),
            )
        except typst.TypstError as error:
            raise NotPrinted(f"{document.title}: {error.message}") from error
    # Typst refuses a missing title, a skipped heading or a figure without a text, but not a missing language.
    if f"<dc:language><rdf:Bag><rdf:li>{document.language}<".encode() not in pdf:
        raise NotPrinted(f"{document.title}: the PDF does not say that its language is `{document.language}`")
    return pdf


def as_json(document: Document, attachments: Sequence[Attachment], look: Look) -> str:
    """The one value that the template gets. What is in an attachment goes beside it, as a file."""
    listed = [
        {"path": f"/{number}", "name": one.name, "mime": one.mime, "description": one.description, "relationship": one.relationship}
        for number, one in enumerate(attachments)
    ]
    whole = {"document": _told(document), "attachments": listed, "colours": dict(look.colours), "shapes": dict(look.shapes)}
    return json.dumps(whole, ensure_ascii=False)


def _told(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {"is": type(value).__name__, **{field.name: _told(getattr(value, field.name)) for field in fields(value)}}
    if isinstance(value, tuple):
        return [_told(item) for item in value]
    if isinstance(value, str):
        return printable(value)
    return value.isoformat() if isinstance(value, date) else value
