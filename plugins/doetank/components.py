"""The components of the theme: what each says of itself, and its examples."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .bodies import Body
from .catalogue import N_, Label
from .examples import BrokenExample, NotHere, Values, read_node
from .library import Library

THEME = Path(__file__).resolve().parents[2] / "theme"
TEMPLATES = THEME / "templates" / "components"
EXAMPLES = THEME / "examples"

KINDS = {
    "words": N_("Words and dates"),
    "page": N_("Parts of a page"),
    "facts": N_("Facts beside a record"),
    "lists": N_("Lists of records"),
    "time": N_("Time lines"),
    "comparison": N_("Side by side"),
    "numbers": N_("Tables and charts"),
    "media": N_("Pictures and film"),
    "fields": N_("Fields of a type"),
}
"""What components are for, in the order in which they are shown."""

_FIRST_LINE = re.compile(r"\{# (\w+)\(([^)]*)\) - (.+) #\}")


@dataclass(frozen=True)
class Use:
    """A component with its arguments. What its call holds is a text, a converted text, or other components."""

    component: str
    arguments: dict[str, object]
    content: "str | Body | tuple[Use, ...] | None"


@dataclass(frozen=True)
class Example:
    """A use with its name. `beside` are components that it leads to, such as the sections of a contents list."""

    id: str
    name: str
    why: str
    use: Use
    beside: tuple[Use, ...]


@dataclass(frozen=True)
class Component:
    """`inside` are the elements that it needs around it, as (tag, class); `top` says that it holds the heading of a page.

    `without_text` is why it has no hostile example: no text that others wrote gets into it.
    """

    name: str
    arguments: tuple[str, ...]
    about: str
    kind: Label
    inside: tuple[tuple[str, str], ...]
    top: bool
    without_text: str
    examples: tuple[Example, ...]


def components(library: Library) -> tuple[Component, ...]:
    """Every component that has examples, by name. Raises BrokenExample."""
    return tuple(_component(path, Values(library, f"theme/examples/{path.name}")) for path in sorted(EXAMPLES.glob("*.yml")))


@cache
def first_line(name: str) -> tuple[tuple[str, ...], str]:
    """The arguments of a component and what it is, as its template says. Raises BrokenExample."""
    path = TEMPLATES / f"{name}.html"
    match = _FIRST_LINE.match(path.read_text(encoding="utf-8")) if path.exists() else None
    if match is None or match[1] != name:
        raise BrokenExample(
            f"theme/examples/{name}.yml: theme/templates/components/{name}.html does not begin with {{# {name}(...) - ... #}}"
        )
    return tuple(match[2].split(", ")) if match[2] else (), match[3]


def _component(path: Path, values: Values) -> Component:
    name = path.stem
    arguments, about = first_line(name)
    parts = {key.value: node for key, node in read_node(path).value}
    kind, inside, top, without = (values.of(parts[key]) if key in parts else "" for key in ("kind", "inside", "top", "without_text"))
    if set(parts) - {"kind", "inside", "top", "without_text", "examples"} or kind not in KINDS:
        raise BrokenExample(f"{values.path}: a file has `kind` ({', '.join(KINDS)}), `inside`, `top`, `without_text` and `examples`")
    elements = tuple(tuple(element.partition(".")[::2]) for element in inside.split(" > ")) if inside else ()
    return Component(name, arguments, about, KINDS[kind], elements, bool(top), without, tuple(_examples(name, parts["examples"], values)))


def _examples(name: str, node: yaml.Node, values: Values) -> Iterator[Example]:
    """Those that can be shown: an example that needs a picture is left out where the site has none."""
    for item in node.value:
        try:
            told = values.of(item)
        except NotHere:
            continue
        if set(told) - {"name", "why", "with", "content", "beside"} or "name" not in told:
            raise BrokenExample(f"{values.path}:{item.start_mark.line + 1}: an example has `name`, `why`, `with`, `content` and `beside`")
        use = Use(name, told.get("with", {}), _content(told.get("content")))
        anchor = re.sub(r"[^a-z0-9]+", "-", told["name"].lower()).strip("-")
        yield Example(anchor, told["name"], told.get("why", ""), use, _uses(told.get("beside", ())))


def _content(told: Any) -> str | Body | tuple[Use, ...] | None:
    return _uses(told) if isinstance(told, tuple) else told


def _uses(told: tuple[dict[str, Any], ...]) -> tuple[Use, ...]:
    """Components inside another: each a mapping with its name and, where it has them, `with` and `content`."""
    return tuple(Use(item["component"], item.get("with", {}), _content(item.get("content"))) for item in told)
