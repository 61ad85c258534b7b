"""A post: a blog, a coach's reflection, a film, an interview or news."""

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from .choices import PostKind
from .fields import Date, PhaseTerm, Subject, Summary
from .record import Record
from .values import Contributor, Film


class Post(Record):
    """A short story from the work."""

    type = "post"
    label = N_("Post")
    plural = N_("Blog")

    date: Date = Field(title=N_("Date"))
    kind: PostKind = Field(title=N_("Kind"))
    summary: Summary | None = Field(None, title=N_("Summary"))
    authors: tuple[Contributor, ...] = Field((), title=N_("Authors"))
    about: tuple[Subject, ...] = Field((), title=N_("About"))
    phase: PhaseTerm | None = Field(None, title=N_("Phase"))
    film: Film | None = Field(None, title=N_("Film"))

    @property
    def when(self) -> When:
        """Its date."""
        return self.date
