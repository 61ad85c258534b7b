"""Asks whoever writes a record for what it must have, and then for what it may have. Each answer is judged at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..problems import Message, say
from ..records.describe import GROUP, FieldDescription
from ..validation import missing, nearest
from ..written import Values, is_given
from .choose import Talk, answer
from .judge import Judge
from .settings import NotUnderstood


@dataclass(frozen=True)
class Interview:
    """The questions about one record."""

    type: str
    fields: tuple[FieldDescription, ...]
    judge: Judge
    talk: Talk

    def values(self, given: Values) -> dict[str, Any]:
        """The values of a record in which nothing is wrong. Raises NotUnderstood when what was given can only be mended by hand."""
        values = dict(given)
        for field in self.fields:
            if field.required and not is_given(values.get(field.name)):
                values[field.name] = self._required(field, values)
        self._mend(values)
        self._more(values)
        self._mend(values)
        return values

    def _mend(self, values: dict[str, Any]) -> None:
        """What the rules between fields ask for, and what was wrong in what was given."""
        while problems := self.judge.problems(self.type, values):
            field = self._named(problems[0].field.partition(".")[0])
            if field is None:
                raise NotUnderstood(problems[0].message)
            self.talk.tell(f"{problems[0].field}: {problems[0].message.format(self.talk.words)}")
            values[field.name] = self._asked(field, {**values, field.name: None})

    def _more(self, values: dict[str, Any]) -> None:
        """What may be left out, for as long as a field is named."""
        free = [field.name for field in self.fields if not field.for_editors and not is_given(values.get(field.name))]
        self._tell(say("Nothing more is needed. You may add: {names}", names=", ".join(free)))
        while True:
            self._tell(say("Type the name of a field, or press Enter to go on."))
            if not (typed := self.talk.ask("  > ").strip()):
                return
            if field := self._named(typed):
                values[field.name] = self._asked(field, {**values, field.name: None})
            else:
                near = nearest(typed, free) or ", ".join(free)
                self._tell(say("`{found}` is not a field here; {instead}", found=typed, instead=say("choose from {names}", names=near)))

    def _named(self, name: str) -> FieldDescription | None:
        labels = {self.talk.words.gettext(field.label).casefold(): field for field in self.fields}
        return next((field for field in self.fields if field.name == name), labels.get(name.casefold()))

    def _required(self, field: FieldDescription, values: Values) -> Any:
        while not is_given(value := self._asked(field, values)):
            self._tell(missing(field.label))
        return value

    def _asked(self, field: FieldDescription, values: Values) -> Any:
        """A value in which nothing is wrong, or nothing."""
        self._explain(field)
        if not field.many:
            return self._one(field, values, None)
        self._tell(say("More than one is possible; press Enter when there are no more."))
        items: list[Any] = []
        while is_given(item := self._one(field, values, items)):
            items.append(item)
        return items

    def _one(self, field: FieldDescription, values: Values, before: list[Any] | None) -> Any:
        """One value of a field, after those `before` it when it may have more."""
        told: Any = None
        while True:
            told = self._group(field, told or {}, True) if field.fields else answer(field, self.judge, self.talk, "")
            if not is_given(told):
                return told
            whole = told if before is None else [*before, told]
            path = field.name if before is None else f"{field.name}.{len(whole)}"
            problems = self.judge.problems(self.type, {**values, field.name: whole})
            wrong = [problem for problem in problems if not problem.field or f"{problem.field}.".startswith(f"{path}.")]
            if not wrong:
                return told
            for problem in wrong:
                self.talk.tell(f"{problem.field}: {problem.message.format(self.talk.words)}")
            if field.fields:  # what was right need not be typed again
                mistaken = {problem.field.removeprefix(f"{path}.").partition(".")[0] for problem in wrong}
                told = {name: value for name, value in told.items() if name not in mistaken}

    def _group(self, group: FieldDescription, before: Mapping[str, Any], may_stop: bool) -> dict[str, Any]:
        """The parts of a group; what was answered `before` stays when nothing is typed. Without its first part there is no group."""
        told: dict[str, Any] = {}
        for index, field in enumerate(group.fields):
            self._explain(field)
            if field.fields:
                told[field.name] = self._group(field, before.get(field.name) or {}, not field.required)
            elif field.many:
                told[field.name] = self._several(field)
            else:
                told[field.name] = answer(field, self.judge, self.talk, str(before.get(field.name) or ""))
            if index == 0 and may_stop and field.required and not is_given(told[field.name]):
                return {}
        return told

    def _several(self, field: FieldDescription) -> list[str]:
        return list(iter(lambda: answer(field, self.judge, self.talk, ""), ""))

    def _explain(self, field: FieldDescription) -> None:
        gettext = self.talk.words.gettext
        hint = f" {gettext(field.hint)}" if field.hint else ""
        self.talk.tell(f"\n{gettext(field.label)}:{hint}" + ("" if field.kind == GROUP else f" ({gettext(field.kind)})"))
        if field.example:
            example = gettext("For example: {example}").format(example=gettext(field.example))
            self.talk.tell(f"    {example}")

    def _tell(self, message: Message) -> None:
        self.talk.tell(message.format(self.talk.words))
