"""A site as one value: its texts, its other files, its choices and its day."""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from ..sites import TODAY

MOMENT = 1_400_000_000


@dataclass(frozen=True)
class Text:
    """One file below content/ that is a record: its fields, and what stands below them."""

    fields: Mapping[str, object]
    body: str = ""

    def written(self) -> bytes:
        lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in self.fields.items())
        return f"---\n{''.join(lines)}---\n{self.body}".encode()

    def having(self, **fields: object) -> "Text":
        """With other fields; None takes one away."""
        return replace(self, fields={name: value for name, value in {**self.fields, **fields}.items() if value is not None})


@dataclass(frozen=True)
class Site:
    """Texts are named as below content/, other files as below the folder of the site; `choices` are settings of Pelican."""

    texts: Mapping[str, Text]
    files: Mapping[str, bytes]
    choices: Mapping[str, object] = field(default_factory=dict)
    today: date = TODAY

    @cached_property
    def everything(self) -> Mapping[str, bytes]:
        """Every file by its name below the folder of the site."""
        return {f"content/{name}": text.written() for name, text in self.texts.items()} | dict(self.files)

    @cached_property
    def digest(self) -> str:
        """The same for equal sites."""
        told = hashlib.sha256(repr((sorted(self.choices.items()), self.today)).encode())
        for name, content in sorted(self.everything.items()):
            told.update(b"%d %s %d " % (len(name), name.encode(), len(content)) + content)
        return told.hexdigest()

    def write(self, folder: Path, before: "Site | None" = None, still: bool = False) -> None:
        """Make what is in `folder` this site; `before` is the one that stands there now.

        Where the clock stands `still`, nothing but its content tells that a file is another, as after unpacking an archive.
        """
        there = before.everything if before else {}
        for name in there.keys() - self.everything.keys():
            (folder / name).unlink()
        for name, content in self.everything.items():
            if there.get(name) != content:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
                if still:
                    os.utime(folder / name, (MOMENT, MOMENT))

    def with_texts(self, texts: Mapping[str, Text]) -> "Site":
        return replace(self, texts={**self.texts, **texts})

    def with_file(self, name: str, content: bytes) -> "Site":
        return replace(self, files={**self.files, name: content})

    def having(self, names: Iterable[str], **fields: object) -> "Site":
        """With other fields in these texts; None takes one away."""
        return self.with_texts({name: self.texts[name].having(**fields) for name in names})

    def versions(self, name: str) -> list[str]:
        """The texts of one record in all its languages."""
        folder = name.partition("/")[0]
        return [other for other in self.texts if other.partition("/")[0] == folder and record_id(other) == record_id(name)]


def record_id(name: str) -> str:
    """How others name the record in a file."""
    return name.rpartition("/")[2].partition(".")[0]
