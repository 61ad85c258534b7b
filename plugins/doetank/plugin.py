"""The only module that knows Pelican: settings in, pages through its generators and static copying, the result swapped into place."""

import sys
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pelican
from pelican import Pelican, signals
from pelican.generators import Generator, StaticGenerator
from pelican.settings import read_settings

from . import urls
from .build.bundle import bundle_css
from .build.files import put
from .build.finish import finish, write_index
from .build.last import Last
from .build.memory import Memory
from .build.papers import write_papers
from .build.pictures import write_pictures
from .build.read_kept import ReadKept
from .build.render import TemplateFailed, Written, write_parts
from .build.stage import NotOurs, staged
from .build.workers import all_cores
from .build.writing import writing
from .catalogue import Catalogue, catalogue
from .library import Library
from .pages import File, Paper
from .paper.document import NotPrinted
from .paper.look import look_of
from .pictures import Cache, PictureChanged, is_picture
from .pipeline import check_addresses, in_each_language, in_parts, make_papers, read_library
from .problems import ContentError
from .records import RECORD_TYPES
from .search import SearchFailed
from .settings import site_from
from .urls import file_of


@dataclass
class Work:
    """What is to be written, all of it checked, with what the last build left; and what was written of it so far."""

    told: tuple[Library, ...]
    papers: tuple[Paper, ...]
    own: tuple[File, ...]
    memory: Memory
    workers: int
    written: Written = field(default_factory=Written)


class NoTheme(Exception):
    """The file that THEME_CSS names cannot be read. The message is its name."""


class Network(Pelican):
    """A Pelican that reads and checks everything first, builds beside the last good output, and says what it made."""

    def run(self) -> None:
        """Read, check, write, index and swap. Exits with 2, the output untouched, when content or index is not right."""
        words = catalogue(self.settings["DEFAULT_LANG"])
        try:
            self._build(words)
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

    def _build(self, words: Catalogue) -> None:
        started, output = time.monotonic(), Path(self.settings["OUTPUT_PATH"])
        with _memory(self.settings, output, words) as memory:
            last = memory.last
            if memory.is_current:
                _say(words.gettext("Nothing has changed since the last build"))
            else:
                work = self.settings["WORK"] = _read(self.settings, memory, words)
                with staged(output) as stage:
                    last = self._write(work, stage, words)
                memory.keep(last)
        _summary(last, time.monotonic() - started, self.settings, words)

    def _write(self, work: Work, stage: Path, words: Catalogue) -> Last:
        self.output_path = str(stage)
        _say(words.gettext("Writing the pages"))
        self._run_quietly()
        bundle_css(stage / self.settings["THEME_STATIC_DIR"] / "css" / "site.css")
        index = ""
        if self.settings.get("SEARCH_INDEX", True):
            _say(words.gettext("Making the search index"))
            index = write_index(work.written, stage, work.memory.last)
        counts = Counter(ref.type for ref in work.told[0].entries)
        return finish(work.written, stage, Path(self.settings["OUTPUT_PATH"]), counts, index)

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
        """Write all pages and files below Pelican's output path. Raises ContentError."""
        work: Work = self.settings["WORK"]
        folder, library = Path(self.output_path), work.told[0]
        written = write_parts(in_parts(work.told), writing(self.env, work.told, work.memory, folder), work.workers)
        own = {file_of(file.url): put(folder, file_of(file.url), file.content) for file in work.own}
        check_addresses(work.told, written.pages, written.others)
        work.written = written._replace(files={**written.files, **own})
        if work.papers:
            look = look_of(Path(self.settings["THEME"]), _own_sheet(work.own))
            write_papers(work.papers, look, Path(self.settings["PDF_CACHE"]), folder, work.workers)
        write_pictures(library.used_pictures(), Path(self.settings["PATH"]), picture_cache(self.settings), folder, work.workers)


def _memory(settings: Mapping[str, Any], output: Path, words: Catalogue) -> Memory:
    """What is known of earlier builds. Nothing is where another plugin takes part, of which we do not know what it depends on."""
    folder = settings.get("BUILD_CACHE")
    ours = all(getattr(one, "__name__", one) == __name__ for one in settings["PLUGINS"])

    def say(reason: str) -> None:
        _say(words.gettext("What was kept of earlier builds is not used: {reason}").format(reason=reason))

    return Memory(Path(folder) if folder and ours else None, output, settings, site_from(settings), say)


def _read(settings: Mapping[str, Any], memory: Memory, words: Catalogue) -> Work:
    content, workers = Path(settings["PATH"]), settings.get("WORKERS") or all_cores()
    _say(words.gettext("Reading {folder}").format(folder=shown(content)))
    before = ReadKept(memory.kept)
    library = read_library(content, site_from(settings), shown(content), workers, picture_cache(settings), before)
    if settings.get("PDF") and not library.site.pdf:
        _say(words.gettext("The yearly lessons get no PDF: the extra `pdf` is not installed. `python3 tasks.py publish` installs it."))
    return Work(in_each_language(library), make_papers(library), own_theme(settings), memory, workers)


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


def _summary(last: Last, seconds: float, settings: Mapping[str, Any], words: Catalogue) -> None:
    counts = last.counts
    records = ", ".join(
        f"{words.gettext(record_type.plural)} {counts[name]}" for name, record_type in RECORD_TYPES.items() if counts.get(name)
    )
    text = words.gettext("{records}: {pages} pages in {seconds} s, in {folder}{address}")
    address = f" ({settings['SITEURL']})" if settings.get("SITEURL") else ""
    print(text.format(records=records, pages=last.pages, seconds=f"{seconds:.1f}", folder=shown(last.folder), address=address), flush=True)
