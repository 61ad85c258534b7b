"""A site that is built again and again: only what is new or other is read, rendered and written."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..build.bundle import bundled_css
from ..build.manifest import INDEX
from ..build.pictures import encoded
from ..build.read_before import ReadBefore
from ..build.rendered_before import RenderedBefore
from ..build.update import Contents, Copy, Wanted, copy_of, found_in, update
from ..build.workers import all_cores
from ..library import Library
from ..making import own_theme, picture_cache
from ..media import is_picture
from ..pages import Page
from ..pipeline import Part, check_addresses, in_each_language, in_parts, read_library
from ..plugin import template_environment
from ..problems import ContentError
from ..progress import shown
from ..settings import site_from
from ..urls import file_of
from .ahead import fit, pages_ahead

ENTRY = Path("css", "site.css")
Told = tuple[Library, ...]
Made = tuple[tuple[Part, tuple[Page, ...]], ...]


class LiveSite:
    """A folder with the last good site, and what was needed to make it."""

    def __init__(self, settings: Mapping[str, Any], folder: Path) -> None:
        self._settings, self._folder = settings, folder
        self._environment = template_environment(settings)
        self._read, self._rendered = ReadBefore(), RenderedBefore()
        self._there: Contents = found_in(folder, INDEX)
        self._good: Wanted = {}
        self._files: Mapping[str, bytes] = {}
        self._made: tuple[Told, Made] | None = None
        self._told: Told = ()

    @property
    def found(self) -> tuple[str, ...]:
        """The addresses of the pages that searching can find."""
        return tuple(page.url for page in _pages(self._made[1]) if page.search) if self._made else ()

    def ahead(self) -> tuple[str, ...]:
        """Read and check all texts, show the pages of the records that were changed, and return what is new or other.

        The rest follows in `show`. Raises as a build does, and then the folder is as it was.

        Nothing is shown ahead where the whole site has to tell whether it is right, as with a link to a new list.
        """
        told = self._told = self._read_all()
        if self._made is None:
            return ()
        before, made = self._made
        pages = pages_ahead(before[0], told)
        if not pages or not fit(told, pages, _pages(made), self._files):
            return ()
        html = self._rendered.render_some(pages, self._environment, told)
        return self._update({**self._good, **_named(html)})

    def show(self) -> tuple[str, ...]:
        """Bring pages, theme and media up to date, and return what is new, other or gone.

        Raises as a build does, and then the folder is as it was before anything was shown ahead.

        Data and feeds follow in `finish`. Until then the addresses of the last ones are what a link may lead to.
        """
        try:
            return self._show()
        except BaseException:  # also what ends this program: what was shown ahead is part of no site
            if self._good:
                self._update(self._good)
            raise

    def _show(self) -> tuple[str, ...]:
        told, self._told = self._told or self._read_all(), ()
        made = tuple((part, tuple(part.pages())) for part in in_parts(told))
        files = self._checked(told, made)
        html = self._rendered.render(_pages(made), self._environment, told)
        changed = self._update_all({**_named(html), **dict(self._theme()), **dict(self._media(told[0])), **_named(files)})
        self._files, self._made = files, (told, made)
        return changed

    def finish(self) -> tuple[str, ...]:
        """Bring data and feeds up to date with the pages that are shown. Raises ContentError."""
        if self._made is None:
            return ()
        files = _all_files(*self._made)
        earlier = _named(self._files)
        rest = {name: what for name, what in self._good.items() if name not in earlier}
        changed = self._update_all({**rest, **_named(files)})
        self._files = files
        return changed

    def _read_all(self) -> Told:
        content = Path(self._settings["PATH"])
        site = site_from(self._settings)
        library = read_library(content, site, shown(content), workers=1, cache=picture_cache(self._settings), before=self._read)
        return in_each_language(library)

    def _checked(self, told: Told, made: Made) -> Mapping[str, bytes]:
        """The files of the last time, as long as no link asks for another."""
        if self._files:
            try:
                check_addresses(told, _pages(made), self._files)
            except ContentError:
                return _all_files(told, made)
            return self._files
        return _all_files(told, made)

    def _update_all(self, wanted: Wanted) -> tuple[str, ...]:
        changed = self._update(wanted)
        self._good = wanted
        return changed

    def _update(self, wanted: Wanted) -> tuple[str, ...]:
        changed = update(self._folder, self._there, wanted)
        self._there = wanted
        return changed

    def _theme(self) -> Iterator[tuple[str, bytes | Copy]]:
        """As Pelican copies it, with one style sheet; and the organisation's own."""
        static, place = Path(self._settings["THEME"], "static"), self._settings["THEME_STATIC_DIR"]
        css, parts = bundled_css(static / ENTRY)
        for path in sorted(path for path in static.rglob("*") if path.is_file() and path not in parts and not _is_hidden(path, static)):
            yield f"{place}/{path.relative_to(static).as_posix()}", css.encode() if path == static / ENTRY else copy_of(path)
        yield from ((file_of(file.url), file.content) for file in own_theme(self._settings))

    def _media(self, library: Library) -> Iterator[tuple[str, Copy]]:
        content, cache = Path(self._settings["PATH"]), picture_cache(self._settings)
        yield from ((name, copy_of(content / name)) for name in sorted(library.media) if not is_picture(name))
        for address, place in encoded(library.used_pictures(), content, cache, all_cores()):
            yield file_of(address), copy_of(place)


def _pages(made: Made) -> tuple[Page, ...]:
    return tuple(page for _, pages in made for page in pages)


def _all_files(told: Told, made: Made) -> Mapping[str, bytes]:
    files = [file for part, pages in made for file in part.files(pages)]
    check_addresses(told, _pages(made), [file.url for file in files])
    return {file.url: file.content for file in files}


def _named(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {file_of(url): content for url, content in files.items()}


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
