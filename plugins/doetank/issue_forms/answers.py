"""What stands in an issue that was made with a form: each answer below the heading of its question."""

from collections.abc import Collection

NOTHING = frozenset({"_No response_", "None"})
"""What GitHub writes for a question that was left open."""
_HEADING = "### "


def answers_in(body: str, labels: Collection[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The answer below each label, and the labels that stand there more than once.

    A heading that is no label is a part of the answer. GitHub writes every question of a form once, so one that is there twice stands in
    an answer too; nobody can tell which of them is the question.
    """
    found: dict[str, list[str]] = {}
    twice: list[str] = []
    answer: list[str] = []
    for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        label = line.removeprefix(_HEADING).strip() if line.startswith(_HEADING) else ""
        if label in labels:
            twice += [label] if label in found else []
            answer = found.setdefault(label, [])
        else:
            answer.append(line)
    texts = {label: "\n".join(lines).strip() for label, lines in found.items()}
    return {label: text for label, text in texts.items() if text and text not in NOTHING}, tuple(dict.fromkeys(twice))


def ticked(answer: str) -> frozenset[str]:
    """The boxes that were ticked."""
    lines = (line.strip() for line in answer.split("\n"))
    return frozenset(line[len("- [x] ") :].strip() for line in lines if line.lower().startswith("- [x] "))
