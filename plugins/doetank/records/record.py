"""What every record has."""

from typing import ClassVar

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..problems import say
from ..validation import Rule, Value
from .choices import Status
from .date_fields import Date
from .fields import FOR_EDITORS, Contact, Flag, Language, License, OldPath, Ref, Replacement, Text, ThemeTerm, Title
from .rules import allowed_when, in_order, required_when
from .values import Image, Link, Source, Waiver

_RETIRED_ONLY = say("only a retired record has this; write `status: retired`, or remove it")


class Record(Value):
    """One file. `id`, `site_lang` and `path` come from the file itself, the rest its author writes."""

    type: ClassVar[str]
    label: ClassVar[str]
    plural: ClassVar[str]

    id: str = Field(alias="@id")
    path: str = Field(alias="@path")
    site_lang: str = Field(alias="@site_lang")

    title: Title = Field(
        title=N_("Title"), description=N_("Short and clear; at most 140 characters."), examples=[N_("One question per letter")]
    )
    status: Status = Field(
        Status.PUBLISHED,
        title=N_("Status"),
        description=N_("A draft can be looked at before it is published; a retired text keeps its address and says why."),
        json_schema_extra=FOR_EDITORS,
    )
    lang: Language = Field(
        "nl", title=N_("Language"), description=N_("Only when the text is in another language than the site."), examples=["fy"]
    )
    created: Date | None = Field(
        None,
        title=N_("Created"),
        description=N_("When the text was first written."),
        examples=["2024-05-14"],
        json_schema_extra=FOR_EDITORS,
    )
    modified: Date | None = Field(
        None,
        title=N_("Last changed"),
        description=N_("When what it says last changed."),
        examples=["2024-06-03"],
        json_schema_extra=FOR_EDITORS,
    )
    themes: tuple[ThemeTerm, ...] = Field((), title=N_("Themes"), description=N_("What it is about, from the list of the editors."))
    tags: tuple[Text, ...] = Field(
        (), title=N_("Tags"), description=N_("Words of your own that others may look for."), examples=[N_("letters")]
    )
    image: Image | None = Field(
        None, title=N_("Image"), description=N_("One picture of your own, with who made it and what others may do with it.")
    )
    links: tuple[Link, ...] = Field((), title=N_("See also"), description=N_("Pages elsewhere that are worth reading with it."))
    sources: tuple[Source, ...] = Field(
        (), title=N_("Sources"), description=N_("Where the facts come from: a report, a page, minutes of a meeting.")
    )
    license: License = Field(
        "CC-BY-4.0",
        title=N_("Licence"),
        description=N_("Only when the text may be used under another licence than that of the site."),
        examples=["CC-BY-4.0"],
        json_schema_extra=FOR_EDITORS,
    )
    aliases: tuple[OldPath, ...] = Field(
        (),
        title=N_("Old addresses"),
        description=N_("Where the text stood before; who goes there is led here."),
        examples=["/2013/05/verslag/"],
        json_schema_extra=FOR_EDITORS,
    )
    contact: Contact | None = Field(
        None,
        title=N_("Whom to ask"),
        description=N_("A role, a mailbox of a role, or a page; never somebody's own address."),
        examples=[N_("The client desk of the municipality")],
    )
    fictional: Flag = Field(
        False,
        title=N_("Fictional"),
        description=N_("Invented, such as an example; a site for the public is not built with it."),
        json_schema_extra=FOR_EDITORS,
    )
    retired_because: Text | None = Field(
        None,
        title=N_("Retired because"),
        description=N_("Why this text no longer holds."),
        examples=[N_("The law that it was about has changed.")],
        json_schema_extra=FOR_EDITORS,
    )
    replaced_by: Replacement | None = Field(
        None,
        title=N_("Replaced by"),
        description=N_("What to read instead: a record of this site or an address."),
        json_schema_extra=FOR_EDITORS,
    )
    privacy_ok: tuple[Waiver, ...] = Field(
        (),
        title=N_("May stand although it looks private"),
        description=N_("A passage that the check points out and that may stand all the same."),
    )

    rules: ClassVar[tuple[Rule, ...]] = (
        required_when("retired_because", "status", Status.RETIRED),
        allowed_when("retired_because", "status", (Status.RETIRED,), _RETIRED_ONLY),
        allowed_when("replaced_by", "status", (Status.RETIRED,), _RETIRED_ONLY),
        in_order("created", "modified"),
    )

    @property
    def ref(self) -> Ref:
        """How others refer to this record."""
        return Ref(self.type, self.id)

    @property
    def when(self) -> When | None:
        """What the record is dated with, where its type has a date."""
        return None

    @property
    def is_draft(self) -> bool:
        return self.status is Status.DRAFT

    @property
    def is_retired(self) -> bool:
        return self.status is Status.RETIRED
