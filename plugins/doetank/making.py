"""Making a site, when something has changed: read and checked as a whole, then written beside the last good output.

It is loaded when there is something to make: loading it takes longer than finding that there is nothing.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

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
from .build.spare import remove
from .build.stage import NotOurs, staged
from .build.workers import all_cores
from .build.writing import writing
from .catalogue import Catalogue
from .library import Library
from .pages import File, Paper
from .paper.document import NotPrinted
from .paper.look import look_of
from .pictures import Cache, PictureChanged
from .pipeline import check_addresses, in_each_language, in_parts, make_papers, read_library
from .problems import ContentError
from .progress import refuse, say, shown, stop
from .records import RECORD_TYPES
from .search import SearchFailed
from .settings import site_from
from .urls import file_of

Settings = Mapping[str, Any]
Write = Callable[[Any, Path], None]
"""What Pelican calls with what renders its templates, and the folder to write below."""


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


def make(settings: Settings, memory: Memory, words: Catalogue, run: Callable[[Write, Path], None]) -> Last:
    """Read, check, write, index and swap. Exits with 2, the output untouched, when content or index is not right.

    `run` has Pelican write into a folder, for which Pelican gets the first argument.
    """
    try:
        return _build(settings, memory, words, run)
    except ContentError as error:
        refuse(error, words)
    except SearchFailed as error:
        stop(words.gettext("The search index could not be made: {reason}").format(reason=error))
    except (TemplateFailed, NotPrinted) as error:
        stop(words.gettext("A template cannot be used: {reason}").format(reason=error))
    except NoTheme as error:
        stop(words.gettext("THEME_CSS names `{file}`, and the theme has no such file").format(file=error))
    except PictureChanged as error:
        stop(words.gettext("{file} changed while the site was built; build it again").format(file=error))
    except NotOurs as error:
        stop(
            words.gettext("{folder} holds files that this program did not make; empty it, or choose another folder with -o").format(
                folder=error
            )
        )


def _build(settings: Settings, memory: Memory, words: Catalogue, run: Callable[[Write, Path], None]) -> Last:
    work = _read(settings, memory, words)
    with staged(Path(settings["OUTPUT_PATH"]), memory.spare) as stage:
        say(words.gettext("Writing the pages"))
        run(partial(_write, work, settings), stage)
        last = _finish(work, settings, stage, words)
    memory.keep(last)
    return last


def _read(settings: Settings, memory: Memory, words: Catalogue) -> Work:
    content, workers = Path(settings["PATH"]), settings.get("WORKERS") or all_cores()
    say(words.gettext("Reading {folder}").format(folder=shown(content)))
    before = ReadKept(memory.kept)
    library = read_library(content, site_from(settings), shown(content), workers, picture_cache(settings), before)
    if settings.get("PDF") and not library.site.pdf:
        say(words.gettext("The yearly lessons get no PDF: the extra `pdf` is not installed. `python3 tasks.py publish` installs it."))
    return Work(in_each_language(library), make_papers(library), own_theme(settings), memory, workers)


def _write(work: Work, settings: Settings, environment: Any, folder: Path) -> None:
    """Write all pages and files below a folder. Raises ContentError."""
    library = work.told[0]
    means = writing(environment, work.told, work.memory, folder)
    written = write_parts(in_parts(work.told), means, work.workers)
    remove(folder, means.stale(written))
    own = {file_of(file.url): put(folder, file_of(file.url), file.content) for file in work.own}
    check_addresses(work.told, written.pages, written.others)
    work.written = written._replace(files={**written.files, **own})
    if work.papers:
        look = look_of(Path(settings["THEME"]), _own_sheet(work.own))
        write_papers(work.papers, look, Path(settings["PDF_CACHE"]), folder, work.workers)
    write_pictures(library.used_pictures(), Path(settings["PATH"]), picture_cache(settings), folder, work.workers)


def _finish(work: Work, settings: Settings, stage: Path, words: Catalogue) -> Last:
    bundle_css(stage / settings["THEME_STATIC_DIR"] / "css" / "site.css")
    index = ""
    if settings.get("SEARCH_INDEX", True):
        say(words.gettext("Making the search index"))
        index = write_index(work.written, stage, work.memory.last)
    found = Counter(ref.type for ref in work.told[0].entries)
    counts = {record_type.plural: found[name] for name, record_type in RECORD_TYPES.items() if found[name]}
    return finish(work.written, stage, Path(settings["OUTPUT_PATH"]), counts, index)


def picture_cache(settings: Settings) -> Cache:
    """Where pictures are that were encoded before."""
    return Cache(Path(settings["PICTURE_CACHE"]))


def own_theme(settings: Settings) -> tuple[File, ...]:
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
