"""What can happen to the files of a cache, whatever they hold."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

Damage = Callable[[Path, Random], None]


def emptied(file: Path, _chance: Random) -> None:
    file.write_bytes(b"")


def cut_off(file: Path, chance: Random) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: chance.randrange(len(content))] if content else b"")


def flipped(file: Path, chance: Random) -> None:
    """One bit is another, as a worn disk has it."""
    content = bytearray(file.read_bytes() or b"\0")
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def flipped_at_the_start(file: Path, chance: Random) -> None:
    """Where a file says what it is, and of which version."""
    content = bytearray(file.read_bytes() or b"\0")
    content[chance.randrange(min(16, len(content)))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def zeroed(file: Path, _chance: Random) -> None:
    """As long as it was, as after a loss of power."""
    file.write_bytes(bytes(file.stat().st_size))


def noise(file: Path, chance: Random) -> None:
    file.write_bytes(chance.randbytes(file.stat().st_size or 100))


def longer(file: Path, _chance: Random) -> None:
    """Written twice, one after the other."""
    file.write_bytes(file.read_bytes() * 2 or b"x")


def text_instead(file: Path, _chance: Random) -> None:
    file.write_text("Dit is geen cache.\n", encoding="utf-8")


def data_instead(file: Path, _chance: Random) -> None:
    """What can be read, and says nothing that was expected."""
    file.write_text('{"version": 999, "pages": [null], "files": {"../../x": 1}}\n', encoding="utf-8")


def folder_instead(file: Path, _chance: Random) -> None:
    file.unlink()
    (file / "map").mkdir(parents=True)


def loop_instead(file: Path, _chance: Random) -> None:
    """A link to itself can be neither read nor written."""
    file.unlink()
    file.symlink_to(file.name)


def gone(file: Path, _chance: Random) -> None:
    file.unlink()


DAMAGES: tuple[Damage, ...] = (
    emptied, cut_off, flipped, flipped_at_the_start, zeroed, noise, longer, text_instead, data_instead, folder_instead, loop_instead, gone,
)  # fmt: skip
BY_CHANCE = frozenset({cut_off, flipped, flipped_at_the_start, noise})
"""What differs from time to time."""


def exchanged(cache: Path, other: Path) -> None:
    """Every file has the content of one of another site's cache: of the same name, or else the next."""
    mine, theirs = files_of(cache), files_of(other)
    for number, file in enumerate(mine):
        same = other / file.relative_to(cache)
        shutil.copyfile(same if same.is_file() else theirs[number % len(theirs)], file)


def files_of(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())
