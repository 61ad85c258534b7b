"""The form of a type as GitHub reads it: `.github/ISSUE_TEMPLATE/les.yml`.

Its rules: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
"""

from collections.abc import Iterable, Iterator

import yaml

from ..catalogue import N_, Catalogue
from ..records import Record
from ..urls import CC_BY
from ..vocabulary import Vocabulary
from . import LABELS
from .questions import Question, questions_of

FIRST_LINE = "# Made by `python3 tasks.py forms` from the record types; change it there."
CONSENT = N_("Agreement")
PEOPLE = N_("Everybody who is named agreed to that, and nobody else can be recognised.")
LICENCE = N_("Everybody may use this text, as the licence [CC BY 4.0]({address}) says.")

Element = dict[str, object]


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as such."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    # Readers of YAML differ in what they take for a number or a date.
    style = "|" if "\n" in text else '"' if text[:1].isdigit() else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)


_Dumper.add_multi_representer(str, _text)
_Dumper.add_representer(str, _text)


def form_of(record_type: type[Record], about: str, vocabulary: Vocabulary, words: Catalogue) -> str:
    """The whole file; `about` is what the type is for, in one sentence."""
    name = words.gettext(record_type.label)
    form = {
        "name": name,
        "description": words.gettext(about),
        "title": f"{name}: ",
        "labels": [label for label, type_name in LABELS.items() if type_name == record_type.type],
        "body": list(_elements(questions_of(record_type, vocabulary, words), words)),
    }
    return f"{FIRST_LINE}\n{yaml.dump(form, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=140)}"


def agreements(words: Catalogue) -> tuple[str, str]:
    """What an author has to tick."""
    return words.gettext(PEOPLE), words.gettext(LICENCE).format(address=CC_BY)


def _elements(questions: Iterable[Question], words: Catalogue) -> Iterator[Element]:
    questions = tuple(questions)
    yield _said(
        words.gettext(
            "What you write here is public at once: name nobody who did not agree, and leave out e-mail addresses and phone numbers."
        ),
        words.gettext("It becomes a file for the site, which the editors look at first."),
        words.gettext("A comment below your issue tells what is not right yet; change the issue, and it is read again."),
        words.gettext("Where nobody knows what happened, write `unknown`."),
        words.gettext("Begin a heading of your own with `##`: lines with `###` part the questions."),
        words.gettext("This form takes no pictures or films; say in your text which ones you have."),
    )
    yield from (_element(question) for question in questions if question.field.required or question.is_text)
    yield _said("## " + words.gettext("Not required"), words.gettext("What you do not know or do not need, you leave as it is."))
    yield from (_element(question) for question in questions if not question.field.required and not question.is_text)
    ticks = [{"label": text, "required": True} for text in agreements(words)]
    yield {"type": "checkboxes", "id": "consent", "attributes": {"label": words.gettext(CONSENT), "options": ticks}}


def _said(*lines: str) -> Element:
    return {"type": "markdown", "attributes": {"value": "\n".join(lines)}}


def _element(question: Question) -> Element:
    shown: Element = {"label": question.label, **({"description": question.hint} if question.hint else {})}
    if question.options:
        shown |= {"multiple": question.field.many, "options": [label for _, label in question.options]}
    elif question.example:
        shown["placeholder"] = question.example
    kind = "dropdown" if question.options else "textarea" if question.is_long else "input"
    return {"type": kind, "id": question.id, "attributes": shown, "validations": {"required": question.field.required}}
