"""A post: a blog, a coach's reflection, a film, an interview or news."""

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from .choices import PostKind
from .date_fields import Date
from .fields import PhaseTerm, Subject, Summary
from .record import Record
from .values import Contributor, Film


class Post(Record):
    """A short story from the work."""

    type = "post"
    label = N_("Post")
    plural = N_("Blog")

    date: Date = Field(title=N_("Date"), description=N_("The day on which you wrote it."), examples=["2024-05-14"])
    kind: PostKind = Field(title=N_("Kind"), description=N_("What sort of story it is."))
    summary: Summary | None = Field(
        None,
        title=N_("Summary"),
        description=N_("What the story tells, for lists and search."),
        examples=[N_("We sent one question per letter, and the letters came back.")],
    )
    authors: tuple[Contributor, ...] = Field(
        (), title=N_("Authors"), description=N_("Who wrote it. A role is enough; a name only of who agreed to that.")
    )
    about: tuple[Subject, ...] = Field(
        (), title=N_("About"), description=N_("Which Doetank, experiment or Café the story is about."), examples=["network"]
    )
    phase: PhaseTerm | None = Field(None, title=N_("Phase"), description=N_("In which phase of the work it plays."))
    film: Film | None = Field(None, title=N_("Film"), description=N_("A film, with captions and a text of what is said."))

    @property
    def when(self) -> When:
        """Its date."""
        return self.date
