"""Write what is derived from the record types and committed: JSON Schema for editors, and issue forms for GitHub."""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..catalogue import Catalogue, catalogue
from ..guides import ABOUT
from ..issue_forms import ASKED
from ..issue_forms.form import FIRST_LINE, form_of
from ..json_schema import schema_of
from ..records import RECORD_TYPES
from ..settings import site_of
from ..urls import GUIDES
from ..vocabulary import Vocabulary, vocabulary_in

SCHEMAS, FORMS = "schema", ".github/ISSUE_TEMPLATE"
_COMMENT = FIRST_LINE.removeprefix("# ")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write what is not as it should be, and remove what is left of a type that is gone. With --check, say it and give 2."""
    parser = argparse.ArgumentParser(prog="forms", description="Write the schemas and the issue forms from the record types.")
    parser.add_argument("--root", type=Path, default=Path(), help="the folder of the project (default: this folder)")
    parser.add_argument("--check", action="store_true", help="write nothing; say what is not current")
    options = parser.parse_args(arguments)
    files = made(options.root)
    for path in sorted(changed(options.root, files)):
        print(path)
        if not options.check:
            _write(options.root / path, files.get(path))
    return 2 if options.check and changed(options.root, files) else 0


def made(root: Path) -> Mapping[str, str]:
    """Every file, by its path in the project."""
    words = catalogue(site_of(root / "pelicanconf.py").language)
    vocabulary, _ = vocabulary_in(root / "content", "content")
    return {**dict(_schemas(vocabulary, words)), **dict(_forms(vocabulary, words))}


def changed(root: Path, files: Mapping[str, str]) -> frozenset[str]:
    """The paths that are missing or say something else, and those that we made once and make no longer."""
    found = {path.relative_to(root).as_posix(): path for folder in (SCHEMAS, FORMS) for path in (root / folder).glob("*.*")}
    texts = {name: path.read_text(encoding="utf-8") for name, path in found.items()}
    gone = {name for name, text in texts.items() if name not in files and any(_COMMENT in line for line in text.splitlines()[:2])}
    return frozenset({name for name, text in files.items() if texts.get(name) != text} | gone)


def _schemas(vocabulary: Vocabulary, words: Catalogue) -> Iterator[tuple[str, str]]:
    for name, record_type in RECORD_TYPES.items():
        schema = {"$comment": _COMMENT, **schema_of(record_type, vocabulary, words)}
        yield f"{SCHEMAS}/{name}.json", json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _forms(vocabulary: Vocabulary, words: Catalogue) -> Iterator[tuple[str, str]]:
    for name in ASKED:
        yield f"{FORMS}/{GUIDES[name]}.yml", form_of(RECORD_TYPES[name], ABOUT[name], vocabulary, words)


def _write(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
