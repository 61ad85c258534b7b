"""What every record has."""

from typing import ClassVar

from pydantic import Field

from ..catalogue import N_
from ..dates import When
from ..problems import say
from ..validation import Rule, Value
from .choices import Status
from .fields import Contact, Date, Flag, Language, License, OldPath, Ref, Replacement, Text, ThemeTerm, Title
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

    title: Title = Field(title=N_("Title"), description=N_("Short and clear; at most 140 characters."))
    status: Status = Field(Status.PUBLISHED, title=N_("Status"))
    lang: Language = Field("nl", title=N_("Language"))
    created: Date | None = Field(None, title=N_("Created"))
    modified: Date | None = Field(None, title=N_("Last changed"))
    themes: tuple[ThemeTerm, ...] = Field((), title=N_("Themes"))
    tags: tuple[Text, ...] = Field((), title=N_("Tags"))
    image: Image | None = Field(None, title=N_("Image"))
    links: tuple[Link, ...] = Field((), title=N_("See also"))
    sources: tuple[Source, ...] = Field((), title=N_("Sources"))
    license: License = Field("CC-BY-4.0", title=N_("Licence"))
    aliases: tuple[OldPath, ...] = Field((), title=N_("Old addresses"))
    contact: Contact | None = Field(None, title=N_("Whom to ask"))
    fictional: Flag = Field(False, title=N_("Fictional"))
    retired_because: Text | None = Field(None, title=N_("Retired because"))
    replaced_by: Replacement | None = Field(None, title=N_("Replaced by"))
    privacy_ok: tuple[Waiver, ...] = Field((), title=N_("May stand although it looks private"))

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
