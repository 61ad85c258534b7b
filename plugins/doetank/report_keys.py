"""What every column and key of the data of a report means: from the schema where a record has it, and else from here."""

from dataclasses import replace

from .catalogue import N_, Label
from .figures import Group
from .records import Lesson, Report
from .records.choices import ChangeStatus, FollowUpStatus, Level, Outcome
from .records.describe import CODE, FLAG, GROUP, NUMBER, PARAGRAPH, REFERENCE, TEXT, FieldDescription, describe_fields
from .records.report import Erratum, LevelScore, Years
from .report_data import COLUMNS
from .tables import fields_of

Fields = tuple[FieldDescription, ...]
DATE, WHEN = N_("a date"), N_("a date, as precise as it is known")
_BOTH = N_("In Dutch and in English.")
_LESSON = {field.name: field for field in fields_of("lesson")}
_REPORT = {field.name: field for field in fields_of("report")}
_STATUSES = {str(status): status.label for kind in (FollowUpStatus, ChangeStatus) for status in kind}


def _key(
    name: str,
    label: str,
    kind: Label | str,
    hint: str = "",
    many: bool = False,
    required: bool = True,
    values: tuple[tuple[str, str], ...] = (),
) -> FieldDescription:
    return FieldDescription(name, label, hint, kind, required, many, values)


def _group(name: str, label: str, hint: str, fields: Fields, many: bool = True) -> FieldDescription:
    return FieldDescription(name, label, hint, GROUP, True, many, fields=fields)


_URL = _key("url", N_("Address"), TEXT, N_("The address of the page on this site."))
_OWN = {
    "url": _URL,
    "reuse": _key("reuse", N_("Used elsewhere"), NUMBER, N_("How many times somebody else had used the lesson by the end of the period.")),
    "sources": _key("sources", N_("Sources"), TEXT, N_("The address of each, or its title where it has no address."), True, False),
}
LESSON_COLUMNS: Fields = tuple(_OWN.get(name) or _LESSON[name] for name in COLUMNS)
"""The columns of the table of lessons, in their order."""
_STAMP = _key("stamp", N_("Stamp"), TEXT, N_("The digest of everything that is counted and shown here: two with one stamp say the same."))
_FROZEN = _key("frozen", N_("Edition"), FLAG, N_("Whether this is an edition, which does not change any more."))
_HEAD: Fields = (_REPORT["title"], _URL, _STAMP, _FROZEN, *describe_fields(Years), _REPORT["released"], _REPORT["license"])
_FIGURE: Fields = (
    _key("id", N_("Id"), TEXT, N_("The name of the figure.")),
    _key("group", N_("Group"), CODE, values=tuple((group.value, group.label) for group in Group)),
    _key("label", N_("Label"), GROUP, _BOTH),
    _key("definition", N_("What was counted and how"), GROUP, _BOTH),
    _key("method", N_("Method"), NUMBER, N_("One more for each change in the way of counting; figures of two methods are not compared.")),
    _key("number", N_("Number"), NUMBER),
    _key("records", N_("Records"), REFERENCE, N_("What the number counts; a reflection stands here once for each of its changes."), True),
)
_PROMISE: Fields = (
    _key("record", N_("Record"), REFERENCE),
    _key("what", N_("What"), PARAGRAPH),
    _key("made", N_("Made"), WHEN),
    _key(
        "levels",
        N_("Level"),
        CODE,
        N_("Of the lessons that it follows from."),
        True,
        values=tuple((str(level), level.label) for level in Level),
    ),
    _key("status", N_("Status"), CODE, N_("Empty when nothing was ever recorded."), required=False, values=tuple(_STATUSES.items())),
    _key("date", N_("Date"), DATE, required=False),
    _key("note", N_("Note"), PARAGRAPH, required=False),
    _key("source", N_("Source"), TEXT, N_("Its address, or its title where it has no address."), required=False),
    _key("answered", N_("Answered"), FLAG, N_("Whether something was recorded in this period.")),
    _key("settled", N_("Settled before this period"), FLAG, N_("Whether it was done or turned down before.")),
)
KEYS: Fields = (
    _group("report", Report.label, "", _HEAD, many=False),
    _group("figures", N_("Figures"), N_("Every number of the report, in one order."), _FIGURE),
    _group(
        "experiments", N_("Experiments"), N_("By outcome."), tuple(_key(str(o), o.label, REFERENCE, many=True) for o in Outcome), many=False
    ),
    _group("promises", N_("Earlier recommendations and plans"), N_("With what was known of them at the end of the period."), _PROMISE),
    replace(_REPORT["change_scores"], required=True, fields=describe_fields(LevelScore)),
    replace(_REPORT["errata"], required=True, fields=describe_fields(Erratum)),
    _group("lessons", Lesson.plural, N_("The same as in the table of lessons."), LESSON_COLUMNS),
)
"""The keys of the data of a report, in their order."""
