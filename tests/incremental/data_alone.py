"""The open data without their page and what describes them, which is much and the same for nearly every site."""

from collections.abc import Iterable, Iterator

from doetank.data_files import data_files
from doetank.library import Library
from doetank.pages import File, Page


def pages(_library: Library) -> Iterable[Page]:
    """None."""
    return ()


def files(library: Library) -> Iterator[File]:
    """The records of each type."""
    return (File(file.url, file.content) for file in data_files(library))
