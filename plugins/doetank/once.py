"""What is made of a value is made once, and kept on that value for as long as it is there."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

Owner = TypeVar("Owner")
Asked = ParamSpec("Asked")
Made = TypeVar("Made")


def once(make: Callable[Concatenate[Owner, Asked], Made]) -> Callable[Concatenate[Owner, Asked], Made]:
    """A function that answers the same question about the same owner with the same value.

    The owner is frozen, and what is kept is no field of it: copies and comparisons of owners do not see it.
    """
    # A name and not the function, so that an owner can travel from a worker.
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def answered(owner: Owner, *asked: Asked.args, **named: Asked.kwargs) -> Made:
        answers: dict[object, Any] = vars(owner).setdefault("made_once", {})
        question = (name, *asked, *named.items()) if asked or named else name
        if question not in answers:
            answers[question] = make(owner, *asked, **named)
        made: Made = answers[question]
        return made

    return cast("Callable[Concatenate[Owner, Asked], Made]", answered)
