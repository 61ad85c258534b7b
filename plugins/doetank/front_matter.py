"""A file's bytes to its fields (with their places) and its body. Knows YAML, no field."""

from dataclasses import dataclass

from .problems import Problem, say
from .yaml_text import Fields, Path, Place, invisible_characters, read_mapping

MAX_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Document:
    """What one file says. `body_line` is the line of the file on which the body starts.

    `fields` is None when they cannot be read; the body is there all the same.
    """

    fields: Fields | None
    body: str
    body_line: int


def read_document(content: bytes, path: str) -> tuple[Document | None, tuple[Problem, ...]]:
    """Split and read one file. Without a document there is at least one problem."""
    text, problem = decode(content, path)
    if text is None:
        return None, (problem,) if problem else ()
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return None, (Problem(path, 1, 1, "", say("the file is empty; it needs at least a title, between two lines `---`")),)
    if lines[start].rstrip() != "---":
        message = say(
            "expected `---` on the first line, found `{found}`; the fields stand between two lines `---`", found=lines[start][:40]
        )
        return None, (Problem(path, start + 1, 1, "", message),)
    end = next((number for number in range(start + 1, len(lines)) if lines[number].rstrip() == "---"), None)
    if end is None:
        message = say("the fields that start here are not closed with a second line `---`")
        return None, (Problem(path, start + 1, 1, "", message),)
    fields, problems = read_mapping("\n".join(lines[start + 1 : end]) + "\n", path, start + 2)
    body = "\n".join(lines[end + 1 :])
    problems += tuple(invisible_characters(body, path, end + 2))
    return Document(fields, body, end + 2), problems


def place_of(content: bytes, path: str, field: Path) -> Place:
    """Where a field of a file stands, or else the nearest thing that would hold it."""
    document, _ = read_document(content, path)
    return document.fields.place(field) if document and document.fields else Place(1, 1)


def decode(content: bytes, path: str, most: int = MAX_BYTES) -> tuple[str | None, Problem | None]:
    """UTF-8 with or without BOM and with any line ends, as text with `\\n`."""
    if len(content) > most:
        message = say("the file is {size} KiB; at most {limit} KiB is read", size=-(-len(content) // 1024), limit=most // 1024)
        return None, Problem(path, 1, 1, "", message)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        return None, Problem(path, line, column, "", say("not UTF-8; save the file with the encoding UTF-8"))
    return text.replace("\r\n", "\n").replace("\r", "\n"), None
