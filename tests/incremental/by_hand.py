"""What somebody does to a built site, which a build then puts right."""

import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis.strategies import DataObject

from .moves import choose

ByHand = Callable[[Path, DataObject], None]
PAGES = ("index.html", "lessen/index.html", "over/index.html", "feeds/alles.atom.xml", "data/all.json", "theme/css/site.css", "sitemap.xml")


def page_of(output: Path, data: DataObject) -> Path:
    """A file that is there."""
    return choose(data, sorted(path for name in PAGES if (path := output / name).is_file()))


def add_a_file(output: Path, data: DataObject) -> None:
    place = output / choose(data, ("vreemd.html", "lessen/vreemd/index.html", "pagefind/vreemd.pf", ".vreemd"))
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("van een ander", encoding="utf-8")


def write_in_a_file(output: Path, data: DataObject) -> None:
    """In the file itself, so that whatever shares its bytes on the disk changes too."""
    with page_of(output, data).open("ab") as file:
        file.write(b"erbij")


def empty_a_file(output: Path, data: DataObject) -> None:
    page_of(output, data).write_bytes(b"")


def remove_a_file(output: Path, data: DataObject) -> None:
    page_of(output, data).unlink()


def remove_a_folder(output: Path, _data: DataObject) -> None:
    shutil.rmtree(output / "lessen", ignore_errors=True)


def put_a_folder_in_its_place(output: Path, data: DataObject) -> None:
    place = page_of(output, data)
    place.unlink()
    (place / "map").mkdir(parents=True)


def spoil_the_list(output: Path, data: DataObject) -> None:
    """The list of what is in it stays there; without it the folder is somebody else's."""
    (output / "manifest.json").write_bytes(choose(data, (b"", b"{}", b'{"files": [{"path": "../x"}]}', b"\xff")))


def remove_everything(output: Path, _data: DataObject) -> None:
    shutil.rmtree(output)


BY_HAND: tuple[ByHand, ...] = (
    add_a_file, write_in_a_file, empty_a_file, remove_a_file, remove_a_folder, put_a_folder_in_its_place, spoil_the_list, remove_everything,
)  # fmt: skip
