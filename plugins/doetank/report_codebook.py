"""The codebook of a report: every column, key and figure with its name, meaning and values in Dutch and English, as a table."""

from collections.abc import Iterable, Iterator, Mapping

from .catalogue import LANGUAGES, N_
from .figures import Figure
from .records.describe import FieldDescription
from .report_data import Labels, in_each
from .report_keys import KEYS, LESSON_COLUMNS
from .spreadsheets import as_csv, joined
from .vocabulary import Vocabulary

Row = Mapping[str, object]
COLUMNS = (
    "part", "name", *(f"label_{language}" for language in LANGUAGES), *(f"meaning_{language}" for language in LANGUAGES),
    *(f"type_{language}" for language in LANGUAGES), "required", "many", "values",
)  # fmt: skip
TABLE, DATA, FIGURE = "lessen.csv", "lessen.json", "figure"
"""What a row is about: a column of the table, a key of the data, or one of the figures in it."""
_NUMBER = N_("a number of records")


def codebook(vocabulary: Vocabulary, figures: Iterable[Figure], labels: Labels) -> bytes:
    """One row for each column, then for each key, then for each figure."""
    return as_csv(COLUMNS, _rows(vocabulary, figures, labels))


def _rows(vocabulary: Vocabulary, figures: Iterable[Figure], labels: Labels) -> Iterator[Row]:
    for field in LESSON_COLUMNS:
        yield _field(TABLE, field.name, field, vocabulary)
    for name, field in _flat(KEYS):
        yield _field(DATA, name, field, vocabulary)
    for figure in figures:
        yield _row(FIGURE, figure.id, labels[figure.id], in_each(figure.measure.definition), in_each(_NUMBER), True, False, "")


def _flat(fields: Iterable[FieldDescription], inside: str = "") -> Iterator[tuple[str, FieldDescription]]:
    """A key of a group is named after that group: `report.title`."""
    for field in fields:
        yield f"{inside}{field.name}", field
        yield from _flat(field.fields, f"{inside}{field.name}.")


def _field(part: str, name: str, field: FieldDescription, vocabulary: Vocabulary) -> Row:
    values = _values(field, vocabulary)
    meaning = in_each(field.hint) if field.hint else dict.fromkeys(LANGUAGES, "")
    return _row(part, name, in_each(field.label), meaning, in_each(field.kind), field.required, field.many, values)


def _values(field: FieldDescription, vocabulary: Vocabulary) -> str:
    """Each coded value with what readers see: `works = Werkt / Works`."""
    labels = {value: in_each(label) for value, label in field.values}
    if field.list_name:
        labels = {term.id: term.label.model_dump() for term in vocabulary.terms(field.list_name)}
    return joined(f"{value} = {' / '.join(label[language] for language in LANGUAGES)}" for value, label in labels.items())


def _row(
    part: str,
    name: str,
    label: Mapping[str, str],
    meaning: Mapping[str, str],
    kind: Mapping[str, str],
    required: bool,
    many: bool,
    values: str,
) -> Row:
    told = {"label": label, "meaning": meaning, "type": kind}
    cells = {f"{column}_{language}": text[language] for column, text in told.items() for language in LANGUAGES}
    return {"part": part, "name": name, **cells, "required": required, "many": many, "values": values}
