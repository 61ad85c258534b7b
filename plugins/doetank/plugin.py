"""The only module that knows Pelican: settings in, pages through its generators and static copying, the result swapped into place."""

import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pelican
from pelican import Pelican, signals
from pelican.generators import Generator, StaticGenerator
from pelican.settings import read_settings

from . import urls
from .build.bundle import bundle_css
from .build.environment import environments
from .build.manifest import write_manifest
from .build.papers import write_papers
from .build.pictures import write_pictures
from .build.render import TemplateFailed, write_files, write_pages
from .build.stage import NotOurs, staged
from .build.workers import all_cores
from .catalogue import Catalogue, catalogue
from .library import Library
from .pages import File, Page, Paper
from .paper.document import NotPrinted
from .paper.look import look_of
from .pictures import Cache, PictureChanged, is_picture
from .pipeline import make_outputs, make_papers, read_library
from .problems import ContentError
from .records import RECORD_TYPES
from .search import SearchFailed, index_site
from .settings import site_from


@dataclass(frozen=True)
class Made:
    """What is to be written, all of it checked."""

    library: Library
    pages: tuple[Page, ...]
    files: tuple[File, ...]
    papers: tuple[Paper, ...]


class NoTheme(Exception):
    """The file that THEME_CSS names cannot be read. The message is its name."""


class Network(Pelican):
    """A Pelican that reads and checks everything first, builds beside the last good output, and says what it made."""

    def run(self) -> None:
        """Read, check, write, index and swap. Exits with 2, the output untouched, when content or index is not right."""
        words = catalogue(self.settings["DEFAULT_LANG"])
        output = Path(self.settings["OUTPUT_PATH"])
        started = time.monotonic()
        try:
            made = self.settings["MADE"] = _make(self.settings, words)
            with staged(output) as stage:
                self.output_path = str(stage)
                _say(words.gettext("Writing {n} pages").format(n=len(made.pages)))
                self._run_quietly()
                bundle_css(stage / self.settings["THEME_STATIC_DIR"] / "css" / "site.css")
                _say(words.gettext("Making the search index"))
                index_site(stage, (page.url for page in made.pages if page.search))
                pages = write_manifest(stage)
        except ContentError as error:
            _refuse(error, words)
        except SearchFailed as error:
            _stop(words.gettext("The search index could not be made: {reason}").format(reason=error))
        except (TemplateFailed, NotPrinted) as error:
            _stop(words.gettext("A template cannot be used: {reason}").format(reason=error))
        except NoTheme as error:
            _stop(words.gettext("THEME_CSS names `{file}`, and the theme has no such file").format(file=error))
        except PictureChanged as error:
            _stop(words.gettext("{file} changed while the site was built; build it again").format(file=error))
        except NotOurs as error:
            _stop(
                words.gettext("{folder} holds files that this program did not make; empty it, or choose another folder with -o").format(
                    folder=error
                )
            )
        else:
            _summary(made.library, pages, time.monotonic() - started, output, words)

    def _run_quietly(self) -> None:
        """Pelican's closing line counts its own articles and pages, of which there are none."""
        pelican.console.quiet = True
        try:
            super().run()
        finally:
            pelican.console.quiet = False


class NetworkGenerator(Generator):
    """Hands the pages to the renderer; Pelican's static generator follows and copies theme and media."""

    def generate_output(self, _writer: object) -> None:
        """Write all pages and files below Pelican's output path."""
        made: Made = self.settings["MADE"]
        folder = Path(self.output_path)
        write_pages(made.pages, environments(self.env, made.library), folder, all_cores())
        write_files(made.files, folder)
        if made.papers:
            look = look_of(Path(self.settings["THEME"]), _own_sheet(made.files))
            write_papers(made.papers, look, Path(self.settings["PDF_CACHE"]), folder, all_cores())
        write_pictures(made.library.used_pictures(), Path(self.settings["PATH"]), picture_cache(self.settings), folder, all_cores())


def _make(settings: Mapping[str, Any], words: Catalogue) -> Made:
    content = Path(settings["PATH"])
    _say(words.gettext("Reading {folder}").format(folder=shown(content)))
    library = read_library(content, site_from(settings), shown(content), cache=picture_cache(settings))
    own = own_theme(settings)
    pages, files = make_outputs(library)
    if settings.get("PDF") and not library.site.pdf:
        _say(words.gettext("The yearly lessons get no PDF: the extra `pdf` is not installed. `python3 tasks.py publish` installs it."))
    return Made(library, pages, (*files, *own), make_papers(library))


def settings_of(file: Path, content: Path) -> Mapping[str, Any]:
    """The choices of a site as Pelican reads them, for the texts in `content`."""
    settings: Mapping[str, Any] = read_settings(str(file), override={"PATH": str(content.resolve())})
    return settings


def template_environment(settings: Mapping[str, Any]) -> Any:
    """What renders the theme, as Pelican sets it up."""
    return Generator(context={}, settings=settings, path=settings["PATH"], theme=settings["THEME"], output_path="").env


def picture_cache(settings: Mapping[str, Any]) -> Cache:
    """Where pictures are that were encoded before."""
    return Cache(Path(settings["PICTURE_CACHE"]))


def own_theme(settings: Mapping[str, Any]) -> tuple[File, ...]:
    """The organisation's token file, where the site has one. Raises NoTheme."""
    name = settings.get("THEME_CSS")
    if not name:
        return ()
    try:
        return (File(urls.THEME_CSS, (Path(settings["THEME"]) / name).read_bytes()),)
    except OSError as error:
        raise NoTheme(name) from error


def _own_sheet(files: tuple[File, ...]) -> str:
    """The text of that file; empty where the site has none."""
    return next((file.content.decode() for file in files if file.url == urls.THEME_CSS), "")


def _generators(_pelican: Pelican) -> type[Generator]:
    return NetworkGenerator


def _keep_originals(generator: StaticGenerator) -> None:
    """Pictures are published as files of ours; the originals, with what a camera wrote in them, stay where they are."""
    generator.context["staticfiles"] = [file for file in generator.staticfiles if not is_picture(file.source_path)]


def register() -> None:
    """Called by Pelican. Receivers are held weakly, so they are functions of this module."""
    signals.static_generator_finalized.connect(_keep_originals)
    signals.get_generators.connect(_generators)


def shown(content: Path) -> str:
    """The content folder as an author writes it: from the current folder where that is shorter."""
    here = Path.cwd()
    return content.relative_to(here).as_posix() if content.is_relative_to(here) else str(content)


def _say(text: str) -> None:
    """Progress, on the error stream, so that the closing line stands alone on the other."""
    print(text, file=sys.stderr, flush=True)


def _refuse(error: ContentError, words: Catalogue) -> None:
    for problem in error.problems:
        _say(problem.format(words))
    mistakes = sum(not problem.notice for problem in error.problems)
    _stop(words.ngettext("{n} mistake. Nothing was written.", "{n} mistakes. Nothing was written.", mistakes).format(n=mistakes))


def _stop(text: str) -> None:
    _say(text)
    raise SystemExit(2)


def _summary(library: Library, pages: int, seconds: float, output: Path, words: Catalogue) -> None:
    counts = Counter(ref.type for ref in library.entries)
    records = ", ".join(f"{words.gettext(record_type.plural)} {counts[name]}" for name, record_type in RECORD_TYPES.items() if counts[name])
    text = words.gettext("{records}: {pages} pages in {seconds} s, in {folder}{address}")
    address = f" ({library.site.url})" if library.site.url else ""
    print(text.format(records=records, pages=pages, seconds=f"{seconds:.1f}", folder=shown(output), address=address), flush=True)
