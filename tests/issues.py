"""Issues as GitHub makes them of a filled form."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from doetank.catalogue import catalogue
from doetank.issue_forms import LABELS
from doetank.issue_forms.form import CONSENT, agreements
from doetank.issue_forms.questions import Question, questions_of
from doetank.records import RECORD_TYPES
from doetank.vocabulary import Vocabulary, read_vocabulary

from .sites import CONTENT

WORDS = catalogue("nl")


@cache
def vocabulary() -> Vocabulary:
    return read_vocabulary((CONTENT / "vocabulary.yml").read_bytes(), "vocabulary.yml")[0]


@cache
def questions(type_name: str) -> tuple[Question, ...]:
    return questions_of(RECORD_TYPES[type_name], vocabulary(), WORDS)


def body_of(type_name: str, answers: Mapping[str, str], ticks: str = "xx") -> str:
    """Each question with its answer, by its id, or what GitHub writes instead; then the boxes."""
    parts = [f"### {question.label}\n\n{answers.get(question.id, '_No response_')}" for question in questions(type_name)]
    boxes = "\n".join(f"- [{tick}] {text}" for tick, text in zip(ticks, agreements(WORDS), strict=True))
    return "\n\n".join([*parts, f"### {WORDS.gettext(CONSENT)}\n\n{boxes}"])


def event(path: Path, type_name: str, body: str | None, **changes: object) -> Path:
    """The file in which GitHub tells of an issue."""
    label = next(label for label, name in LABELS.items() if name == type_name)
    user = {"login": "jo-voorbeeld", "id": 12345}
    issue = {"number": 7, "title": "Les: ", "body": body, "labels": [{"name": "bug"}, {"name": label}], "user": user, **changes}
    path.write_text(json.dumps({"action": "opened", "issue": issue}), encoding="utf-8")
    return path


LESSON = {
    "title": "Eén vraag per brief",
    "summary": "Een brief met één vraag wordt vaker beantwoord.",
    "verdict": "Werkt",
    "level": "Over de aanpak",
    "about": "network\nSlim innen",
    "learned": "2024-05",
    "expected": "Zes vragen in één brief gaat sneller.",
    "happened": "Van de lange brieven kwam een derde terug.",
    "because": "Er is altijd één antwoord dat iemand moet opzoeken.",
    "advice": "Stel één vraag per brief.",
    "evidence": "Eigen ervaring",
    "body": "Eerste alinea.\n\n## Hoe het ging\n\nTweede alinea.",
}
"""A lesson without a mistake."""
