"""content/vocabulary.yml: the ordered lists of coded values that the editors own."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from .catalogue import N_
from .front_matter import decode
from .problems import Problem, say
from .validation import Broken, Refusal, Rule, Value, shown, validate
from .yaml_text import read_mapping

FILE = "vocabulary.yml"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Refusal(say("expected text, found {found}", found=shown(value)))
    return value.strip()


def _address(value: object) -> str:
    text = _text(value)
    if not text.startswith(("https://", "http://")):
        raise Refusal(say("expected an address that starts with `https://`, found {found}", found=shown(text)))
    return text


def _id(value: object) -> str:
    text = _text(value)
    if not text or text.strip("abcdefghijklmnopqrstuvwxyz0123456789-") or text.strip("-") != text:
        raise Refusal(say("expected an id made of a-z, 0-9 and `-`, found {found}", found=shown(text)))
    return text


Text = Annotated[str, BeforeValidator(_text)]


class Translated(Value):
    """A text in both languages of the interface."""

    nl: Text = Field(title=N_("Dutch"))
    en: Text = Field(title=N_("English"))

    def text(self, language: str) -> str:
        """In `language`, or in Dutch when the interface does not speak that."""
        return self.en if language == "en" else self.nl


class Synonyms(Value):
    """Other words that readers search with."""

    nl: tuple[Text, ...] = ()
    en: tuple[Text, ...] = ()


class TermSource(Value):
    """Where a term or its definition comes from."""

    title: Text
    url: Annotated[str, BeforeValidator(_address)] | None = None


class Term(Value):
    """One coded value: its id, and what readers see."""

    id: Annotated[str, BeforeValidator(_id)]
    label: Translated
    definition: Translated
    source: TermSource | None = None
    synonyms: Synonyms = Synonyms()


def _once(name: str) -> Rule:
    def check(vocabulary: "Vocabulary") -> Broken:
        terms: tuple[Term, ...] = getattr(vocabulary, name)
        twice = [term_id for term_id, count in Counter(term.id for term in terms).items() if count > 1]
        for index, term in enumerate(terms):
            if term.id in twice and index != [other.id for other in terms].index(term.id):
                yield (name, index, "id"), say("`{id}` stands in this list already; an id is used once", id=term.id)

    return Rule((name,), check)


LISTS = ("phases", "themes", "causes", "tiers", "roles", "method_categories")
Terms = Annotated[tuple[Term, ...], Field(min_length=1)]


class Vocabulary(Value):
    """The lists, in the order in which readers see their values. A list is empty only when it could not be read."""

    phases: Terms
    themes: Terms
    causes: Terms
    tiers: Terms
    roles: Terms
    method_categories: Terms

    rules = tuple(_once(name) for name in LISTS)

    def terms(self, name: str) -> tuple[Term, ...]:
        """One list by its name."""
        terms: tuple[Term, ...] = getattr(self, name)
        return terms

    def ids(self, name: str) -> tuple[str, ...]:
        """The ids of one list, in its order."""
        return tuple(term.id for term in self.terms(name))

    def term(self, name: str, term_id: str) -> Term:
        """One value of one list. Raises KeyError for an id that validation did not see."""
        for term in self.terms(name):
            if term.id == term_id:
                return term
        raise KeyError(term_id)

    def __iter__(self) -> Iterator[tuple[str, tuple[Term, ...]]]:  # type: ignore[override]
        return ((name, self.terms(name)) for name in LISTS)


def vocabulary_in(content: Path, shown_as: str) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary of a content folder, which messages call `shown_as`."""
    file = content / FILE
    return read_vocabulary(file.read_bytes() if file.exists() else None, f"{shown_as}/{FILE}")


def read_vocabulary(content: bytes | None, path: str) -> tuple[Vocabulary, tuple[Problem, ...]]:
    """The vocabulary and every mistake in it. `content` is None when there is no such file.

    A list with a mistake is empty, so that records are not blamed for it.
    """
    if content is None:
        message = say("this file is missing; it lists the phases, themes, causes, tiers, roles and method categories")
        return _only({}), (Problem(path, 1, 1, "", message),)
    text, problem = decode(content, path)
    if text is None:
        return _only({}), (problem,) if problem else ()
    fields, problems = read_mapping(text, path)
    if fields is None:
        return _only({}), problems
    checked = validate(Vocabulary, fields, path, None)
    if checked.value:
        return checked.value, problems
    wrong = {problem.field.partition(".")[0] for problem in checked.problems}
    return _only({name: getattr(checked.known, name) for name in LISTS if name not in wrong}), problems + checked.problems


def _only(lists: Mapping[str, tuple[Term, ...]]) -> Vocabulary:
    """A vocabulary with only those lists that could be read."""
    every: dict[str, Any] = {name: lists.get(name) or () for name in LISTS}
    return Vocabulary.model_construct(None, **every)
