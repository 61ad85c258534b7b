"""One stylesheet instead of forty: the `@import` rules of the entry sheet are replaced by what they name."""

import re
from pathlib import Path

_IMPORT = re.compile(r'@import url\("([^"]+)"\) layer\(([a-z]+)\);\n?')
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def bundle_css(entry: Path) -> None:
    """Write the imported sheets into `entry`, and remove them."""
    css, parts = bundled_css(entry)
    entry.write_text(css, encoding="utf-8", newline="\n")
    for part in parts:
        part.unlink()
    for folder in {part.parent for part in parts} - {entry.parent}:
        if not any(folder.iterdir()):
            folder.rmdir()


def bundled_css(entry: Path) -> tuple[str, frozenset[Path]]:
    """The entry sheet with what it imports, each in its layer and without comments; and the sheets that are in it."""
    parts: set[Path] = set()

    def include(match: re.Match[str]) -> str:
        part = entry.parent / match[1]
        parts.add(part)
        return f"@layer {match[2]} {{\n{_up(part.read_text(encoding='utf-8'), match[1])}}}\n"

    bundled = _IMPORT.sub(include, entry.read_text(encoding="utf-8"))
    return _COMMENT.sub("", bundled), frozenset(parts)


def _up(css: str, name: str) -> str:
    """Addresses in a sheet count from its own folder; in the entry sheet they count from there."""
    up = "../" * name.count("/")
    return css.replace(f'url("{up}', 'url("')
