"""Mend what is certain in records' files: `python -m doetank.commands.fix [paths]`. The rest is for `check`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from ..bodies import Converter
from ..bodies.links import Places
from ..catalogue import Catalogue, catalogue
from ..editions.find import read_editions
from ..front_matter import read_document
from ..mending.mend import mend
from ..mending.text import Step, convert_with
from ..new_file import replace_file
from ..records import RECORD_TYPES
from ..records.describe import describe_fields
from ..records.fields import Reading, Ref
from ..settings import site_of
from ..site import Site
from ..sources import Source, find_sources
from ..vocabulary import vocabulary_in
from .options import add_options, is_among, refuse_missing


def main(arguments: Sequence[str] | None = None) -> int:
    """Mend and tell. 0 when all is right now, 2 when one cannot be read. With `--check` nothing is written; 1 when something would be."""
    parser = _parser()
    options = parser.parse_args(arguments)
    refuse_missing(parser, (options.content, *options.paths))
    site = site_of(Path(options.settings))
    words = catalogue(options.lang or site.language)
    content = Path(options.content)
    sources, _ = find_sources(content, content.as_posix(), site.languages)
    converter = Converter(Places({}, frozenset()))
    frozen = _frozen(content, site, converter)
    mend_one = partial(mend, convert=convert_with(converter))
    asked = [source for source in sources if is_among(source.location, options.paths)]
    found = [_mended(source, partial(mend_one, frozen=Ref(source.type, source.id) in frozen), words, options.check) for source in asked]
    print(_total(found.count(1), options.check, words))
    return 2 if 2 in found else 1 if options.check and 1 in found else 0


def _frozen(content: Path, site: Site, converter: Converter) -> frozenset[Ref]:
    """The records that an edition holds."""
    vocabulary, _ = vocabulary_in(content, content.as_posix())
    editions, _ = read_editions(content, content.as_posix(), Reading(vocabulary, site.zone), converter)
    return frozenset(one.record.ref for edition in editions for one in edition.snapshots)


def _mended(source: Source, mend_one: Callable[..., Step | None], words: Catalogue, only_check: bool) -> int:
    """0 for a file that is right, 1 for one that was or can be mended, 2 for one that cannot be read."""
    content = source.read()
    step = mend_one(content, describe_fields(RECORD_TYPES[source.type]))
    if step is None:
        for problem in read_document(content, source.path)[1]:
            print(problem.format(words), file=sys.stderr)
        return 2
    for message in step.done:
        print(f"{source.path}: {message.format(words)}")
    if step.done and not only_check:
        replace_file(source.location, step.text.encode())
    return 1 if step.done else 0


def _total(number: int, only_check: bool, words: Catalogue) -> str:
    if not number:
        return words.gettext("Nothing to mend.")
    if only_check:
        text = words.ngettext(
            "{n} file can be mended: `python3 tasks.py fix`. Nothing was written.",
            "{n} files can be mended: `python3 tasks.py fix`. Nothing was written.",
            number,
        )
    else:
        text = words.ngettext("{n} file was mended.", "{n} files were mended.", number)
    return text.format(n=number)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="fix", description="Mend what is certain, and show what was changed; no file says anything else.")
    parser.add_argument("paths", nargs="*", help="mend only these files or folders")
    parser.add_argument("--check", action="store_true", help="write nothing; say what can be mended")
    add_options(parser, "content", "settings", "lang")
    return parser


if __name__ == "__main__":
    sys.exit(main())
