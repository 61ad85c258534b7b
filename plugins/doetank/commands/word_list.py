"""Makes data/parts.txt of a spelling list of OpenTaal: `python -m doetank.commands.word_list index.dic`."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from ..compounds import LONGEST, SHORTEST, WORD_LIST

# A line is a word and its flags of two characters each; those that start with C tell that it may be part of a compound.
_LINE = re.compile(r"(?P<word>[a-zàáâäçèéêëíïñóöüú]+)/(?P<flags>\w+)(?:\s.*)?")


def reduced(lines: Iterable[str]) -> tuple[str, ...]:
    """The words that OpenTaal marks as parts of compounds and that are neither short nor long, in the order of their letters."""
    found = (_LINE.fullmatch(line.replace("ĳ", "ij")) for line in lines)
    parts = {match["word"] for match in found if match and "C" in match["flags"][::2]}
    return tuple(sorted(word for word in parts if SHORTEST <= len(word) <= LONGEST))


def main(arguments: list[str]) -> None:
    """Reads one file, which is named on the command line."""
    (name,) = arguments
    words = reduced(Path(name).read_text(encoding="utf-8").splitlines())
    WORD_LIST.write_text("\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
