"""The values that more than one record type holds."""

from typing import Annotated, Any

from pydantic import Field

from ..catalogue import N_
from ..problems import say
from ..validation import Broken, Clause, Value, missing
from .date_fields import Date, Day
from .fields import Address, Consent, Count, Flag, Inline, Name, NamedTitle, OrganisationRef, PersonRef, RoleTerm, Text
from .media_fields import FilmLength, FilmName, Media, PictureName
from .rules import checked, not_together, one_of, only_with, refused_when, required_unless

Expected = Annotated[
    Inline,
    Field(
        title=N_("What was expected"),
        description=N_("What you thought would happen, before you began."),
        examples=[N_("With six questions in one letter we are ready sooner.")],
    ),
]
Happened = Annotated[
    Inline,
    Field(
        title=N_("What happened"),
        description=N_("What you saw, with numbers where you have them."),
        examples=[N_("Of the long letters a third came back, of the short ones nearly all.")],
    ),
]
"""What a lesson and an experiment tell alike, in success and in failure."""


class Source(Value):
    """Where facts come from."""

    title: NamedTitle = Field(title=N_("Title"), description=N_("What it is called."), examples=[N_("Report of the trial with letters")])
    url: Address | None = Field(
        None, title=N_("Address"), description=N_("Where it can be read."), examples=["https://example.org/verslag"]
    )
    date: Date | None = Field(None, title=N_("Date"), description=N_("When it was made."), examples=["2024-05"])
    accessed: Day | None = Field(None, title=N_("Read on"), description=N_("When you last read it there."), examples=["2024-06-03"])


class Link(Value):
    """Something elsewhere."""

    title: NamedTitle = Field(title=N_("Title"), description=N_("What is to be found there."), examples=[N_("Write in plain language")])
    url: Address = Field(title=N_("Address"), examples=["https://example.org/gewone-taal"])


class Image(Value):
    """A picture of ours, with who made it and what others may do with it."""

    file: PictureName = Field(
        title=N_("File"), description=N_("A picture under “media/”; send it along with your text."), examples=["media/brief.jpg"]
    )
    alt: Text | None = Field(
        None,
        title=N_("What it shows"),
        description=N_("For who cannot see it. Not needed for decoration."),
        examples=[N_("Two letters on a table, one with six questions and one with one.")],
    )
    decorative: Flag = Field(False, title=N_("Decorative"), description=N_("It adds nothing that a reader would miss."))
    maker: Name | None = Field(None, title=N_("Maker"), description=N_("Who took or drew it."), examples=[N_("Municipality of Voorbeeld")])
    rights: Name | None = Field(None, title=N_("Rights"), description=N_("What others may do with it."), examples=["CC BY 4.0"])

    rules = (
        required_unless("alt", "decorative", say("is missing: say what the image shows, or write `decorative: true` when it adds nothing")),
        refused_when("alt", "decorative", True, say("a decorative image has no text; remove `alt` or `decorative`")),
        required_unless("maker", "decorative", missing("Maker")),
        required_unless("rights", "decorative", missing("Rights")),
    )


class Film(Value):
    """A film, readable too: with captions and a transcript."""

    file: FilmName | None = Field(
        None, title=N_("File"), description=N_("A film under “media/”, as MP4 or WebM."), examples=["media/brieven.mp4"]
    )
    url: Address | None = Field(
        None, title=N_("Address"), description=N_("Where the film plays, when it is elsewhere."), examples=["https://example.org/film"]
    )
    captions: Media = Field(
        title=N_("Captions"), description=N_("A file with captions (WebVTT), under “media/”."), examples=["media/brieven.vtt"]
    )
    transcript: Media = Field(
        title=N_("Transcript"), description=N_("All that is said and shown, as plain text, under “media/”."), examples=["media/brieven.txt"]
    )
    poster: PictureName | None = Field(
        None, title=N_("Poster"), description=N_("A still of the film, under “media/”."), examples=["media/brieven.jpg"]
    )
    duration: FilmLength | None = Field(None, title=N_("Duration"), description=N_("Minutes and seconds, such as 4:05."), examples=["4:05"])

    rules = (one_of("file", "url"),)


_NO_CONSENT = say("a name needs consent: write `consent: self` or the public address where it stands, or give the role alone")


@checked(
    "name",
    "consent",
    "person",
    clauses=(Clause("name", {"if": {"required": ["person"]}, "else": {"dependentRequired": {"name": ["consent"]}}}, _NO_CONSENT),),
)
def _consent(contributor: Any) -> Broken:
    if contributor.name is not None and contributor.consent is None and contributor.person is None:
        yield ("name",), _NO_CONSENT


class Contributor(Value):
    """Who did something: a role, and a name only with consent."""

    role: RoleTerm = Field(title=N_("Role"), description=N_("What somebody does in the network."))
    person: PersonRef | None = Field(None, title=N_("Person"), description=N_("Somebody who agreed to a page here."))
    name: Name | None = Field(
        None, title=N_("Name"), description=N_("Only with consent; the role alone is enough."), examples=[N_("Jo Voorbeeld")]
    )
    consent: Consent | None = Field(
        None,
        title=N_("Consent to be named"),
        description=N_("“self” when you write about yourself; otherwise the public address where the name stands."),
        examples=["self"],
    )
    organisation: OrganisationRef | None = Field(
        None, title=N_("Organisation"), description=N_("Where somebody works, when it has a page here.")
    )

    rules = (not_together("person", "name"), _consent, only_with("consent", "name"))


class Waiver(Value):
    """A text that looks private and may stand, with the reason why."""

    text: Text = Field(title=N_("Text"), description=N_("The passage, letter by letter as it stands."), examples=[N_("Jo Voorbeeld")])
    because: Text = Field(
        title=N_("Because"), description=N_("Why it may stand."), examples=[N_("The source that is named publishes this name.")]
    )


class Attendance(Value):
    """How many came, and who says so."""

    number: Count = Field(title=N_("Number"), description=N_("Only when somebody counted or wrote it down."), examples=["60"])
    source: Source = Field(title=N_("Source"), description=N_("Who says so."))
