"""What every step of the yearly lessons works with: the period, the content and the site."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from ...catalogue import Catalogue
from ...figures.year_records import year_records
from ...library import Entry, Library
from ...new_file import write_new
from ...pipeline import place_in, read_library
from ...problems import ContentError, Message, Problem, say
from ...records import Report
from ...records.fields import Ref
from ...records.report import Years
from ...review.period import dated_years
from ...site import Site
from ...yaml_text import Path as FieldPath
from ...yaml_text import Place, dotted


@dataclass(frozen=True)
class Work:
    """One step for one period. `shown_as` is the content folder in messages, `output` where a build goes.

    `form` is how it is printed, and `public` the settings of the public site.
    """

    content: Path
    shown_as: str
    settings: str
    site: Site
    words: Catalogue
    years: Years
    output: Path
    form: str = "text"
    public: str = "publishconf.py"

    @property
    def name(self) -> str:
        """How the report is called: `2014`, or `2012-2014`."""
        return self.years.name

    @property
    def ref(self) -> Ref:
        """How records refer to the report."""
        return Ref(Report.type, self.name)

    @property
    def path(self) -> str:
        """Where the report is, in messages."""
        return f"{self.shown_as}/reports/{self.name}.md"

    @cached_property
    def library(self) -> Library:
        """All content. Raises ContentError."""
        return read_library(self.content, self.site, self.shown_as)

    @property
    def published(self) -> Library:
        """What a report may count: no drafts."""
        return self.library.published

    def place(self, path: str, field: FieldPath) -> Place:
        """Where a field of a record stands, or what would hold it. The file is read again: a library keeps no places."""
        return place_in(self.content, self.shown_as, path, field)

    def problem(self, path: str, field: FieldPath, message: Message) -> Problem:
        """A mistake in a field of a record, or nearby when it is not there."""
        found = self.place(path, field)
        return Problem(path, found.line, found.column, dotted(field), message)

    @property
    def report(self) -> Entry:
        """The report of the period. Raises ContentError when there is none."""
        entry = self.library.entries.get(self.ref)
        if entry is None:
            refuse(self.path, say("there is no such report; make it with `report start {name}`", name=self.name))
        return entry

    def refuse_empty(self) -> None:
        """Stop when there is nothing to report on. Raises ContentError."""
        dated = dated_years(self.published)
        if not any(year in self.years for year in dated) and not year_records(self.published, self.years).doetanks:
            instead = (
                say("records are dated from {first} to {last}", first=dated[0], last=dated[-1])
                if dated
                else say("no record has a date yet")
            )
            refuse(self.path, say("no record is dated in {name}; {instead}", name=self.name, instead=instead))

    def write_new(self, file: Path, content: bytes, taken: Message) -> None:
        """Whole or not at all, and never over a file that is there: then it is refused with `taken`. Raises ContentError."""
        try:
            write_new(file, content)
        except FileExistsError:
            refuse(f"{self.shown_as}/{file.relative_to(self.content).as_posix()}", taken)

    def say(self, text: str) -> None:
        """One line on the screen."""
        print(text, flush=True)


def refuse(path: str, message: Message, line: int = 1, column: int = 1, field: str = "") -> NoReturn:
    """Stop with one mistake. Raises ContentError."""
    raise ContentError([Problem(path, line, column, field, message)])
