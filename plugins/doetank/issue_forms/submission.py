"""What somebody filled in, as the file of a record: where it goes, what is in it, and what could not be understood."""

from dataclasses import dataclass

from ..catalogue import Catalogue
from ..naming import new_id
from ..problems import Message, say
from ..records import Record
from ..records.describe import CODE, describe_fields
from ..urls import TYPES
from ..vocabulary import Vocabulary
from ..written import write_document
from .answers import answers_in, ticked
from .form import CONSENT, agreements
from .known import Known
from .questions import Question, questions_of
from .values import value_of


@dataclass(frozen=True)
class Mistake:
    """Something that could not be understood. `field` is empty for what is in no field of the record."""

    field: str
    label: str
    message: Message


@dataclass(frozen=True)
class Submission:
    """`name` is where the file goes, from the content folder."""

    name: str
    title: str
    text: str
    questions: tuple[Question, ...]
    mistakes: tuple[Mistake, ...]


def read_submission(body: str, record_type: type[Record], vocabulary: Vocabulary, words: Catalogue, known: Known) -> Submission:
    """Read an issue as data: only the headings of its own form mean something."""
    questions = questions_of(record_type, vocabulary, words)
    consent = words.gettext(CONSENT)
    answers, twice = answers_in(body, {consent, *(question.label for question in questions)})
    values, mistakes = _values(questions, answers, known)
    again = say("stands in the issue more than once; write `##` instead of `###` before a heading of your own")
    mistakes += [Mistake("", label, again) for label in twice]
    if not ticked(answers.get(consent, "")).issuperset(agreements(words)):
        mistakes.append(Mistake("", consent, say("tick every box; without that the text cannot be published")))
    name = f"{TYPES[record_type.type].folder}/{new_id(record_type.type, values, known.taken(record_type.type))}.md"
    text = next((answers[question.label] for question in questions if question.is_text and question.label in answers), "")
    written = write_document(describe_fields(record_type), values, text)
    return Submission(name, str(values.get("title", "")), written, questions, tuple(mistakes))


def _values(questions: tuple[Question, ...], answers: dict[str, str], known: Known) -> tuple[dict[str, object], list[Mistake]]:
    values: dict[str, object] = {}
    mistakes: list[Mistake] = []
    for question in questions:
        if question.is_text or question.label not in answers:
            continue
        value, wrong = value_of(question, answers[question.label], known)
        mistakes += [Mistake(question.field.name, question.label, message) for message in wrong]
        if question.code:
            groups = values.setdefault(question.field.name, [])
            assert isinstance(groups, list)
            groups.append(_coded(question, value))
        else:
            values[question.field.name] = value
    return values, mistakes


def _coded(question: Question, text: object) -> dict[str, object]:
    """A group that was asked by its code."""
    return {inner.name: question.code if inner.kind == CODE else text for inner in question.field.fields}
